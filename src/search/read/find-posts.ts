import type { CountScope } from '../../content/model/library.ts';
import { tailBudget } from './byte-budgets.ts';
import { tallyKeywords } from './tally-keywords.ts';
import { facetBlock } from '../format/index-format.ts';
import type { IndexReader } from './index-reader.ts';
import { findMatch, loadIds, matchKeyword } from './find-match.ts';
import type { Match } from './find-match.ts';
import type { Query } from '../words/query.ts';
import { resolveClauses } from './resolve-clauses.ts';
import { createScorer, rank } from './score.ts';
import type { ListRecord, PostingList } from '../format/shard-entry.ts';
import type { ShardCard } from '../format/shard-card.ts';
import type { Stem } from '../words/stem.ts';

/** A search with its query understood; see `SearchRequest`. */
export interface FindOptions {
  readonly query: Query;
  /** One for each language of the blog. */
  readonly stems: readonly Stem[];
  /** Slugs; posts must have all. */
  readonly keywords: readonly string[];
  readonly order: 'best' | 'newest';
  readonly limit: number;
  /** The keywords to count; default all. */
  readonly counts?: CountScope | undefined;
  /** Given up: the search stops at its next step and rejects. */
  readonly signal?: AbortSignal | undefined;
}

/** The posts that a search has found. */
export interface FoundPosts {
  /** The first `limit`. */
  readonly ids: readonly number[];
  readonly total: number;
  readonly match: 'all' | 'some' | 'none';
  /** By keyword number. */
  readonly counts: ReadonlyMap<number, number>;
  /** See `SearchAnswer.counted`. */
  readonly counted: CountScope;
  /** The passages that the lists hold of posts, found or not. */
  readonly records: readonly ListRecord[];
  /** The cards beside the lists, by id: one map for each shard. */
  readonly tables: readonly ReadonlyMap<number, ShardCard>[];
  readonly corrections: readonly { readonly typed: string; readonly used: string }[];
}

/** Finds the posts that match a query. Throws a ContentError when a file of the index is damaged. */
export async function findPosts(reader: IndexReader, options: FindOptions): Promise<FoundPosts> {
  const { postCount, cardBlock } = await reader.loadRoot();
  const before = reader.countBytes();
  // Sure to be needed: fetched beside the shards, not after them. A fault shows where it is used.
  if (postCount > 0 && postCount <= cardBlock) reader.loadCards([0]).catch(() => undefined);
  else if (postCount > 0 && postCount <= facetBlock) reader.loadFacets([0]).catch(() => undefined);
  const gathered = await gather(reader, options);
  options.signal?.throwIfAborted();
  const { found, filters, corrections } = gathered;
  const best = findBest(gathered, options);
  if (best !== undefined) return { ...best, corrections };
  const hits = await findHits(reader, gathered, postCount);
  options.signal?.throwIfAborted();
  const total = hits.ids.length;
  if (total === 0) {
    const counts = new Map<number, number>();
    return {
      ids: [],
      total,
      match: 'none',
      counts,
      counted: 'all',
      ...gatherTold([]),
      corrections,
    };
  }
  const { favoured } = gathered;
  const scoreOf = createScorer({ matches: found, favoured, postCount });
  const ordered =
    options.order === 'newest' ? hits.ids.toSorted((a, b) => b - a) : rank(hits.ids, scoreOf);
  const counts = await tallyKeywords(reader, hits.ids, {
    limit: options.limit,
    matches: hits.match === 'all' ? [...found, ...filters] : found,
    postCount,
    hasWholeCards: postCount <= cardBlock,
    scope: options.counts ?? 'all',
    // The root is fetched once for all searches.
    spent: reader.countBytes() - before,
  });
  const ids = ordered.slice(0, options.limit);
  const told = gatherTold([...favoured, ...found]);
  return { ids, total, match: hits.match, ...counts, ...told, corrections };
}

/** Everything that the lists of `matches` tell of posts. */
function gatherTold(matches: readonly Match[]): Pick<FoundPosts, 'records' | 'tables'> {
  const lists = matches.flatMap(({ lists: own, related }): PostingList[] => [...own, ...related]);
  return {
    records: lists.flatMap(({ records }) => records),
    tables: [...new Set(lists.map(({ cards }) => cards))],
  };
}

/** The matches of all parts of a query. */
interface Gathered {
  /** Of the clauses that some post matches. */
  readonly found: readonly Match[];
  /** True if that is every clause. */
  readonly isWhole: boolean;
  /** Of the keywords; `isPossible` is false when one has no posts. */
  readonly filters: readonly Match[];
  readonly isPossible: boolean;
  readonly favoured: readonly Match[];
  readonly excluded: readonly Match[];
  readonly corrections: FoundPosts['corrections'];
}

async function gather(reader: IndexReader, options: FindOptions): Promise<Gathered> {
  const { query, keywords, stems } = options;
  const [{ matches, corrections }, favoured, lists, excluded] = await Promise.all([
    resolveClauses(reader, query.required, stems),
    Promise.all(query.favoured.map((text) => findWhole(reader, text))),
    Promise.all(keywords.map((slug) => reader.findKeyword(slug))),
    Promise.all(query.excluded.map((clause) => findMatch(reader, clause, stems))),
  ]);
  const found = dropMissing(matches);
  const filters = dropMissing(lists).map(matchKeyword);
  return {
    found,
    isWhole: found.length === matches.length,
    filters,
    isPossible: found.length > 0 && filters.length === keywords.length,
    favoured: dropMissing(favoured),
    excluded: dropMissing(excluded),
    corrections,
  };
}

function dropMissing<Item>(items: readonly (Item | undefined)[]): Item[] {
  return items.filter((item) => item !== undefined);
}

interface Hits {
  readonly match: 'all' | 'some';
  readonly ids: readonly number[];
}

/** The posts that match everything; if there are none, those that match most of the words. */
async function findHits(reader: IndexReader, gathered: Gathered, postCount: number): Promise<Hits> {
  const { found, filters, isWhole, isPossible } = gathered;
  if (!isPossible) return { match: 'all', ids: [] };
  const banned = await Promise.all(gathered.excluded.map((match) => loadIds(reader, match)));
  const isAllowed = (id: number): boolean => banned.every((ids) => !ids.has(id));
  const all = isWhole ? await intersect(reader, gathered, postCount) : [];
  const ids = all.filter(isAllowed);
  if (ids.length > 0 || (isWhole && found.length === 1)) return { match: 'all', ids };
  const sets = await Promise.all(filters.map((filter) => loadIds(reader, filter)));
  const isWanted = (id: number): boolean => isAllowed(id) && sets.every((set) => set.has(id));
  return { match: 'some', ids: await findMost(reader, found, isWanted) };
}

/**
 * The best posts of one list that is longer than its shard tells: what most readers of a large blog ask
 * for, and no other file is needed.
 */
function findBest(
  { found, filters, excluded, isWhole }: Gathered,
  { order, limit }: FindOptions,
): Omit<FoundPosts, 'corrections'> | undefined {
  const [match, ...others] = [...found, ...filters];
  const [list, ...more] = match?.lists ?? [];
  if (match === undefined || list?.counts === undefined) return undefined;
  const isOne = isWhole && others.length === 0 && more.length === 0 && excluded.length === 0;
  if (!isOne || order !== 'best' || limit > list.ids.length) return undefined;
  const ordered = rank(list.ids, (id) => match.weights.get(id) ?? 0);
  return {
    ids: ordered.slice(0, limit),
    total: list.total,
    match: 'all',
    counts: list.counts,
    counted: 'all',
    ...gatherTold([match]),
  };
}

async function findWhole(reader: IndexReader, text: string): Promise<Match | undefined> {
  return findMatch(reader, { kind: 'phrase', terms: [{ text, at: 0 }] }, []);
}

/** The posts in all that was found and in all filters. */
async function intersect(
  reader: IndexReader,
  { found, filters }: Pick<Gathered, 'found' | 'filters'>,
  postCount: number,
): Promise<number[]> {
  // The shortest first: the longer ones need not be fetched when they are whole in their shard.
  const ordered = [...found, ...filters].toSorted((a, b) => a.total - b.total);
  const [first, ...others] = ordered;
  if (first === undefined) return [];
  let ids = [...(await loadIds(reader, first))];
  let spent = tailBytes(first, postCount);
  for (const match of others) {
    if (ids.length === 0) break;
    if (match.isComplete) {
      ids = ids.filter((id) => match.weights.has(id));
      continue;
    }
    const cost = tailBytes(match, postCount);
    // A word may be let go, a keyword that was selected may not.
    if (spent + cost > tailBudget && !filters.includes(match)) continue;
    spent += cost;
    const set = await loadIds(reader, match);
    ids = ids.filter((id) => set.has(id));
  }
  return ids;
}

/** Of the posts that are wanted those that are in most of `matches`: in as many as the best of them. */
async function findMost(
  reader: IndexReader,
  matches: readonly Match[],
  isWanted: (id: number) => boolean,
): Promise<number[]> {
  const counts = new Map<number, number>();
  let most = 0;
  for (const ids of await Promise.all(matches.map((match) => loadIds(reader, match)))) {
    for (const id of ids) {
      if (!isWanted(id)) continue;
      const count = (counts.get(id) ?? 0) + 1;
      counts.set(id, count);
      most = Math.max(most, count);
    }
  }
  return [...counts].filter(([, count]) => count === most).map(([id]) => id);
}

/** About what fetching all ids of `match` costs. */
function tailBytes(match: Match, postCount: number): number {
  return match.lists.reduce(
    (sum, { tail, total }) =>
      sum + (tail === undefined || 'bytes' in tail ? 0 : Math.min(total * 1.2, postCount / 8)),
    0,
  );
}
