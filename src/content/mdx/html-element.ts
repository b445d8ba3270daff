import { resolve } from './component.ts';
import type { FindImport } from './component.ts';
import type { JsxTag, JsxValue } from './jsx-tag.ts';

/** Elements in which Markdown stands between the lines of their tags. */
const markdownElement = /^(?:div|section|aside|article|center|main|header|footer)$/;

/** Elements without an end: to HTML, `<video />` is the start of one. */
const voidElement = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

const htmlNames: ReadonlyMap<string, string> = new Map([
  ['className', 'class'],
  ['htmlFor', 'for'],
]);

/** The world around a tag. */
export interface ElementPlace {
  /** Whether the tag has its lines to itself. */
  readonly isAlone: boolean;
  readonly findImport: FindImport;
}

/**
 * The tag of HTML that stands for `tag`, an element of HTML in MDX: without attributes whose value is code, with an end
 * where JSX has `/>`, and marked where Markdown is in it. `undefined` for a tag that is right as it is.
 */
export function formatElement(
  tag: JsxTag,
  { isAlone, findImport }: ElementPlace,
): string | undefined {
  const hasMarkdown = isAlone && tag.role === 'open' && markdownElement.test(tag.name);
  const isClosed = tag.role === 'whole' && !voidElement.test(tag.name);
  if (!tag.isJsx && !hasMarkdown && !isClosed) return undefined;
  const attributes = [...tag.attributes].map(([name, value]) =>
    formatAttribute(name, value, findImport),
  );
  const mark = hasMarkdown && !tag.attributes.has('markdown') ? ' markdown="1"' : '';
  const start = `${tag.role === 'close' ? '</' : '<'}${tag.name}${attributes.join('')}${mark}`;
  if (isClosed) return `${start}></${tag.name}>`;
  return `${start}${tag.role === 'whole' ? ' />' : '>'}`;
}

function formatAttribute(name: string, value: JsxValue, findImport: FindImport): string {
  const isAddress = name === 'src' || name === 'href' || name === 'poster';
  const own = value.kind === 'text' ? value.text : undefined;
  const text = isAddress ? resolve(value, findImport) : own;
  if (text !== undefined)
    return ` ${htmlNames.get(name) ?? name}="${text.replaceAll('"', '&quot;')}"`;
  const isOn = value.kind === 'none' || (value.kind === 'code' && value.code === 'true');
  return isOn ? ` ${name}` : '';
}
