import type {
  ArchiveList,
  ArchivePlace,
  ListRequest,
  PostList,
} from '../../../src/content/model/library.ts';
import type { PostCard } from '../../../src/content/model/post.ts';

/** The answer to `request` from the plain cards, oldest first, without any index. */
export function listByBruteForce(cards: readonly PostCard[], request: ListRequest): PostList {
  const found = cards.toReversed().filter((card) => isWanted(card, request));
  const hasCounts = request.kind === 'keyword' || request.kind === 'selection';
  const counts = Object.create(null) as Record<string, number>;
  for (const slug of found.flatMap((card) => card.keywords.map((keyword) => keyword.slug))) {
    counts[slug] = (counts[slug] ?? 0) + 1;
  }
  const asked = new Set(
    request.kind === 'keyword'
      ? [request.slug]
      : request.kind === 'selection'
        ? request.keywords
        : [],
  );
  const names = new Map(
    found.flatMap((card) => card.keywords.map(({ slug, name }) => [slug, name])),
  );
  const companions = Object.keys(counts)
    .filter((slug) => !asked.has(slug))
    .map((slug) => ({ slug, name: names.get(slug) ?? '', count: counts[slug] ?? 0 }))
    .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, 8);
  const start = (request.pageNumber - 1) * 20;
  return {
    posts: found.slice(start, start + 20),
    total: found.length,
    pageNumber: request.pageNumber,
    pageCount: Math.max(1, Math.ceil(found.length / 20)),
    counts: hasCounts ? { ...counts } : undefined,
    ...(asked.size === 1 ? { companions } : {}),
  };
}

/** The page of the archive at `place` from the plain cards, oldest first, without any index. */
export function archiveByBruteForce(cards: readonly PostCard[], place: ArchivePlace): ArchiveList {
  const { year, month, pageNumber } = place;
  const found = cards.toReversed().filter(({ day }) => {
    if (year === undefined) return true;
    if (day === undefined) return year === 0;
    const [ownYear, ownMonth] = day.split('-').map(Number);
    return ownYear === year && (month === undefined || ownMonth === month);
  });
  // What leads to smaller parts has no rows: a large blog to its years, a large year to its months.
  const isShown =
    year === undefined
      ? cards.length <= 200 && pageNumber === 1
      : year === 0 || month !== undefined || found.length <= 100;
  const start = (pageNumber - 1) * 100;
  const shown = year === undefined ? found : found.slice(start, start + 100);
  if (!isShown || shown.length === 0) return { rows: [], total: 0 };
  const rows = shown.map(({ permalink, title, day, language }) => ({
    permalink,
    title,
    day,
    language,
  }));
  return { rows, total: found.length };
}

function isWanted(card: PostCard, request: ListRequest): boolean {
  const slugs = card.keywords.map(({ slug }) => slug);
  switch (request.kind) {
    case 'all':
      return true;
    case 'keyword':
      return slugs.includes(request.slug);
    case 'selection':
      return request.keywords.every((slug) => slugs.includes(slug));
    default:
      return request satisfies never;
  }
}
