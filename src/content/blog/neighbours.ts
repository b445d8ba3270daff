import type { CatalogEntry } from '../model/catalog-entry.ts';

/** The posts before and after one in time. */
export interface Neighbours {
  readonly older: CatalogEntry | undefined;
  readonly newer: CatalogEntry | undefined;
}

/**
 * Gives back the way to find the neighbours of one of `entries`, all posts oldest first: those in its own language, for a
 * reader who can read one language does not know another.
 */
export function findNeighbours(
  entries: readonly CatalogEntry[],
): (entry: CatalogEntry) => Neighbours {
  const older = new Map<CatalogEntry, CatalogEntry>();
  const newer = new Map<CatalogEntry, CatalogEntry>();
  const latest = new Map<string | undefined, CatalogEntry>();
  for (const entry of entries) {
    const before = latest.get(entry.card.language);
    if (before !== undefined) {
      older.set(entry, before);
      newer.set(before, entry);
    }
    latest.set(entry.card.language, entry);
  }
  return (entry) => ({ older: older.get(entry), newer: newer.get(entry) });
}
