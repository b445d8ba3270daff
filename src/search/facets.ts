import type { CountScope } from '../content/library.ts';
import { facetBlock } from './index-format.ts';
import type { IndexReader } from './index-reader.ts';
import type { Match } from './match.ts';

/** Bytes of files after which a search does without exact counts of all keywords, and about what a facet file is. */
const facetBudget = 56_000;
const facetFileBytes = 5_300;
/** The same of the commonest keywords, whose files take so much for a post. */
const commonBudget = 25_000;
const commonPostBytes = 0.75;

/** What counting needs. */
export interface CountOptions {
  readonly matches: readonly Match[];
  /** Posts of the blog. */
  readonly postCount: number;
  readonly scope: CountScope;
  /** Bytes that the search has fetched. */
  readonly spent: number;
}

/**
 * How many of `ids` have each keyword, by number; with the scope `common` maybe only of the commonest. Exact,
 * except where several words that are in very many posts were searched for in a blog of thousands: there the
 * rarest word's own counts stand for what they bound.
 */
export async function countKeywords(
  reader: IndexReader,
  ids: readonly number[],
  { matches, postCount, scope, spent }: CountOptions,
): Promise<ReadonlyMap<number, number>> {
  const [only] = matches;
  const [list, ...others] = only?.lists ?? [];
  // The whole of one long list: counted when the index was written.
  const isWhole = matches.length === 1 && others.length === 0 && list?.total === ids.length;
  if (isWhole && list?.counts !== undefined) return list.counts;

  const sets = collectSets(matches);
  const missing = ids.filter((id) => !sets.has(id));
  const blocks = new Set(missing.map((id) => Math.floor(id / facetBlock)));
  const allBytes = blocks.size * facetFileBytes;
  const commonBytes = postCount * commonPostBytes;
  if (scope === 'common' && blocks.size > 1 && commonBytes < allBytes) {
    return spent + commonBytes > commonBudget
      ? boundCounts(ids.length, matches)
      : countCommon(await reader.loadCommon(), ids);
  }
  if (blocks.size > 1 && spent + allBytes > facetBudget) return boundCounts(ids.length, matches);
  const loaded = missing.length === 0 ? sets : await reader.loadFacets(missing);
  const counts = new Map<number, number>();
  for (const id of ids) {
    for (const keyword of sets.get(id) ?? loaded.get(id) ?? []) {
      counts.set(keyword, (counts.get(keyword) ?? 0) + 1);
    }
  }
  return counts;
}

/** How many of `ids` each of `lists` has, by its place. */
function countCommon(
  lists: readonly (readonly number[])[],
  ids: readonly number[],
): ReadonlyMap<number, number> {
  const wanted = new Set(ids);
  const count = (list: readonly number[]): number => list.filter((id) => wanted.has(id)).length;
  return new Map(lists.map((list, keyword): [number, number] => [keyword, count(list)]));
}

/** What the lists themselves tell of the keywords of their posts. */
function collectSets(matches: readonly Match[]): Map<number, readonly number[]> {
  const sets = new Map<number, readonly number[]>();
  for (const list of matches.flatMap(({ lists }) => lists)) {
    for (const { card } of list.records) sets.set(card.id, card.keywords);
    for (const [index, set] of list.keywordSets?.entries() ?? []) {
      const id = list.ids[index];
      if (id !== undefined) sets.set(id, set);
    }
  }
  return sets;
}

function boundCounts(total: number, matches: readonly Match[]): ReadonlyMap<number, number> {
  const lists = matches.flatMap(({ lists: own }) => own).toSorted((a, b) => a.total - b.total);
  const counts =
    lists.find((list) => list.counts !== undefined)?.counts ?? new Map<number, number>();
  return new Map([...counts].map(([keyword, count]) => [keyword, Math.min(count, total)]));
}
