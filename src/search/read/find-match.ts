import { minimumListed } from '../format/index-format.ts';
import type { IndexReader } from './index-reader.ts';
import type { FoundWord } from './key-lookup.ts';
import type { Clause } from '../words/query.ts';
import type { PostingList } from '../format/shard-entry.ts';
import type { Stem } from '../words/stem.ts';
import { isGramText } from '../words/tokenize.ts';

/** The posts that match one clause. */
export interface Match {
  /** Together they hold the posts; a post may be in several. */
  readonly lists: readonly PostingList[];
  /** The best posts, or all, and what the clause says of each. */
  readonly weights: ReadonlyMap<number, number>;
  /** True if `weights` hold all posts. */
  readonly isComplete: boolean;
  /** The number of posts that match; an upper bound when there are several lists and not all complete. */
  readonly total: number;
  /** Lists that tell of the same words, for their cards and passages. */
  readonly related: readonly PostingList[];
}

/** The posts that match `clause`; `undefined` when there are none. */
export async function findMatch(
  reader: IndexReader,
  clause: Clause,
  stems: readonly Stem[],
): Promise<Match | undefined> {
  if (clause.kind === 'phrase') return findPhrase(reader, clause.terms);
  if (!clause.isPrefix) {
    return joinLists((await findForms(reader, clause.text, stems)).map(({ list }) => list));
  }
  const begun = await reader.findPrefix(clause.text);
  const [first] = begun;
  if (first?.kind === 'prefix' && first.text === clause.text && first.hasForms) {
    return joinLists([first.list]);
  }
  const forms = await findForms(reader, clause.text, stems);
  // A stem whose words all begin as typed adds nothing to the list of all words that do.
  const others = forms.filter(
    (form) => form.kind === 'word' || !form.common.startsWith(clause.text),
  );
  const known = new Set(begun.map(({ text }) => text));
  const added = others.filter(({ kind, text }) => kind === 'stem' || !known.has(text));
  const bare = begun.filter(
    (entry) => entry.kind === 'word' && entry.isBare && entry.list.total >= minimumListed,
  );
  const related = await Promise.all(bare.map(({ text }) => findForms(reader, text, stems)));
  return joinLists(
    [...begun, ...added].map(({ list }) => list),
    related.flat().map(({ list }) => list),
  );
}

/** All ids of the posts that match. */
export async function loadIds(reader: IndexReader, match: Match): Promise<ReadonlySet<number>> {
  if (match.isComplete) return new Set(match.weights.keys());
  const parts = await Promise.all(
    match.lists.map(({ tail, ids, total }) =>
      tail === undefined ? ids : reader.loadTail(tail, total),
    ),
  );
  const [only, ...others] = parts;
  if (only !== undefined && others.length === 0) return toSet(only);
  const all = new Set<number>();
  for (const ids of parts) for (const id of ids) all.add(id);
  return all;
}

/** Sets of long lists: the lists are kept, and so are these with them. */
const setsOfLists = new WeakMap<readonly number[], ReadonlySet<number>>();

function toSet(ids: readonly number[]): ReadonlySet<number> {
  const set = setsOfLists.get(ids) ?? new Set(ids);
  setsOfLists.set(ids, set);
  return set;
}

/** Lists of the words with the stems of `text`. */
async function findForms(
  reader: IndexReader,
  text: string,
  stems: readonly Stem[],
): ReturnType<typeof findAll> {
  const distinct = isGramText(text) ? [text] : new Set(stems.map((stem) => stem(text)));
  return findAll(reader, [...distinct]);
}

async function findAll(
  reader: IndexReader,
  stems: readonly string[],
): Promise<readonly NonNullable<Awaited<ReturnType<IndexReader['findStem']>>>[]> {
  const found = await Promise.all(stems.map((stem) => reader.findStem(stem)));
  const distinct = new Map(
    found.flatMap((entry) => (entry ? [[`${entry.kind} ${entry.text}`, entry]] : [])),
  );
  return [...distinct.values()];
}

/** Matches of single lists, kept with them. */
const matchesOfLists = new WeakMap<PostingList, Match>();

/** Several lists as one: of what they say of a post the most counts. */
function joinLists(
  lists: readonly PostingList[],
  related: readonly PostingList[] = [],
): Match | undefined {
  const [first] = lists;
  if (first === undefined) return undefined;
  if (lists.length > 1 || related.length > 0) return mergeLists(lists, related);
  const match = matchesOfLists.get(first) ?? mergeLists(lists, related);
  matchesOfLists.set(first, match);
  return match;
}

function mergeLists(lists: readonly PostingList[], related: readonly PostingList[]): Match {
  const weights = new Map<number, number>();
  for (const list of lists) {
    for (const [index, id] of list.ids.entries()) {
      const weight = list.weights[index] ?? 0;
      if (weight >= (weights.get(id) ?? -1)) weights.set(id, weight);
    }
  }
  const isComplete = lists.every(({ tail }) => tail === undefined);
  const total = isComplete ? weights.size : lists.reduce((sum, list) => sum + list.total, 0);
  return { lists, weights, isComplete, total, related };
}

/** The match of a keyword: posts are filtered by it and not ranked. */
export function matchKeyword(list: PostingList): Match {
  return {
    lists: [list],
    weights: new Map(list.ids.map((id) => [id, 0])),
    isComplete: list.tail === undefined,
    total: list.total,
    related: [],
  };
}

/** The posts in which `terms` stand as given. A word in very many posts may stand anywhere in the post. */
async function findPhrase(
  reader: IndexReader,
  terms: readonly { readonly text: string; readonly at: number }[],
): Promise<Match | undefined> {
  const words = await Promise.all(terms.map(({ text }) => reader.findWord(text)));
  const found = words.filter((word) => word !== undefined);
  if (found.length < words.length || found.length === 0) return undefined;
  if (found.length === 1) return joinLists(found.map(({ list }) => list));
  const placed = await Promise.all(
    found.map(async (word, index) => loadPlaces(reader, word, terms[index]?.at ?? 0)),
  );
  const known = placed.filter(({ starts }) => starts !== undefined);
  const [rarest] = known.toSorted((a, b) => a.word.list.total - b.word.list.total);
  const ids = rarest === undefined ? await intersectAll(reader, found) : rarest.word.list.ids;
  const kept = ids.filter((id) => standTogether(id, known));
  return kept.length === 0 ? undefined : createPhraseMatch(kept, found);
}

interface PlacedWord {
  readonly word: FoundWord;
  /** By post the positions at which the phrase would begin; `undefined`: anywhere. */
  readonly starts: ReadonlyMap<number, ReadonlySet<number> | undefined> | undefined;
}

async function loadPlaces(reader: IndexReader, word: FoundWord, at: number): Promise<PlacedWord> {
  if (word.list.tail !== undefined) return { word, starts: undefined };
  const positions = await reader.loadPositions(word);
  const starts = word.list.ids.map((id, index) => {
    const places = positions?.[index];
    return [id, places && new Set(places.map((place) => place - at))] as const;
  });
  return { word, starts: new Map(starts) };
}

function standTogether(id: number, words: readonly PlacedWord[]): boolean {
  let common: ReadonlySet<number> | undefined;
  for (const { starts } of words) {
    if (starts?.has(id) !== true) return false;
    const own = starts.get(id);
    if (own === undefined) continue;
    const before = common;
    common = before === undefined ? own : new Set([...own].filter((place) => before.has(place)));
    if (common.size === 0) return false;
  }
  return true;
}

async function intersectAll(reader: IndexReader, words: readonly FoundWord[]): Promise<number[]> {
  const sets = await Promise.all(
    words.flatMap(({ list }) => {
      const match = joinLists([list]);
      return match === undefined ? [] : [loadIds(reader, match)];
    }),
  );
  const [first = new Set<number>(), ...others] = sets;
  return [...first].filter((id) => others.every((set) => set.has(id)));
}

function createPhraseMatch(ids: readonly number[], words: readonly FoundWord[]): Match {
  const parts = words.flatMap(({ list }) => joinLists([list]) ?? []);
  const weights = ids.map((id) => {
    const known = parts.map((part) => part.weights.get(id) ?? 0);
    return [id, Math.max(...known)] as const;
  });
  return {
    lists: words.map(({ list }) => list),
    weights: new Map(weights),
    isComplete: true,
    total: ids.length,
    related: [],
  };
}
