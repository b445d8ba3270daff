import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareRarity,
  countPairShards,
  createPairs,
  decodePairs,
  encodePairs,
  pairShardOf,
} from '../../../../src/content/files/pair-data.ts';
import type { PostCard } from '../../../../src/content/model/post.ts';
import { cardArbitrary } from './card-arbitrary.ts';

const slugs = ['rust', 'web', 'css', 'constructor', 'zig'];
const cards = fc.array(fc.tuple(cardArbitrary, fc.subarray(slugs)), { maxLength: 60 }).map((list) =>
  list.map(([card, own], id): PostCard => ({
    ...card,
    id,
    keywords: own.map((slug) => ({ name: slug, slug })),
  })),
);

function has(card: PostCard, slug: string): boolean {
  return card.keywords.some((keyword) => keyword.slug === slug);
}

describe('createPairs', () => {
  test('equals the brute-force answer', () => {
    fc.assert(
      fc.property(cards, (list) => {
        const own = list.filter((card) => has(card, 'rust'));
        const countOf = new Map(
          slugs.map((slug) => [slug, list.filter((c) => has(c, slug)).length]),
        );
        const side = { slug: 'rust', count: own.length };
        const common = new Set(['rust', 'css']);
        const pairs = createPairs(side, own, countOf, common);
        for (const slug of slugs.filter((other) => other !== 'rust')) {
          const both = own.filter((card) => has(card, slug)).toReversed();
          const pair = pairs.find((candidate) => candidate.slug === slug);
          const isRarer = compareRarity(side, { slug, count: countOf.get(slug) ?? 0 }) < 0;
          if (both.length === 0 || !isRarer) {
            expect(pair).toBeUndefined();
            continue;
          }
          expect(pair?.total).toBe(both.length);
          expect(pair?.cards).toEqual(both.slice(0, 20));
          const counted = slugs
            .filter((other) => common.has(other) || other === slug)
            .map((other) => [other, both.filter((card) => has(card, other)).length] as const)
            .filter(([, count]) => count > 0);
          expect({ ...pair?.counts }).toEqual(Object.fromEntries(counted));
          expect(pair?.hasFurther).toBe(
            both.some((card) =>
              card.keywords.some((other) => !common.has(other.slug) && other.slug !== slug),
            ),
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('encodePairs', () => {
  test('is undone by decodePairs and has each card once', () => {
    fc.assert(
      fc.property(cards, (list) => {
        const own = list.filter((card) => has(card, 'rust'));
        const countOf = new Map(slugs.map((slug) => [slug, 99]));
        const pairs = createPairs({ slug: 'rust', count: 1 }, own, countOf, new Set(slugs));
        const shard = { buildId: 'b', slug: 'rust', pairs };
        const text = encodePairs(shard);
        expect(decodePairs(JSON.parse(text), 'test')).toEqual(shard);
        const json = JSON.parse(text) as { cards: { titles: readonly string[] } };
        expect(json.cards.titles.length).toBe(new Set(pairs.flatMap((pair) => pair.cards)).size);
      }),
      { numRuns: 60 },
    );
  });
});

describe('decodePairs', () => {
  const good = JSON.parse(encodePairs({ buildId: 'b', slug: 'rust', pairs: [] })) as object;
  const pair = {
    slug: 'web',
    total: 1,
    places: '3',
    counts: { slugs: [], counts: '' },
    hasFurther: false,
  };
  test.each([
    [{ pairs: [pair] }, 'k/rust/w0.json: pairs[0]  `places` is `3`; places among 0 was expected.'],
    [
      { pairs: [{ ...pair, hasFurther: 1 }], cards: undefined },
      'k/rust/w0.json: cards  The data is missing',
    ],
    [{ pairs: {} }, '`pairs` is an object; an array was expected.'],
    [{ schema: 3 }, '`schema` is `3`; 1 was expected.'],
  ])('rejects %j', (change, message) => {
    expect(() => decodePairs({ ...good, ...change }, 'k/rust/w0.json')).toThrow(message);
  });
});

describe('countPairShards', () => {
  test.each([
    [41, undefined, 9],
    [27_000, 0, 1],
    [15_000, 1, 2],
    [5000, 10, 20],
    [100, 63, 20],
  ])('spreads the pairs of %d posts at rank %s over %d files', (count, rank, shards) => {
    expect(countPairShards(count, rank)).toBe(shards);
  });
});

describe('pairShardOf', () => {
  test('spreads keywords evenly', () => {
    const counts = Array.from({ length: 8 }, () => 0);
    for (let n = 0; n < 800; n++) {
      const shard = pairShardOf(`keyword-${n}`, 8);
      counts[shard] = (counts[shard] ?? 0) + 1;
    }
    expect(Math.min(...counts)).toBeGreaterThan(60);
  });
});

describe('compareRarity', () => {
  test('is an order, with ties by slug', () => {
    const sides = [
      { slug: 'a', count: 2 },
      { slug: 'b', count: 2 },
      { slug: 'c', count: 1 },
    ];
    expect(sides.toSorted(compareRarity).map(({ slug }) => slug)).toEqual(['c', 'b', 'a']);
    expect(
      sides
        .toReversed()
        .toSorted(compareRarity)
        .map(({ slug }) => slug),
    ).toEqual(['c', 'b', 'a']);
  });
});
