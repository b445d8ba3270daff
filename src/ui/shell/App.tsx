import { Router } from '@solidjs/router';
import { createSignal, type JSX, onCleanup, startTransition, untrack } from 'solid-js';
import { isServer } from 'solid-js/web';
import type { Library } from '../../content/model/library.ts';
import { draftDesk } from '../../content/model/draft-desk.ts';
import { hrefToPermalink, permalinkToHref } from '../../content/site/permalink.ts';
import type { Site } from '../../content/site/site.ts';
import { createAnnouncer } from '../frame/announcer.ts';
import { AppContext, createServices, type PageDescription } from '../frame/app-context.ts';
import { createWaiting } from '../frame/waiting.ts';
import { speakLanguage } from '../words/speech.ts';
import { strings } from '../words/strings.ts';
import { Shell } from './Shell.tsx';
import { watchBack } from '../move/return-place.ts';
import { createRoutes } from './routes.tsx';

export interface AppProps {
  readonly library: Library;
  readonly site: Site;
  /** Path the blog lives under, with `/` at both ends. */
  readonly base: string;
  /** Path and query to show, base included: on the server only, the browser has an address. */
  readonly url?: string | undefined;
  readonly onDescribe: (page: PageDescription) => void;
  /** Called when what the address asks for is there for the first time. */
  readonly onSettled?: (() => void) | undefined;
  /** True if `onError` is called with failures, and the reader sees none. */
  readonly isStrict?: (() => boolean) | undefined;
  readonly onError?: ((error: unknown) => void) | undefined;
  /** Whether all code of the app is there; left out: it is. */
  readonly isReady?: (() => boolean) | undefined;
}

/** The whole app: services, routes, shell. */
export function App(props: AppProps): JSX.Element {
  const [version, setVersion] = createSignal(0);
  const [isBusy, setBusy] = createSignal(false);
  const announcer = createAnnouncer();
  const services = createServices({
    get site() {
      return props.site;
    },
    get library() {
      return props.library;
    },
    get base() {
      return props.base;
    },
    announcer,
    waiting: createWaiting(() => announcer.say(strings.loadingList)),
    version,
    isBusy,
    setBusy,
    takeBack: isServer ? () => false : watchBack(),
    isReady: () => props.isReady?.() ?? true,
    canOpen: (pathname) => canOpen(pathname, props),
    describe: (page) => {
      // The server has been told the language before.
      if (!isServer) speakLanguage(page.post?.card.language);
      props.onDescribe(page);
    },
    isStrict: () => props.isStrict?.() ?? false,
  });
  if (!isServer) {
    // In a transition, so that the page stays until the changed posts have come.
    const stop = untrack(() => props.library).onChange(
      () => void startTransition(() => setVersion((count) => count + 1)),
    );
    onCleanup(stop);
  }
  return (
    <AppContext.Provider value={services}>
      <Router
        base={props.base.slice(0, -1)}
        url={props.url ?? ''}
        explicitLinks
        preload={false}
        scrollRestoration
        root={(page) => (
          <Shell onSettled={() => props.onSettled?.()} onError={(error) => props.onError?.(error)}>
            {page.children}
          </Shell>
        )}
      >
        {createRoutes(services)}
      </Router>
    </AppContext.Provider>
  );
}

/** The draft desk has a policy of its own, which must not hold for other pages, nor theirs for it. Without a connection the browser could open nothing; the app says so in place. */
function canOpen(pathname: string, { isReady, library, base }: AppProps): boolean {
  const isThere = pathname === location.pathname;
  const desk = permalinkToHref(draftDesk, base);
  if (!isThere && (pathname === desk || location.pathname === desk)) return false;
  if (isReady === undefined || isReady() || !navigator.onLine) return true;
  const permalink = hrefToPermalink(pathname, base);
  return isThere || (permalink !== undefined && library.hasPost(permalink));
}
