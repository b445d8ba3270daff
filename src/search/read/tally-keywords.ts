import { tally } from '../../content/model/tally.ts';
import { commonCounts } from '../../content/model/library.ts';
import type { CountScope } from '../../content/model/library.ts';
import { commonLimit, facetBlock } from '../format/index-format.ts';
import { countBudgets } from './byte-budgets.ts';
import type { IndexReader } from './index-reader.ts';
import type { Match } from './find-match.ts';

/** The usual bytes of a facet file, and those that a post takes of the file of the commonest keywords. */
const facetFileBytes = 10_600;
const commonPostBytes = 0.75;

/** The input of counting. */
export interface CountOptions {
  readonly matches: readonly Match[];
  /** Posts of the blog. */
  readonly postCount: number;
  /** True if one file has the cards of all posts: it is fetched with the first search. */
  readonly hasWholeCards: boolean;
  /** The number of hits that are shown: their cards are fetched anyway. */
  readonly limit: number;
  /** The keywords that must be counted. */
  readonly scope: CountScope;
  /** Bytes that the search has fetched. */
  readonly spent: number;
}

/** The number of posts that have each keyword, by the keyword's number. */
export interface KeywordCounts {
  readonly counts: ReadonlyMap<number, number>;
  /** See `SearchAnswer.counted`. */
  readonly counted: CountScope;
}

/**
 * Counts the keywords of `ids`. Exact, except where several words that are in very many posts were searched
 * for in a blog of thousands: there the rarest word's own counts stand for what they bound.
 */
export async function tallyKeywords(
  reader: IndexReader,
  ids: readonly number[],
  { matches, postCount, hasWholeCards, limit, scope, spent }: CountOptions,
): Promise<KeywordCounts> {
  const [only] = matches;
  const [list, ...others] = only?.lists ?? [];
  // The whole of one long list: counted when the index was written.
  const isWhole = matches.length === 1 && others.length === 0 && list?.total === ids.length;
  if (isWhole && list?.counts !== undefined) return { counts: list.counts, counted: 'all' };

  const sets = collectSets(matches);
  const missing = ids.filter((id) => !sets.has(id));
  if (missing.length === 0) return { counts: countSets(ids, [sets]), counted: 'all' };
  const blocks = new Set(missing.map((id) => Math.floor(id / facetBlock)));
  if (hasWholeCards || (postCount > facetBlock && ids.length <= limit)) {
    const cards = [...(await reader.loadCards(missing)).values()];
    const shown = new Map(cards.map(({ id, keywords }) => [id, keywords]));
    return { counts: countSets(ids, [sets, shown]), counted: 'all' };
  }
  const unopened = [...blocks].filter((block) => !reader.isOpened('facets', block));
  const allBytes = unopened.length * facetFileBytes;
  const commonBytes = reader.isOpened('common') ? 0 : postCount * commonPostBytes;
  const isCommon =
    scope === 'common' && postCount <= commonLimit && blocks.size > 1 && commonBytes < allBytes;
  // One facet file is no more than a shard.
  const cost = isCommon ? commonBytes : unopened.length > 1 ? allBytes : 0;
  if (cost > 0 && spent + cost > countBudgets[scope])
    return { counts: boundCounts(ids.length, matches), counted: scope };
  if (isCommon) return { counts: countLists(ids, await reader.loadCommon()), counted: 'common' };
  return { counts: countSets(ids, [sets, await reader.loadFacets(missing)]), counted: 'all' };
}

/** By the keywords of each of `ids`, which one of `tables` has. */
function countSets(
  ids: readonly number[],
  tables: readonly ReadonlyMap<number, readonly number[]>[],
): ReadonlyMap<number, number> {
  return tally(ids.flatMap((id) => tables.find((table) => table.has(id))?.get(id) ?? []));
}

/** By the posts of each keyword. */
function countLists(
  ids: readonly number[],
  lists: readonly (readonly number[])[],
): ReadonlyMap<number, number> {
  const wanted = new Set(ids);
  const count = (list: readonly number[]): number => list.filter((id) => wanted.has(id)).length;
  return new Map(lists.map((list, keyword): [number, number] => [keyword, count(list)]));
}

/** The keywords of posts, as far as the lists themselves hold them. */
function collectSets(matches: readonly Match[]): Map<number, readonly number[]> {
  const sets = new Map<number, readonly number[]>();
  for (const list of matches.flatMap(({ lists, related }) => [...lists, ...related])) {
    for (const [id, { keywords }] of list.cards) sets.set(id, keywords);
    for (const [index, set] of list.keywordSets?.entries() ?? []) {
      const id = list.ids[index];
      if (id !== undefined) sets.set(id, set);
    }
  }
  return sets;
}

/** The counts of the shortest list, as far as `total`; of the commonest keywords also those that no post has. */
function boundCounts(total: number, matches: readonly Match[]): ReadonlyMap<number, number> {
  const lists = matches.flatMap(({ lists: own }) => own).toSorted((a, b) => a.total - b.total);
  const counts = lists.find((list) => list.counts !== undefined)?.counts ?? [];
  const bounds = new Map(Array.from({ length: commonCounts }, (_, keyword) => [keyword, 0]));
  for (const [keyword, count] of counts) bounds.set(keyword, Math.min(count, total));
  return bounds;
}
