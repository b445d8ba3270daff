import type { Fold } from '../disk/find-fold.ts';

/** A function that gives the first spelling of a folder once for each that comes in another one. */
export function createSpellings(fold: Fold): (folder: string) => string | undefined {
  const first = new Map<string, string>();
  const told = new Set<string>();
  return (folder) => {
    const key = fold(folder);
    const known = first.get(key) ?? folder;
    first.set(key, known);
    if (known === folder || told.has(key)) return undefined;
    told.add(key);
    return known;
  };
}
