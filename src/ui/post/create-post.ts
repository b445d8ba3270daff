import { type Accessor, createResource, createSignal, onCleanup } from 'solid-js';
import { isServer } from 'solid-js/web';
import type { PostView } from '../../content/model/library.ts';
import type { PostCard } from '../../content/model/post.ts';
import { type AppServices, useApp } from '../frame/app-context.ts';
import { leaveFor } from '../move/leave-for.ts';
import { findLoadedPath } from '../move/loaded-path.ts';
import { findSpeech } from '../words/speech.ts';

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
  let asking: AbortController | undefined;
  onCleanup(() => {
    isDisposed = true;
    // The reader has moved on.
    asking?.abort();
  });
  const [state, { mutate }] = createResource<PostState, ReturnType<typeof source>>(
    source,
    async (wanted, { value: shown }) => {
      asking?.abort();
      asking = new AbortController();
      const whole = loadPostState(app, wanted.permalink, asking.signal);
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
async function loadPostState(
  app: AppServices,
  permalink: string,
  signal: AbortSignal,
): Promise<PostState> {
  // An address that does not decode: nobody is asked for it.
  if (permalink === '') return { kind: 'missing', permalink };
  try {
    const view = await app.library.loadPost(permalink, signal);
    if (view === undefined) {
      const href = app.href(permalink);
      const kind = (await isElsewhere(app, permalink, href)) ? 'elsewhere' : 'missing';
      return { kind, permalink };
    }
    // Its page speaks its language as soon as it is shown.
    await findSpeech(view.card.language);
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
