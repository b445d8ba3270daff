import { readAscending, readCount } from './ascending.ts';
import { createByteReader, searchError } from './bytes.ts';
import type { ByteReader } from './bytes.ts';
import { readSection, readShardCard } from './shard-card.ts';
import type { SectionLink, ShardCard } from './shard-card.ts';
import { flags, keyKinds, orderListed } from './shard-entry.ts';
import type {
  ListRecord,
  PositionsPlace,
  PostingList,
  ShardEntry,
  TailPlace,
} from './shard-entry.ts';

/** A shard opened. Lists are decoded when they are needed. */
export interface Shard {
  /** The place of the positions of its words. */
  readonly positions: PositionsPlace;
  /** Entries with keys from `key` on. */
  entriesFrom(key: string): Iterable<{ readonly key: string; readonly load: () => ShardEntry }>;
}

/** Opens what `shard-builder.ts` wrote. Faults in a list are found when the list is read. */
export function decodeWordShard(content: Uint8Array, name: string): Shard {
  const reader = createByteReader(content, name);
  const positions = {
    file: reader.readNumber(),
    index: reader.readNumber(),
    stamp: reader.readNumber(),
  };
  const cards = new Map<number, ShardCard>();
  for (let count = readCount(reader); count > 0; count--) {
    const card = readShardCard(reader);
    cards.set(card.id, card);
  }
  const excerpts = Array.from({ length: readCount(reader) }, () => reader.readText());
  const sections = Array.from({ length: readCount(reader) }, () => readSection(reader));
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
  const tables = { cards, excerpts, sections, sets, name };
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
  readonly cards: ReadonlyMap<number, ShardCard>;
  readonly excerpts: readonly string[];
  readonly sections: readonly SectionLink[];
  readonly sets: readonly (readonly number[])[];
  /** Of the file. */
  readonly name: string;
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
  return {
    kind: 'word',
    text,
    isOwnStem: (flag & flags.ownStem) !== 0,
    isBare: (flag & flags.bare) !== 0,
    ordinal,
    list,
  };
}

function readList(reader: ByteReader, tables: Tables, flag: number): PostingList {
  const total = reader.readNumber();
  const tail = readTailPlace(reader, flag);
  const length = tail === undefined ? total : readCount(reader);
  const counts = tail === undefined ? undefined : readCounts(reader);
  const ids = readAscending(reader, length);
  const weights = [...reader.readBytes(length)];
  const keywordSets =
    (flag & flags.sets) === 0 ? undefined : ids.map(() => tables.sets[reader.readNumber()] ?? []);
  const records = orderListed(ids, weights, reader.readByte()).map((id) =>
    readRecord(reader, tables, id),
  );
  return { total, ids, weights, keywordSets, counts, records, cards: tables.cards, tail };
}

function readTailPlace(reader: ByteReader, flag: number): TailPlace | undefined {
  if ((flag & flags.tail) === 0) return undefined;
  if ((flag & flags.inlineTail) !== 0) return { bytes: reader.readBytes(reader.readNumber()) };
  return { file: reader.readNumber(), index: reader.readNumber() };
}

function readCounts(reader: ByteReader): Map<number, number> {
  return new Map(
    Array.from(
      { length: readCount(reader) },
      () => [reader.readNumber(), reader.readNumber()] as const,
    ),
  );
}

function readRecord(reader: ByteReader, tables: Tables, id: number): ListRecord {
  const number = reader.readNumber();
  const excerpt = tables.excerpts[number];
  if (excerpt === undefined) {
    throw searchError(
      tables.name,
      `A search list names excerpt ${number}, but the shard has ${tables.excerpts.length}.`,
    );
  }
  const sections = Array.from({ length: reader.readByte() }, () => {
    const section = tables.sections[reader.readNumber()];
    return section === undefined ? [] : [section];
  });
  return { id, excerpt, sections: sections.flat() };
}
