/** The most names that a list shows; the rest is counted. */
const longestList = 30;

/**
 * `names` for a message: `` `a`, `b` and 3 more ``.
 *
 * @example
 * formatList(['a.md', 'b.md'])  // '`a.md`, `b.md`'
 */
export function formatList(names: readonly string[]): string {
  const shown = names.slice(0, longestList).map((name) => `\`${name}\``);
  const more = names.length > longestList ? ` and ${names.length - longestList} more` : '';
  return shown.join(', ') + more;
}
