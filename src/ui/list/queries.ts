/**
 * What pages ask of the library. The router's `query` is not used: it is one cache for the whole
 * program, keyed by arguments alone, and would mix up two libraries (tests, prerendering); the library
 * caches and joins requests itself.
 */
import { type Accessor, createResource, createSignal, onCleanup } from 'solid-js';
import { isServer } from 'solid-js/web';
import type {
  Library,
  ListRequest,
  Overview,
  PostList,
  PostView,
} from '../../content/model/library.ts';
import type { PostCard } from '../../content/model/post.ts';
import { type AppServices, useApp } from '../frame/app-context.ts';
import { leaveFor } from '../frame/leave-for.ts';
import { findLoadedPath } from '../frame/loaded-path.ts';

/** Some consecutive pages of a list as one, with what is known of the blog. */
export interface ListView extends Omit<PostList, 'posts'> {
  readonly overview: Overview;
  readonly posts: readonly PostCard[];
  /** First page that is in `posts`; `pageNumber` is the last. */
  readonly firstPage: number;
  /** Why the pages after those in `posts` did not come, when they should have. */
  readonly failure?: unknown;
}

/**
 * Pages `firstPage` to `lastPage` of the list that `request` asks for page by page, all of one build. When
 * a further page fails, those before it are given with the `failure`; rejects when the first one does.
 */
export async function loadListView(
  library: Library,
  request: (pageNumber: number) => ListRequest,
  firstPage: number,
  lastPage: number,
): Promise<ListView> {
  const load = (): Promise<ListPages> => loadPages(library, request, firstPage, lastPage);
  const answer = await load();
  // When the blog was published anew in between, a post would be there twice, or missing.
  const { overview, pages, failure } = answer.isMixed ? await load() : answer;
  const posts = pages.flatMap((page) => page.posts);
  return { ...(pages.at(-1) ?? pages[0]), posts, overview, firstPage, failure };
}

/** Pages of a list, the first of them there for certain. */
interface ListPages extends Pick<ListView, 'overview' | 'failure'> {
  readonly pages: readonly [PostList, ...PostList[]];
  /** Whether they may be of two builds. */
  readonly isMixed: boolean;
}

async function loadPages(
  library: Library,
  request: (pageNumber: number) => ListRequest,
  firstPage: number,
  lastPage: number,
): Promise<ListPages> {
  const numbers = Array.from({ length: lastPage - firstPage }, (_, at) => firstPage + 1 + at);
  const [overview, first, ...others] = await Promise.all([
    library.loadOverview(),
    library.loadList(request(firstPage)),
    ...numbers.map((pageNumber) => settle(library.loadList(request(pageNumber)))),
  ]);
  const pages: [PostList, ...PostList[]] = [first];
  let failure: unknown;
  for (const { page, error } of others) {
    if (page === undefined) {
      failure = error;
      break;
    }
    pages.push(page);
  }
  const latest = await library.loadOverview().catch(() => overview);
  const isMixed =
    latest.buildId !== overview.buildId || pages.some(({ total }) => total !== first.total);
  return { overview, pages, failure, isMixed };
}

/** A page of a list, or why it did not come. */
type SettledPage =
  | { readonly page: PostList; readonly error?: undefined }
  | { readonly page: undefined; readonly error: unknown };

function settle(loading: Promise<PostList>): Promise<SettledPage> {
  return loading.then(
    (page) => ({ page }),
    (error: unknown) => ({ page: undefined, error: error ?? new Error('It did not come.') }),
  );
}

/** What is known of the post at an address. */
export type PostState =
  | { readonly kind: 'ready'; readonly permalink: string; readonly view: PostView }
  /** `elsewhere`: the server may have a page that the app does not know. */
  | { readonly kind: 'missing' | 'elsewhere'; readonly permalink: string }
  | {
      readonly kind: 'waiting' | 'failed';
      readonly permalink: string;
      /** What a list has told of the post already. */
      readonly card: PostCard | undefined;
      readonly error?: unknown;
    };

/** How long the page before stays when a post does not come at once. */
export const patienceMs = 200;
/** When a skeleton appears, counted from the click. */
export const skeletonMs = 500;
/** How long it stays at least, so that it does not flash. */
const skeletonStaysMs = 300;

/**
 * The post at `permalink`, as far as it has come. The first state is there after at most
 * {@link patienceMs}, so a navigation never hangs; `retry` asks again after a failure.
 */
export function createPost(
  permalink: Accessor<string>,
): readonly [state: Accessor<PostState | undefined>, retry: () => void] {
  const app = useApp();
  const [attempt, setAttempt] = createSignal(0);
  const source = (): { permalink: string; version: number } => ({
    permalink: permalink(),
    version: app.version() + attempt(),
  });
  let latest: Promise<PostState> | undefined;
  let isDisposed = false;
  onCleanup(() => (isDisposed = true));
  const [state, { mutate }] = createResource<PostState, ReturnType<typeof source>>(
    source,
    async (wanted, { value: shown }) => {
      const whole = loadPostState(app, wanted.permalink);
      latest = whole;
      // A post that is read anew, as its file has changed, stays on screen until then.
      const isShown = shown?.kind === 'ready' && shown.permalink === wanted.permalink;
      if (isServer || app.isStrict() || isShown) return whole;
      const first = await Promise.race([whole, waitingState(app, wanted.permalink)]);
      // The page before stays, as with any link of the browser.
      if (first.kind === 'elsewhere' && leaveFor(app.href(wanted.permalink))) return never;
      if (first.kind === 'waiting') {
        void keepSkeleton(whole).then((late) => latest === whole && !isDisposed && mutate(late));
      }
      return first;
    },
  );
  return [state, () => setAttempt((count) => count + 1)];
}

/** Never rejects except while strict: a failure is a state that the page shows in place. */
async function loadPostState(app: AppServices, permalink: string): Promise<PostState> {
  try {
    const view = await app.library.loadPost(permalink);
    if (view === undefined) {
      const href = app.href(permalink);
      const kind = (await isElsewhere(app, permalink, href)) ? 'elsewhere' : 'missing';
      return { kind, permalink };
    }
    return { kind: 'ready', permalink, view };
  } catch (error) {
    if (isServer || app.isStrict()) throw error;
    return { kind: 'failed', permalink, card: app.library.findCard(permalink), error };
  }
}

/** Whether the browser might find what the library did not. */
async function isElsewhere(app: AppServices, permalink: string, href: string): Promise<boolean> {
  if (isServer || href === findLoadedPath()) return false;
  // A list has told of it, so it was there: perhaps the blog was published anew.
  if (app.library.findCard(permalink) !== undefined) return true;
  return app.library.hasPage(permalink).catch(() => false);
}

/** For what waits until another page has come. */
const never = new Promise<never>(() => undefined);

/** What `whole` gives, but not within the time a skeleton that has just appeared must stay. */
async function keepSkeleton<T>(whole: Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await whole;
  const elapsed = patienceMs + performance.now() - start;
  if (elapsed > skeletonMs && elapsed < skeletonMs + skeletonStaysMs) {
    await new Promise((resolve) => setTimeout(resolve, skeletonMs + skeletonStaysMs - elapsed));
  }
  return result;
}

async function waitingState(app: AppServices, permalink: string): Promise<PostState> {
  await new Promise((resolve) => setTimeout(resolve, patienceMs));
  return { kind: 'waiting', permalink, card: app.library.findCard(permalink) };
}
