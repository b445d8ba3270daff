/** Longest summary, in UTF-16 code units. */
export const maximumSummaryLength = 160;

/** `text` cut after a word so that it has at most `length` UTF-16 code units with the `…` that ends it. */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  const space = cut.lastIndexOf(' ');
  // Text without spaces, as Japanese, is cut anywhere but inside of a surrogate pair.
  const kept = space > length / 2 ? cut.slice(0, space) : cut.slice(0, length - 1);
  return `${kept.replace(/[\ud800-\udbff]$/, '').replace(/[\s,;:.!?…、。–—-]{1,8}$/, '')}…`;
}
