import { archiveFile, decodeArchive } from '../../content/files/archive-data.ts';
import type { ArchiveShard } from '../../content/files/archive-data.ts';
import { decodeFacets } from '../../content/files/facet-data.ts';
import type { FacetShard } from '../../content/files/facet-data.ts';
import { decodePairs } from '../../content/files/pair-data.ts';
import type { PairShard } from '../../content/files/pair-data.ts';
import {
  decodeCountShard,
  decodeKeyword,
  decodeKeywordTable,
  decodeNewest,
  decodeRoot,
  decodeShard,
  keywordFile,
  keywordsFile,
  newestFile,
  rootFile,
  shardFile,
} from '../../content/files/post-index.ts';
import type {
  CardShard,
  CountShard,
  IndexRoot,
  KeywordShard,
  KeywordTable,
  NewestShard,
} from '../../content/files/post-index.ts';
import type { Overview } from '../../content/model/library.ts';
import type { Http } from '../net/http.ts';

/** True if a file may be one that was kept, or must be as it is now. */
export type FileAge = 'any' | 'now';

/** The list files, each requested by the version that is known of it. */
export interface PostIndex {
  /** The root's, or that of the page which was loaded while it is of the same build. */
  loadOverview(): Promise<Overview>;
  loadRoot(): Promise<IndexRoot>;
  /** The root as it is now, after a file was not what it said. */
  reloadRoot(): Promise<IndexRoot>;
  loadNewest(): Promise<NewestShard>;
  loadKeywords(): Promise<KeywordTable>;
  /** A file of the archive by its name. */
  loadArchive(name: string): Promise<ArchiveShard>;
  loadKeyword(slug: string, age?: FileAge): Promise<KeywordShard>;
  loadCounts(slug: string): Promise<CountShard>;
  loadFacets(slug: string, age?: FileAge): Promise<FacetShard>;
  /** Some pairs of `slug` with commoner keywords. */
  loadPairs(slug: string, number: number): Promise<PairShard>;
  loadShard(number: number, stamp: string): Promise<CardShard>;
  loadKeywordShard(slug: string, number: number, stamp: string): Promise<CardShard>;
  /** The first page of a keyword, as far as it is known without a request. */
  findKeyword(slug: string): KeywordShard | undefined;
  /** The build of the files that were requested last, if known. */
  findBuildId(): string | undefined;
  /** Forgets the root: files have changed under a development server. */
  clear(): void;
}

/**
 * The list files over `http`. Files that change with each deploy carry the id of their build: when one
 * is of another than the root, the root is requested again, so that a tab left open over a deploy
 * reads on.
 *
 * @param first - the facts about the blog that the loaded page came with, if it did
 */
export function createPostIndex(http: Http, first?: Overview): PostIndex {
  let seen = first;
  let version = seen?.buildId;
  let root: Promise<IndexRoot> | undefined;
  const keywords = new Map<string, KeywordShard>();

  const versionOf = (age: FileAge = 'any'): string | undefined =>
    age === 'now' ? versionNow() : version;
  const setVersion = (buildId: string): void => {
    if (version !== buildId) keywords.clear();
    version = buildId;
  };
  const openRoot = (loading: Promise<IndexRoot>): Promise<IndexRoot> => {
    if (root === loading) return loading;
    root = loading;
    loading.then(
      // Unless another file was of a later build meanwhile.
      ({ buildId }) => root === loading && setVersion(buildId),
      () => root === loading && (root = undefined),
    );
    return loading;
  };
  const loadRoot = (): Promise<IndexRoot> => {
    if (seen?.buildId === version && hasBlocks(seen)) return Promise.resolve(seen);
    const options = { version, isCurrent: version === undefined };
    return openRoot(root ?? http.loadJson(rootFile, decodeRoot, options));
  };
  /** Takes note of the build a file is from. The root of another build is requested when it is next needed. */
  const note = <File extends { readonly buildId: string }>(file: File): File => {
    if (version !== undefined && version !== file.buildId) root = undefined;
    setVersion(file.buildId);
    return file;
  };
  const loadStamped = async (file: string, stamp: string): Promise<CardShard> => {
    const shard = await http.loadJson(file, decodeShard, { version: stamp });
    // It is not what its address says: whoever asks again gets what is there then.
    if (shard.stamp !== stamp) http.forget(file, { version: stamp });
    return shard;
  };

  return {
    loadOverview: async () => (seen?.buildId === version && seen) || loadRoot(),
    loadRoot,
    reloadRoot: () => openRoot(http.loadJson(rootFile, decodeRoot, { version: versionNow() })),
    loadNewest: async () => note(await http.loadJson(newestFile, decodeNewest, { version })),
    loadKeywords: async () =>
      note(await http.loadJson(keywordsFile, decodeKeywordTable, { version })),
    loadArchive: async (name) =>
      note(await http.loadJson(archiveFile(name), decodeArchive, { version })),
    async loadKeyword(slug, age) {
      const file = keywordFile(slug, 'new');
      const shard = note(await http.loadJson(file, decodeKeyword, { version: versionOf(age) }));
      keywords.set(slug, shard);
      return shard;
    },
    loadCounts: async (slug) =>
      note(await http.loadJson(keywordFile(slug, 'c'), decodeCountShard, { version })),
    loadFacets: async (slug, age) =>
      note(await http.loadJson(keywordFile(slug, 'f'), decodeFacets, { version: versionOf(age) })),
    loadPairs: async (slug, number) =>
      note(await http.loadJson(keywordFile(slug, `w${number}`), decodePairs, { version })),
    loadShard: (number, stamp) => loadStamped(shardFile(number), stamp),
    loadKeywordShard: (slug, number, stamp) => loadStamped(keywordFile(slug, number), stamp),
    findKeyword: (slug) => keywords.get(slug),
    findBuildId: () => version,
    clear() {
      seen = undefined;
      root = undefined;
      version = undefined;
      keywords.clear();
    },
  };
}

/** A version that no file was requested by, so that no cache on the way answers with an old file. */
function versionNow(): string {
  return Date.now().toString(36);
}

function hasBlocks(overview: Overview | undefined): overview is IndexRoot {
  return overview?.blocks !== undefined;
}
