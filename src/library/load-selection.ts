import { matchFacets } from '../content/facets.ts';
import type { FacetShard } from '../content/facets.ts';
import { shardSize } from '../content/post-index.ts';
import type { IndexRoot, KeywordShard } from '../content/post-index.ts';
import { countKeywords } from '../content/keyword-count.ts';
import type { ListRequest, PostList } from '../content/library.ts';
import { createCounts } from '../content/overview-data.ts';
import type { PostIndex } from './load-index.ts';
import { loadPlaces } from './load-places.ts';
import type { Row } from './load-places.ts';
import { emptyList, orMissing, placesOfPage, toList } from './list-page.ts';

/** A request for posts that have two keywords or more, all different. */
export type SelectionRequest = Extract<ListRequest, { kind: 'selection' }>;

/**
 * One page of the posts that have all of some keywords, with exact counts: answered by the rarest of
 * them. Its first page has all its posts when they are few, else its facets tell which match, and their
 * cards come from its shards.
 */
export async function loadSelection(
  index: PostIndex,
  request: SelectionRequest,
): Promise<PostList> {
  const rarest = findRarest(index, await index.loadRoot(), request.keywords);
  if (rarest === undefined) return emptyList(request.pageNumber, true);
  // A count that is not known belongs to a keyword that the overview leaves out.
  if (rarest.count === undefined || rarest.count <= shardSize) {
    const shard = await index.loadKeyword(rarest.slug).catch(orMissing);
    if (shard === undefined) return emptyList(request.pageNumber, true);
    if (shard.total <= shardSize) return selectCards(shard, request);
  }
  return selectByFacets(index, await index.loadFacets(rarest.slug), request);
}

/** The keyword with the fewest posts; `undefined` when one of them has none. */
function findRarest(
  index: PostIndex,
  { keywords, keywordTotal }: IndexRoot,
  slugs: readonly string[],
): { readonly slug: string; readonly count: number | undefined } | undefined {
  const known = slugs.map((slug) => ({
    slug,
    count:
      index.findKeyword(slug)?.total ?? keywords.find((keyword) => keyword.slug === slug)?.count,
  }));
  const isComplete = keywordTotal <= keywords.length;
  if (isComplete && known.some(({ count }) => count === undefined)) return undefined;
  const least = known.toSorted((a, b) => (a.count ?? 0) - (b.count ?? 0));
  return least[0];
}

/** Selects among the cards of a keyword that has no more than those of its first page. */
function selectCards(shard: KeywordShard, { keywords, pageNumber }: SelectionRequest): PostList {
  const found = shard.cards.filter((card) =>
    keywords.every((slug) => card.keywords.some((keyword) => keyword.slug === slug)),
  );
  const counts = countKeywords(found).map(({ slug, count }) => [slug, count] as const);
  return toList(pageNumber === 1 ? found : [], {
    pageNumber,
    total: found.length,
    counts: createCounts(counts),
  });
}

async function selectByFacets(
  index: PostIndex,
  first: FacetShard,
  { keywords, pageNumber }: SelectionRequest,
): Promise<PostList> {
  const toRow = (facets: FacetShard): Row<ReturnType<typeof matchFacets>> => {
    const match = matchFacets(facets, keywords);
    return {
      source: match,
      request: {
        places: placesOfPage(pageNumber, match.places.length).map(
          (place) => match.places[place] ?? 0,
        ),
        blocks: facets.blocks,
        load: (number, stamp) => index.loadKeywordShard(facets.slug, number, stamp),
      },
    };
  };
  const { source, cards } = await loadPlaces(toRow(first), async (stamp) =>
    toRow(await index.loadFacets(first.slug, stamp)),
  );
  return toList(cards, { pageNumber, total: source.ids.length, counts: source.counts });
}
