import type { ListRequest, PostList } from '../../content/model/library.ts';
import { createCounts } from '../../content/files/overview-data.ts';
import type { IndexRoot, KeywordShard } from '../../content/files/post-index.ts';
import type { PostCard } from '../../content/model/post.ts';
import { findKeyword } from './find-keyword.ts';
import { followDeploy } from './follow-deploy.ts';
import { isNotFound } from '../net/library-error.ts';
import { loadCode } from '../net/load-code.ts';
import { countPages, emptyList, placesOfPage, toList } from './list-page.ts';
import type { PostIndex } from './load-index.ts';
import { loadPlaces } from './load-places.ts';
import type { Row } from './load-places.ts';

/** Kept: imported again, even a module that is there comes only after a frame has been painted without it. */
let selection: typeof import('./load-selection.ts') | undefined;

/**
 * One page of a list, from the fewest files: the first page of all posts and of a keyword is one file,
 * any other page two shards at most, a selection the facets of its rarest keyword and the shards its
 * posts are in.
 *
 * Rejects with a {@link LibraryError} when a file is missing or broken; asked again, it asks again. When
 * only the counts of rarer keywords fail, the list comes with what is known.
 */
export async function loadPostList(index: PostIndex, request: ListRequest): Promise<PostList> {
  return followDeploy(
    index,
    () => loadByKind(index, request),
    ({ countsFailure }) => isNotFound(countsFailure),
  );
}

async function loadByKind(index: PostIndex, request: ListRequest): Promise<PostList> {
  switch (request.kind) {
    case 'all':
      if (request.pageNumber === 1) return loadNewest(index);
      return loadOlder(index, request.pageNumber);
    case 'keyword':
      return loadKeyword(index, request);
    case 'selection': {
      const [slug = '', ...others] = new Set(request.keywords);
      if (others.length === 0) return loadKeyword(index, { ...request, slug });
      selection ??= await loadCode(() => import('./load-selection.ts'));
      return selection.loadSelection(index, { ...request, keywords: [slug, ...others] });
    }
    default:
      return request satisfies never;
  }
}

async function loadNewest(index: PostIndex): Promise<PostList> {
  const { cards, total } = await index.loadNewest();
  return { posts: cards, total, pageNumber: 1, pageCount: countPages(total), counts: undefined };
}

async function loadOlder(index: PostIndex, pageNumber: number): Promise<PostList> {
  const toRow = (root: IndexRoot): Row<IndexRoot> => ({
    source: root,
    request: {
      places: placesOfPage(pageNumber, root.total),
      blocks: root.blocks,
      load: (number, stamp) => index.loadShard(number, stamp),
    },
  });
  const { source, cards } = await loadPlaces(toRow(await index.loadRoot()), async () =>
    toRow(await index.reloadRoot()),
  );
  return toList(cards, { pageNumber, total: source.total, counts: undefined });
}

async function loadKeyword(
  index: PostIndex,
  { slug, pageNumber, counts: scope }: Omit<Extract<ListRequest, { kind: 'keyword' }>, 'kind'>,
): Promise<PostList> {
  const first = await findKeyword(index, slug);
  if (first === undefined) return { ...emptyList(pageNumber, true), companions: [] };
  const { shard, cards } = await loadKeywordPage(index, first, pageNumber);
  const known = [[slug, shard.total] as const, ...Object.entries(shard.counts)];
  const list = toList(cards, { pageNumber, total: shard.total, counts: createCounts(known) });
  const { companions } = shard;
  if (scope === 'common' || shard.furtherTotal === 0) return { ...list, companions };
  try {
    const { counts: further } = await index.loadCounts(slug);
    return { ...list, companions, counts: createCounts([...known, ...Object.entries(further)]) };
  } catch (countsFailure) {
    return { ...list, companions, countsFailure };
  }
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
