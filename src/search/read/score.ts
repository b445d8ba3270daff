import type { Match } from './find-match.ts';
import { rarity, unquantize } from '../text/weight.ts';

/** Half of what a word can give is given at this weight: a word in title and text is not worth ten words. */
const halfWeight = 3;

/** The facts that posts are ranked by: the matches of all clauses, and of names that rank higher when whole. */
export interface Ranking {
  readonly matches: readonly Match[];
  readonly favoured: readonly Match[];
  readonly postCount: number;
}

/** Gives the score of a post: over the words, how rare the word is × how much it says of the post. */
export function createScorer({ matches, favoured, postCount }: Ranking): (id: number) => number {
  const parts = [...matches, ...favoured].map((match) => ({
    weights: match.weights,
    rarity: rarity(match.total, postCount),
    // A post beyond the best of a long list has at most what the last of them has.
    floor: match.isComplete ? 0 : saturate(Math.min(...match.weights.values())) / 2,
  }));
  return (id) =>
    parts.reduce((sum, part) => {
      const weight = part.weights.get(id);
      return sum + part.rarity * (weight === undefined ? part.floor : saturate(weight));
    }, 0);
}

/** `ids` best first, the newest of equals first. */
export function rank(ids: Iterable<number>, scoreOf: (id: number) => number): number[] {
  return Array.from(ids, (id) => ({ id, score: scoreOf(id) }))
    .toSorted((a, b) => b.score - a.score || b.id - a.id)
    .map(({ id }) => id);
}

function saturate(weight: number): number {
  const value = unquantize(weight);
  return value / (value + halfWeight);
}
