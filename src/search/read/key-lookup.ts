import { branchSize } from '../format/index-format.ts';
import { findStart } from '../format/root-file.ts';
import { keyKinds, keywordKey } from '../format/shard-entry.ts';
import type { Shard } from '../format/shard-file.ts';
import type { PositionsPlace, PostingList, ShardEntry } from '../format/shard-entry.ts';
import type { IndexFiles, LoadFile } from './index-files.ts';

/** A word of the index and the place of its positions. */
export type FoundWord = Extract<ShardEntry, { kind: 'word' }> & {
  readonly positions: PositionsPlace;
};

/** Keys of the index, each looked up in the one shard that may have it. */
export interface KeyLookup {
  /** The word itself, not its other forms. */
  findWord(text: string): Promise<FoundWord | undefined>;
  /** The posts in which any word with this stem stands. */
  findStem(stem: string): Promise<Extract<ShardEntry, { kind: 'stem' | 'word' }> | undefined>;
  /** The words that begin with `text`: one list for all, or that of each. */
  findPrefix(text: string): Promise<readonly PrefixEntry[]>;
  /** The posts with a keyword. */
  findKeyword(slug: string): Promise<PostingList | undefined>;
}

type PrefixEntry = Extract<ShardEntry, { kind: 'prefix' | 'word' }>;

/** Looks keys up in shards that `load` fetches. */
export function createKeyLookup(files: IndexFiles, load: LoadFile): KeyLookup {
  const loadShard = files.shards(load);
  const findEntry = async (key: string): Promise<PlacedEntry | undefined> =>
    readEntry(await loadShard(await findShard(files, load, key)), key);
  const findWord = async (text: string): Promise<FoundWord | undefined> => {
    const found =
      (await findEntry(text + keyKinds.word)) ?? (await findEntry(text + keyKinds.stem));
    return found?.entry.kind === 'word'
      ? { ...found.entry, positions: found.positions }
      : undefined;
  };
  return {
    findWord,
    async findStem(stem) {
      const found = await findEntry(stem + keyKinds.stem);
      if (found?.entry.kind === 'stem') return found.entry;
      if (found?.entry.kind === 'alias') return findWord(found.entry.word);
      return found?.entry.kind === 'word' ? found.entry : undefined;
    },
    async findPrefix(text) {
      const words: PrefixEntry[] = [];
      let shard = await findShard(files, load, text);
      // The words that go on so may run over the end of a shard; few enough without a list of their own.
      while (readPrefix(await loadShard(shard), text, words) === 'more') {
        const next = await findBeginning(files, load, ++shard);
        if (next === undefined || !(next.startsWith(text) || text.startsWith(next))) break;
      }
      return words;
    },
    async findKeyword(slug) {
      const found = await findEntry(keywordKey(slug));
      return found === undefined || found.entry.kind === 'alias' ? undefined : found.entry.list;
    },
  };
}

/** The number of the shard that may have `key`. */
async function findShard(files: IndexFiles, load: LoadFile, key: string): Promise<number> {
  const { root } = await files.root(load);
  const at = findStart(root.starts, key);
  if (!root.hasBranches) return at;
  const branch = await files.branches(load)(at);
  return branch.firstShard + findStart(branch.starts, key);
}

/** The text that a shard begins with; `undefined` past the last. */
async function findBeginning(
  files: IndexFiles,
  load: LoadFile,
  shard: number,
): Promise<string | undefined> {
  const { root } = await files.root(load);
  if (!root.hasBranches) return root.starts[shard];
  const number = Math.floor(shard / branchSize);
  if (number >= root.starts.length) return undefined;
  const branch = await files.branches(load)(number);
  return branch.starts[shard - branch.firstShard];
}

interface PlacedEntry {
  readonly entry: ShardEntry;
  /** The place of the positions of the shard's words. */
  readonly positions: PositionsPlace;
}

function readEntry(shard: Shard, key: string): PlacedEntry | undefined {
  for (const found of shard.entriesFrom(key)) {
    return found.key === key ? { entry: found.load(), positions: shard.positions } : undefined;
  }
  return undefined;
}

/** Adds the words of `shard` that begin with `text`; `more` when the next shard may have some. */
function readPrefix(shard: Shard, text: string, words: PrefixEntry[]): 'done' | 'more' {
  for (const { key, load } of shard.entriesFrom(text)) {
    if (!key.startsWith(text)) return 'done';
    const entry = load();
    if (entry.kind === 'prefix') {
      words.splice(0, words.length, entry);
      return 'done';
    }
    if (entry.kind === 'word') words.push(entry);
  }
  return 'more';
}
