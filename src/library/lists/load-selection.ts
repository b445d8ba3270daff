import { matchFacets } from '../../content/files/facet-data.ts';
import type { FacetMatch, FacetShard } from '../../content/files/facet-data.ts';
import { shardSize } from '../../content/files/post-index.ts';
import type { KeywordShard } from '../../content/files/post-index.ts';
import { countKeywords } from '../../content/blog/keyword-count.ts';
import type { ListRequest, Overview, PostList } from '../../content/model/library.ts';
import { createCounts } from '../../content/files/overview-data.ts';
import type { Counts } from '../../content/files/overview-data.ts';
import {
  compareRarity,
  countPairShards,
  pairShardOf,
  pairlessCount,
} from '../../content/files/pair-data.ts';
import type { KeywordPair, PairSide } from '../../content/files/pair-data.ts';
import { findKeyword } from './find-keyword.ts';
import type { PostIndex } from './load-index.ts';
import { loadPlaces } from './load-places.ts';
import type { Row } from './load-places.ts';
import { emptyList, orMissing, placesOfPage, toList } from './list-page.ts';

/** A request for posts that have two keywords or more, all different. */
export type SelectionRequest = Extract<ListRequest, { kind: 'selection' }>;

/**
 * One page of the posts that have all of some keywords, with exact counts: answered by the rarest of
 * them. Its first page has all its posts when they are few; the first page of two keywords is a file of
 * its own; else its facets tell which posts match, and their cards come from its shards.
 */
export async function loadSelection(
  index: PostIndex,
  request: SelectionRequest,
): Promise<PostList> {
  const overview = await index.loadOverview();
  const sides = await Promise.all(request.keywords.map((slug) => findSide(index, overview, slug)));
  const [rarest, other] = sides.toSorted(compareRarity);
  if (rarest === undefined || rarest.count === 0) return emptyList(request.pageNumber, true);
  if (rarest.count <= shardSize) {
    const shard = await index.loadKeyword(rarest.slug);
    if (shard.total <= shardSize) return selectCards(shard, request);
  }
  const isPair = sides.length === 2 && request.pageNumber === 1 && rarest.count > pairlessCount;
  const pair =
    isPair && other !== undefined ? await findPair(index, overview, rarest, other) : undefined;
  if (pair === undefined) {
    return selectByFacets(index, await index.loadFacets(rarest.slug), request);
  }
  const isEnough = request.counts === 'common' || !pair.hasFurther;
  return isEnough ? toPairList(pair, pair.counts) : countFurther(index, pair, rarest.slug, request);
}

function toPairList({ cards, total }: KeywordPair, counts: Counts): PostList {
  return toList(cards, { pageNumber: 1, total, counts });
}

/** The page of a pair with the counts of all keywords, which only the facets have. */
async function countFurther(
  index: PostIndex,
  pair: KeywordPair,
  slug: string,
  request: SelectionRequest,
): Promise<PostList> {
  let facets: FacetShard;
  try {
    facets = await index.loadFacets(slug);
  } catch (countsFailure) {
    return { ...toPairList(pair, pair.counts), countsFailure };
  }
  const { ids, counts } = matchOnce(facets, request.keywords);
  // Between two builds they may differ: the facets then lead to cards that fit them.
  const isSame = ids.length === pair.total && ids.at(-1) === pair.cards[0]?.id;
  return isSame ? toPairList(pair, counts) : selectByFacets(index, facets, request);
}

/** The number of posts that a keyword has; 0 when there is none of that name. */
async function findSide(index: PostIndex, overview: Overview, slug: string): Promise<PairSide> {
  const known =
    index.findKeyword(slug)?.total ??
    overview.keywords.find((keyword) => keyword.slug === slug)?.count;
  if (known !== undefined) return { slug, count: known };
  if (overview.keywordTotal <= overview.keywords.length) return { slug, count: 0 };
  const shard = await findKeyword(index, slug);
  return { slug, count: shard?.total ?? 0 };
}

/** The first page of two keywords; `undefined` when it must be found another way, as between two builds. */
async function findPair(
  index: PostIndex,
  { keywords }: Overview,
  rarest: PairSide,
  { slug }: PairSide,
): Promise<KeywordPair | undefined> {
  const rank = keywords.findIndex((keyword) => keyword.slug === rarest.slug);
  const shards = countPairShards(rarest.count, rank === -1 ? undefined : rank);
  const shard = await index.loadPairs(rarest.slug, pairShardOf(slug, shards)).catch(orMissing);
  return shard?.pairs.find((pair) => pair.slug === slug);
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

/** The last request to each shard: the further pages of a selection make the same. */
const latestMatches = new WeakMap<
  FacetShard,
  { readonly key: string; readonly match: FacetMatch }
>();

function matchOnce(facets: FacetShard, keywords: readonly string[]): FacetMatch {
  const key = keywords.toSorted().join('\n');
  const latest = latestMatches.get(facets);
  if (latest?.key === key) return latest.match;
  const match = matchFacets(facets, keywords);
  latestMatches.set(facets, { key, match });
  return match;
}

async function selectByFacets(
  index: PostIndex,
  first: FacetShard,
  { keywords, pageNumber }: SelectionRequest,
): Promise<PostList> {
  const toRow = (facets: FacetShard): Row<FacetMatch> => {
    const match = matchOnce(facets, keywords);
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
  const { source, cards } = await loadPlaces(toRow(first), async () =>
    toRow(await index.loadFacets(first.slug, 'now')),
  );
  return toList(cards, { pageNumber, total: source.ids.length, counts: source.counts });
}
