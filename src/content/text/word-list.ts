/** The words of `lines`, for long lists of names that read better as prose than as quoted strings. */
export function wordList(...lines: readonly string[]): readonly string[] {
  return lines.join(' ').split(/\s+/).filter(Boolean);
}
