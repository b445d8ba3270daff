import type { CatalogEntry } from '../model/catalog-entry.ts';
import { nameSource } from '../model/post.ts';
import type { PostMeta } from '../model/post.ts';
import type { Problem } from '../model/problem.ts';

/** More posts than this are not pinned. */
export const maxPinned = 12;

/** Posts that come first on home, and a note where there are too many. */
export interface PinnedPosts {
  readonly pinned: readonly CatalogEntry[];
  readonly problems: readonly Problem[];
}

/**
 * The posts of `entries`, oldest first, that come first on home: by their place, then newest first. A `weight` counts
 * where few posts have one and the post is in no series: else it is an order of its own.
 */
export function findPinned(entries: readonly CatalogEntry[]): PinnedPosts {
  const weighted = entries.filter(({ meta }) => meta.pin === undefined && isWeighted(meta));
  const usesWeights = weighted.length <= maxPinned;
  const placeOf = ({ meta }: CatalogEntry): number | undefined =>
    meta.pin ?? (usesWeights && isWeighted(meta) ? meta.weight : undefined);
  const all = entries
    .toReversed()
    .flatMap((entry) => {
      const place = placeOf(entry);
      return place === undefined ? [] : [{ entry, place }];
    })
    .toSorted((a, b) => a.place - b.place)
    .map(({ entry }) => entry);
  const first = all[maxPinned] ?? (usesWeights ? undefined : weighted[0]);
  if (first === undefined) return { pinned: all, problems: [] };
  const message =
    all.length > maxPinned
      ? `${all.length} posts are pinned; the first ${maxPinned} come first on the home page, and not this one.`
      : `${weighted.length} posts have a \`weight\`, which is more than can be pinned: they are in the order of time.`;
  const remedy = 'Pin few posts with `pin: true`.';
  const file = nameSource(first.meta);
  return {
    pinned: all.slice(0, maxPinned),
    problems: [{ kind: 'front-matter', severity: 'info', file, message, remedy }],
  };
}

function isWeighted({ weight, series }: PostMeta): boolean {
  return weight !== undefined && series === undefined;
}
