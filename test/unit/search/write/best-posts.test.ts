import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { chooseBest } from '../../../../src/search/write/best-posts.ts';

/** Weights by post, and how many posts to choose. */
const cases = fc.tuple(fc.array(fc.nat({ max: 63 }), { maxLength: 40 }), fc.nat({ max: 45 }));

/** Best first, the newest of equals first, by plain sorting. */
function sortAll(posts: readonly number[], weights: readonly number[]): number[] {
  return posts.toSorted((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || b - a);
}

describe('chooseBest', () => {
  test('keeps the newest of equals', () => {
    expect(chooseBest([0, 1, 2, 3], new Uint8Array([5, 5, 9, 5]), 2)).toEqual([2, 3]);
  });

  test('gives the first of all sorted ones, ascending', () => {
    fc.assert(
      fc.property(cases, ([weights, count]) => {
        const posts = [...weights.keys()];
        const expected = sortAll(posts, weights)
          .slice(0, count)
          .toSorted((a, b) => a - b);
        expect(chooseBest(posts, new Uint8Array(weights), count)).toEqual(expected);
      }),
    );
  });
});
