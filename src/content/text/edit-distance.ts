/**
 * Damerau-Levenshtein distance (insert, delete, replace, swap neighbours) of two short texts; `limit + 1`
 * as soon as it must be larger than `limit`. Cost: product of the lengths.
 *
 * @see Wagner, Lowrance, "An Extension of the String-to-String Correction Problem", 1975 (restricted form)
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let [beforePrevious, previous]: [number[], number[]] = [
    [],
    Array.from({ length: b.length + 1 }, (_, j) => j),
  ];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const deleted = (previous[j] ?? 0) + 1;
      const inserted = (row[j - 1] ?? 0) + 1;
      let best = Math.min(deleted, inserted, (previous[j - 1] ?? 0) + cost);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) best = Math.min(best, (beforePrevious[j - 2] ?? 0) + 1);
      row.push(best);
      least = Math.min(least, best);
    }
    // No later row has less than the least of this one.
    if (least > limit) return limit + 1;
    [beforePrevious, previous] = [previous, row];
  }
  return Math.min(previous[b.length] ?? 0, limit + 1);
}

/** The one of `names` nearest to `name`, at most `limit` edits and less than half of it away. */
export function findNearest(
  name: string,
  names: readonly string[],
  limit: number,
): string | undefined {
  let nearest: string | undefined;
  let least = Math.min(limit, Math.floor((name.length - 1) / 2)) + 1;
  for (const candidate of names) {
    const distance = editDistance(name, candidate, least);
    if (distance >= least) continue;
    least = distance;
    nearest = candidate;
  }
  return nearest;
}
