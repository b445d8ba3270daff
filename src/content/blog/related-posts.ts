import { countKeywords } from './keyword-count.ts';
import type { KeywordCount, RelatedPost } from '../model/library.ts';
import type { PostCard } from '../model/post.ts';

/** Posts named as related to one. */
const relatedLength = 3;

interface Candidate {
  /** Place among the cards of the language. */
  readonly id: number;
  readonly score: number;
}

/**
 * Gives back the way to find the posts related to one of `cards` (all posts, oldest first), among those in its language:
 * those sharing keywords, each keyword weighing 1/posts-with-it, newest first on ties.
 */
export function createRelatedFinder(
  cards: readonly PostCard[],
): (card: PostCard) => readonly RelatedPost[] {
  const groups = new Map<string | undefined, PostCard[]>();
  for (const card of cards) {
    const group = groups.get(card.language);
    if (group === undefined) groups.set(card.language, [card]);
    else group.push(card);
  }
  const finders = new Map(
    Array.from(groups, ([language, group]) => [language, createFinder(group)]),
  );
  return (card) => finders.get(card.language)?.(card) ?? [];
}

/**
 * {@link createRelatedFinder} for the cards of one language.
 *
 * Posts with the same keywords have the same relatives, so the answer is kept for each set. Lists of
 * posts are read rarest keyword first, newest first, and only while something better may turn up:
 * a keyword of half the blog costs nothing where a rarer one decides.
 */
function createFinder(cards: readonly PostCard[]): (card: PostCard) => readonly RelatedPost[] {
  const keywords = countKeywords(cards);
  // Rank 0 is the commonest keyword.
  const ranks = new Map(keywords.map(({ slug }, rank) => [slug, rank]));
  const table = createTable(
    cards.map((card) => sharedRanks(card, ranks, keywords)),
    keywords.length,
  );
  const known = new Map<string, readonly Candidate[]>();
  return (card) => {
    const own = sharedRanks(card, ranks, keywords);
    if (own.length === 0) return [];
    const key = own.join();
    const best = known.get(key) ?? findBest(own, table);
    known.set(key, best);
    return best
      .flatMap((candidate) => cards[candidate.id] ?? [])
      .filter(({ id }) => id !== card.id)
      .slice(0, relatedLength)
      .map((other) => describeRelated(card, other));
  };
}

/** Which post has which keywords, in flat arrays: they are read hundreds of millions of times. */
interface KeywordTable {
  /** The ranks of all posts, one post after the other, each post's rarest first. */
  readonly ranks: Uint32Array;
  /** Where in {@link ranks} a post's begin; one more at the end. */
  readonly starts: Uint32Array;
  /** Places of the posts of each rank, ascending. */
  readonly postings: readonly Uint32Array[];
  /** 1/posts for the keywords of the set looked at, 0 for all others. */
  readonly weights: Float64Array;
}

function createTable(ranksOf: readonly (readonly number[])[], count: number): KeywordTable {
  const postings: number[][] = Array.from({ length: count }, () => []);
  const starts = new Uint32Array(ranksOf.length + 1);
  for (const [id, list] of ranksOf.entries()) {
    starts[id + 1] = (starts[id] ?? 0) + list.length;
    for (const rank of list) postings[rank]?.push(id);
  }
  return {
    ranks: Uint32Array.from(ranksOf.flat()),
    starts,
    postings: postings.map((list) => Uint32Array.from(list)),
    weights: new Float64Array(count),
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
function findBest(own: readonly number[], table: KeywordTable): readonly Candidate[] {
  const { postings, weights } = table;
  for (const rank of own) weights[rank] = 1 / (postings[rank]?.length ?? 1);
  const best: Candidate[] = [];
  for (const [index, rank] of own.entries()) {
    // Nothing outside the lists read so far can score more than the remaining weights together.
    let bound = 0;
    for (const later of own.slice(index)) bound += weights[later] ?? 0;
    if (isSettled(best, bound, Infinity)) break;
    readPostings(own.slice(0, index), postings[rank], { table, best, bound });
  }
  for (const rank of own) weights[rank] = 0;
  return best;
}

/** Enters the posts of a list, newest first, that have none of the `earlier` keywords. */
function readPostings(
  earlier: readonly number[],
  postings: Uint32Array = new Uint32Array(),
  { table, best, bound }: { table: KeywordTable; best: Candidate[]; bound: number },
): void {
  const { ranks, starts, weights } = table;
  for (let place = postings.length - 1; place >= 0; place--) {
    const id = postings[place] ?? 0;
    // Ranks come rarest first, so equal sets give equal floating-point sums.
    let score = 0;
    const end = starts[id + 1] ?? 0;
    for (let at = starts[id] ?? 0; at < end; at++) score += weights[ranks[at] ?? 0] ?? 0;
    const last = best[relatedLength];
    if (last !== undefined && last.score >= score && last.id > id) {
      if (isSettled(best, bound, id)) break;
      continue;
    }
    const isSeen =
      earlier.length > 0 && ranks.subarray(starts[id], end).some((own) => earlier.includes(own));
    if (!isSeen) insert(best, { id, score });
  }
}

/** Whether no post up to `id` scoring at most `bound` can get among the best. */
function isSettled(best: readonly Candidate[], bound: number, id: number): boolean {
  const last = best[relatedLength];
  return last !== undefined && (last.score > bound || (last.score === bound && last.id > id));
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
