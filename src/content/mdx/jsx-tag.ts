import { findClose } from './balanced.ts';
import type { Budget } from './balanced.ts';

/** The value of an attribute of JSX: text, code between braces, or nothing at all. */
export type JsxValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'none' };

/** A tag of JSX or HTML as it stands in a text. */
export interface JsxTag {
  /** As written; empty for a fragment, `<>`. */
  readonly name: string;
  readonly role: 'open' | 'close' | 'whole';
  readonly attributes: ReadonlyMap<string, JsxValue>;
  /** Whether it has what no HTML has: code, or attributes of React. */
  readonly isJsx: boolean;
  /** Offset after it. */
  readonly end: number;
}

const head = /<(\/?)([a-z][\w.-]*|)(?=[\s/>{])/iy;
const attribute = /\s*([a-z_:@][\w:.@-]*)(\s*=\s*)?/iy;

/** The tag at `at` of `source`, where a `<` is; `undefined` for what is none. */
export function readTag(source: string, at: number, budget: Budget): JsxTag | undefined {
  head.lastIndex = at;
  const match = head.exec(source);
  if (match === null) return undefined;
  const [whole, slash, name = ''] = match;
  const attributes = new Map<string, JsxValue>();
  let isJsx = name === '';
  for (let index = at + whole.length; ;) {
    index += blanks(source, index);
    const sign = source.charAt(index);
    if (sign === '>' || source.startsWith('/>', index)) {
      const isWhole = sign === '/';
      const role = slash === '/' ? 'close' : isWhole ? 'whole' : 'open';
      return { name, role, attributes, isJsx, end: index + (isWhole ? 2 : 1) };
    }
    if (sign === '{') {
      // Attributes by a spread: nothing of them can be known.
      isJsx = true;
      index = findClose(source, index, budget);
      if (index === -1) return undefined;
      continue;
    }
    const read = readAttribute(source, index, budget);
    if (read === undefined) return undefined;
    attributes.set(read.name, read.value);
    isJsx ||= read.value.kind === 'code' || read.name === 'className';
    index = read.end;
  }
}

interface ReadAttribute {
  readonly name: string;
  readonly value: JsxValue;
  readonly end: number;
}

function readAttribute(source: string, at: number, budget: Budget): ReadAttribute | undefined {
  attribute.lastIndex = at;
  const match = attribute.exec(source);
  if (match === null) return undefined;
  const [whole, name = '', equals] = match;
  const start = at + whole.length;
  if (equals === undefined) return { name, value: { kind: 'none' }, end: start };
  const quote = source.charAt(start);
  if (quote === '"' || quote === "'") {
    const end = source.indexOf(quote, start + 1);
    if (end === -1 || end - start > longestText) return undefined;
    return { name, value: { kind: 'text', text: source.slice(start + 1, end) }, end: end + 1 };
  }
  if (quote === '{') {
    const end = findClose(source, start, budget);
    if (end === -1) return undefined;
    return { name, value: toValue(source.slice(start + 1, end - 1)), end };
  }
  const bare = /[^\s"'=<>`{}]+/y;
  bare.lastIndex = start;
  const text = bare.exec(source)?.[0];
  return text === undefined
    ? undefined
    : { name, value: { kind: 'text', text }, end: start + text.length };
}

/** Longer texts are none of an attribute, but a quote that is not closed. */
const longestText = 4000;

/** `{"text"}` and `{12}` say what they are; other code does not. */
function toValue(code: string): JsxValue {
  const text = readLiteral(code);
  return text === undefined ? { kind: 'code', code: code.trim() } : { kind: 'text', text };
}

/** The text of `code` that is a string, a template without code in it, or a number. */
export function readLiteral(code: string): string | undefined {
  const trimmed = code.trim();
  const [, , text] = /^(["'`])((?:(?!\1|\\|\$\{)[\s\S]|\\[\s\S])*)\1$/.exec(trimmed) ?? [];
  if (text !== undefined) return text.replace(/\\n/g, '\n').replace(/\\(.)/gs, '$1');
  return /^-?\d+(?:\.\d+)?$/.test(trimmed) ? trimmed : undefined;
}

function blanks(source: string, at: number): number {
  const run = /\s*/y;
  run.lastIndex = at;
  return run.exec(source)?.[0].length ?? 0;
}
