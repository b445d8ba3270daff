import { commonCounts } from '../../content/model/library.ts';
import type { Keyword, PostCard } from '../../content/model/post.ts';
import { sharedLength } from '../format/ascending.ts';
import { createEntry } from './create-entry.ts';
import { listKeys } from './dictionary.ts';
import { measureList, planLists } from './plan-lists.ts';
import type { SourceSize } from './plan-lists.ts';
import {
  branchSize,
  cardBlock,
  commonLimit,
  facetBlock,
  inlineTail,
  keywordFileSize,
  nameFile,
  packFile,
  positionsTarget,
  rootKeywords,
  rootShards,
  shardTarget,
  spellingWords,
  tailTarget,
  wholeCards,
} from '../format/index-format.ts';
import type { Deflate, FileKind } from '../format/index-format.ts';
import { createListBuilder } from './list-builder.ts';
import { createPostingsBuilder } from './postings.ts';
import type { IndexedPost, Postings } from './postings.ts';
import type { PreparedPost } from './prepare-post.ts';
import type { ShardCard } from '../format/shard-card.ts';
import { encodeBranch, encodeKeywordNames, encodeSearchRoot } from '../format/root-file.ts';
import { createParts } from './index-parts.ts';
import type { IndexFile, Pack } from './index-parts.ts';
import { createShardBuilder } from './shard-builder.ts';
import {
  encodeShardCards,
  encodeCommon,
  encodeKeywordSets,
  encodePositions,
  encodeSpelling,
  encodeTail,
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
  const { stamp, posts } = postings;
  const pack = (kind: FileKind, number: number, content: Uint8Array): IndexFile => ({
    name: nameFile(kind, number),
    content: packFile(content, { kind, stamp, deflate: options.deflate }),
  });
  const numbers = new Map(options.keywords.map(({ slug }, number) => [slug, number]));
  const cards = posts.map((facts) => toShardCard(facts, numbers));

  const hasWholeCards =
    cards.length <= mostWhole && options.deflate(encodeShardCards(cards)).length <= wholeCards;
  const block = hasWholeCards ? Math.max(1, cards.length) : cardBlock;
  const lists = {
    postings,
    cards,
    hasWholeCards,
    names: options.keywords,
    stems: options.stems,
    source: options.source,
  };
  const starts = yield* writeShards(lists, pack);
  yield* writeRoot(postings, { ...options, starts, block, pack });
  yield pack('spelling', 0, encodeSpelling(chooseSpelling(postings)));
  yield* writeBlocks('keywords', {
    items: options.keywords.slice(rootKeywords),
    size: keywordFileSize,
    encode: encodeKeywordNames,
    pack,
  });
  yield* writeBlocks('cards', { items: cards, size: block, encode: encodeShardCards, pack });
  // One file of cards has their keywords too.
  if (hasWholeCards) return;
  const sets = cards.map(({ keywords }) => keywords.toSorted((a, b) => a - b));
  yield* writeBlocks('facets', { items: sets, size: facetBlock, encode: encodeKeywordSets, pack });
  if (posts.length > facetBlock && posts.length <= commonLimit) {
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

interface ShardSource {
  readonly postings: Postings;
  readonly cards: readonly ShardCard[];
  readonly hasWholeCards: boolean;
  /** By number. */
  readonly names: readonly Keyword[];
  readonly stems: readonly Stem[];
  readonly source: SourceSize;
}

/** Yields shards with their positions and tails; returns where the shards begin. */
function* writeShards(
  { postings, cards, hasWholeCards, names, stems, source }: ShardSource,
  pack: Pack,
): Generator<IndexFile, string[]> {
  const places = createParts('positions', positionsTarget, pack);
  const tails = createParts('tails', tailTarget, pack);
  const keys = listKeys(postings, { keywords: names, stems });
  const plan = planLists(postings, { keys, hasWholeCards, source });
  const lists = createListBuilder({
    postings,
    cards,
    plan,
    addTail(ids) {
      const tail = encodeTail(ids, postings.posts.length);
      return tail.length <= inlineTail ? { bytes: tail } : tails.add(tail);
    },
  });
  const starts = [''];
  let shard = createShardBuilder();
  let positions: Uint8Array[][] = [];
  let lastKey = '';
  for (const entry of keys) {
    // A full shard is closed, and one that a long list would make much larger.
    const packed = shard.packedBytes;
    const next = packed + measureList(entry, { postings, plan });
    // Either way it is as near to the target as it can be.
    if (packed > 0 && next - shardTarget > shardTarget - packed) {
      yield pack('shard', starts.length - 1, shard.toBytes(places.add(encodePositions(positions))));
      yield* places.takeFull();
      shard = createShardBuilder();
      positions = [];
      starts.push(shortenKey(entry.key, lastKey));
    }
    shard.add(entry.key, createEntry(entry, { lists, postings }));
    if (entry.kind === 'word') positions.push(lists.positionsOf(entry.word));
    if (entry.kind === 'keyword') positions.push([]);
    lastKey = entry.key;
    yield* tails.takeFull();
  }
  yield pack('shard', starts.length - 1, shard.toBytes(places.add(encodePositions(positions))));
  yield* places.takeRest();
  yield* tails.takeRest();
  return starts;
}

interface RootOptions extends IndexWriterOptions {
  readonly starts: readonly string[];
  /** Cards of one file. */
  readonly block: number;
  readonly pack: Pack;
}

function* writeRoot(postings: Postings, options: RootOptions): Generator<IndexFile> {
  const { starts, block, pack } = options;
  const hasBranches = starts.length > rootShards;
  const rootStarts: string[] = [];
  const branchEnd = hasBranches ? starts.length : 0;
  for (let from = 0; from < branchEnd; from += branchSize) {
    const branch = { firstShard: from, starts: starts.slice(from, from + branchSize) };
    yield pack('branch', rootStarts.length, encodeBranch(branch));
    rootStarts.push(starts[from] ?? '');
  }
  const root = {
    postCount: postings.posts.length,
    cardBlock: block,
    languages: options.languages,
    keywords: options.keywords.slice(0, rootKeywords),
    keywordTotal: options.keywords.length,
    hasBranches,
    starts: hasBranches ? rootStarts : starts,
  };
  yield pack('root', 0, encodeSearchRoot(root));
}

/** The shortest text that is after `before` and not after `key`. */
function shortenKey(key: string, before: string): string {
  const shared = sharedLength(before, key);
  const next = String.fromCodePoint(key.codePointAt(shared) ?? 0);
  return key.slice(0, shared) + next;
}
