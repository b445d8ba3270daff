import { tally } from '../../content/model/tally.ts';
import { chooseBest } from './best-posts.ts';
import { createByteReader } from '../format/bytes.ts';
import { cutExcerpt } from '../words/excerpt.ts';
import { facetBlock, listLimit, minimumListed } from '../format/index-format.ts';
import type { ListPlan } from './plan-lists.ts';
import type { IndexedPost, Posting, Postings } from './postings.ts';
import { chooseSections } from '../text/sections.ts';
import type { ShardCard } from '../format/shard-card.ts';
import { orderListed } from '../format/shard-entry.ts';
import type { ListRecord, PostingList, TailPlace } from '../format/shard-entry.ts';
import { readPositions } from '../format/side-files.ts';
import { quantize, unquantize } from '../text/weight.ts';

/** Passages kept: the lists of a word, of its stem and of its beginnings follow each other and share them. */
const keptPassages = 5000;

/** Merges postings into the lists of the index. */
export interface ListBuilder {
  /** The list of one word; `isShown` when a reader sees it alone, so that it needs records. */
  ofWord(word: number, isShown: boolean): PostingList;
  /** The list of all `words` with the stem; what several forms say of a post is added up. */
  ofStem(words: readonly number[], stem: number): PostingList;
  /** The list of all `words`; the form that says most of a post counts. */
  ofPrefix(words: readonly number[]): PostingList;
  /** The list of the posts with a keyword. */
  ofKeyword(keyword: number): PostingList;
  /** Positions for each post of a word's list; empty when the list is not complete. */
  positionsOf(word: number): Uint8Array[];
}

/** The sources of the lists. */
export interface ListBuilderOptions {
  readonly postings: Postings;
  /** The cards of all posts, with keyword numbers in the post's order. */
  readonly cards: readonly ShardCard[];
  /** The cards and passages beside each list. */
  readonly plan: ListPlan;
  /** Puts away the ids of a list that is too long, and returns where. */
  readonly addTail: (ids: readonly number[]) => TailPlace;
}

/** A builder of lists over `postings`. */
export function createListBuilder(options: ListBuilderOptions): ListBuilder {
  const { postings, cards } = options;
  const sets = sortSets(cards);
  const keywordPosts = listKeywordPosts(sets);
  const merger = createMerger(postings);
  const createRecord = createRecorder(options);
  const finish = (touched: number[], isShown = true): PostingList => {
    const list = createList(
      touched.toSorted((a, b) => a - b),
      { ...options, sets, merger, createRecord, isShown },
    );
    merger.clear(touched);
    return list;
  };
  const mergeAll = (
    words: readonly number[],
    isWanted?: (posting: Posting) => boolean,
  ): number[] => {
    const touched: number[] = [];
    for (const word of words) {
      for (const posting of postings.postingsOf(word)) {
        if (isWanted === undefined || isWanted(posting)) merger.merge(posting, touched);
      }
    }
    return touched;
  };
  return {
    ofWord: (word, isShown) => finish(mergeAll([word]), isShown),
    ofStem(words, stem) {
      const touched = mergeAll(words, (posting) => postings.stemOf(posting) === stem);
      merger.addUp(touched);
      return finish(touched);
    },
    ofPrefix: (words) => finish(mergeAll(words)),
    ofKeyword(keyword) {
      const touched = (keywordPosts[keyword] ?? []).slice();
      for (const post of touched) merger.weights[post] = 0;
      return finish(touched, false);
    },
    positionsOf(word) {
      const list = postings.postingsOf(word);
      if (list.length > listLimit) return [];
      return Array.from(list, (posting) => postings.positionsOf(posting));
    },
  };
}

/** Merges what several words say of a post, in columns over all posts; only merged posts hold something. */
interface Merger {
  /** By post the most that a word says of it. */
  readonly weights: Uint8Array;
  /** Adds a posting; a post that is met for the first time goes into `touched`. */
  merge(posting: Posting, touched: number[]): void;
  /** In place of the most that a word says of a post the sum of what all say. */
  addUp(touched: readonly number[]): void;
  /** The posting that an excerpt of `post` shows; -1 when there is none. */
  bestOf(post: number): Posting;
  clear(touched: readonly number[]): void;
}

function createMerger(postings: Postings): Merger {
  const { length } = postings.posts;
  const weights = new Uint8Array(length);
  const sums = new Float32Array(length);
  const best = new Int32Array(length).fill(-1);
  return {
    weights,
    merge(posting, touched) {
      const post = postings.postOf(posting);
      const weight = postings.weightOf(posting);
      const known = best[post] ?? -1;
      if (known === -1) {
        touched.push(post);
        best[post] = posting;
        weights[post] = weight;
        sums[post] = unquantize(weight);
        return;
      }
      sums[post] = (sums[post] ?? 0) + unquantize(weight);
      weights[post] = Math.max(weights[post] ?? 0, weight);
      const hasText = postings.offsetOf(posting) !== -1;
      const knownHasText = postings.offsetOf(known) !== -1;
      const isBetter = hasText === knownHasText ? weight > postings.weightOf(known) : hasText;
      if (isBetter) best[post] = posting;
    },
    addUp(touched) {
      for (const post of touched) weights[post] = quantize(sums[post] ?? 0);
    },
    bestOf: (post) => best[post] ?? -1,
    clear(touched) {
      for (const post of touched) best[post] = -1;
    },
  };
}

interface ListParts extends ListBuilderOptions {
  readonly sets: readonly (readonly number[])[];
  readonly merger: Merger;
  readonly createRecord: CreateRecord;
  readonly isShown: boolean;
}

/** The list of the posts `touched`, which ascend. */
function createList(
  touched: readonly number[],
  { cards, plan, sets, merger, createRecord, isShown, addTail }: ListParts,
): PostingList {
  const { weights } = merger;
  const total = touched.length;
  const isLong = total > listLimit;
  const ids = isLong ? chooseBest(touched, weights, listLimit) : touched;
  const listed = ids.map((post) => weights[post] ?? 0);
  // A reader who looks for a few posts gets cards and excerpts from the card files and the posts themselves.
  const isListed = isShown && total >= minimumListed;
  const count = isListed ? Math.max(plan.cards, plan.excerpts) : 0;
  const best = orderListed(ids, listed, count);
  const shown = best.slice(0, plan.excerpts);
  const hasSets = isShown && total >= minimumListed && !isLong && sets.length > facetBlock;
  return {
    total,
    ids,
    weights: listed,
    keywordSets: hasSets ? ids.map((post) => sets[post] ?? []) : undefined,
    counts: isLong ? tally(touched.flatMap((post) => sets[post] ?? [])) : undefined,
    records: shown.map((post) => createRecord(post, merger.bestOf(post))),
    cards: pickCards(cards, best.slice(0, plan.cards)),
    tail: isLong ? addTail(touched) : undefined,
  };
}

function pickCards(
  cards: readonly ShardCard[],
  posts: readonly number[],
): ReadonlyMap<number, ShardCard> {
  const picked = posts.flatMap((post) => cards[post] ?? []);
  return new Map(picked.map((card) => [card.id, card]));
}

type CreateRecord = (post: number, posting: Posting) => ListRecord;

/** Makes records, and keeps their passages for the lists that follow. */
function createRecorder({ postings }: ListBuilderOptions): CreateRecord {
  const passages = new Map<Posting, ListRecord>();
  return (post, posting) => {
    const facts = postings.posts[post];
    if (facts === undefined) throw new RangeError(`There is no post ${post}.`);
    const known = passages.get(posting);
    if (known !== undefined) return known;
    const passage = {
      id: post,
      excerpt: cutExcerpt(facts.text, Math.max(0, postings.offsetOf(posting))),
      sections: findSections(facts, postings.positionsOf(posting)),
    };
    if (passages.size >= keptPassages) passages.clear();
    passages.set(posting, passage);
    return passage;
  };
}

/** The posts of each keyword, ascending, by its number. */
function listKeywordPosts(sets: readonly (readonly number[])[]): (readonly number[] | undefined)[] {
  const posts: number[][] = [];
  for (const [post, set] of sets.entries()) {
    for (const keyword of set) (posts[keyword] ??= []).push(post);
  }
  return posts;
}

/** Each set ascending, equal ones as one object: a shard tells them apart without reading them. */
function sortSets(cards: readonly ShardCard[]): (readonly number[])[] {
  const known = new Map<string, readonly number[]>();
  return cards.map(({ keywords }) => {
    const sorted = keywords.toSorted((a, b) => a - b);
    const same = known.get(sorted.join()) ?? sorted;
    known.set(sorted.join(), same);
    return same;
  });
}

/** The sections in which a word stands most often, in the order of the post. */
function findSections(facts: IndexedPost, bytes: Uint8Array): ListRecord['sections'] {
  const { sections, bodyEnd } = facts;
  if (sections.length === 0 || bytes.length === 0) return [];
  const positions = readPositions(createByteReader(bytes, facts.card.path)) ?? [];
  return chooseSections(
    sections,
    positions.filter((position) => position < bodyEnd),
  );
}
