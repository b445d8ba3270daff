import { commonCounts } from '../../content/model/library.ts';
import type { Keyword, PostCard } from '../../content/model/post.ts';
import type { SourceSize } from './plan-lists.ts';
import {
  cardBlock,
  cardGroup,
  commonLimit,
  facetBlock,
  keywordFileSize,
  nameFile,
  packFile,
  rootKeywords,
  spellingWords,
  stampOf,
  wholeCards,
} from '../format/index-format.ts';
import type { Deflate, FileKind } from '../format/index-format.ts';
import { createPostingsBuilder } from './postings.ts';
import type { IndexedPost, Postings } from './postings.ts';
import type { PreparedPost } from './prepare-post.ts';
import type { ShardCard } from '../format/shard-card.ts';
import { encodeKeywordNames, encodeSearchRoot } from '../format/root-file.ts';
import type { SearchRoot } from '../format/root-file.ts';
import type { IndexFile, Pack } from './index-parts.ts';
import { writeBranches, writeShards } from './write-shards.ts';
import type { ShardSource } from './write-shards.ts';
import {
  encodeShardCards,
  encodeCommon,
  encodeKeywordSets,
  encodeSpelling,
} from '../format/side-files.ts';
import type { SpellingWord } from '../format/side-files.ts';
import { spelled } from '../words/spelling.ts';
import { isGramText, tokenize } from '../words/tokenize.ts';
import type { Stem } from '../words/stem.ts';

/** Facts about the blog that the writer needs. */
export interface IndexWriterOptions {
  /** All keywords, the commonest first. */
  readonly keywords: readonly Keyword[];
  /** Keys of the stemmers that the posts were prepared with; see `stem.ts`. */
  readonly languages: readonly string[];
  /** The stemmers themselves. */
  readonly stems: readonly Stem[];
  /** Of all posts: the index is planned to be smaller. */
  readonly source: SourceSize;
  readonly deflate: Deflate;
}

/** Writes the index of a blog. */
export interface IndexWriter {
  /** Takes a post; oldest first, `card.id` counting from 0. */
  add(card: PostCard, post: PreparedPost): void;
  /** The files, made one after the other; the writer is spent. */
  finish(): Generator<IndexFile>;
}

/** More cards are never one file. */
const mostWhole = 1000;

/** Title words kept beside the commonest. */
const titleWords = 3000;

/** A writer of an empty blog. */
export function createIndexWriter(options: IndexWriterOptions): IndexWriter {
  const builder = createPostingsBuilder();
  return {
    add: (card, post) => builder.add(card, post),
    finish: () => writeFiles(builder.seal(), options),
  };
}

function* writeFiles(postings: Postings, options: IndexWriterOptions): Generator<IndexFile> {
  const pack: Pack = (kind, number, content, stamp = stampOf(content)) => ({
    name: nameFile(kind, number),
    content: packFile(content, { kind, stamp, deflate: options.deflate }),
    stamp,
  });
  const numbers = new Map(options.keywords.map(({ slug }, number) => [slug, number]));
  const cards = postings.posts.map((facts) => toShardCard(facts, numbers));
  const hasWholeCards =
    cards.length <= mostWhole && options.deflate(encodeShardCards(cards)).length <= wholeCards;

  const { keywords, stems, source: size } = options;
  const source = { postings, cards, hasWholeCards, keywords, stems, size, pack };
  const shards = yield* writeShards(source);
  const places = yield* writeBranches(shards, pack);
  const cardBlocks = yield* writeCards(source);
  const sideStamps = yield* writeSides(source);
  const root = {
    postCount: cards.length,
    languages: options.languages,
    keywords: options.keywords.slice(0, rootKeywords),
    keywordTotal: options.keywords.length,
    ...places,
    ...cardBlocks,
    sideStamps,
  };
  yield pack('root', 0, encodeSearchRoot(root));
}

/** Cards in one file, or in small ones of which those of a group share a stamp. */
function* writeCards({
  cards,
  hasWholeCards,
  pack,
}: ShardSource): Generator<IndexFile, Pick<SearchRoot, 'cardBlock' | 'cardStamps'>> {
  const block = hasWholeCards ? Math.max(1, cards.length) : cardBlock;
  const group = hasWholeCards ? block : cardGroup;
  const cardStamps: number[] = [];
  for (let from = 0; from < cards.length; from += block) {
    if (from % group === 0) {
      cardStamps.push(stampOf(encodeShardCards(cards.slice(from, from + group))));
    }
    const content = encodeShardCards(cards.slice(from, from + block));
    yield pack('cards', from / block, content, cardStamps.at(-1));
  }
  return { cardBlock: block, cardStamps };
}

/** Files of spelling and keywords; returns their stamps by name. */
function* writeSides(source: ShardSource): Generator<IndexFile, Map<string, number>> {
  const stamps = new Map<string, number>();
  for (const file of listSides(source)) {
    stamps.set(file.name, file.stamp);
    yield file;
  }
  return stamps;
}

function* listSides({
  postings,
  cards,
  hasWholeCards,
  pack,
  keywords,
}: ShardSource): Generator<IndexFile> {
  yield pack('spelling', 0, encodeSpelling(chooseSpelling(postings)));
  yield* writeBlocks('keywords', {
    items: keywords.slice(rootKeywords),
    size: keywordFileSize,
    encode: encodeKeywordNames,
    pack,
  });
  // One file of cards has their keywords too.
  if (hasWholeCards) return;
  const sets = cards.map((card) => card.keywords.toSorted((a, b) => a - b));
  yield* writeBlocks('facets', { items: sets, size: facetBlock, encode: encodeKeywordSets, pack });
  if (cards.length > facetBlock && cards.length <= commonLimit) {
    yield pack('common', 0, encodeCommonOf(sets));
  }
}

/** The card of a post as the index keeps it; `numbers` are those of keywords by slug. */
function toShardCard({ card }: IndexedPost, numbers: ReadonlyMap<string, number>): ShardCard {
  const { id, title, permalink, path, minutes } = card;
  return {
    id,
    title,
    permalink,
    path,
    minutes,
    keywords: card.keywords.flatMap(({ slug }) => numbers.get(slug) ?? []),
    day: card.day ?? '',
    language: card.language ?? '',
  };
}

/** The words that typing errors are repaired to: the commonest, and those of titles, ascending. */
function chooseSpelling(postings: Postings): SpellingWord[] {
  const words = postings.words.flatMap((word) => {
    const text = postings.texts[word] ?? '';
    if (!spelled.test(text) || isGramText(text)) return [];
    return [{ text, count: postings.postingsOf(word).length }];
  });
  const byCount = words.toSorted((a, b) => b.count - a.count);
  const inTitles = new Set(
    postings.posts.flatMap(({ card }) => tokenize(card.title).map(({ text }) => text)),
  );
  const common = byCount.slice(0, spellingWords);
  const titled = byCount.slice(spellingWords).filter(({ text }) => inTitles.has(text));
  return [...common, ...titled.slice(0, titleWords)]
    .map(({ text, count }) => ({ text, level: Math.floor(Math.log2(count)) }))
    .toSorted((a, b) => (a.text < b.text ? -1 : 1));
}

/** The keyword sets of all posts as the posts of each of the commonest keywords. */
function encodeCommonOf(sets: readonly (readonly number[])[]): Uint8Array {
  const lists = Array.from({ length: commonCounts }, (): number[] => []);
  for (const [id, set] of sets.entries()) for (const keyword of set) lists[keyword]?.push(id);
  return encodeCommon(lists, sets.length);
}

interface Blocks<Item> {
  readonly items: readonly Item[];
  /** Items in a file. */
  readonly size: number;
  readonly encode: (items: readonly Item[]) => Uint8Array;
  readonly pack: Pack;
}

function* writeBlocks<Item>(
  kind: FileKind,
  { items, size, encode, pack }: Blocks<Item>,
): Generator<IndexFile> {
  for (let from = 0; from < items.length; from += size) {
    yield pack(kind, from / size, encode(items.slice(from, from + size)));
  }
}
