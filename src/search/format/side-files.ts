import { createByteReader, createByteWriter, searchError } from './bytes.ts';
import type { ByteReader } from './bytes.ts';
import { staleMessage } from './index-format.ts';
import type { PositionsPlace } from './shard-entry.ts';
import { readShardCard, writeShardCard } from './shard-card.ts';
import type { ShardCard } from './shard-card.ts';
import { readAscending, readCount, sharedLength, writeAscending } from './ascending.ts';

/** The two ways to write the ids of a tail, of which the shorter is taken. */
const tailForms = { differences: 0, bits: 1 } as const;

/** The ids of all posts of a list that is too long for its shard: one part of a tails file. */
export function encodeTail(ids: readonly number[], postCount: number): Uint8Array {
  const bytes = createByteWriter();
  bytes.writeNumber(ids.length);
  const hasBits = ids.length > postCount / 8;
  bytes.writeByte(hasBits ? tailForms.bits : tailForms.differences);
  if (hasBits) bytes.writeBytes(toBits(ids, postCount));
  else writeAscending(bytes, ids);
  return bytes.toBytes();
}

/** The inverse of {@link encodeTail} for the part at `index` of a file. */
export function decodeTail(content: Uint8Array, index: number, name: string): number[] {
  return readTail(findPart(createByteReader(content, name), index), name);
}

/** The inverse of {@link encodeTail}. */
export function readTail(bytes: Uint8Array, name: string): number[] {
  const part = createByteReader(bytes, name);
  const length = part.readNumber();
  const form = part.readByte();
  if (form === tailForms.differences) return readAscending(part, length);
  if (form === tailForms.bits) return fromBits(part.readBytes(part.end - part.offset));
  throw searchError(name, `The search file has a tail of form ${form}, expected 0 or 1.`);
}

/** Positions of the words of one shard behind the shard's stamp of them: for each word what `preparePost` wrote for each of its posts. */
export function encodePositions(
  words: readonly (readonly Uint8Array[])[],
  stamp: number,
): Uint8Array {
  const bytes = createByteWriter();
  bytes.writeNumber(stamp);
  for (const posts of words) {
    bytes.writeNumber(posts.reduce((sum, post) => sum + post.length, 0));
    for (const post of posts) bytes.writeBytes(post);
  }
  return bytes.toBytes();
}

/** Parts of any kind as one file. */
export function encodeParts(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = createByteWriter();
  for (const part of parts) {
    bytes.writeNumber(part.length);
    bytes.writeBytes(part);
  }
  return bytes.toBytes();
}

/**
 * For each post of a word, in the order of its list, where the word stands; `undefined` for a post in
 * which it stands too often to say. `undefined` for a word whose list is too long.
 *
 * @param place - the shard's part of the file, and the stamp that it has if it is of these words
 * @param ordinal - the word's place among the words of the shard
 */
export function decodePositions(
  content: Uint8Array,
  {
    place,
    ordinal,
    name,
  }: { readonly place: PositionsPlace; readonly ordinal: number; readonly name: string },
): (readonly number[] | undefined)[] | undefined {
  const reader = createByteReader(content, name);
  const part = createByteReader(findPart(reader, place.index), name);
  if (part.readNumber() !== place.stamp) throw searchError(name, staleMessage);
  const word = createByteReader(findPart(part, ordinal), name);
  if (word.end === 0) return undefined;
  const posts: (readonly number[] | undefined)[] = [];
  while (word.offset < word.end) posts.push(readPositions(word));
  return posts;
}

/** The bytes of the part at `index`, each part standing behind its length. */
function findPart(reader: ByteReader, index: number): Uint8Array {
  for (let skipped = 0; skipped < index; skipped++) readPart(reader);
  return readPart(reader);
}

function readPart(reader: ByteReader): Uint8Array {
  return reader.readBytes(reader.readNumber());
}

/** The positions of one word in one post; see `PreparedPost.positions`. */
export function readPositions(reader: ByteReader): number[] | undefined {
  const count = reader.readNumber();
  return count === 0 ? undefined : readAscending(reader, count);
}

/** A word that typing errors are repaired to. */
export interface SpellingWord {
  readonly text: string;
  /** The number of doublings that its number of posts takes: 10 for a word in 1,024 posts. */
  readonly level: number;
}

/** Words in ascending order as bytes. */
export function encodeSpelling(words: readonly SpellingWord[]): Uint8Array {
  const bytes = createByteWriter();
  bytes.writeNumber(words.length);
  let last = '';
  for (const { text, level } of words) {
    const shared = sharedLength(last, text);
    bytes.writeNumber(shared);
    bytes.writeText(text.slice(shared));
    bytes.writeByte(level);
    last = text;
  }
  return bytes.toBytes();
}

/** The inverse of {@link encodeSpelling}. */
export function decodeSpelling(content: Uint8Array, name: string): SpellingWord[] {
  const reader = createByteReader(content, name);
  let last = '';
  return Array.from({ length: readCount(reader) }, () => {
    last = last.slice(0, reader.readNumber()) + reader.readText();
    return { text: last, level: reader.readByte() };
  });
}

/** The cards of one block. */
export function encodeShardCards(cards: readonly ShardCard[]): Uint8Array {
  const bytes = createByteWriter();
  bytes.writeNumber(cards.length);
  for (const card of cards) writeShardCard(bytes, card);
  return bytes.toBytes();
}

/** The inverse of {@link encodeShardCards}. */
export function decodeShardCards(content: Uint8Array, name: string): ShardCard[] {
  const reader = createByteReader(content, name);
  return Array.from({ length: readCount(reader) }, () => readShardCard(reader));
}

/** Keyword numbers of the posts of one block, each set ascending. */
export function encodeKeywordSets(sets: readonly (readonly number[])[]): Uint8Array {
  const bytes = createByteWriter();
  bytes.writeNumber(sets.length);
  for (const set of sets) {
    bytes.writeNumber(set.length);
    writeAscending(bytes, set);
  }
  return bytes.toBytes();
}

/** Of each of the commonest keywords the posts that have it, in a blog of `postCount` posts. */
export function encodeCommon(lists: readonly (readonly number[])[], postCount: number): Uint8Array {
  return encodeParts(lists.map((ids) => encodeTail(ids, postCount)));
}

/** The inverse of {@link encodeCommon}. */
export function decodeCommon(content: Uint8Array, name: string): number[][] {
  const reader = createByteReader(content, name);
  const lists: number[][] = [];
  while (reader.offset < reader.end) lists.push(readTail(readPart(reader), name));
  return lists;
}

/** The inverse of {@link encodeKeywordSets}. */
export function decodeKeywordSets(content: Uint8Array, name: string): number[][] {
  const reader = createByteReader(content, name);
  return Array.from({ length: readCount(reader) }, () => readAscending(reader, readCount(reader)));
}

function toBits(ids: readonly number[], postCount: number): Uint8Array {
  const bits = new Uint8Array(Math.ceil(postCount / 8));
  for (const id of ids) bits[id >> 3] = (bits[id >> 3] ?? 0) | (1 << (id & 7));
  return bits;
}

function fromBits(bits: Uint8Array): number[] {
  const ids: number[] = [];
  for (const [index, byte] of bits.entries()) {
    for (let bit = 0; bit < 8; bit++) if ((byte & (1 << bit)) !== 0) ids.push(index * 8 + bit);
  }
  return ids;
}
