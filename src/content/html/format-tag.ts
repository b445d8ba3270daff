import { isVoidTag } from './html-limits.ts';
import { escapeHtml } from '../model/html.ts';

/** An attribute of a tag to be written. */
export interface TagAttribute {
  readonly name: string;
  /** Plain text; `undefined` writes the name alone. */
  readonly value: string | undefined;
}

/** A start tag as HTML. Of attributes of the same name the first counts. */
export function formatTag(
  name: string,
  attributes: readonly TagAttribute[],
  isSelfClosing = false,
): string {
  const seen = new Set<string>();
  let html = `<${name}`;
  for (const { name: key, value } of attributes) {
    if (seen.has(key)) continue;
    seen.add(key);
    html += value === undefined ? ` ${key}` : ` ${key}="${escapeHtml(value)}"`;
  }
  return `${html}${isSelfClosing && !isVoidTag(name) ? '/>' : '>'}`;
}

/** The value of the attribute `name`; `undefined` when it is absent or has none. */
export function valueOf(attributes: readonly TagAttribute[], name: string): string | undefined {
  return attributes.find((attribute) => attribute.name === name)?.value;
}

/** `attributes` without those named. */
export function without(
  attributes: readonly TagAttribute[],
  ...names: readonly string[]
): TagAttribute[] {
  return attributes.filter(({ name }) => !names.includes(name));
}
