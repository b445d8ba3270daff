import type { PostCard } from '../../content/model/post.ts';
import type { PreparedPost } from './prepare-post.ts';
import type { Section } from '../text/sections.ts';

/** One word in one post, by number; see {@link Postings}. */
export type Posting = number;

/** A post in the index, without its words. */
export interface IndexedPost {
  readonly card: PostCard;
  readonly text: string;
  readonly sections: readonly Section[];
  readonly bodyEnd: number;
}

/** All words of all posts, in columns: a few bytes a word and post, so that a large blog fits in memory. */
export interface Postings {
  readonly posts: readonly IndexedPost[];
  /** Words and stems by number. */
  readonly texts: readonly string[];
  /** Numbers of the words in ascending order of their texts. */
  readonly words: readonly number[];
  /** Postings of a word, oldest post first. */
  postingsOf(word: number): Uint32Array;
  postOf(posting: Posting): number;
  stemOf(posting: Posting): number;
  weightOf(posting: Posting): number;
  /** See `PreparedPost.offsets`. */
  offsetOf(posting: Posting): number;
  /** See `PreparedPost.positions`. */
  positionsOf(posting: Posting): Uint8Array;
}

/** Gathers posts, oldest first. */
export interface PostingsBuilder {
  /** `card.id` must be the number of posts added before. */
  add(card: PostCard, post: PreparedPost): void;
  /** Sorts everything by word. The builder is spent. */
  seal(): Postings;
}

/** An empty builder. */
export function createPostingsBuilder(): PostingsBuilder {
  const numbers = new Map<string, number>();
  const texts: string[] = [];
  const posts: IndexedPost[] = [];
  const word = createColumn(Uint32Array);
  const stem = createColumn(Uint32Array);
  const post = createColumn(Uint32Array);
  const weight = createColumn(Uint8Array);
  const offset = createColumn(Int32Array);
  const place = createColumn(Uint32Array);
  const pool = createColumn(Uint8Array);

  const numberOf = (text: string): number => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    // A fresh copy: a slice would keep the whole text of its post in memory.
    texts.push(text);
    numbers.set(text, texts.length - 1);
    return texts.length - 1;
  };
  return {
    add(card, prepared) {
      if (card.id !== posts.length) {
        throw new RangeError(
          `The post \`${card.path}\` has the id ${card.id}, expected ${posts.length}.`,
        );
      }
      const { text, sections, bodyEnd } = prepared;
      posts.push({ card, text, sections, bodyEnd });
      const starts = findPositionStarts(prepared);
      for (const [index, token] of prepared.words.entries()) {
        word.push(numberOf(token));
        stem.push(numberOf(prepared.stems[index] ?? token));
        post.push(card.id);
        weight.push(prepared.weights[index] ?? 0);
        offset.push(prepared.offsets[index] ?? -1);
        place.push(pool.length + (starts[index] ?? 0));
      }
      pool.pushAll(prepared.positions);
    },
    seal() {
      numbers.clear();
      const ends = place.values();
      const wordOf = word.values();
      const { order, starts } = sortByWord(wordOf, texts.length);
      const words = findWords(starts, texts);
      const postOf = post.values();
      const stemOf = stem.values();
      const weightOf = weight.values();
      const offsetOf = offset.values();
      const positions = pool.values();
      return {
        posts,
        texts,
        words,
        postingsOf: (number) => order.subarray(starts[number], starts[number + 1]),
        postOf: (posting) => postOf[posting] ?? 0,
        stemOf: (posting) => stemOf[posting] ?? 0,
        weightOf: (posting) => weightOf[posting] ?? 0,
        offsetOf: (posting) => offsetOf[posting] ?? -1,
        positionsOf: (posting) =>
          positions.subarray(ends[posting], ends[posting + 1] ?? positions.length),
      };
    },
  };
}

/** The place at which the positions of each word begin in `positions`. */
function findPositionStarts({ words, positions }: PreparedPost): Uint32Array {
  const starts = new Uint32Array(words.length);
  let at = 0;
  const readNumber = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = positions[at++] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  for (let index = 0; index < words.length; index++) {
    starts[index] = at;
    for (let count = readNumber(); count > 0; count--) readNumber();
  }
  return starts;
}

/** Counting sort: `order` holds the postings of word `w` from `starts[w]` to `starts[w + 1]`. */
function sortByWord(
  wordOf: Uint32Array,
  wordCount: number,
): { order: Uint32Array; starts: Uint32Array } {
  const starts = new Uint32Array(wordCount + 1);
  for (const word of wordOf) starts[word + 1] = (starts[word + 1] ?? 0) + 1;
  for (let word = 0; word < wordCount; word++) {
    starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0);
  }
  const next = starts.slice();
  const order = new Uint32Array(wordOf.length);
  for (const [posting, word] of wordOf.entries()) {
    const at = next[word] ?? 0;
    order[at] = posting;
    next[word] = at + 1;
  }
  return { order, starts };
}

/** Texts that occur as words, not only as stems, in ascending order. */
function findWords(starts: Uint32Array, texts: readonly string[]): number[] {
  const words = texts.map((_, number) => number);
  return words
    .filter((number) => (starts[number] ?? 0) < (starts[number + 1] ?? 0))
    .toSorted((a, b) => ((texts[a] ?? '') < (texts[b] ?? '') ? -1 : 1));
}

interface Column<Values> {
  readonly length: number;
  push(value: number): void;
  pushAll(added: Uint8Array): void;
  /** A view of all that was pushed. */
  values(): Values;
}

interface NumberArray {
  readonly length: number;
  [index: number]: number;
  set(values: ArrayLike<number>, offset?: number): void;
}

/** Numbers in a typed array that grows. */
function createColumn<
  Values extends NumberArray & { subarray(start: number, end: number): Values },
>(Type: new (length: number) => Values): Column<Values> {
  let values = new Type(1 << 14);
  let length = 0;
  const reserve = (more: number): void => {
    if (length + more <= values.length) return;
    const grown = new Type(Math.max(Math.ceil(values.length * 1.6), length + more));
    grown.set(values.subarray(0, length));
    values = grown;
  };
  return {
    get length() {
      return length;
    },
    push(value) {
      reserve(1);
      values[length++] = value;
    },
    pushAll(added) {
      reserve(added.length);
      values.set(added, length);
      length += added.length;
    },
    values: () => values.subarray(0, length),
  };
}
