import type { Keyword } from '../../content/model/post.ts';
import { searchError } from '../format/bytes.ts';
import {
  branchSize,
  cardGroup,
  nameFile,
  staleMessage,
  unpackFile,
} from '../format/index-format.ts';
import type { FileKind } from '../format/index-format.ts';
import { decodeBranch, decodeKeywordNames, decodeSearchRoot } from '../format/root-file.ts';
import type { SearchBranch, SearchRoot } from '../format/root-file.ts';
import type { ShardCard } from '../format/shard-card.ts';
import { decodeWordShard } from '../format/shard-file.ts';
import type { Shard } from '../format/shard-file.ts';
import {
  decodeShardCards,
  decodeCommon,
  decodeKeywordSets,
  decodeSpelling,
} from '../format/side-files.ts';
import type { SpellingWord } from '../format/side-files.ts';

/**
 * Gives the bytes of a file of the index. A `version` is given where the file's own stamp is known: what is kept under
 * it is the same in all builds; and after files of two builds, or a damaged one, were met: what is kept under another
 * version must then not be used.
 */
export type LoadIndexFile = (name: string, version: string | undefined) => Promise<Uint8Array>;

/** Fetches a file of the index by its name, and by its stamp where that is known. */
export type LoadFile = (name: string, stamp?: number) => Promise<Uint8Array>;

/** Gives opened files of one kind by number, fetched with `load` if they are not there yet. */
type Store<Content> = (load: LoadFile) => (number?: number) => Promise<Content>;

/** The root of the index. */
export interface RootFile {
  readonly root: SearchRoot;
}

/** The files of the index, kept once opened. All searches share them. */
export interface IndexFiles {
  /** Fetches, without keeping anything. */
  readonly load: LoadFile;
  readonly root: (load: LoadFile) => Promise<RootFile>;
  readonly branches: Store<SearchBranch>;
  readonly shards: Store<Shard>;
  readonly positions: Store<Uint8Array>;
  readonly tails: Store<Uint8Array>;
  readonly spelling: Store<readonly SpellingWord[]>;
  readonly keywords: Store<readonly Keyword[]>;
  readonly facets: Store<readonly (readonly number[])[]>;
  readonly common: Store<readonly (readonly number[])[]>;
  readonly cards: Store<readonly ShardCard[]>;
  /** True if a file of one of these kinds has been requested and did not fail. */
  readonly isOpened: (kind: 'common' | 'facets', number: number) => boolean;
  /** Forgets everything: the next call fetches anew, as `version`. */
  readonly reset: (version: string) => void;
}

/** Files kept opened; a session seldom meets more. */
const keptFiles = 96;

/** The files that `loadFile` gives. */
export function createIndexFiles(loadFile: LoadIndexFile): IndexFiles {
  let version: string | undefined;
  const stores = new Map<FileKind, Map<number, Promise<unknown>>>();
  /** Opened files of one kind, by number. */
  const createStore = <Content>(
    kind: FileKind,
    decode: (content: Uint8Array, name: string) => Content,
  ): Store<Content> => {
    const opened = new Map<number, Promise<Content>>();
    stores.set(kind, opened);
    const open = async (number: number, load: LoadFile): Promise<Content> => {
      const name = nameFile(kind, number);
      const stamp = await findStamp({ kind, number, name }, load);
      const file = await unpackFile(await load(name, stamp), { kind, name });
      if (stamp !== undefined && file.stamp !== stamp) throw searchError(name, staleMessage);
      return decode(file.content, name);
    };
    return (load) =>
      (number = 0) => {
        const known = opened.get(number);
        if (known !== undefined) return known;
        const loading = open(number, load);
        opened.set(number, loading);
        loading.catch(() => opened.get(number) === loading && opened.delete(number));
        const [oldest] = opened.keys();
        if (opened.size > keptFiles && oldest !== undefined) opened.delete(oldest);
        return loading;
      };
  };

  let root: Promise<RootFile> | undefined;
  const loadRoot = (load: LoadFile): Promise<RootFile> => {
    if (root !== undefined) return root;
    const loading = openRoot(load);
    root = loading;
    loading.catch(() => {
      if (root === loading) root = undefined;
    });
    return loading;
  };
  const branches = createStore('branch', decodeBranch);
  /** The stamp that the file must have by those that lead to it; `undefined` when its own content tells. */
  const findStamp = async (
    {
      kind,
      number,
      name,
    }: { readonly kind: FileKind; readonly number: number; readonly name: string },
    load: LoadFile,
  ): Promise<number | undefined> => {
    const { root: known } = await loadRoot(load);
    if (kind === 'cards') {
      const { cardBlock, postCount, cardStamps } = known;
      return cardStamps[cardBlock < postCount ? Math.floor((number * cardBlock) / cardGroup) : 0];
    }
    if (kind === 'branch') return known.stamps[number];
    if (kind !== 'shard') return known.sideStamps.get(name);
    if (!known.hasBranches) return known.stamps[number];
    const branch = await branches(load)(Math.floor(number / branchSize));
    return branch.stamps[number - branch.firstShard];
  };
  return {
    load: (name, stamp) => loadFile(name, version ?? stamp?.toString(36)),
    root: loadRoot,
    branches,
    shards: createStore('shard', decodeWordShard),
    positions: createStore('positions', (content) => content),
    tails: createStore('tails', (content) => content),
    spelling: createStore('spelling', decodeSpelling),
    keywords: createStore('keywords', decodeKeywordNames),
    facets: createStore('facets', decodeKeywordSets),
    common: createStore('common', decodeCommon),
    cards: createStore('cards', decodeShardCards),
    isOpened: (kind, number) => stores.get(kind)?.has(number) ?? false,
    reset(wanted) {
      version = wanted;
      root = undefined;
      for (const store of stores.values()) store.clear();
    },
  };
}

async function openRoot(load: LoadFile): Promise<RootFile> {
  const name = nameFile('root');
  const { content } = await unpackFile(await load(name), { kind: 'root', name });
  return { root: decodeSearchRoot(content, name) };
}
