import type {
  ArchiveList,
  ArchivePlace,
  Library,
  ListRequest,
  Overview,
  PostList,
  PostView,
} from '../content/model/library.ts';
import { keyOfRequest, parsePageData } from '../content/files/page-data.ts';
import type { PageData, StoredView } from '../content/files/page-data.ts';
import { adoptBody } from './post/adopt-body.ts';
import { createCardMemory } from './lists/card-memory.ts';
import { createTitleMemory } from './lists/title-memory.ts';
import { createBoundedMap } from './net/bounded-map.ts';
import { loadCode } from './net/load-code.ts';
import { joinRequest, type SharedRequest } from './net/shared-request.ts';
import { type CoreOptions, createCore } from './library-core.ts';

/** The input of {@link createFetchLibrary}. */
export interface FetchLibraryOptions extends Pick<CoreOptions, 'site' | 'renderPost' | 'sanitize'> {
  /** Decoded path the blog lives under, with `/` at both ends. */
  readonly base: string;
  /** Text of the page's data block: the first view is answered from it. */
  readonly pageData?: string | undefined;
  /** In place of the browser's, for tests. */
  readonly fetch?: typeof globalThis.fetch;
}

/** The {@link Library} over HTTP, for a page whose development server announces changes. */
export interface FetchLibrary extends Library {
  /** Posts have changed: forgets everything and tells the listeners. */
  notifyChange(): void;
  /** Has what is read kept for reading without a network. Rejects where the browser refuses. */
  keepOffline(): Promise<void>;
}

/** Posts kept with their live bodies, so that Back is instant. */
const keptPosts = 32;

/**
 * The browser's {@link Library}. The first view is answered from the page's data block without a request;
 * everything else is fetched. The sanitizer, the worker and the search are code that comes when it is first wanted.
 *
 * Rejects with a `LibraryError`. A failure is not kept: asking again asks the server again. When a request
 * failed without a connection, listeners are called as soon as there is one, so that the screen loads again.
 */
export function createFetchLibrary(options: FetchLibraryOptions): FetchLibrary {
  let first = readPageData(options.pageData);
  const listeners = new Set<() => void>();
  const posts = createBoundedMap<SharedRequest<PostView | undefined>>(keptPosts);
  const cards = createCardMemory();
  const titles = createTitleMemory();
  const notify = (): void => {
    for (const listener of listeners) listener();
  };
  const core = createCore({
    base: options.base,
    site: options.site,
    fetch: options.fetch ?? ((url, init) => fetch(url, init)),
    overview: first?.overview,
    listCards: () => [...cards.list()].toSorted((a, b) => b.id - a.id),
    rememberCards: cards.remember,
    onOffline: createReturnWatch(notify),
    renderPost: options.renderPost,
    sanitize: options.sanitize,
  });

  const learnFrom = (view: StoredView | PostView): void => {
    cards.intern(view.card);
    titles.rememberLinks(view);
  };

  /** The data block of the page, until the core has met another build. */
  const findFirst = (): PageData | undefined => {
    const buildId = core.findBuildId() ?? first?.overview?.buildId;
    if (first?.overview !== undefined && buildId !== first.overview.buildId) first = undefined;
    return first;
  };

  for (const { permalink, view } of first?.posts ?? []) {
    const post = Promise.resolve(revive(view));
    posts.set(permalink, { wait: () => post, outcome: post });
    learnFrom(view);
  }
  for (const { list } of first?.lists ?? []) cards.remember(list.posts);

  const loadPost: Library['loadPost'] = (permalink, signal) => {
    const loading = joinRequest(
      posts,
      permalink,
      (attempt) =>
        core.loadPost(permalink, { card: cards.find(permalink), signal: attempt.signal }),
      true,
    );
    loading.outcome.then(
      // Nor is an absence kept.
      (view) => (view === undefined ? posts.delete(permalink) : learnFrom(view)),
      () => undefined,
    );
    return loading.wait(signal);
  };

  return {
    loadOverview: core.loadOverview,
    loadKeywords: async () => findFirst()?.keywords ?? core.loadKeywords(),
    async loadList(request) {
      const list = findList(findFirst(), request) ?? (await core.loadList(request));
      return { ...list, posts: list.posts.map(cards.intern) };
    },
    loadArchive: async (place) =>
      titles.rememberRows(findArchive(findFirst(), place) ?? (await core.loadArchive(place))),
    loadPost,
    prefetchPost(permalink) {
      // Whoever opens the post gets the failure.
      loadPost(permalink).catch(() => undefined);
    },
    hasPost: (permalink) => posts.get(permalink) !== undefined,
    warmUp: core.warmUp,
    findCard: cards.find,
    findTitle: (permalink) => cards.find(permalink)?.title ?? titles.find(permalink),
    listCards: cards.list,
    hasPage: core.hasPage,
    findNearPosts: core.findNearPosts,
    async search(request) {
      const answer = await core.search(request);
      cards.remember(answer.hits.map(({ post }) => post));
      return answer;
    },
    prefetchSearch() {
      // The search itself tells of a failure.
      core.prefetchSearch().catch(() => undefined);
    },
    loadPassage: core.loadPassage,
    openMarker: core.openMarker,
    openSaved: core.openSaved,
    moveOn: core.moveOn,
    async keepOffline() {
      const code = await loadCode(() => import('./net/register-service-worker.ts'));
      await code.registerServiceWorker(options.base);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    notifyChange() {
      first = undefined;
      posts.clear();
      cards.clear();
      core.clear();
      notify();
    },
  };
}

/** A function that calls `onReturn` once when the connection is back. */
function createReturnWatch(onReturn: () => void): () => void {
  let isWaiting = false;
  return () => {
    if (isWaiting || typeof addEventListener !== 'function') return;
    isWaiting = true;
    const handle = (): void => {
      isWaiting = false;
      onReturn();
    };
    addEventListener('online', handle, { once: true });
  };
}

function readPageData(text: string | undefined): PageData | undefined {
  if (text === undefined) return undefined;
  try {
    return parsePageData(text);
  } catch {
    // The page is of another build than this code: everything is requested instead.
    return undefined;
  }
}

/** The answer to `request` in the data block, if its counts go far enough. */
function findList(data: PageData | undefined, request: ListRequest): PostList | undefined {
  const key = keyOfRequest(request);
  return data?.lists.find((answer) => {
    if (keyOfRequest(answer.request) !== key) return false;
    return isCommon(request) || !isCommon(answer.request) || isComplete(data.overview);
  })?.list;
}

function findArchive(
  data: PageData | undefined,
  { year, month, pageNumber }: ArchivePlace,
): ArchiveList | undefined {
  return data?.archives.find(
    ({ place }) => place.year === year && place.month === month && place.pageNumber === pageNumber,
  )?.list;
}

function isCommon(request: ListRequest): boolean {
  return 'counts' in request && request.counts === 'common';
}

function isComplete(overview: Overview | undefined): boolean {
  return overview !== undefined && overview.keywordTotal <= overview.keywords.length;
}

function revive(view: StoredView): PostView {
  const { body } = view;
  return { ...view, body: body.kind === 'html' ? { kind: 'html', html: adoptBody() } : body };
}
