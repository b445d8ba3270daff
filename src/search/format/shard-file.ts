import { readAscending, readCount } from './ascending.ts';
import { createByteReader, searchError } from './bytes.ts';
import type { ByteReader } from './bytes.ts';
import { readShardCard } from './shard-card.ts';
import type { ShardCard } from './shard-card.ts';

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

/** One of the best posts of a list, ready to show. */
export interface ListRecord {
  readonly card: ShardCard;
  /** Empty when it must be cut from the post itself; see `minimumExcerpts`. */
  readonly excerpt: string;
  readonly sections: readonly { readonly id: string; readonly title: string }[];
}

/** The posts that a word is in. */
export interface PostingList {
  /** In how many posts it is. */
  readonly total: number;
  /** Ascending. All when `total` is at most `listLimit`, else the best. */
  readonly ids: readonly number[];
  /** See `weight.ts`; one for each of `ids`. */
  readonly weights: readonly number[];
  /** Keyword numbers of each of `ids`, ascending; equal sets are best the same object. `undefined` when `records` tell of all posts, for a list with a tail, and in blogs whose facet file does. */
  readonly keywordSets: readonly (readonly number[])[] | undefined;
  /** The number of posts, of all `total`, that have each keyword, by its number; `undefined` when `ids` are complete. */
  readonly counts: ReadonlyMap<number, number> | undefined;
  /** Best first, the newest of equals first. None for a word that has a stem list. */
  readonly records: readonly ListRecord[];
  /** The place of the ids of all posts; `undefined` when `ids` are complete. */
  readonly tail: FilePlace | undefined;
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
      /** Its place among the words of the shard: that of its positions in the positions file. */
      readonly ordinal: number;
      readonly list: PostingList;
    };

/** Bits of the byte that an entry begins with. */
export const flags = { tail: 1, sets: 2, alias: 4, ownStem: 8, forms: 16 } as const;

/** A shard opened. Lists are decoded when they are needed. */
export interface Shard {
  /** The place of the positions of its words. */
  readonly positions: FilePlace;
  /** Entries with keys from `key` on. */
  entriesFrom(key: string): Iterable<{ readonly key: string; readonly load: () => ShardEntry }>;
}

/** Opens what `shard-builder.ts` wrote. Faults in a list are found when the list is read. */
export function decodeWordShard(content: Uint8Array, name: string): Shard {
  const reader = createByteReader(content, name);
  const positions = { file: reader.readNumber(), index: reader.readNumber() };
  const cards = Array.from({ length: readCount(reader) }, () => readShardCard(reader));
  const sections = Array.from({ length: readCount(reader) }, () => ({
    id: reader.readText(),
    title: reader.readText(),
  }));
  const sets = Array.from({ length: readCount(reader) }, () =>
    readAscending(reader, readCount(reader)),
  );
  const places: { readonly key: string; readonly offset: number; readonly ordinal: number }[] = [];
  let key = '';
  let ordinal = 0;
  while (reader.offset < reader.end) {
    const shared = reader.readNumber();
    key = key.slice(0, shared) + reader.readText();
    const length = reader.readNumber();
    places.push({ key, offset: reader.offset, ordinal });
    const [flag = 0] = reader.readBytes(length);
    if (key.endsWith(keyKinds.word) || (flag & flags.ownStem) !== 0) ordinal++;
  }
  const tables = { cards, sections, sets };
  const loaded = new Map<string, ShardEntry>();
  return {
    positions,
    *entriesFrom(from) {
      for (let at = findPlace(places, from); at < places.length; at++) {
        const place = places[at];
        if (place === undefined) return;
        yield {
          key: place.key,
          load: () => {
            const known = loaded.get(place.key);
            if (known !== undefined) return known;
            reader.offset = place.offset;
            const entry = readEntry(reader, tables, place);
            loaded.set(place.key, entry);
            return entry;
          },
        };
      }
    },
  };
}

/** The first of `places` with a key from `from` on; they ascend. */
function findPlace(places: readonly { readonly key: string }[], from: string): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle]?.key ?? '') < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Tables {
  readonly cards: readonly ShardCard[];
  readonly sections: readonly { readonly id: string; readonly title: string }[];
  readonly sets: readonly (readonly number[])[];
}

function readEntry(
  reader: ByteReader,
  tables: Tables,
  { key, ordinal }: { readonly key: string; readonly ordinal: number },
): ShardEntry {
  const text = key.slice(0, -1);
  const flag = reader.readByte();
  if ((flag & flags.alias) !== 0) return { kind: 'alias', text, word: reader.readText() };
  switch (key.at(-1)) {
    case keyKinds.prefix:
      return {
        kind: 'prefix',
        text,
        hasForms: (flag & flags.forms) !== 0,
        list: readList(reader, tables, flag),
      };
    case keyKinds.stem: {
      // The word's own stem, and no other form: its list is under the stem's key.
      if ((flag & flags.ownStem) !== 0) break;
      const common = reader.readText();
      return { kind: 'stem', text, common, list: readList(reader, tables, flag) };
    }
    default:
      break;
  }
  const list = readList(reader, tables, flag);
  return { kind: 'word', text, isOwnStem: (flag & flags.ownStem) !== 0, ordinal, list };
}

function readList(reader: ByteReader, tables: Tables, flag: number): PostingList {
  const total = reader.readNumber();
  const hasTail = (flag & flags.tail) !== 0;
  const length = hasTail ? readCount(reader) : total;
  const tail = hasTail ? { file: reader.readNumber(), index: reader.readNumber() } : undefined;
  const counts = hasTail ? readCounts(reader) : undefined;
  const ids = readAscending(reader, length);
  const weights = [...reader.readBytes(length)];
  const keywordSets =
    (flag & flags.sets) === 0 ? undefined : ids.map(() => tables.sets[reader.readNumber()] ?? []);
  const records = Array.from({ length: reader.readByte() }, () => readRecord(reader, tables));
  return { total, ids, weights, keywordSets, counts, records, tail };
}

function readCounts(reader: ByteReader): Map<number, number> {
  return new Map(
    Array.from(
      { length: readCount(reader) },
      () => [reader.readNumber(), reader.readNumber()] as const,
    ),
  );
}

function readRecord(reader: ByteReader, tables: Tables): ListRecord {
  const number = reader.readNumber();
  const card = tables.cards[number];
  if (card === undefined) {
    throw searchError(
      '',
      `A search list names card ${number}, but the shard has ${tables.cards.length}.`,
    );
  }
  const excerpt = reader.readText();
  const sections = Array.from({ length: reader.readByte() }, () => {
    const section = tables.sections[reader.readNumber()];
    return section === undefined ? [] : [section];
  });
  return { card, excerpt, sections: sections.flat() };
}
