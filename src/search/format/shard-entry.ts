import type { SectionLink, ShardCard } from './shard-card.ts';

/**
 * Last character of a key, by what its list is for. In this order keys of one text follow each other. A
 * word that is its own only stem has the key of the stem.
 */
export const keyKinds = { prefix: '\u0000', stem: '\u0001', word: '\u0002' } as const;

/**
 * The key of the posts with a keyword: no word begins with its sign.
 *
 * @example
 * keywordKey('rust')  // '#rust\u0002'
 */
export function keywordKey(slug: string): string {
  return `#${slug}${keyKinds.word}`;
}

/** A part of a file that holds several. */
export interface FilePlace {
  /** The file's number. */
  readonly file: number;
  readonly index: number;
}

/** The place of the positions of a shard's words, and the stamp that stands before them: that of the words and their posts. */
export interface PositionsPlace extends FilePlace {
  readonly stamp: number;
}

/** The place of the ids of a list that is too long: in a file of tails, or the bytes themselves. */
export type TailPlace = FilePlace | { readonly bytes: Uint8Array };

/** The passage that a list has of one of its best posts. */
export interface ListRecord {
  /** Of the post. */
  readonly id: number;
  readonly excerpt: string;
  readonly sections: readonly SectionLink[];
}

/** The posts that a word is in. */
export interface PostingList {
  /** In how many posts it is. */
  readonly total: number;
  /** Ascending. All when `total` is at most `listLimit`, else the best. */
  readonly ids: readonly number[];
  /** See `weight.ts`; one for each of `ids`. */
  readonly weights: readonly number[];
  /** Keyword numbers of each of `ids`, ascending; equal sets are best the same object. `undefined` for short lists, whose posts' cards tell, for a list with a tail, and in blogs whose facet file or cards do. */
  readonly keywordSets: readonly (readonly number[])[] | undefined;
  /** The number of posts, of all `total`, that have each keyword, by its number; `undefined` when `ids` are complete. */
  readonly counts: ReadonlyMap<number, number> | undefined;
  /** Of the first in {@link orderListed}, as many as were planned. None for a word that has a stem list. */
  readonly records: readonly ListRecord[];
  /** Cards of posts by id, those of the best as many as were planned; others of the shard are among them. */
  readonly cards: ReadonlyMap<number, ShardCard>;
  /** The place of the ids of all posts; `undefined` when `ids` are complete. */
  readonly tail: TailPlace | undefined;
}

/** The content behind a key. */
export type ShardEntry =
  | {
      readonly kind: 'prefix';
      readonly text: string;
      /** True if the list holds all posts that have `text` in any form. */
      readonly hasForms: boolean;
      readonly list: PostingList;
    }
  /** `common`: what all the words with this stem begin with. */
  | {
      readonly kind: 'stem';
      readonly text: string;
      readonly common: string;
      readonly list: PostingList;
    }
  /** The only word with this stem. */
  | { readonly kind: 'alias'; readonly text: string; readonly word: string }
  | {
      readonly kind: 'word';
      readonly text: string;
      /** True if it is its own stem and the only word with it. */
      readonly isOwnStem: boolean;
      /** True if the list of its stem has the passages that this one could have. */
      readonly isBare: boolean;
      /** Its place among the words of the shard: that of its positions in the positions file. */
      readonly ordinal: number;
      readonly list: PostingList;
    };

/** Bits of the byte that an entry begins with. */
export const flags = {
  tail: 1,
  sets: 2,
  alias: 4,
  ownStem: 8,
  forms: 16,
  bare: 32,
  inlineTail: 64,
} as const;

/** The `count` best of `ids`, best first, the newest of equals first; `weights` stand beside them. */
export function orderListed(
  ids: readonly number[],
  weights: readonly number[],
  count: number,
): number[] {
  if (count === 0) return [];
  const places = ids.map((_, place) => place);
  places.sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || b - a);
  return places.slice(0, count).map((place) => ids[place] ?? 0);
}
