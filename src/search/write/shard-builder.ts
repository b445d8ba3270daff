import { sharedLength, writeAscending } from '../format/ascending.ts';
import { createByteWriter } from '../format/bytes.ts';
import type { ByteWriter } from '../format/bytes.ts';
import { writeShardCard } from '../format/shard-card.ts';
import type { ShardCard } from '../format/shard-card.ts';
import { flags } from '../format/shard-file.ts';
import type { FilePlace, ListRecord, PostingList, ShardEntry } from '../format/shard-file.ts';

/** Gathers the lists of one shard. */
export interface ShardBuilder {
  /** About what the shard will measure. */
  readonly sizeBytes: number;
  /** Keys must come in ascending order. `ordinal` is counted here. */
  add(key: string, entry: ShardEntry): void;
  /** The shard as bytes; `positions` is where the positions of its words are. */
  toBytes(positions: FilePlace): Uint8Array;
}

/** An empty shard. */
export function createShardBuilder(): ShardBuilder {
  const cards = createTable<number, ShardCard>(writeShardCard);
  const sections = createTable<string, ListRecord['sections'][number]>(writeSection);
  const sets = createTable<readonly number[], readonly number[]>(writeSet);
  const entries = createByteWriter(1 << 15);
  const payload = createByteWriter(1 << 12);
  let lastKey = '';
  const writeRecord = (record: ListRecord): void => {
    payload.writeNumber(cards.find(record.card.id, record.card));
    payload.writeText(record.excerpt);
    payload.writeByte(record.sections.length);
    for (const section of record.sections) {
      payload.writeNumber(sections.find(`${section.id}\n${section.title}`, section));
    }
  };
  const writeList = (list: PostingList): void => {
    payload.writeNumber(list.total);
    if (list.tail !== undefined) {
      payload.writeNumber(list.ids.length);
      payload.writeNumber(list.tail.file);
      payload.writeNumber(list.tail.index);
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
  };
  return {
    get sizeBytes() {
      return cards.sizeBytes + sections.sizeBytes + sets.sizeBytes + entries.length;
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
    },
    toBytes(positions) {
      const bytes = createByteWriter(this.sizeBytes + 16);
      bytes.writeNumber(positions.file);
      bytes.writeNumber(positions.index);
      for (const table of [cards, sections, sets]) bytes.writeBytes(table.toBytes());
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
    (keywordSets === undefined ? 0 : flags.sets) |
    (entry.kind === 'word' && entry.isOwnStem ? flags.ownStem : 0) |
    (entry.kind === 'prefix' && entry.hasForms ? flags.forms : 0)
  );
}

/** Distinct things of a shard, each written once and named by number. */
interface Table<Key, Value> {
  readonly sizeBytes: number;
  find(key: Key, value: Value): number;
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

function writeSection(
  bytes: ByteWriter,
  section: { readonly id: string; readonly title: string },
): void {
  bytes.writeText(section.id);
  bytes.writeText(section.title);
}

function writeSet(bytes: ByteWriter, set: readonly number[]): void {
  bytes.writeNumber(set.length);
  writeAscending(bytes, set);
}
