import {
  facetBlock,
  listedCards,
  listedExcerpts,
  listLimit,
  minimumListed,
} from '../format/index-format.ts';
import { countPostings } from './dictionary.ts';
import type { DictionaryKey } from './dictionary.ts';
import type { Postings } from './postings.ts';

/** The cards and passages that stand beside each list that readers see as it is: of its best posts. */
export interface ListPlan {
  readonly cards: number;
  readonly excerpts: number;
}

/** The index may take so much of the Markdown that it indexes: what is left of it goes into cards and passages. */
const shareOfSource = 0.92;
/** Shorter posts count as so long: where little is to be saved, the reader's requests are. */
const leastSource = 1_500;
/** So large and of so many files may any index be: a blog of a few posts need not save. */
const leastIndex = { bytes: 400_000, files: 80 } as const;
/** Files for each post that shards and positions may be: with those of cards and the few others there is one a post. */
const filesOfPost = { withCardFiles: 0.87, withWholeCards: 1.1 } as const;
/** The usual bytes of a shard and of a file of positions. */
const shardBytes = 4_700;
const placeFileBytes = 8_700;

/** Usual bytes, compressed, that every index has: of a key, a post in its list, and a word of a post with its places. */
const keyBytes = 5;
const listedBytes = 1;
const placeBytes = 2.9;
/** Of the keywords of a post in a list that has them, and of the counts of a long list. */
const setBytes = 3;
const countBytes = 250;
/** Of a card and of a passage, each in the shards of all lists that name it. */
const cardBytes = 40;
const excerptBytes = 78;

/** The cards that come before passages: each that is missing is a request. */
const firstCards = 10;

/** The input of {@link planLists}. */
export interface PlanOptions {
  readonly keys: readonly DictionaryKey[];
  /** True if one file has all cards: then no list needs any. */
  readonly hasWholeCards: boolean;
  readonly source: SourceSize;
}

/** The size of the Markdown of all posts. */
export interface SourceSize {
  /** As UTF-8. */
  readonly bytes: number;
  /** UTF-16 code units. */
  readonly letters: number;
}

/**
 * As many cards and passages as an index may have that is smaller than its text: the best few of each list in a
 * blog of hundreds, a page of them in one of ten thousand. What a list does not have is fetched from card files and
 * posts.
 */
export function planLists(
  postings: Postings,
  { keys, hasWholeCards, source }: PlanOptions,
): ListPlan {
  const lists = keys.map((key) => ({
    length: Math.min(countPostings(key, postings), postings.posts.length),
    isShown: isShown(key),
    isWord: key.kind === 'word',
  }));
  const shown = lists.filter((list) => list.isShown && list.length >= minimumListed);
  const room = measureRoom(lists, { source, hasWholeCards, postCount: postings.posts.length });
  // Scripts of three bytes a letter leave more of each excerpt.
  const ofExcerpt = excerptBytes * Math.max(1, source.bytes / Math.max(1, source.letters));
  const least = (count: number): number =>
    shown.reduce((sum, { length }) => sum + Math.min(count, length), 0);
  let plan: ListPlan = { cards: 0, excerpts: 0 };
  for (const wanted of listPlans(hasWholeCards)) {
    if (least(wanted.cards) * cardBytes + least(wanted.excerpts) * ofExcerpt > room) break;
    plan = wanted;
  }
  return plan;
}

/** Plans, each larger than the one before. */
function listPlans(hasWholeCards: boolean): ListPlan[] {
  if (hasWholeCards) return upTo(listedExcerpts).map((excerpts) => ({ cards: 0, excerpts }));
  return [
    ...upTo(firstCards).map((cards) => ({ cards, excerpts: 0 })),
    ...upTo(listedExcerpts).map((excerpts) => ({ cards: firstCards, excerpts })),
    ...upTo(listedCards - firstCards).map((more) => ({
      cards: firstCards + more,
      excerpts: listedExcerpts,
    })),
  ];
}

/** The numbers from 1 to `count`. */
function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, place) => place + 1);
}

/** About the bytes, compressed, that the list of `key` brings into a shard. */
export function measureList(
  key: DictionaryKey,
  { postings, plan }: { readonly postings: Postings; readonly plan: ListPlan },
): number {
  const { length: postCount } = postings.posts;
  const length = Math.min(countPostings(key, postings), postCount);
  const bytes = measureIds({ length, isShown: isShown(key) }, postCount);
  if (!isShown(key) || length < minimumListed) return bytes;
  const told = plan.cards * cardBytes + plan.excerpts * excerptBytes;
  return bytes + (Math.min(length, listedCards) / listedCards) * told;
}

function isShown(key: DictionaryKey): boolean {
  return key.kind === 'word' ? key.isShown : key.kind === 'stem' || key.kind === 'prefix';
}

interface MeasuredList {
  readonly length: number;
  readonly isShown: boolean;
  readonly isWord: boolean;
}

/** The bytes that cards and passages may take, so that all files are smaller than the source and not too many. */
function measureRoom(
  lists: readonly MeasuredList[],
  { source, hasWholeCards, postCount }: RoomOptions,
): number {
  let shards = 0;
  let places = 0;
  for (const list of lists) {
    shards += measureIds(list, postCount);
    if (list.isWord && list.length <= listLimit) places += list.length * placeBytes;
  }
  const share = hasWholeCards ? filesOfPost.withWholeCards : filesOfPost.withCardFiles;
  const files = Math.max(postCount * share - places / placeFileBytes, leastIndex.files);
  const bytes = Math.max(source.bytes, postCount * leastSource, leastIndex.bytes) * shareOfSource;
  return Math.min(bytes - places, files * shardBytes) - shards;
}

interface RoomOptions extends Pick<PlanOptions, 'source' | 'hasWholeCards'> {
  readonly postCount: number;
}

function measureIds(
  { length, isShown: isWithSets }: Pick<MeasuredList, 'length' | 'isShown'>,
  postCount: number,
): number {
  if (length > listLimit) return keyBytes + listLimit * listedBytes + postCount / 8 + countBytes;
  const ofPost = listedBytes + (isWithSets && postCount > facetBlock ? setBytes : 0);
  return keyBytes + length * ofPost;
}
