// The list files of `data/v1/`: names, shapes, encoding and limits, for the build that writes them and
// the browser that reads them. `card-data.ts` has the columns of cards, `overview-data.ts` those of
// keywords and counts, `facet-data.ts` the keyword sets.
import { decodeCards, encodeCards } from './card-data.ts';
import type { Catalog } from '../blog/catalog.ts';
import { openData } from './data-reader.ts';
import type { DataReader } from './data-reader.ts';
import { hashText } from '../text/hash.ts';
import type { KeywordCount, Overview } from '../model/library.ts';
import {
  readCounts,
  readKeywords,
  readOverview,
  readStamps,
  toCountData,
  toKeywordData,
  toOverviewData,
} from './overview-data.ts';
import type { Counts } from './overview-data.ts';
import type { PostCard } from '../model/post.ts';

/** Raised with every change that an older reader would misread. */
export const indexSchema = 1;

/** Cards in a shard. Equal to the posts on a page, so that a page of a list touches two at most. */
export const shardSize = 20;

/** Shards that share one stamp in the root: 1,280 posts. */
export const blockSize = 64;

/** Keywords in the overview; the others are in a file of their own. */
export const commonKeywordLimit = 64;

/** `data/v1/root.json`: the blog as a whole. */
export interface IndexRoot extends Overview {
  /** One stamp for each {@link blockSize} shards of all posts, oldest first. */
  readonly blocks: readonly string[];
}

/** `p/<n>.json` and `k/<slug>/<n>.json`: up to {@link shardSize} cards, oldest first. */
export interface CardShard {
  /** The stamp of the shard's block. A full block never changes while nothing old is edited. */
  readonly stamp: string;
  readonly cards: readonly PostCard[];
}

/** `p/new.json`: the first page of all posts, in one request. */
export interface NewestShard {
  readonly buildId: string;
  readonly total: number;
  /** Newest first. */
  readonly cards: readonly PostCard[];
}

/** `k/<slug>/new.json`: the first page of a keyword and what is needed to ask for more. */
export interface KeywordShard extends NewestShard {
  readonly name: string;
  readonly slug: string;
  /** Posts that have the keyword and one of the overview's too, by slug. */
  readonly counts: Counts;
  /** As in `PostList`: their names are told, as the overview may not have them. */
  readonly companions: readonly KeywordCount[];
  /** How many more keywords than those of the overview its posts have: they are in `c.json`. */
  readonly furtherTotal: number;
  /** As in {@link IndexRoot}, for the keyword's own shards. */
  readonly blocks: readonly string[];
}

/** `k/<slug>/c.json`: {@link KeywordShard.counts} of the keywords that the overview leaves out. */
export interface CountShard {
  readonly buildId: string;
  readonly counts: Counts;
}

/** `keywords.json`: every keyword, by count, then name. */
export interface KeywordTable {
  readonly buildId: string;
  readonly keywords: readonly KeywordCount[];
}

const folder = 'data/v1/';

/** File of the {@link IndexRoot}. */
export const rootFile = `${folder}root.json`;

/** File of the {@link NewestShard}. */
export const newestFile = `${folder}p/new.json`;

/** File of the {@link KeywordTable}. */
export const keywordsFile = `${folder}keywords.json`;

/** File of the shard with posts `number * shardSize` and on. */
export function shardFile(number: number): string {
  return `${folder}p/${number}.json`;
}

/** A file of one keyword: a shard by its number from 0, `new`, `f` (facets) or `c` (further counts). */
export function keywordFile(slug: string, part: number | string): string {
  return `${folder}k/${safeName(slug)}/${part}.json`;
}

/** Names that Windows keeps for devices. */
const devicePattern = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * A file name for any slug: itself where every disk and every server agrees on it, else a hash behind
 * `_` and what is readable of it.
 */
export function safeName(slug: string): string {
  if (/^[a-z0-9][a-z0-9-]{0,63}$/.test(slug) && !devicePattern.test(slug)) return slug;
  const readable = slug.replace(/[^a-z0-9]+/g, '-').slice(0, 24);
  return `_${readable}-${hashText(slug)}`;
}

/** The overview of all posts, which the root file holds and `loadOverview` answers. Half a second for 100,000 posts. */
export function createOverview(
  catalog: Pick<Catalog, 'entries' | 'undated' | 'keywords' | 'years' | 'pinned'>,
  buildId: string,
): IndexRoot {
  const { entries, undated, keywords, years, pinned } = catalog;
  const cards = entries.map(({ card }) => card);
  return {
    buildId,
    total: entries.length,
    undated,
    keywords: keywords.slice(0, commonKeywordLimit),
    keywordTotal: keywords.length,
    years,
    ...(pinned.length > 0 && { pinned: pinned.map(({ card }) => card) }),
    blocks: cutBlocks(cards).map(stampBlock),
  };
}

/** `cards` in the blocks that share a stamp. */
export function cutBlocks(cards: readonly PostCard[]): readonly (readonly PostCard[])[] {
  const length = blockSize * shardSize;
  return Array.from({ length: Math.ceil(cards.length / length) }, (_, block) =>
    cards.slice(block * length, (block + 1) * length),
  );
}

/** Length of a block's stamp: 25 bits tell a stale copy from a fresh one. */
const stampLength = 5;

/** The stamp of a block: another one when any of its cards has changed. */
export function stampBlock(cards: readonly PostCard[]): string {
  return hashText(JSON.stringify(cards), stampLength);
}

/** The root as the text of {@link rootFile}: JSON with keywords and years in columns. */
export function encodeRoot(root: IndexRoot): string {
  return JSON.stringify({ schema: indexSchema, ...toOverviewData(root) });
}

/**
 * The root in `value`, the parsed file `place`.
 *
 * @throws ContentError naming `place` and the field that is wrong; so do all decoders below
 */
export function decodeRoot(value: unknown, place = rootFile): IndexRoot {
  const data = openData(value, place, indexSchema);
  return { ...readOverview(data), blocks: readStamps(data) };
}

/** A shard as the text of its file: its stamp and its cards in columns. */
export function encodeShard({ stamp, cards }: CardShard): string {
  return JSON.stringify({ schema: indexSchema, stamp, ...encodeCards(cards) });
}

/** The shard in `value`, the parsed file `place`. @throws ContentError as {@link decodeRoot} */
export function decodeShard(value: unknown, place: string): CardShard {
  const data = openData(value, place, indexSchema);
  return { stamp: data.string('stamp'), cards: decodeCards(data) };
}

/** The first page of all posts as the text of {@link newestFile}. */
export function encodeNewest({ buildId, total, cards }: NewestShard): string {
  return JSON.stringify({ schema: indexSchema, buildId, total, ...encodeCards(cards) });
}

/** The first page in `value`, the parsed file `place`. @throws ContentError as {@link decodeRoot} */
export function decodeNewest(value: unknown, place = newestFile): NewestShard {
  const data = openData(value, place, indexSchema);
  return readNewest(data);
}

/** The first page of a keyword as the text of its file `new`. */
export function encodeKeyword(shard: KeywordShard): string {
  return JSON.stringify({
    schema: indexSchema,
    buildId: shard.buildId,
    name: shard.name,
    slug: shard.slug,
    total: shard.total,
    blocks: shard.blocks.join(' '),
    counts: toCountData(shard.counts),
    companions: toKeywordData(shard.companions),
    furtherTotal: shard.furtherTotal,
    cards: encodeCards(shard.cards),
  });
}

/** The first page of a keyword in `value`, the parsed file `place`. @throws ContentError as {@link decodeRoot} */
export function decodeKeyword(value: unknown, place: string): KeywordShard {
  const data = openData(value, place, indexSchema);
  return {
    buildId: data.string('buildId'),
    name: data.string('name'),
    slug: data.string('slug'),
    total: data.integer('total'),
    blocks: readStamps(data),
    counts: readCounts(data.record('counts')),
    companions: readKeywords(data.record('companions')),
    furtherTotal: data.integer('furtherTotal'),
    cards: decodeCards(data.record('cards')),
  };
}

/** Further counts of a keyword as the text of its file `c`. */
export function encodeCountShard({ buildId, counts }: CountShard): string {
  return JSON.stringify({ schema: indexSchema, buildId, counts: toCountData(counts) });
}

/** The further counts in `value`, the parsed file `place`. @throws ContentError as {@link decodeRoot} */
export function decodeCountShard(value: unknown, place: string): CountShard {
  const data = openData(value, place, indexSchema);
  return { buildId: data.string('buildId'), counts: readCounts(data.record('counts')) };
}

/** The table of all keywords as the text of {@link keywordsFile}. */
export function encodeKeywordTable({ buildId, keywords }: KeywordTable): string {
  return JSON.stringify({ schema: indexSchema, buildId, ...toKeywordData(keywords) });
}

/** The table of keywords in `value`, the parsed file `place`. @throws ContentError as {@link decodeRoot} */
export function decodeKeywordTable(value: unknown, place = keywordsFile): KeywordTable {
  const data = openData(value, place, indexSchema);
  return { buildId: data.string('buildId'), keywords: readKeywords(data) };
}

function readNewest(data: DataReader): NewestShard {
  return {
    buildId: data.string('buildId'),
    total: data.integer('total'),
    cards: decodeCards(data),
  };
}
