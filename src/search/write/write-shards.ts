import type { Keyword } from '../../content/model/post.ts';
import { sharedLength } from '../format/ascending.ts';
import { textChecksum } from '../format/bytes.ts';
import {
  branchSize,
  inlineTail,
  positionsLeast,
  positionsMost,
  rootShards,
  shardLeast,
  shardTarget,
  tailTarget,
} from '../format/index-format.ts';
import { encodeBranch } from '../format/root-file.ts';
import type { SearchRoot } from '../format/root-file.ts';
import type { ShardCard } from '../format/shard-card.ts';
import { encodePositions, encodeTail } from '../format/side-files.ts';
import type { Stem } from '../words/stem.ts';
import { createEntry } from './create-entry.ts';
import { listKeys } from './dictionary.ts';
import { createParts } from './index-parts.ts';
import type { IndexFile, Pack } from './index-parts.ts';
import { createListBuilder } from './list-builder.ts';
import { measureList, planLists } from './plan-lists.ts';
import type { SourceSize } from './plan-lists.ts';
import type { Postings } from './postings.ts';
import { createShardBuilder } from './shard-builder.ts';

/** The parts that the shards are made from. */
export interface ShardSource {
  readonly postings: Postings;
  readonly cards: readonly ShardCard[];
  /** True if one file has all cards. */
  readonly hasWholeCards: boolean;
  /** By number. */
  readonly keywords: readonly Keyword[];
  readonly stems: readonly Stem[];
  /** The size of the Markdown. */
  readonly size: SourceSize;
  readonly pack: Pack;
}

/** Where shards or branches begin, and their stamps. */
export interface ShardPlaces {
  readonly starts: readonly string[];
  readonly stamps: readonly number[];
}

/** One file in so many may end after a key of any size. */
const endEvery = 4;

/** Yields shards with their positions and tails; returns where the shards begin. */
export function* writeShards(source: ShardSource): Generator<IndexFile, ShardPlaces> {
  const { postings, cards, hasWholeCards, keywords, stems, size, pack } = source;
  const places = createParts('positions', { least: positionsLeast, most: positionsMost, pack });
  const tails = createParts('tails', { least: tailTarget, most: tailTarget, pack });
  const keys = listKeys(postings, { keywords, stems });
  const plan = planLists(postings, { keys, hasWholeCards, source: size });
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
  const stamps: number[] = [];
  let shard = createShardBuilder();
  let positions: Uint8Array[][] = [];
  const close = (): IndexFile => {
    const place = places.add(encodePositions(positions, shard.wordStamp));
    const file = pack('shard', stamps.length, shard.toBytes(place));
    stamps.push(file.stamp);
    return file;
  };
  let lastKey = '';
  for (const entry of keys) {
    const more = measureList(entry, { postings, plan });
    if (shouldClose(shard.packedBytes, { more, key: entry.key })) {
      yield close();
      yield* places.takeFull(textChecksum(entry.key) % endEvery === 0);
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
  yield close();
  yield* places.takeRest();
  yield* tails.takeRest();
  return { starts, stamps };
}

/**
 * Whether a shard of `packed` bytes ends before `key`, whose list brings `more`. From its least size on that depends
 * on the key alone: a shard that begins elsewhere than before an edit ends where it did, and the next are the same.
 */
function shouldClose(
  packed: number,
  { more, key }: { readonly more: number; readonly key: string },
): boolean {
  if (packed === 0) return false;
  const spread = shardTarget - shardLeast;
  if (packed >= shardLeast && textChecksum(key) % spread < more) return true;
  // Too large either way: then as near to the target as it can be.
  const next = packed + more;
  return next > shardTarget + spread / 2 && next - shardTarget > shardTarget - packed;
}

/** Yields branches when there are too many shards for the root; returns what the root tells apart. */
export function* writeBranches(
  shards: ShardPlaces,
  pack: Pack,
): Generator<IndexFile, ShardPlaces & Pick<SearchRoot, 'hasBranches'>> {
  if (shards.starts.length <= rootShards) return { ...shards, hasBranches: false };
  const starts: string[] = [];
  const stamps: number[] = [];
  for (let from = 0; from < shards.starts.length; from += branchSize) {
    const branch = {
      firstShard: from,
      starts: shards.starts.slice(from, from + branchSize),
      stamps: shards.stamps.slice(from, from + branchSize),
    };
    const file = pack('branch', starts.length, encodeBranch(branch));
    starts.push(shards.starts[from] ?? '');
    stamps.push(file.stamp);
    yield file;
  }
  return { starts, stamps, hasBranches: true };
}

/** The shortest text that is after `before` and not after `key`. */
function shortenKey(key: string, before: string): string {
  const shared = sharedLength(before, key);
  const next = String.fromCodePoint(key.codePointAt(shared) ?? 0);
  return key.slice(0, shared) + next;
}
