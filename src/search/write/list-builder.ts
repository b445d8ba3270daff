import { tally } from '../../content/model/tally.ts';
import { createByteReader } from '../format/bytes.ts';
import { cutExcerpt } from '../words/excerpt.ts';
import { facetBlock, listLimit, minimumExcerpts, recordCount } from '../format/index-format.ts';
import type { Posting, IndexedPost, Postings } from './postings.ts';
import { chooseSections } from '../text/sections.ts';
import type { ShardCard } from '../format/shard-card.ts';
import type { ListRecord, PostingList } from '../format/shard-file.ts';
import { readPositions } from '../format/side-files.ts';
import { maximumWeight, quantize, unquantize } from '../text/weight.ts';

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

/** What the lists refer to. */
export interface ListBuilderOptions {
  readonly postings: Postings;
  /** The cards of all posts, with keyword numbers in the post's order. */
  readonly cards: readonly ShardCard[];
  /** Puts away the ids of a list that is too long, and returns where. */
  readonly addTail: (ids: readonly number[]) => { readonly file: number; readonly index: number };
}

/** A builder of lists over `postings`. */
export function createListBuilder({ postings, cards, addTail }: ListBuilderOptions): ListBuilder {
  const { posts } = postings;
  const sets = sortSets(cards);
  // What the words merged so far say of each post; only `touched` posts hold something.
  const weights = new Uint8Array(posts.length);
  const sums = new Float32Array(posts.length);
  const best = new Int32Array(posts.length).fill(-1);
  const passages = new Map<Posting, Omit<ListRecord, 'card'>>();

  const keywordPosts: number[][] = [];
  for (const [post, set] of sets.entries()) {
    for (const keyword of set) (keywordPosts[keyword] ??= []).push(post);
  }

  const merge = (posting: Posting, touched: number[]): void => {
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
  };
  const finish = (touched: number[], isShown = true): PostingList => {
    touched.sort((a, b) => a - b);
    const total = touched.length;
    const ids = total <= listLimit ? touched : chooseBest(touched, weights, listLimit);
    const isLong = total > listLimit;
    // A reader who looks for one or two posts gets their excerpts from the posts themselves.
    const hasExcerpts = total >= minimumExcerpts;
    const shown = isShown ? orderBest(ids, weights, recordCount) : [];
    const records = shown.map((post) => createRecord(post, best[post] ?? -1, hasExcerpts));
    const list: PostingList = {
      total,
      ids,
      weights: ids.map((post) => weights[post] ?? 0),
      keywordSets:
        total > records.length && !isLong && posts.length > facetBlock
          ? ids.map((post) => sets[post] ?? [])
          : undefined,
      counts: isLong ? tally(touched.flatMap((post) => sets[post] ?? [])) : undefined,
      records,
      tail: isLong ? addTail(touched) : undefined,
    };
    for (const post of touched) best[post] = -1;
    return list;
  };
  const createRecord = (post: number, posting: Posting, hasExcerpt: boolean): ListRecord => {
    const facts = posts[post];
    const card = cards[post];
    if (facts === undefined || card === undefined)
      throw new RangeError(`There is no post ${post}.`);
    if (!hasExcerpt) return { card, excerpt: '', sections: [] };
    const known = passages.get(posting);
    if (known !== undefined) return { card, ...known };
    const passage = {
      excerpt: cutExcerpt(facts.text, Math.max(0, postings.offsetOf(posting))),
      sections: findSections(facts, postings.positionsOf(posting)),
    };
    if (passages.size >= keptPassages) passages.clear();
    passages.set(posting, passage);
    return { card, ...passage };
  };
  return {
    ofWord(word, isShown) {
      const touched: number[] = [];
      for (const posting of postings.postingsOf(word)) merge(posting, touched);
      return finish(touched, isShown);
    },
    ofStem(words, stem) {
      const touched: number[] = [];
      for (const word of words) {
        for (const posting of postings.postingsOf(word)) {
          if (postings.stemOf(posting) === stem) merge(posting, touched);
        }
      }
      for (const post of touched) weights[post] = quantize(sums[post] ?? 0);
      return finish(touched);
    },
    ofPrefix(words) {
      const touched: number[] = [];
      for (const word of words) {
        for (const posting of postings.postingsOf(word)) merge(posting, touched);
      }
      return finish(touched);
    },
    ofKeyword(keyword) {
      const touched = (keywordPosts[keyword] ??= []).slice();
      for (const post of touched) weights[post] = 0;
      return finish(touched, false);
    },
    positionsOf(word) {
      const list = postings.postingsOf(word);
      if (list.length > listLimit) return [];
      return Array.from(list, (posting) => postings.positionsOf(posting));
    },
  };
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

/** The `count` posts with the highest weights, ascending; of equals the newest. Linear. */
function chooseBest(posts: readonly number[], weights: Uint8Array, count: number): number[] {
  const histogram = new Uint32Array(maximumWeight + 1);
  for (const post of posts)
    histogram[weights[post] ?? 0] = (histogram[weights[post] ?? 0] ?? 0) + 1;
  let floor = maximumWeight;
  let above = 0;
  while (floor > 0 && above + (histogram[floor] ?? 0) < count) above += histogram[floor--] ?? 0;
  let room = count - above;
  const chosen: number[] = [];
  for (let index = posts.length - 1; index >= 0; index--) {
    const post = posts[index] ?? 0;
    const weight = weights[post] ?? 0;
    if (weight > floor || (weight === floor && room-- > 0)) chosen.push(post);
  }
  return chosen.toReversed();
}

/** The `count` best of `posts`, best first, the newest of equals first. */
function orderBest(posts: readonly number[], weights: Uint8Array, count: number): number[] {
  const some = posts.length > count ? chooseBest(posts, weights, count) : posts;
  return some.toSorted((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || b - a);
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
