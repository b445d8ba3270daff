import type {
  ArchiveList,
  ArchivePlace,
  KeywordCount,
  ListRequest,
  Overview,
  PostList,
  PostView,
  MarkedRun,
  SavedPosts,
  SearchAnswer,
  SearchPassage,
  SearchRequest,
} from '../content/model/library.ts';
import { decodeText } from '../content/text/decode-text.ts';
import type { SanitizeLater } from '../content/model/html.ts';
import type { PostCard, PostLink } from '../content/model/post.ts';
import type { Site } from '../content/site/site.ts';
import { rootFile } from '../content/files/post-index.ts';
import { createHttp, type Http } from './net/http.ts';
import { createReaderStay, type ReaderStay } from './net/reader-stay.ts';
import { loadCards } from './lists/load-cards.ts';
import { createPostIndex } from './lists/load-index.ts';
import { loadPostList } from './lists/load-post-list.ts';
import {
  importFinishedPage,
  importPurify,
  loadPost,
  type LoadPostOptions,
  type PostTools,
} from './post/load-post.ts';
import { startRenderWorker } from './post/start-render-worker.ts';
import { loadCode } from './net/load-code.ts';
import type { RenderPost } from './post/render-in-worker.ts';
import type { Search } from './search/search-posts.ts';

/** The input of {@link createCore}. */
export interface CoreOptions {
  readonly base: string;
  readonly site: Site;
  readonly fetch: typeof globalThis.fetch;
  /** The facts about the blog that the loaded page came with, if it did. */
  readonly overview: Overview | undefined;
  /** Cards that were seen, newest first. */
  readonly listCards: () => readonly PostCard[];
  readonly rememberCards: (cards: Iterable<PostCard>) => void;
  readonly onOffline: () => void;
  /** In place of the worker, for tests. */
  readonly renderPost?: RenderPost | undefined;
  /** In place of the page's own, for tests. */
  readonly sanitize?: SanitizeLater | undefined;
}

/** The part of the library that asks the server. */
export interface LibraryCore {
  loadOverview(): Promise<Overview>;
  loadKeywords(): Promise<readonly KeywordCount[]>;
  loadList(request: ListRequest): Promise<PostList>;
  loadArchive(place: ArchivePlace): Promise<ArchiveList>;
  loadPost(permalink: string, options?: LoadPostOptions): Promise<PostView | undefined>;
  /** Loads all code that opening posts and lists needs. */
  warmUp(): Promise<void>;
  hasPage(permalink: string): Promise<boolean>;
  findNearPosts(permalink: string): Promise<readonly PostLink[]>;
  search(request: SearchRequest): Promise<SearchAnswer>;
  prefetchSearch(): Promise<void>;
  loadPassage(text: string, post: PostCard): Promise<SearchPassage>;
  openMarker(words: string): Promise<(text: string) => readonly MarkedRun[]>;
  openSaved(): Promise<SavedPosts>;
  /** See `Library.moveOn`. */
  moveOn(): void;
  /** The build that the server has, as far as list files have shown. */
  findBuildId(): string | undefined;
  /** Forgets everything: files have changed under a development server. */
  clear(): void;
}

/** A blog with no more posts than this is looked through whole for an address near a missing one. */
const wholeLimit = 200;
/** Posts looked at in a larger one: those that a search for the words of the address finds. */
const nearCandidates = 20;

/** The part of the library that asks the server. */
export function createCore(options: CoreOptions): LibraryCore {
  const { base, fetch, onOffline } = options;
  const http = createHttp({ base, fetch, onOffline });
  const stay = createReaderStay();
  const index = createPostIndex(dropListsAfter(stay, http), options.overview);
  let search: Promise<Search> | undefined;
  const openSearch = (): Promise<Search> => {
    if (search !== undefined) return search;
    const opening = loadCode(() => import('./search/search-posts.ts')).then(
      ({ createSearch, searchFolder }) =>
        createSearch({
          loadFile: async (name, version = index.findBuildId()) =>
            new Uint8Array(
              await http.loadBytes(searchFolder + name, { version, signal: stay.signal }),
            ),
          loadRaw: async (path) =>
            decodeText(new Uint8Array(await http.loadBytes(`posts/${path}`))).text,
          listCards: options.listCards,
          searchSaved: async (request) => (await openSaved()).search(request),
          report: import.meta.env.DEV ? (error) => console.warn(error) : undefined,
        }),
    );
    search = opening;
    // Asked for again, it is loaded again.
    opening.catch(() => (search = undefined));
    return opening;
  };
  let saved: SavedPosts | undefined;
  const openSaved = async (): Promise<SavedPosts> => {
    const { openSavedPosts } = await loadCode(() => import('./offline/saved-posts.ts'));
    return (saved ??= openSavedPosts({ fetch, onOffline }, base, options.site.language));
  };
  const tools = createTools(options, http);

  return {
    loadOverview: () => index.loadOverview(),
    loadKeywords: async () => (await index.loadKeywords()).keywords,
    loadList: (request) => loadPostList(index, request),
    loadArchive: async (place) => {
      const { loadArchive } = await loadCode(() => import('./lists/load-archive.ts'));
      return loadArchive(index, place);
    },
    loadPost: (permalink, given) => loadPost(tools, permalink, given),
    async warmUp() {
      tools.render.prepare?.({ needs: [], languages: [] });
      await Promise.all([tools.loadSanitize(), index.loadOverview(), importFinishedPage()]);
      // For few posts, which ask for it themselves: nothing waits for it, but it is here when the network is not.
      loadCode(importPurify).catch(() => undefined);
    },
    hasPage: (permalink) => http.hasPage(permalink.slice(1)),
    async findNearPosts(permalink) {
      const { listNearPosts, wordsOf } = await loadCode(() => import('./post/find-near-posts.ts'));
      const { total } = await index.loadOverview();
      const ids = Array.from({ length: total <= wholeLimit ? total : 0 }, (_, id) => id);
      options.rememberCards((await loadCards(index, ids)).filter((card) => card !== undefined));
      const text = wordsOf(permalink);
      if (total > wholeLimit && text !== '') {
        const wanted = { text, keywords: [], order: 'best', limit: nearCandidates } as const;
        const { hits } = await (await openSearch()).search(wanted);
        options.rememberCards(hits.map(({ post }) => post));
      }
      return listNearPosts(permalink, options.listCards());
    },
    search: async (request) => (await openSearch()).search(request),
    prefetchSearch: async () => (await openSearch()).prefetch(),
    loadPassage: async (text, post) => (await openSearch()).loadPassage(text, post),
    openMarker: async (words) => (await openSearch()).openMarker(words),
    openSaved,
    moveOn: stay.moveOn,
    findBuildId: () => index.findBuildId(),
    clear() {
      http.clear();
      index.clear();
      // One that did not load has nothing to forget.
      search?.then((opened) => opened.reset()).catch(() => undefined);
    },
  };
}

/** `http` for list files, which nobody waits for once the reader has moved on. All pages need the root. */
function dropListsAfter(stay: ReaderStay, http: Http): Http {
  return {
    ...http,
    loadJson: (file, decode, options) =>
      http.loadJson(
        file,
        decode,
        file === rootFile ? options : { ...options, signal: stay.signal },
      ),
  };
}

/** The tools that load posts. The worker starts with the first post, the other two are loaded with it. */
function createTools(
  { site, base, renderPost, sanitize }: CoreOptions,
  http: PostTools['http'],
): PostTools {
  return {
    http,
    site,
    base,
    get render() {
      return renderPost ?? startRenderWorker();
    },
    loadSanitize: async () =>
      sanitize ?? (await loadCode(() => import('./post/sanitize.ts'))).findSanitize(site),
    loadShortcodes: async () =>
      (await loadCode(() => import('virtual:rubric/shortcodes'))).shortcodes,
  };
}
