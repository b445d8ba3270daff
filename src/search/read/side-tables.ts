import type { Keyword } from '../../content/model/post.ts';
import { searchError } from '../format/bytes.ts';
import {
  facetBlock,
  keywordFileSize,
  nameFile,
  rootKeywords,
  staleMessage,
} from '../format/index-format.ts';
import type { ShardCard } from '../format/shard-card.ts';
import type { FilePlace, TailPlace } from '../format/shard-entry.ts';
import { decodePositions, decodeTail, readTail } from '../format/side-files.ts';
import type { SpellingWord } from '../format/side-files.ts';
import type { IndexFiles, LoadFile } from './index-files.ts';
import type { FoundWord } from './key-lookup.ts';

/** Everything that does not stand in the shards, looked up by number. */
export interface SideTables {
  /** All `total` ids of a list that is too long for its shard. */
  loadTail(tail: TailPlace, total: number): Promise<readonly number[]>;
  /** See `decodePositions`. */
  loadPositions(word: FoundWord): Promise<readonly (readonly number[] | undefined)[] | undefined>;
  loadSpelling(): Promise<readonly SpellingWord[]>;
  /** Keywords by number. */
  loadKeywords(numbers: Iterable<number>): Promise<ReadonlyMap<number, Keyword>>;
  /** Keyword numbers of posts, by id; the files of all `ids` are fetched. */
  loadFacets(ids: readonly number[]): Promise<ReadonlyMap<number, readonly number[]>>;
  /** Ids of the posts that have each of the `commonCounts` commonest keywords, by number; see `commonLimit`. */
  loadCommon(): Promise<readonly (readonly number[])[]>;
  /** True if the file of the commonest keywords, or a facet file, is here already. */
  isOpened(kind: 'common' | 'facets', number?: number): boolean;
  /** Cards by id; the files of all `ids` are fetched. */
  loadCards(ids: readonly number[]): Promise<ReadonlyMap<number, ShardCard>>;
}

/** Tables over files that `load` fetches. */
export function createSideTables(files: IndexFiles, load: LoadFile): SideTables {
  const loadTails = files.tails(load);
  const loadPositions = files.positions(load);
  return {
    async loadTail(tail, total) {
      if ('bytes' in tail) return openTail(tail.bytes);
      const ids = findTail(await loadTails(tail.file), tail);
      if (ids.length === total) return ids;
      throw searchError(nameFile('tails', tail.file), staleMessage);
    },
    loadPositions: async ({ positions, ordinal }) => {
      const name = nameFile('positions', positions.file);
      const content = await loadPositions(positions.file);
      return decodePositions(content, { place: positions, ordinal, name });
    },
    loadSpelling: files.spelling(load),
    loadKeywords: (numbers) => nameKeywords(files, load, [...new Set(numbers)]),
    async loadFacets(ids) {
      const blocks = await loadAll(ids.map(facetFileOf), files.facets(load));
      return new Map(ids.map((id) => [id, blocks.get(facetFileOf(id))?.[id % facetBlock] ?? []]));
    },
    loadCommon: files.common(load),
    isOpened: (kind, number = 0) => files.isOpened(kind, number),
    async loadCards(ids) {
      const { cardBlock, postCount } = (await files.root(load)).root;
      // The one file of all cards is fetched once for all searches, as the root is: no search is charged for it.
      const loadCards = files.cards(cardBlock < postCount ? load : files.load);
      const blocks = await loadAll(
        ids.map((id) => Math.floor(id / cardBlock)),
        loadCards,
      );
      return new Map([...blocks.values()].flat().map((card) => [card.id, card]));
    },
  };
}

function facetFileOf(id: number): number {
  return Math.floor(id / facetBlock);
}

/** The file with the name of a keyword that the root has no room for. */
function keywordFileOf(number: number): number {
  return Math.floor((number - rootKeywords) / keywordFileSize);
}

/** The files with these numbers, each fetched once. */
async function loadAll<Content>(
  numbers: Iterable<number>,
  loadOne: (number: number) => Promise<Content>,
): Promise<ReadonlyMap<number, Content>> {
  const distinct = [...new Set(numbers)];
  return new Map(
    await Promise.all(distinct.map(async (number) => [number, await loadOne(number)] as const)),
  );
}

/** The commonest keywords stand in the root, the others in files of their own. */
async function nameKeywords(
  files: IndexFiles,
  load: LoadFile,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, Keyword>> {
  const { root } = await files.root(load);
  const rest = numbers.filter((number) => number >= rootKeywords);
  const named = await loadAll(rest.map(keywordFileOf), files.keywords(load));
  return new Map(
    numbers.flatMap((number) => {
      const keyword =
        number < rootKeywords
          ? root.keywords[number]
          : named.get(keywordFileOf(number))?.[(number - rootKeywords) % keywordFileSize];
      return keyword === undefined ? [] : [[number, keyword] as const];
    }),
  );
}

/** Tails that stand in shards, by their bytes. */
const openedTails = new WeakMap<Uint8Array, readonly number[]>();

function openTail(bytes: Uint8Array): readonly number[] {
  const ids = openedTails.get(bytes) ?? readTail(bytes, '');
  openedTails.set(bytes, ids);
  return ids;
}

/** Tails that were read, by the file they are in and their place in it. */
const decodedTails = new WeakMap<Uint8Array, Map<number, readonly number[]>>();

function findTail(content: Uint8Array, { file, index }: FilePlace): readonly number[] {
  const decoded = decodedTails.get(content) ?? new Map<number, readonly number[]>();
  decodedTails.set(content, decoded);
  const ids = decoded.get(index) ?? decodeTail(content, index, nameFile('tails', file));
  decoded.set(index, ids);
  return ids;
}
