/**
 * The files of the search index: names, limits, envelope. What is inside each kind is in `root-file.ts`,
 * `shard-file.ts`, `shard-entry.ts` and `side-files.ts`; docs/search.md shows all of it byte by byte.
 */
import { checksum, createByteReader, createByteWriter, searchError } from './bytes.ts';
import type { ByteReader, ByteWriter } from './bytes.ts';

/** Changes with every change of a file's form. */
export const formatVersion = 3;

/** Folder of the index under the base. */
export const searchFolder = 'data/v1/s/';

/** A word in more posts keeps the best so many in its shard and the ids of all in a tail. */
export const listLimit = 600;
/** The most posts whose cards stand beside a list: a page of results. How many there are is planned with each index. */
export const listedCards = 20;
/** The most posts of which a list holds excerpt and sections. */
export const listedExcerpts = 10;
/** Lists of fewer posts have neither: the few cards and posts themselves are as quickly fetched. */
export const minimumListed = 6;
/** A beginning that more words share has a list of its own. */
export const prefixWordLimit = 8;
/** So has one whose words are in more posts than this, each word's posts counted. */
export const prefixPostLimit = 200;
/** The usual bytes of a shard, as it will be compressed. */
export const shardTarget = 5_000;
/** Bytes from which on a shard may be closed: where it is depends on the keys alone, so that an edit moves few ends. */
export const shardLeast = 4_000;
/** Most bytes of a shard before compression; only a single list may go beyond. */
export const shardLimit = 32_768;
/** Bytes from which on a file of positions may be closed, and at which it is. */
export const positionsLeast = 9_000;
export const positionsMost = 18_000;
/** Longer tails stand in files of their own; the others in the shards. */
export const inlineTail = 1_300;
/** Bytes at which a file of tails is closed. */
export const tailTarget = 600;
/** Shards that the root tells apart itself: a few kB. Of more it tells branches, at one more round trip. */
export const rootShards = 1000;
/** Shards that one branch tells apart. */
export const branchSize = 128;
/** Keywords named in the root; the rest stand in files of `keywordFileSize`. */
export const rootKeywords = 300;
export const keywordFileSize = 1000;
/** Posts whose keywords one facet file holds. A blog of no more has them nowhere else but on its cards. */
export const facetBlock = 4096;
/** A blog of more than {@link facetBlock} posts, and no more than so many, has a file of its commonest keywords. */
export const commonLimit = 30_000;
/** Bytes of the cards of all posts that are one file, compressed, fetched with the first search. */
export const wholeCards = 18_000;
/** Cards that one card file holds, where they are too many for one file. */
export const cardBlock = 8;
/** Posts whose cards have one stamp: it changes with any of them. */
export const cardGroup = 64;
/** Words kept for repairing typing errors, titles' words beside them. */
export const spellingWords = 5000;

/** Kinds of files of the index, by the byte after the version. */
export const fileKinds = {
  root: 1,
  branch: 2,
  shard: 3,
  positions: 4,
  tails: 5,
  spelling: 6,
  keywords: 7,
  facets: 8,
  cards: 9,
  common: 10,
} as const;

/** The name of one of {@link fileKinds}. */
export type FileKind = keyof typeof fileKinds;

const letters: Readonly<Record<FileKind, string>> = {
  root: 'root',
  branch: 'b',
  shard: '',
  positions: 'p',
  tails: 't',
  spelling: 'words',
  keywords: 'k',
  facets: 'f',
  cards: 'c',
  common: 'common',
};

/**
 * The name of a file within {@link searchFolder}: `root.bin`, `12.bin`, `t3.bin`.
 * @example
 * nameFile('tails', 3)  // 't3.bin'
 */
export function nameFile(kind: FileKind, number = 0): string {
  const isSingle = kind === 'root' || kind === 'spelling' || kind === 'common';
  return `${letters[kind]}${isSingle ? '' : number}.bin`;
}

/** Message of the fault of a file that is not of the build of the file that leads to it. */
export const staleMessage = 'The search file is of another build than the root of the index.';

/** Compresses with raw DEFLATE (RFC 1951). */
export type Deflate = (bytes: Uint8Array) => Uint8Array;

/** `RbS` */
const magic = [0x52, 0x62, 0x53] as const;
/** Bytes before the compressed ones, but for the length. */
const headerLength = 12;
/** No file is longer before compression: a damaged length must not exhaust memory. */
const maximumLength = 8_000_000;

/**
 * Three bytes that tell a content from those that it had in other builds. The file that leads to another has its
 * stamp: a file whose content stays keeps all its bytes.
 */
export function stampOf(content: Uint8Array): number {
  return checksum(content) >>> 8;
}

/** A file of the index around `content`, with the `stamp` by which others know it. */
export function packFile(
  content: Uint8Array,
  options: { readonly kind: FileKind; readonly stamp: number; readonly deflate: Deflate },
): Uint8Array {
  const bytes = createByteWriter(content.length + headerLength);
  for (const byte of magic) bytes.writeByte(byte);
  bytes.writeByte(formatVersion);
  bytes.writeByte(fileKinds[options.kind]);
  writeFixed(bytes, options.stamp, stampBytes);
  writeFixed(bytes, checksum(content), sumBytes);
  bytes.writeNumber(content.length);
  bytes.writeBytes(options.deflate(content));
  return bytes.toBytes();
}

/** A file of the index, its envelope checked and taken off. */
export interface UnpackedFile {
  readonly content: Uint8Array;
  readonly stamp: number;
}

/**
 * Opens a file of the index.
 *
 * @throws ContentError that says what was found and what was expected
 */
export async function unpackFile(
  file: Uint8Array,
  { kind, name }: { readonly kind: FileKind; readonly name: string },
): Promise<UnpackedFile> {
  const reader = createByteReader(file, name);
  const found = [reader.readByte(), reader.readByte(), reader.readByte()];
  if (found.some((byte, index) => byte !== magic[index])) {
    const text = found.map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
    throw searchError(name, `The search file begins with \`${text}\`, expected \`52 62 53\`.`);
  }
  const version = reader.readByte();
  if (version !== formatVersion) {
    throw searchError(name, `The search file is of version ${version}, expected ${formatVersion}.`);
  }
  const foundKind = reader.readByte();
  if (foundKind !== fileKinds[kind]) {
    throw searchError(
      name,
      `The search file is of kind ${foundKind}, expected ${fileKinds[kind]}.`,
    );
  }
  const stamp = readFixed(reader, stampBytes);
  const sum = readFixed(reader, sumBytes);
  const length = reader.readNumber();
  if (length > maximumLength) {
    throw searchError(
      name,
      `The search file says it holds ${length} bytes, at most ${maximumLength} may be.`,
    );
  }
  const content = await inflate(file.subarray(reader.offset), { length, name });
  if (checksum(content) !== sum) {
    throw searchError(
      name,
      `The search file has the checksum ${checksum(content)}, expected ${sum}.`,
    );
  }
  return { content, stamp };
}

const stampBytes = 3;
const sumBytes = 4;

function writeFixed(bytes: ByteWriter, value: number, length: number): void {
  for (let place = 0; place < length; place++) bytes.writeByte((value >>> (place * 8)) & 0xff);
}

function readFixed(reader: ByteReader, length: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = reader.readBytes(length);
  return (a | (b << 8) | (c << 16) | (d << 24)) >>> 0;
}

/** `stamp` as bytes. */
export function writeStamp(bytes: ByteWriter, stamp: number): void {
  writeFixed(bytes, stamp, stampBytes);
}

/** The inverse of {@link writeStamp}. */
export function readStamp(reader: ByteReader): number {
  return readFixed(reader, stampBytes);
}

/** Decompresses exactly `length` bytes. */
async function inflate(
  bytes: Uint8Array,
  { length, name }: { readonly length: number; readonly name: string },
): Promise<Uint8Array> {
  const content = new Uint8Array(length);
  let filled = 0;
  try {
    const stream = new DecompressionStream('deflate-raw');
    const writer = stream.writable.getWriter();
    // Faults of the writing side reach the reading side too.
    writer.write(bytes.slice()).catch(() => undefined);
    writer.close().catch(() => undefined);
    const reader = stream.readable.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      if (filled + value.length > length) {
        await reader.cancel();
        throw searchError(
          name,
          `The search file holds more than the ${length} bytes that it names.`,
        );
      }
      content.set(value, filled);
      filled += value.length;
    }
  } catch (error) {
    if (error instanceof Error && error.name === 'ContentError') throw error;
    throw searchError(
      name,
      `The search file is damaged or cut off after ${bytes.length} bytes.`,
      error,
    );
  }
  if (filled === length) return content;
  throw searchError(name, `The search file holds ${filled} bytes, expected ${length}.`);
}
