// Values of front matter as yes and no: `true`, `"false"`, `off,`.

/** The words for yes, in lower case. */
export const yesWords: ReadonlySet<string> = new Set('true yes y on 1'.split(' '));

/** The words for no, in lower case. */
export const noWords: ReadonlySet<string> = new Set('false no n off 0'.split(' '));

/** A word, and what is left around it by mistake: quotes, a comma, a remark. */
const loneWord = /^["'“‘]?\s*([\p{L}\d]+)\s*["'”’]?\s*[,;]?\s*(?:(?:#|\/\/).*)?$/u;

/** `value` as yes or no: a boolean, 0, 1, or a word for one by {@link toWord}, such as `"false"`, `no` or `off,`. */
export function toFlag(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const word = toWord(value) ?? '';
  if (yesWords.has(word)) return true;
  return noWords.has(word) ? false : undefined;
}

/** The one word or number that `value` is, in lower case; quotes, a comma and a remark around it do not count. */
export function toWord(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return undefined;
  return loneWord.exec(value.trim())?.[1]?.toLowerCase();
}
