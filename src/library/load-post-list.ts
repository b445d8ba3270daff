import type { ListRequest, Overview, PostList } from '../content/library.ts';
import { createCounts } from '../content/overview-data.ts';
import type { IndexRoot, KeywordShard } from '../content/post-index.ts';
import type { PostCard } from '../content/post.ts';
import { findKeyword } from './find-keyword.ts';
import { followDeploy } from './follow-deploy.ts';
import { countPages, emptyList, placesOfPage, toList } from './list-page.ts';
import type { PostIndex } from './load-index.ts';
import { loadPlaces } from './load-places.ts';
import type { Row } from './load-places.ts';

/**
 * One page of a list, from the fewest files: the first page of all posts and of a keyword is one file,
 * any other page two shards at most, a selection the facets of its rarest keyword and the shards its
 * posts are in.
 *
 * Rejects with a {@link LibraryError} when a file is missing or broken; asked again, it asks again.
 */
export async function loadPostList(index: PostIndex, request: ListRequest): Promise<PostList> {
  return followDeploy(index, () => loadByKind(index, request));
}

async function loadByKind(index: PostIndex, request: ListRequest): Promise<PostList> {
  switch (request.kind) {
    case 'all':
      if (request.pageNumber === 1) return loadNewest(index);
      return loadRange(index, request.pageNumber, ({ total }) => ({ start: 0, end: total }));
    case 'undated':
      return loadRange(index, request.pageNumber, ({ undated }) => ({ start: 0, end: undated }));
    case 'year':
      return loadRange(index, request.pageNumber, (root) => findMonths(root, request.year, 1, 12));
    case 'month': {
      const { year, month } = request;
      return loadRange(index, request.pageNumber, (root) => findMonths(root, year, month, month));
    }
    case 'keyword':
      return loadKeyword(index, request);
    case 'selection': {
      const [slug = '', ...others] = new Set(request.keywords);
      if (others.length === 0) return loadKeyword(index, { ...request, slug });
      const { loadSelection } = await import('./load-selection.ts');
      return loadSelection(index, { ...request, keywords: [slug, ...others] });
    }
    default:
      return request satisfies never;
  }
}

async function loadNewest(index: PostIndex): Promise<PostList> {
  const { cards, total } = await index.loadNewest();
  return { posts: cards, total, pageNumber: 1, pageCount: countPages(total), counts: undefined };
}

/** Ids from `start` up to but not including `end`. */
interface IdRange {
  readonly start: number;
  readonly end: number;
}

/** The ids of some months of a year: posts lie by date, undated ones before all. */
function findMonths(overview: Overview, year: number, from: number, to: number): IdRange {
  let start = overview.undated;
  for (const entry of overview.years.toReversed()) {
    if (entry.year < year) start += entry.count;
    if (entry.year !== year) continue;
    const before = sum(entry.months.slice(0, from - 1));
    return {
      start: start + before,
      end: start + before + sum(entry.months.slice(from - 1, to)),
    };
  }
  return { start, end: start };
}

async function loadRange(
  index: PostIndex,
  pageNumber: number,
  findRange: (root: IndexRoot) => IdRange,
): Promise<PostList> {
  const toRow = (root: IndexRoot): Row<IdRange> => {
    const range = findRange(root);
    const places = placesOfPage(pageNumber, range.end - range.start);
    return {
      source: range,
      request: {
        places: places.map((place) => range.start + place),
        blocks: root.blocks,
        load: (number, stamp) => index.loadShard(number, stamp),
      },
    };
  };
  const { source, cards } = await loadPlaces(toRow(await index.loadRoot()), async () =>
    toRow(await index.reloadRoot()),
  );
  return toList(cards, { pageNumber, total: source.end - source.start, counts: undefined });
}

async function loadKeyword(
  index: PostIndex,
  { slug, pageNumber, counts }: Omit<Extract<ListRequest, { kind: 'keyword' }>, 'kind'>,
): Promise<PostList> {
  const first = await findKeyword(index, slug);
  if (first === undefined) return emptyList(pageNumber, true);
  const { shard, cards } = await loadKeywordPage(index, first, pageNumber);
  const wantsFurther = counts !== 'common' && shard.furtherTotal > 0;
  const further = wantsFurther ? (await index.loadCounts(slug)).counts : {};
  return toList(cards, {
    pageNumber,
    total: shard.total,
    counts: createCounts([
      [slug, shard.total],
      ...Object.entries(shard.counts),
      ...Object.entries(further),
    ]),
  });
}

async function loadKeywordPage(
  index: PostIndex,
  first: KeywordShard,
  pageNumber: number,
): Promise<{ readonly shard: KeywordShard; readonly cards: readonly PostCard[] }> {
  if (pageNumber === 1) return { shard: first, cards: first.cards };
  const toRow = (shard: KeywordShard): Row<KeywordShard> => ({
    source: shard,
    request: {
      places: placesOfPage(pageNumber, shard.total),
      blocks: shard.blocks,
      load: (number, stamp) => index.loadKeywordShard(shard.slug, number, stamp),
    },
  });
  const { source, cards } = await loadPlaces(toRow(first), async () =>
    toRow(await index.loadKeyword(first.slug, 'now')),
  );
  return { shard: source, cards };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
