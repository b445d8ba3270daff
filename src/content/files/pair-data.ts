import { decodeCards, encodeCards } from './card-data.ts';
import { openData } from './data-reader.ts';
import type { DataReader } from './data-reader.ts';
import { hashText } from '../text/hash.ts';
import { formatNumbers } from './number-text.ts';
import { createCounts, readCounts, toCountData } from './overview-data.ts';
import type { Counts } from './overview-data.ts';
import { indexSchema, shardSize } from './post-index.ts';
import type { PostCard } from '../model/post.ts';

/**
 * The first page of the posts that have two keywords. Without it a reader would fetch the facets of the
 * rarer keyword, which grow with the blog, and a shard for nearly every post of the page.
 */
export interface KeywordPair {
  /** The commoner of the two. */
  readonly slug: string;
  /** Posts that have both. */
  readonly total: number;
  /** Newest first. */
  readonly cards: readonly PostCard[];
  /** Posts that have both and one of the overview's keywords, the two among them, by slug. */
  readonly counts: Counts;
  /** Whether some of the posts have keywords that the overview leaves out. */
  readonly hasFurther: boolean;
}

/** `k/<slug>/w<n>.json`: some pairs of one keyword with commoner ones. */
export interface PairShard {
  readonly buildId: string;
  /** The rarer keyword of every pair here. */
  readonly slug: string;
  readonly pairs: readonly KeywordPair[];
}

/** The facts that tell the rarer keyword of a pair. */
export interface PairSide {
  readonly slug: string;
  readonly count: number;
}

/** A keyword with no more posts has no pairs: its facets and two shards are as light. */
export const pairlessCount = 2 * shardSize;

/** Orders keywords from rare to common. */
export function compareRarity(a: PairSide, b: PairSide): number {
  if (a.count !== b.count) return a.count - b.count;
  return a.slug < b.slug ? 1 : -1;
}

/** Half a page, so that a common pair, which fills a page, mostly has a file to itself. */
const cardsPerPairShard = shardSize / 2;

/**
 * In how many files the pairs of a keyword lie.
 *
 * @param rank - place among all keywords by count, from 0; `undefined` beyond the overview's
 */
export function countPairShards(count: number, rank: number | undefined): number {
  // A post has two other keywords or so, and no pair has more than a page of cards.
  const cards = Math.min(2 * count, rank === undefined ? Infinity : rank * shardSize);
  return Math.max(1, Math.ceil(cards / cardsPerPairShard));
}

/** The number, from 0, of the file among `shards` that has the pairs with the commoner keyword `slug`. */
export function pairShardOf(slug: string, shards: number): number {
  return Number.parseInt(hashText(slug, 6), 36) % shards;
}

/** Pairs with one keyword as the text of their file: each card once, and for each pair the places of its cards. */
export function encodePairs({ buildId, slug, pairs }: PairShard): string {
  // Pairs share posts: each card is there once.
  const cards = [...new Set(pairs.flatMap((pair) => pair.cards))].toSorted((a, b) => b.id - a.id);
  const places = new Map(cards.map((card, place) => [card, place]));
  return JSON.stringify({
    schema: indexSchema,
    buildId,
    slug,
    pairs: pairs.map((pair) => ({
      slug: pair.slug,
      total: pair.total,
      places: formatNumbers(pair.cards.map((card) => places.get(card) ?? 0)),
      counts: toCountData(pair.counts),
      hasFurther: pair.hasFurther,
    })),
    cards: encodeCards(cards),
  });
}

/**
 * The pairs in `value`, the parsed file `place`.
 *
 * @throws ContentError naming `place` and the field that is wrong, also for a card that is not in the file
 */
export function decodePairs(value: unknown, place: string): PairShard {
  const data = openData(value, place, indexSchema);
  const cards = decodeCards(data.record('cards'));
  return {
    buildId: data.string('buildId'),
    slug: data.string('slug'),
    pairs: data.records('pairs').map((pair) => readPair(pair, cards)),
  };
}

function readPair(data: DataReader, cards: readonly PostCard[]): KeywordPair {
  return {
    slug: data.string('slug'),
    total: data.integer('total'),
    cards: data
      .numbers('places')
      .map((at) => cards[at] ?? data.fail('places', `places among ${cards.length}`)),
    counts: readCounts(data.record('counts')),
    hasFurther: data.boolean('hasFurther'),
  };
}

/**
 * The pairs of `own` with commoner keywords among `cards`, its posts oldest first.
 *
 * @param countOf - posts of every keyword
 * @param common - the overview's keywords
 */
export function createPairs(
  own: PairSide,
  cards: readonly PostCard[],
  countOf: ReadonlyMap<string, number>,
  common: ReadonlySet<string>,
): readonly KeywordPair[] {
  const found = new Map<string, { cards: PostCard[]; counts: Map<string, number> }>();
  for (const card of cards.toReversed()) {
    const slugs = card.keywords.map(({ slug }) => slug);
    for (const slug of slugs) {
      const side = { slug, count: countOf.get(slug) ?? 0 };
      if (slug === own.slug || compareRarity(side, own) < 0) continue;
      const pair = found.get(slug) ?? { cards: [], counts: new Map<string, number>() };
      found.set(slug, pair);
      if (pair.cards.length < shardSize) pair.cards.push(card);
      for (const other of slugs) pair.counts.set(other, (pair.counts.get(other) ?? 0) + 1);
    }
  }
  return [...found].map(([slug, pair]): KeywordPair => ({
    slug,
    total: pair.counts.get(slug) ?? 0,
    cards: pair.cards,
    counts: createCounts(
      [...pair.counts].filter(
        ([other]) => common.has(other) || other === slug || other === own.slug,
      ),
    ),
    hasFurther: [...pair.counts.keys()].some(
      (other) => !common.has(other) && other !== slug && other !== own.slug,
    ),
  }));
}
