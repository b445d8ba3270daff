import { sharedLength, writeAscending } from '../format/ascending.ts';
import { createByteWriter, textChecksum } from '../format/bytes.ts';
import type { ByteWriter } from '../format/bytes.ts';
import { writeSection, writeShardCard } from '../format/shard-card.ts';
import type { SectionLink, ShardCard } from '../format/shard-card.ts';
import { flags } from '../format/shard-entry.ts';
import type {
  FilePlace,
  ListRecord,
  PostingList,
  ShardEntry,
  TailPlace,
} from '../format/shard-entry.ts';

/** Gathers the lists of one shard. */
export interface ShardBuilder {
  /** The bytes before compression. */
  readonly sizeBytes: number;
  /** About what they will measure when compressed. */
  readonly packedBytes: number;
  /** Keys must come in ascending order. `ordinal` is counted here. */
  add(key: string, entry: ShardEntry): void;
  /** Changes with its words and the posts that they are in: positions of these words stand behind it. */
  readonly wordStamp: number;
  /** The shard as bytes; `positions` is where the positions of its words are. */
  toBytes(positions: FilePlace): Uint8Array;
}

/** The part that compression leaves, by what it is. */
const packing = { tails: 1.2, excerpts: 0.52, names: 0.5, sets: 1.1, numbers: 0.55 } as const;

/** An empty shard. */
export function createShardBuilder(): ShardBuilder {
  const cards = createTable<number, ShardCard>(writeShardCard);
  const excerpts = createTable<string, string>((bytes, text) => bytes.writeText(text));
  const sections = createTable<string, SectionLink>(writeSection);
  const sets = createTable<readonly number[], readonly number[]>(writeSet);
  const tables: readonly TableBytes[] = [cards, excerpts, sections, sets];
  const entries = createByteWriter(1 << 15);
  const payload = createByteWriter(1 << 12);
  let lastKey = '';
  let tailBytes = 0;
  let words = 0;
  const writeTailPlace = (tail: TailPlace): void => {
    if ('bytes' in tail) {
      tailBytes += tail.bytes.length;
      payload.writeNumber(tail.bytes.length);
      payload.writeBytes(tail.bytes);
      return;
    }
    payload.writeNumber(tail.file);
    payload.writeNumber(tail.index);
  };
  const writeRecord = (record: ListRecord): void => {
    payload.writeNumber(excerpts.find(record.excerpt, record.excerpt));
    payload.writeByte(record.sections.length);
    for (const section of record.sections) {
      payload.writeNumber(sections.find(`${section.id}\n${section.title}`, section));
    }
  };
  const writeList = (list: PostingList): void => {
    payload.writeNumber(list.total);
    if (list.tail !== undefined) {
      writeTailPlace(list.tail);
      payload.writeNumber(list.ids.length);
      payload.writeNumber(list.counts?.size ?? 0);
      for (const [keyword, count] of list.counts ?? []) {
        payload.writeNumber(keyword);
        payload.writeNumber(count);
      }
    }
    writeAscending(payload, list.ids);
    for (const weight of list.weights) payload.writeByte(weight);
    for (const set of list.keywordSets ?? []) payload.writeNumber(sets.find(set, set));
    payload.writeByte(list.records.length);
    for (const record of list.records) writeRecord(record);
    for (const [id, card] of list.cards) cards.find(id, card);
  };
  return {
    get sizeBytes() {
      return tables.reduce((sum, table) => sum + table.sizeBytes, entries.length);
    },
    get packedBytes() {
      // Tails are dense bits, excerpts prose, the rest small numbers: each is packed as well as its kind lets it.
      const numbers = entries.length - tailBytes;
      return Math.round(
        tailBytes * packing.tails +
          excerpts.sizeBytes * packing.excerpts +
          (cards.sizeBytes + sections.sizeBytes) * packing.names +
          sets.sizeBytes * packing.sets +
          numbers * packing.numbers,
      );
    },
    get wordStamp() {
      return words >>> 8;
    },
    add(key, entry) {
      payload.clear();
      payload.writeByte(flagsOf(entry));
      if (entry.kind === 'alias') payload.writeText(entry.word);
      if (entry.kind === 'stem') payload.writeText(entry.common);
      if (entry.kind !== 'alias') writeList(entry.list);
      const shared = sharedLength(lastKey, key);
      entries.writeNumber(shared);
      entries.writeText(key.slice(shared));
      entries.writeNumber(payload.length);
      entries.writeBytes(payload.toBytes());
      lastKey = key;
      if (entry.kind === 'word') words = textChecksum(`${key} ${entry.list.ids.join()}`, words);
    },
    toBytes(positions) {
      const bytes = createByteWriter(this.sizeBytes + 24);
      bytes.writeNumber(positions.file);
      bytes.writeNumber(positions.index);
      bytes.writeNumber(this.wordStamp);
      for (const table of tables) bytes.writeBytes(table.toBytes());
      bytes.writeBytes(entries.toBytes());
      return bytes.toBytes();
    },
  };
}

function flagsOf(entry: ShardEntry): number {
  if (entry.kind === 'alias') return flags.alias;
  const { tail, keywordSets } = entry.list;
  return (
    (tail === undefined ? 0 : flags.tail) |
    (tail !== undefined && 'bytes' in tail ? flags.inlineTail : 0) |
    (entry.kind === 'word' && entry.isBare ? flags.bare : 0) |
    (keywordSets === undefined ? 0 : flags.sets) |
    (entry.kind === 'word' && entry.isOwnStem ? flags.ownStem : 0) |
    (entry.kind === 'prefix' && entry.hasForms ? flags.forms : 0)
  );
}

/** Distinct things of a shard, each written once and named by number. */
interface Table<Key, Value> extends TableBytes {
  find(key: Key, value: Value): number;
}

interface TableBytes {
  readonly sizeBytes: number;
  toBytes(): Uint8Array;
}

function createTable<Key, Value>(
  write: (bytes: ByteWriter, value: Value) => void,
): Table<Key, Value> {
  const numbers = new Map<Key, number>();
  const bytes = createByteWriter();
  return {
    get sizeBytes() {
      return bytes.length;
    },
    find(key, value) {
      const known = numbers.get(key);
      if (known !== undefined) return known;
      const number = numbers.size;
      numbers.set(key, number);
      write(bytes, value);
      return number;
    },
    toBytes() {
      const all = createByteWriter(bytes.length + 5);
      all.writeNumber(numbers.size);
      all.writeBytes(bytes.toBytes());
      return all.toBytes();
    },
  };
}

function writeSet(bytes: ByteWriter, set: readonly number[]): void {
  bytes.writeNumber(set.length);
  writeAscending(bytes, set);
}
