import { readScalar } from './values.ts';

/**
 * The likely meaning of a value that its format refuses: text with or without quotes, a list in brackets,
 * or a scalar. Never throws. Linear.
 *
 * @example
 * readLooseValue('“a: b”')       // 'a: b'
 * readLooseValue('[rust, "go]')  // ['rust', 'go']
 */
export function readLooseValue(text: string): unknown {
  const value = text.trim();
  if (value.startsWith('[')) return readLooseList(value);
  const quoted = unquote(value);
  return quoted ?? readScalar(value);
}

/** The items of a list in brackets, split at commas outside of quotes. */
function readLooseList(text: string): readonly unknown[] {
  const inner = text.replace(/^\[/, '').replace(/\]?[,;]?\s*$/, '');
  const items = inner.match(/\s*(?:"[^"\n]*"|'[^'\n]*'|[^,\n]+)/g) ?? [];
  return items
    .map((item) => readLooseValue(item.replace(/^[[\s]+/, '').trim()))
    .filter((item) => item !== null && item !== '');
}

/** Pairs of quotation marks; typographic ones come from word processors. */
const quotes: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '“': '”',
  '”': '”',
  '„': '“',
  '‘': '’',
  '’': '’',
  '«': '»',
  '`': '`',
};

/** `text` without its quotes, the closing one of which may be missing; `undefined` when it has none. */
function unquote(text: string): string | undefined {
  const close = quotes[text.charAt(0)];
  if (close === undefined) return undefined;
  const last = text.lastIndexOf(close);
  // An apostrophe or a quoted word may start plain text: `'Tis`, `"Rust" is fun`.
  const isWhole = last === text.length - 1 && last > 0;
  const rest = last > 0 ? text.slice(last + 1).trim() : '';
  if (!isWhole && last > 0 && rest !== '' && !/^(?:#|[,;]$)/.test(rest)) {
    return text.charAt(0) === '`' ? undefined : text;
  }
  const inner = text.slice(1, last > 0 ? last : undefined);
  return close === '"' ? inner.replace(/\\(["\\/])/g, '$1') : inner.replaceAll("''", "'");
}
