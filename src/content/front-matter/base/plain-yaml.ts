// Most YAML front matter is a flat list of keys with scalars and lists of scalars. This reads that much, so
// that the YAML package (30 kB gzip) is loaded only for posts that need it. A property test holds the two equal.

import { createTable, readScalar } from './values.ts';

const keyLine = /^([A-Za-z_][\w-]*) *:(?: +(.*))?$/;
const itemLine = /^( *)-(?: +(.*))?$/;
const blankLine = /^ *(?:#.*)?$/;
/** First characters and sequences that mean something in YAML. */
const special = /^[-[\]{}#&*!|>'"%@`,?:]|: |:$| #/;
/** The same inside of brackets. */
const specialInList = /^[-#&*!|>%@`?:]|[[\]{}"',]|: |:$| #/;
/** One item of a list in brackets and the comma or end after it. */
const listItem = / *("[^"\\]*"|'(?:[^']|'')*'|[^,"']*[^,"' ]) *(?:,|$)/y;

/**
 * The table that `text` holds; `undefined` for anything beyond keys with scalars, lists of scalars in
 * brackets or below the key, and comments, and for anything wrong: both are for the full parser.
 */
export function readPlainYaml(text: string): Record<string, unknown> | undefined {
  if (/[\t\r]/.test(text)) return undefined;
  const values = createTable();
  const lines = text.split('\n');
  for (let i = 0; i < lines.length;) {
    const line = lines[i++] ?? '';
    if (blankLine.test(line)) continue;
    // A table and a value that goes on below are indented, which is no key line.
    const parts = keyLine.exec(line);
    const key = parts?.[1];
    if (key === undefined || Object.hasOwn(values, key)) return undefined;
    const source = trimSpaces(parts?.[2] ?? '');
    const list = source === '' ? readItems(lines, i) : undefined;
    const value = list === undefined ? readInline(source) : list.items;
    if (value === undefined) return undefined;
    values[key] = value;
    i = list?.end ?? i;
  }
  return values;
}

/** The items of the list that starts at a line, and the line after it; `undefined` when none starts there. */
function readItems(
  lines: readonly string[],
  start: number,
): { items: readonly unknown[] | undefined; end: number } | undefined {
  const items: unknown[] = [];
  let [end, indent] = [start, ''];
  for (let i = start; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (blankLine.test(line)) continue;
    const parts = itemLine.exec(line);
    if (parts === null) break;
    if (items.length === 0) indent = parts[1] ?? '';
    const value = parts[1] === indent ? readPlain(trimSpaces(parts[2] ?? '')) : undefined;
    if (value === undefined) return { items: undefined, end: i };
    items.push(value);
    end = i + 1;
  }
  return items.length === 0 ? undefined : { items, end };
}

function readInline(source: string): unknown {
  return source.startsWith('[') ? readList(source) : readPlain(source);
}

/** A list in brackets on one line. */
function readList(source: string): readonly unknown[] | undefined {
  if (!source.endsWith(']')) return undefined;
  const inner = trimSpaces(source.slice(1, -1));
  const items: unknown[] = [];
  for (listItem.lastIndex = 0; listItem.lastIndex < inner.length;) {
    const item = listItem.exec(inner)?.[1]?.replace(/^ +/, '');
    const value = item === undefined ? undefined : readPlain(item, specialInList);
    if (value === undefined) return undefined;
    items.push(value);
  }
  return items;
}

function readPlain(source: string, refused = special): unknown {
  const quote = source.charAt(0);
  if (quote === '"') return /^"[^"\\]*"$/.test(source) ? source.slice(1, -1) : undefined;
  if (quote === "'") {
    return /^'(?:[^']|'')*'$/.test(source) ? source.slice(1, -1).replaceAll("''", "'") : undefined;
  }
  return refused.test(source) ? undefined : readScalar(source);
}

/** `text` without spaces at its ends. Other blanks, such as `\u3000`, are text to YAML. */
function trimSpaces(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && text.charAt(start) === ' ') start++;
  while (end > start && text.charAt(end - 1) === ' ') end--;
  return text.slice(start, end);
}
