import type { Keyword } from '../../content/model/post.ts';
import {
  branchSize,
  cardBlock,
  facetBlock,
  keywordFileSize,
  nameFile,
  rootKeywords,
} from '../format/index-format.ts';
import type { IndexFiles, LoadFile, RootFile } from './index-files.ts';
import { findStart } from '../format/root-file.ts';
import type { SearchRoot } from '../format/root-file.ts';
import { keyKinds, keywordKey } from '../format/shard-file.ts';
import type { ShardCard } from '../format/shard-card.ts';
import type { FilePlace, PostingList, Shard, ShardEntry } from '../format/shard-file.ts';
import { decodePositions, decodeTail } from '../format/side-files.ts';
import type { SpellingWord } from '../format/side-files.ts';

/** A word of the dictionary and where it was found. */
export type FoundWord = Extract<ShardEntry, { kind: 'word' }> & { readonly positions: FilePlace };

/** Answers from the files of the index; each is fetched once. Every method may throw a ContentError. */
export interface IndexReader {
  loadRoot(): Promise<SearchRoot>;
  /** The word itself, not its other forms. */
  findWord(text: string): Promise<FoundWord | undefined>;
  /** The posts in which any word with this stem stands. */
  findStem(stem: string): Promise<Extract<ShardEntry, { kind: 'stem' | 'word' }> | undefined>;
  /** The words that begin with `text`: one list for all, or that of each. */
  findPrefix(text: string): Promise<readonly Extract<ShardEntry, { kind: 'prefix' | 'word' }>[]>;
  findKeyword(slug: string): Promise<PostingList | undefined>;
  /** All ids of a list that is too long for its shard. */
  loadTail(tail: FilePlace): Promise<readonly number[]>;
  /** See `decodePositions`. */
  loadPositions(word: FoundWord): Promise<readonly (readonly number[] | undefined)[] | undefined>;
  loadSpelling(): Promise<readonly SpellingWord[]>;
  /** Keywords by number. */
  loadKeywords(numbers: Iterable<number>): Promise<ReadonlyMap<number, Keyword>>;
  /** Keyword numbers of posts, by id; the files of all `ids` are fetched. */
  loadFacets(ids: readonly number[]): Promise<ReadonlyMap<number, readonly number[]>>;
  /** Ids of the posts that have each of the `commonCounts` commonest keywords, by number; see `commonLimit`. */
  loadCommon(): Promise<readonly (readonly number[])[]>;
  /** Whether the file of the commonest keywords, or a facet file, is here already. */
  isOpened(kind: 'common' | 'facets', number?: number): boolean;
  /** Cards by id; the files of all `ids` are fetched. */
  loadCards(ids: readonly number[]): Promise<ReadonlyMap<number, ShardCard>>;
  /** Bytes fetched for this reader. What another had asked for already is not among them. */
  countBytes(): number;
}

/** A reader for one search. Over 40 lines: one closure over the files and what they cost. */
export function createIndexReader(files: IndexFiles): IndexReader {
  let fetched = 0;
  const load: LoadFile = async (name) => {
    const file = await files.load(name);
    fetched += file.length;
    return file;
  };
  const loadRootFile = (): Promise<RootFile> => files.root(load);
  const loadBranch = files.branches(load);
  const loadShard = files.shards(load);
  const loadPositionsFile = files.positions(load);
  const loadTails = files.tails(load);
  const loadSpelling = files.spelling(load);
  const loadKeywords = files.keywords(load);
  const loadFacetBlock = files.facets(load);
  const loadCommon = files.common(load);
  const loadCardBlock = files.cards(load);

  const findShard = async (key: string): Promise<number> => {
    const { root: top } = await loadRootFile();
    const at = findStart(top.starts, key);
    if (!top.hasBranches) return at;
    const branch = await loadBranch(at);
    return branch.firstShard + findStart(branch.starts, key);
  };
  /** Where a shard begins; `undefined` past the last. */
  const findBeginning = async (shard: number): Promise<string | undefined> => {
    const { root: top } = await loadRootFile();
    if (!top.hasBranches) return top.starts[shard];
    const number = Math.floor(shard / branchSize);
    if (number >= top.starts.length) return undefined;
    const branch = await loadBranch(number);
    return branch.starts[shard - branch.firstShard];
  };
  const findEntry = async (
    key: string,
  ): Promise<{ readonly entry: ShardEntry; readonly positions: FilePlace } | undefined> => {
    const shard = await loadShard(await findShard(key));
    for (const found of shard.entriesFrom(key)) {
      return found.key === key ? { entry: found.load(), positions: shard.positions } : undefined;
    }
    return undefined;
  };
  const findWord = async (text: string): Promise<FoundWord | undefined> => {
    const found =
      (await findEntry(text + keyKinds.word)) ?? (await findEntry(text + keyKinds.stem));
    return found?.entry.kind === 'word'
      ? { ...found.entry, positions: found.positions }
      : undefined;
  };
  return {
    loadRoot: async () => (await loadRootFile()).root,
    findWord,
    async findStem(stem) {
      const found = await findEntry(stem + keyKinds.stem);
      if (found?.entry.kind === 'stem') return found.entry;
      if (found?.entry.kind === 'alias') return findWord(found.entry.word);
      return found?.entry.kind === 'word' ? found.entry : undefined;
    },
    async findPrefix(text) {
      const words: PrefixEntry[] = [];
      let shard = await findShard(text);
      // The words that go on so may run over the end of a shard; few enough without a list of their own.
      while (readPrefix(await loadShard(shard), text, words) === 'more') {
        const next = await findBeginning(++shard);
        if (next === undefined || !(next.startsWith(text) || text.startsWith(next))) break;
      }
      return words;
    },
    async findKeyword(slug) {
      const found = await findEntry(keywordKey(slug));
      return found === undefined || found.entry.kind === 'alias' ? undefined : found.entry.list;
    },
    async loadTail({ file, index }) {
      const content = await loadTails(file);
      const decoded = decodedTails.get(content) ?? new Map<number, readonly number[]>();
      decodedTails.set(content, decoded);
      const ids = decoded.get(index) ?? decodeTail(content, index, nameFile('tails', file));
      decoded.set(index, ids);
      return ids;
    },
    loadPositions: async ({ positions: { file, index }, ordinal }) => {
      const name = nameFile('positions', file);
      return decodePositions(await loadPositionsFile(file), { index, ordinal, name });
    },
    loadSpelling: () => loadSpelling(),
    async loadKeywords(numbers) {
      const { root: top } = await loadRootFile();
      const wanted = [...new Set(numbers)];
      const names = [
        ...new Set(wanted.filter((number) => number >= rootKeywords).map(keywordFileOf)),
      ];
      const named = new Map(
        await Promise.all(names.map(async (file) => [file, await loadKeywords(file)] as const)),
      );
      const find = (number: number): Keyword | undefined =>
        number < rootKeywords
          ? top.keywords[number]
          : named.get(keywordFileOf(number))?.[(number - rootKeywords) % keywordFileSize];
      return new Map(
        wanted.flatMap((number) => {
          const keyword = find(number);
          return keyword === undefined ? [] : [[number, keyword] as const];
        }),
      );
    },
    async loadFacets(ids) {
      const blocks = [...new Set(ids.map((id) => Math.floor(id / facetBlock)))];
      const loaded = await Promise.all(
        blocks.map(async (block) => [block, await loadFacetBlock(block)] as const),
      );
      const byBlock = new Map(loaded);
      return new Map(
        ids.map((id) => [id, byBlock.get(Math.floor(id / facetBlock))?.[id % facetBlock] ?? []]),
      );
    },
    loadCommon: () => loadCommon(),
    isOpened: (kind, number = 0) => files.isOpened(kind, number),
    async loadCards(ids) {
      const blocks = [...new Set(ids.map((id) => Math.floor(id / cardBlock)))];
      const cards = (await Promise.all(blocks.map((block) => loadCardBlock(block)))).flat();
      return new Map(cards.map((card) => [card.id, card]));
    },
    countBytes: () => fetched,
  };
}

/** The file that holds the name of a keyword the root has no room for. */
function keywordFileOf(number: number): number {
  return Math.floor((number - rootKeywords) / keywordFileSize);
}

/** Tails that were read, by the file they are in and their place in it. */
const decodedTails = new WeakMap<Uint8Array, Map<number, readonly number[]>>();

type PrefixEntry = Extract<ShardEntry, { kind: 'prefix' | 'word' }>;

/** Adds what `shard` has of the words that begin with `text`; `more` when the next shard may have some. */
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
