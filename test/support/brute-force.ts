import type { ListRequest, PostList } from '../../src/content/library.ts';
import type { PostCard } from '../../src/content/post.ts';

/** The answer to `request` from the plain cards, oldest first, without any index. */
export function listByBruteForce(cards: readonly PostCard[], request: ListRequest): PostList {
  const found = cards.toReversed().filter((card) => isWanted(card, request));
  const hasCounts = request.kind === 'keyword' || request.kind === 'selection';
  const counts = Object.create(null) as Record<string, number>;
  for (const slug of found.flatMap((card) => card.keywords.map((keyword) => keyword.slug))) {
    counts[slug] = (counts[slug] ?? 0) + 1;
  }
  const start = (request.pageNumber - 1) * 20;
  return {
    posts: found.slice(start, start + 20),
    total: found.length,
    pageNumber: request.pageNumber,
    pageCount: Math.max(1, Math.ceil(found.length / 20)),
    counts: hasCounts ? { ...counts } : undefined,
  };
}

function isWanted(card: PostCard, request: ListRequest): boolean {
  const slugs = card.keywords.map(({ slug }) => slug);
  switch (request.kind) {
    case 'all':
      return true;
    case 'undated':
      return card.day === undefined;
    case 'year':
      return card.day !== undefined && Number(card.day.slice(0, 4)) === request.year;
    case 'month':
      return (
        card.day !== undefined &&
        Number(card.day.slice(0, 4)) === request.year &&
        Number(card.day.slice(5, 7)) === request.month
      );
    case 'keyword':
      return slugs.includes(request.slug);
    case 'selection':
      return request.keywords.every((slug) => slugs.includes(slug));
    default:
      return request satisfies never;
  }
}
