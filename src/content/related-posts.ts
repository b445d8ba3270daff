import type { KeywordCount, RelatedPost } from './library.ts';
import type { PostCard } from './post.ts';

/** Posts named as related to one. */
const relatedLength = 3;

interface Candidate {
  readonly id: number;
  readonly score: number;
}

/**
 * Gives back the way to find the posts related to one of `cards` (all posts, by id): those sharing
 * keywords, each keyword weighing 1/posts-with-it, newest first on ties.
 *
 * Posts with the same keywords have the same relatives, so the answer is kept for each set. Lists of
 * posts are read rarest keyword first, newest first, and only while something better may turn up:
 * a keyword of half the blog costs nothing where a rarer one decides.
 */
export function createRelatedFinder(
  cards: readonly PostCard[],
  keywords: readonly KeywordCount[],
): (card: PostCard) => readonly RelatedPost[] {
  // Ranks ascend with rarity of weight: rank 0 is the commonest keyword.
  const ranks = new Map(keywords.map(({ slug }, rank) => [slug, rank]));
  const ranksOf = cards.map((card) => sharedRanks(card, ranks, keywords));
  const postings: number[][] = keywords.map(() => []);
  ranksOf.forEach((list, id) => list.forEach((rank) => postings[rank]?.push(id)));

  const known = new Map<string, readonly Candidate[]>();
  return (card) => {
    const own = ranksOf[card.id] ?? [];
    if (own.length === 0) return [];
    const key = own.join();
    const best = known.get(key) ?? findBest(own, ranksOf, postings);
    known.set(key, best);
    return best
      .filter(({ id }) => id !== card.id)
      .slice(0, relatedLength)
      .flatMap(({ id }) => cards[id] ?? [])
      .map((other) => describeRelated(card, other));
  };
}

/** Ranks of the keywords that some other post has too, rarest first. */
function sharedRanks(
  card: PostCard,
  ranks: ReadonlyMap<string, number>,
  keywords: readonly KeywordCount[],
): readonly number[] {
  return card.keywords
    .map(({ slug }) => ranks.get(slug) ?? -1)
    .filter((rank) => (keywords[rank]?.count ?? 0) > 1)
    .toSorted((a, b) => b - a);
}

/** The best posts for a set of keywords, one more than needed since the asking post is among them. */
function findBest(
  own: readonly number[],
  ranksOf: readonly (readonly number[])[],
  postings: readonly (readonly number[])[],
): readonly Candidate[] {
  const weights = own.map((rank) => 1 / (postings[rank]?.length ?? 1));
  const seen = new Set<number>();
  const best: Candidate[] = [];
  for (const [index, rank] of own.entries()) {
    // Nothing outside the lists read so far can score more than the remaining weights together.
    const bound = sumShared(own, weights, own.slice(index));
    if (isSettled(best, bound, Infinity)) break;
    const list = postings[rank] ?? [];
    for (let place = list.length - 1; place >= 0; place--) {
      const id = list[place] ?? -1;
      if (isSettled(best, bound, id)) break;
      if (seen.has(id)) continue;
      seen.add(id);
      insert(best, { id, score: sumShared(own, weights, ranksOf[id] ?? []) });
    }
  }
  return best;
}

/** Whether no post up to `id` scoring at most `bound` can get among the best. */
function isSettled(best: readonly Candidate[], bound: number, id: number): boolean {
  const last = best[relatedLength];
  return last !== undefined && (last.score > bound || (last.score === bound && last.id > id));
}

/** Always summed in the order of `own`, so that equal sets give equal floating-point scores. */
function sumShared(
  own: readonly number[],
  weights: readonly number[],
  ranks: readonly number[],
): number {
  let score = 0;
  own.forEach((rank, place) => {
    if (ranks.includes(rank)) score += weights[place] ?? 0;
  });
  return score;
}

/** Puts `candidate` in its place by score, then newest first, and lets the worst fall off. */
function insert(best: Candidate[], candidate: Candidate): void {
  let place = best.length;
  while (place > 0 && isBetter(candidate, best[place - 1])) place--;
  if (place > relatedLength) return;
  best.splice(place, 0, candidate);
  best.length = Math.min(best.length, relatedLength + 1);
}

function isBetter(a: Candidate, b: Candidate | undefined): boolean {
  return b === undefined || a.score > b.score || (a.score === b.score && a.id > b.id);
}

function describeRelated(card: PostCard, other: PostCard): RelatedPost {
  const slugs = new Set(other.keywords.map(({ slug }) => slug));
  return {
    permalink: other.permalink,
    title: other.title,
    shared: card.keywords.filter(({ slug }) => slugs.has(slug)).map(({ name }) => name),
  };
}
