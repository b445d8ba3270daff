import { type Accessor, createContext, createEffect, useContext } from 'solid-js';
import { isServer } from 'solid-js/web';
import type { KeywordCount, Library, PostView } from '../../content/model/library.ts';
import { permalinkToHref } from '../../content/site/permalink.ts';
import type { Site } from '../../content/site/site.ts';
import type { Announcer } from './announcer.ts';
import type { Waiting } from './waiting.ts';

/** A page as its title bar, head tags and status describe it. */
export interface PageDescription {
  /** Without the site's name; empty on home. */
  readonly title: string;
  /** Decoded path under the base, the canonical one; `undefined` on the missing page. */
  readonly permalink: string | undefined;
  readonly description?: string | undefined;
  /** The post or free page that is shown. */
  readonly post?: PostView | undefined;
  /** `true` if search engines are to leave the page out, whatever its post says. */
  readonly isUnindexed?: boolean | undefined;
  /** The keyword that is shown, which has a feed of its own. */
  readonly keyword?: Pick<KeywordCount, 'name' | 'slug'> | undefined;
}

/** The services that every component may use. */
export interface AppServices {
  readonly site: Site;
  /**
   * Asked without the router's `query`, which is one cache for the whole program, keyed by arguments alone, and would
   * mix up two libraries (tests, prerendering); the library caches and joins requests itself.
   */
  readonly library: Library;
  /** Path the blog lives under, with `/` at both ends. */
  readonly base: string;
  readonly announcer: Announcer;
  /** Signs that a list is on its way. */
  readonly waiting: Waiting;
  /** Href of a permalink or file under the base, percent-encoded. */
  readonly href: (permalink: string) => string;
  /** Called each time the page on screen changes. */
  readonly describe: (page: PageDescription) => void;
  /** Counts the changes of posts under a development server; reading it makes a query run again. */
  readonly version: Accessor<number>;
  /** True while a page or list is still loading; `main` says so. */
  readonly isBusy: Accessor<boolean>;
  readonly setBusy: (isBusy: boolean) => void;
  /** True once all code of the app is there. */
  readonly isReady: Accessor<boolean>;
  /** True if the app opens the page at a path, encoded as in a link, at least as fast as the browser would. */
  readonly canOpen: (pathname: string) => boolean;
  /** True if the reader went back or forward since this was last asked. */
  readonly takeBack: () => boolean;
  /** True if a failure must reach the caller of the app: while prerendering and before taking over. */
  readonly isStrict: () => boolean;
}

/** The context that gives components their services. */
export const AppContext = createContext<AppServices>();

/** The services of the app around the component. Throws outside of it. */
export function useApp(): AppServices {
  const app = useContext(AppContext);
  if (app === undefined) throw new Error('`useApp` was called outside of `App`.');
  return app;
}

/** Services from what the entries know. */
export function createServices(given: Omit<AppServices, 'href'>): AppServices {
  return { ...given, href: (permalink) => permalinkToHref(permalink, given.base) };
}

/** Keeps title and head in step with the page: `source` is read again whenever what it reads changes. */
export function createPageDescription(source: Accessor<PageDescription>): void {
  const app = useApp();
  if (isServer) app.describe(source());
  else createEffect(() => app.describe(source()));
}
