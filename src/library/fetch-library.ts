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
import { createBoundedMap } from './net/bounded-map.ts';
import type { CoreOptions, LibraryCore } from './library-core.ts';
import { LibraryError } from './net/library-error.ts';

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
}

interface CoreOpener {
  (): Promise<LibraryCore>;
  /** The core, if it is there already. */
  current(): LibraryCore | undefined;
}

/** Posts kept with their live bodies, so that Back is instant. */
const keptPosts = 32;

/**
 * The browser's {@link Library}. The first view is answered from the page's data block without a request;
 * everything else is fetched by code that is loaded when it is first wanted.
 *
 * Rejects with a `LibraryError`. A failure is not kept: asking again asks the server again. When a request
 * failed without a connection, listeners are called as soon as there is one, so that the screen loads again.
 */
export function createFetchLibrary(options: FetchLibraryOptions): FetchLibrary {
  let first = readPageData(options.pageData);
  const listeners = new Set<() => void>();
  const posts = createBoundedMap<Promise<PostView | undefined>>(keptPosts);
  const cards = createCardMemory();
  const notify = (): void => {
    for (const listener of listeners) listener();
  };
  const openCore = createOpener(() => ({
    base: options.base,
    site: options.site,
    fetch: options.fetch ?? ((url, init) => fetch(url, init)),
    overview: first?.overview,
    listCards: () => [...cards.list()].toSorted((a, b) => b.id - a.id),
    rememberCards: cards.remember,
    onOffline: createReturnWatch(notify),
    renderPost: options.renderPost,
    sanitize: options.sanitize,
  }));

  /** The data block of the page, until the core has met another build. */
  const findFirst = (): PageData | undefined => {
    const buildId = openCore.current()?.findBuildId() ?? first?.overview?.buildId;
    if (first?.overview !== undefined && buildId !== first.overview.buildId) first = undefined;
    return first;
  };

  for (const { permalink, view } of first?.posts ?? []) {
    posts.set(permalink, Promise.resolve(revive(view)));
    cards.intern(view.card);
  }
  for (const { list } of first?.lists ?? []) cards.remember(list.posts);

  const loadPost = (permalink: string): Promise<PostView | undefined> => {
    const known = posts.get(permalink);
    if (known !== undefined) return known;
    const card = cards.find(permalink);
    // Beside the core, not after it; whoever asks for one of them is told of a failure.
    if (options.renderPost === undefined) void startPostCode();
    const loading = openCore().then((core) => core.loadPost(permalink, card));
    posts.set(permalink, loading);
    const forget = (): void => {
      if (posts.get(permalink) === loading) posts.delete(permalink);
    };
    // Neither a failure nor an absence is kept.
    loading.then((view) => (view === undefined ? forget() : cards.intern(view.card)), forget);
    return loading;
  };

  return {
    // Once there is a core, it knows whether the page's own overview is still that of the blog.
    loadOverview: async () =>
      openCore.current()?.loadOverview() ?? first?.overview ?? (await openCore()).loadOverview(),
    loadKeywords: async () => findFirst()?.keywords ?? (await openCore()).loadKeywords(),
    async loadList(request) {
      const list = findList(findFirst(), request) ?? (await (await openCore()).loadList(request));
      return { ...list, posts: list.posts.map(cards.intern) };
    },
    loadArchive: async (place) =>
      findArchive(findFirst(), place) ?? (await openCore()).loadArchive(place),
    loadPost,
    prefetchPost(permalink) {
      // Whoever opens the post gets the failure.
      loadPost(permalink).catch(() => undefined);
    },
    hasPost: (permalink) => posts.get(permalink) !== undefined,
    warmUp: async () => (await openCore()).warmUp(),
    findCard: cards.find,
    listCards: cards.list,
    hasPage: async (permalink) => (await openCore()).hasPage(permalink),
    findNearPosts: async (permalink) => (await openCore()).findNearPosts(permalink),
    async search(request) {
      const answer = await (await openCore()).search(request);
      cards.remember(answer.hits.map(({ post }) => post));
      return answer;
    },
    prefetchSearch() {
      // The search itself tells of a failure.
      openCore()
        .then((core) => core.prefetchSearch())
        .catch(() => undefined);
    },
    loadPassage: async (text, post) => (await openCore()).loadPassage(text, post),
    openMarker: async (words) => (await openCore()).openMarker(words),
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    notifyChange() {
      first = undefined;
      posts.clear();
      cards.clear();
      void openCore()
        .then((core) => core.clear())
        .then(notify, notify);
    },
  };
}

/** Asks for all that showing a post takes at once, and starts the worker as soon as what starts it is there. */
function startPostCode(): Promise<unknown> {
  return Promise.allSettled([
    import('./post/start-render-worker.ts').then((module) => module.startRenderWorker()),
    import('./post/sanitize.ts'),
    import('./post/load-post.ts'),
  ]);
}

/** Loads the core when it is first wanted, and again after a failure. */
function createOpener(describe: () => CoreOptions): CoreOpener {
  let current: LibraryCore | undefined;
  let opening: Promise<LibraryCore> | undefined;
  const load = async (): Promise<LibraryCore> => {
    try {
      const { createCore } = await import('./library-core.ts');
      current = createCore(describe());
      return current;
    } catch (cause) {
      opening = undefined;
      // The chunk of a build that is gone, or no connection.
      const kind = navigator.onLine ? 'not-found' : 'offline';
      throw new LibraryError(kind, 'A part of the app did not load.', { cause });
    }
  };
  return Object.assign(() => (opening ??= load()), { current: () => current });
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
