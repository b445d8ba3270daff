/** The place after the line of `source` at `at`, with its line feed. */
export function lineEnd(source: string, at: number): number {
  const feed = source.indexOf('\n', at);
  return feed === -1 ? source.length : feed + 1;
}
