import { decodeFacets } from '../content/facets.ts';
import type { FacetShard } from '../content/facets.ts';
import { decodePairs } from '../content/pairs.ts';
import type { PairShard } from '../content/pairs.ts';
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
} from '../content/post-index.ts';
import type {
  CardShard,
  CountShard,
  IndexRoot,
  KeywordShard,
  KeywordTable,
  NewestShard,
} from '../content/post-index.ts';
import type { Overview } from '../content/library.ts';
import type { Http } from './http.ts';

/** The list files, each asked for by the version that is known of it. */
export interface PostIndex {
  /** The root's, or that of the page which was loaded while it is of the same build. */
  loadOverview(): Promise<Overview>;
  loadRoot(): Promise<IndexRoot>;
  /** The root as it is now, after a shard had `stamp` instead of what the root said. */
  reloadRoot(stamp: string): Promise<IndexRoot>;
  loadNewest(): Promise<NewestShard>;
  loadKeywords(): Promise<KeywordTable>;
  /** `stamp` as in `reloadRoot`, also for facets. */
  loadKeyword(slug: string, stamp?: string): Promise<KeywordShard>;
  loadCounts(slug: string): Promise<CountShard>;
  loadFacets(slug: string, stamp?: string): Promise<FacetShard>;
  /** Some pairs of `slug` with commoner keywords. */
  loadPairs(slug: string, number: number): Promise<PairShard>;
  loadShard(number: number, stamp: string): Promise<CardShard>;
  loadKeywordShard(slug: string, number: number, stamp: string): Promise<CardShard>;
  /** What is known of a keyword's first page without asking. */
  findKeyword(slug: string): KeywordShard | undefined;
  /** The build that the files asked for last are of, if known. */
  findBuildId(): string | undefined;
  /** Forgets the root: files have changed under a development server. */
  clear(): void;
}

/**
 * The list files over `http`. Files that change with each deploy carry the id of their build: when one
 * tells of another than the root's, the root is asked for again, so that a tab left open over a deploy
 * reads on.
 *
 * @param first - what the page that was loaded told of the blog, if it did
 */
export function createPostIndex(http: Http, first?: Overview): PostIndex {
  let seen = first;
  let version = seen?.buildId;
  let root: Promise<IndexRoot> | undefined;
  const keywords = new Map<string, KeywordShard>();

  const loadRoot = (): Promise<IndexRoot> => {
    if (seen?.buildId === version && hasBlocks(seen)) return Promise.resolve(seen);
    const loading = root ?? http.loadJson(rootFile, decodeRoot, { version });
    root = loading;
    loading.then(
      (loaded) => (version = loaded.buildId),
      () => (root = undefined),
    );
    return loading;
  };
  /** Takes note of the build a file is from. The root of another build is asked for when next needed. */
  const note = <File extends { readonly buildId: string }>(file: File): File => {
    if (version !== undefined && version !== file.buildId) {
      root = undefined;
      keywords.clear();
    }
    version = file.buildId;
    return file;
  };

  return {
    loadOverview: async () => (seen?.buildId === version && seen) || loadRoot(),
    loadRoot,
    async reloadRoot(stamp) {
      // Under an address of its own, so that no cache on the way answers with the old one.
      const fresh = http.loadJson(rootFile, decodeRoot, { version: stamp });
      version = (await fresh).buildId;
      root = fresh;
      return fresh;
    },
    loadNewest: async () => note(await http.loadJson(newestFile, decodeNewest, { version })),
    loadKeywords: async () =>
      note(await http.loadJson(keywordsFile, decodeKeywordTable, { version })),
    async loadKeyword(slug, stamp = version) {
      const file = keywordFile(slug, 'new');
      const shard = await http.loadJson(file, decodeKeyword, { version: stamp });
      note(shard);
      keywords.set(slug, shard);
      return shard;
    },
    loadCounts: async (slug) =>
      note(await http.loadJson(keywordFile(slug, 'c'), decodeCountShard, { version })),
    loadFacets: async (slug, stamp = version) =>
      note(await http.loadJson(keywordFile(slug, 'f'), decodeFacets, { version: stamp })),
    loadPairs: async (slug, number) =>
      note(await http.loadJson(keywordFile(slug, `w${number}`), decodePairs, { version })),
    loadShard: (number, stamp) => http.loadJson(shardFile(number), decodeShard, { version: stamp }),
    loadKeywordShard: (slug, number, stamp) =>
      http.loadJson(keywordFile(slug, number), decodeShard, { version: stamp }),
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

function hasBlocks(overview: Overview | undefined): overview is IndexRoot {
  return overview?.blocks !== undefined;
}
