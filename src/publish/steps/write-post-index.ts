import { createFacets, encodeFacets } from '../../content/files/facet-data.ts';
import type { Catalog } from '../../content/blog/catalog.ts';
import { countKeywords, findCompanions } from '../../content/blog/keyword-count.ts';
import type { KeywordCount } from '../../content/model/library.ts';
import { createCounts } from '../../content/files/overview-data.ts';
import type { Counts } from '../../content/files/overview-data.ts';
import {
  commonKeywordLimit,
  createOverview,
  cutBlocks,
  encodeCountShard,
  encodeKeyword,
  encodeKeywordTable,
  encodeNewest,
  encodeRoot,
  encodeShard,
  keywordFile,
  keywordsFile,
  newestFile,
  rootFile,
  shardFile,
  shardSize,
  stampBlock,
} from '../../content/files/post-index.ts';
import {
  countPairShards,
  createPairs,
  encodePairs,
  pairShardOf,
  pairlessCount,
} from '../../content/files/pair-data.ts';
import type { KeywordPair } from '../../content/files/pair-data.ts';
import type { PostCard } from '../../content/model/post.ts';
import type { OutputFile } from '../disk/output-file.ts';
import { writeArchive } from './write-archive.ts';

/** What the list files need to know beside the catalog. */
export interface PostIndexOptions {
  /** Changes with each deploy. */
  readonly buildId: string;
}

/**
 * The list files of `data/v1/`, one after the other, so that only one block of shards is held at a
 * time. About 15 seconds and 45,000 files for 100,000 posts with three keywords each.
 */
export function* writePostIndex(
  catalog: Catalog,
  { buildId }: PostIndexOptions,
): Generator<OutputFile, void> {
  const cards = catalog.entries.map(({ card }) => card);
  yield* writeShards(cards, shardFile);
  yield {
    fileName: newestFile,
    content: encodeNewest({ buildId, total: cards.length, cards: newestOf(cards) }),
  };

  const common = new Set(catalog.keywords.slice(0, commonKeywordLimit).map(({ slug }) => slug));
  const counts = new Map(catalog.keywords.map(({ slug, count }) => [slug, count]));
  const cardsBySlug = groupByKeyword(cards);
  for (const [rank, keyword] of catalog.keywords.entries()) {
    const own = cardsBySlug.get(keyword.slug) ?? [];
    yield* writeKeyword(keyword, own, common, { buildId });
    if (keyword.count > pairlessCount) {
      const pairs = createPairs(keyword, own, counts, common);
      yield* writePairs(keyword, rank, pairs, { buildId });
    }
  }
  yield* writeArchive(catalog, buildId);
  yield {
    fileName: keywordsFile,
    content: encodeKeywordTable({ buildId, keywords: catalog.keywords }),
  };
  // Last, so that a reader of a half-copied deploy does not meet a root that promises too much.
  yield {
    fileName: rootFile,
    content: encodeRoot(createOverview(catalog, buildId)),
  };
}

/** Writes `cards` in shards and gives back the stamp of each block. */
function* writeShards(
  cards: readonly PostCard[],
  nameFile: (number: number) => string,
): Generator<OutputFile, readonly string[]> {
  const stamps: string[] = [];
  let number = 0;
  for (const block of cutBlocks(cards)) {
    const stamp = stampBlock(block);
    stamps.push(stamp);
    for (let from = 0; from < block.length; from += shardSize) {
      const content = encodeShard({ stamp, cards: block.slice(from, from + shardSize) });
      yield { fileName: nameFile(number++), content };
    }
  }
  return stamps;
}

function* writeKeyword(
  { name, slug, count: total }: KeywordCount,
  cards: readonly PostCard[],
  common: ReadonlySet<string>,
  { buildId }: PostIndexOptions,
): Generator<OutputFile, void> {
  const blocks = yield* writeShards(cards, (number) => keywordFile(slug, number));
  const used = countKeywords(cards);
  const { near, rest } = countOthers(slug, used, common);
  const furtherTotal = Object.keys(rest).length;
  const newest = {
    buildId,
    name,
    slug,
    total,
    cards: newestOf(cards),
    counts: near,
    companions: findCompanions(used, slug),
    furtherTotal,
    blocks,
  };
  yield { fileName: keywordFile(slug, 'new'), content: encodeKeyword(newest) };
  if (furtherTotal > 0) {
    const content = encodeCountShard({ buildId, counts: rest });
    yield { fileName: keywordFile(slug, 'c'), content };
  }
  // With all its cards on the first page, a keyword needs no facets beside them.
  if (cards.length > shardSize) {
    const content = encodeFacets(createFacets({ buildId, slug, blocks }, cards));
    yield { fileName: keywordFile(slug, 'f'), content };
  }
}

/** Spreads the pairs of a keyword over its files. */
function* writePairs(
  { slug, count }: KeywordCount,
  rank: number,
  pairs: readonly KeywordPair[],
  { buildId }: PostIndexOptions,
): Generator<OutputFile, void> {
  const shards = countPairShards(count, rank < commonKeywordLimit ? rank : undefined);
  const groups = new Map<number, KeywordPair[]>();
  for (const pair of pairs) {
    const number = pairShardOf(pair.slug, shards);
    const group = groups.get(number);
    if (group === undefined) groups.set(number, [pair]);
    else group.push(pair);
  }
  for (const [number, group] of groups) {
    const content = encodePairs({ buildId, slug, pairs: group });
    yield { fileName: keywordFile(slug, `w${number}`), content };
  }
}

function newestOf(cards: readonly PostCard[]): readonly PostCard[] {
  return cards.slice(-shardSize).toReversed();
}

function groupByKeyword(cards: readonly PostCard[]): ReadonlyMap<string, readonly PostCard[]> {
  const groups = new Map<string, PostCard[]>();
  for (const card of cards) {
    for (const { slug } of card.keywords) {
      const group = groups.get(slug);
      if (group === undefined) groups.set(slug, [card]);
      else group.push(card);
    }
  }
  return groups;
}

/** How many of the posts of `slug` have each other keyword: those of the overview apart from the rest. */
function countOthers(
  slug: string,
  used: readonly KeywordCount[],
  common: ReadonlySet<string>,
): { near: Counts; rest: Counts } {
  const others = used
    .filter((keyword) => keyword.slug !== slug)
    .map((keyword) => [keyword.slug, keyword.count] as const);
  return {
    near: createCounts(others.filter(([other]) => common.has(other))),
    rest: createCounts(others.filter(([other]) => !common.has(other))),
  };
}
