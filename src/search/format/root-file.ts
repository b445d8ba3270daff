import type { Keyword } from '../../content/model/post.ts';
import { readCount, sharedLength } from './ascending.ts';
import { createByteReader, createByteWriter } from './bytes.ts';
import type { ByteReader, ByteWriter } from './bytes.ts';
import { readStamp, writeStamp } from './index-format.ts';

/** The content of the first file: the way to the shard of a word, and the keywords' names. */
export interface SearchRoot {
  readonly postCount: number;
  /** Cards that one card file holds; no fewer than `postCount` when one file has all. */
  readonly cardBlock: number;
  /** Keys of the stemmers that words were stemmed with; see `stem.ts`. */
  readonly languages: readonly string[];
  /** The commonest keywords; their place is their number. */
  readonly keywords: readonly Keyword[];
  readonly keywordTotal: number;
  /** True if `starts` are those of branch files, not of shards. */
  readonly hasBranches: boolean;
  /** The text that each shard or branch begins with, in the order of keys; the first is empty. */
  readonly starts: readonly string[];
  /** The stamp of each shard or branch. */
  readonly stamps: readonly number[];
  /** That of the cards of each `cardGroup` posts; one when one file has all. */
  readonly cardStamps: readonly number[];
  /** That of each file of spelling, keyword names, facets and commonest keywords, by name. */
  readonly sideStamps: ReadonlyMap<string, number>;
}

/** `root` as bytes. */
export function encodeSearchRoot(root: SearchRoot): Uint8Array {
  const bytes = createByteWriter();
  bytes.writeNumber(root.postCount);
  bytes.writeNumber(root.cardBlock);
  bytes.writeNumber(root.languages.length);
  for (const language of root.languages) bytes.writeText(language);
  bytes.writeNumber(root.keywordTotal);
  writeKeywords(bytes, root.keywords);
  bytes.writeByte(root.hasBranches ? 1 : 0);
  writeStarts(bytes, root.starts);
  writeStamps(bytes, root.stamps);
  writeStamps(bytes, root.cardStamps);
  bytes.writeNumber(root.sideStamps.size);
  for (const [name, stamp] of root.sideStamps) {
    bytes.writeText(name);
    writeStamp(bytes, stamp);
  }
  return bytes.toBytes();
}

/** The inverse of {@link encodeSearchRoot}. */
export function decodeSearchRoot(content: Uint8Array, name: string): SearchRoot {
  const reader = createByteReader(content, name);
  return {
    postCount: reader.readNumber(),
    cardBlock: Math.max(1, reader.readNumber()),
    languages: Array.from({ length: readCount(reader) }, () => reader.readText()),
    keywordTotal: reader.readNumber(),
    keywords: readKeywords(reader),
    hasBranches: reader.readByte() === 1,
    starts: readStarts(reader),
    stamps: readStamps(reader),
    cardStamps: readStamps(reader),
    sideStamps: new Map(
      Array.from({ length: readCount(reader) }, () => [reader.readText(), readStamp(reader)]),
    ),
  };
}

/** A branch: where its shards begin, and the number of the first. */
export interface SearchBranch {
  readonly firstShard: number;
  readonly starts: readonly string[];
  /** The stamp of each shard. */
  readonly stamps: readonly number[];
}

/** `branch` as bytes. */
export function encodeBranch(branch: SearchBranch): Uint8Array {
  const bytes = createByteWriter();
  bytes.writeNumber(branch.firstShard);
  writeStarts(bytes, branch.starts);
  writeStamps(bytes, branch.stamps);
  return bytes.toBytes();
}

/** The inverse of {@link encodeBranch}. */
export function decodeBranch(content: Uint8Array, name: string): SearchBranch {
  const reader = createByteReader(content, name);
  return {
    firstShard: reader.readNumber(),
    starts: readStarts(reader),
    stamps: readStamps(reader),
  };
}

/** Keywords that the root has no room for, as bytes. */
export function encodeKeywordNames(keywords: readonly Keyword[]): Uint8Array {
  const bytes = createByteWriter();
  writeKeywords(bytes, keywords);
  return bytes.toBytes();
}

/** The inverse of {@link encodeKeywordNames}. */
export function decodeKeywordNames(content: Uint8Array, name: string): Keyword[] {
  return readKeywords(createByteReader(content, name));
}

/**
 * The place of the last of `starts` that is not after `key`.
 *
 * @example
 * findStart(['', 'm', 't'], 'pear')  // 1
 */
export function findStart(starts: readonly string[], key: string): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? '') <= key) low = middle;
    else high = middle - 1;
  }
  return low;
}

function writeKeywords(bytes: ByteWriter, keywords: readonly Keyword[]): void {
  bytes.writeNumber(keywords.length);
  for (const { name, slug } of keywords) {
    bytes.writeText(slug);
    // Most names are their own slug.
    bytes.writeText(name === slug ? '' : name);
  }
}

function readKeywords(reader: ByteReader): Keyword[] {
  return Array.from({ length: readCount(reader) }, () => {
    const slug = reader.readText();
    return { slug, name: reader.readText() || slug };
  });
}

function writeStamps(bytes: ByteWriter, stamps: readonly number[]): void {
  bytes.writeNumber(stamps.length);
  for (const stamp of stamps) writeStamp(bytes, stamp);
}

function readStamps(reader: ByteReader): number[] {
  return Array.from({ length: readCount(reader) }, () => readStamp(reader));
}

function writeStarts(bytes: ByteWriter, starts: readonly string[]): void {
  bytes.writeNumber(starts.length);
  let last = '';
  for (const start of starts) {
    const shared = sharedLength(last, start);
    bytes.writeNumber(shared);
    bytes.writeText(start.slice(shared));
    last = start;
  }
}

function readStarts(reader: ByteReader): string[] {
  let last = '';
  return Array.from({ length: readCount(reader) }, () => {
    const shared = reader.readNumber();
    last = last.slice(0, shared) + reader.readText();
    return last;
  });
}
