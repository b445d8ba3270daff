/**
 * The first script of a page. Links lead on without the app, so their pages are fetched ahead, and the app comes when
 * it is wanted: at once for what only it can do, else when the reader is there and the line is free.
 */

import { isLeanConnection } from '../frame/lean-connection.ts';
import { isPlainClick, findLink } from '../move/page-link.ts';
import { findShownTheme, onReturn, readTheme, showTheme } from '../frame/stored-theme.ts';
import { type AppLoader, createAppLoader } from './app-loader.ts';
import { isAppNeeded, isFragile } from './app-need.ts';
import { watchHands } from './busy-hands.ts';
import { createStaticPage } from './leave-static.ts';
import { controls, repeatClick, repeatKey } from './held-input.ts';
import { findOtherPage, warmLinks } from './warm-links.ts';

/** Event on the document when the app opens pages as fast as the browser would. */
export const readyEvent = 'rubric:ready';

/** Event on the document when what the page was made from has a newer version than a saved copy that stood for it. */
export const newerEvent = 'rubric:newer';

/** Signs that the reader is there. */
const signs = ['pointermove', 'pointerdown', 'touchstart', 'keydown', 'focusin', 'scroll', 'wheel'];

/** How long the app waits for the reader's way: their first sign may be one to a link. */
const presenceMs = 100;
/** How long a reader who needs the app waits without a word. */
const lateMs = 9500;
/** How long it waits for a page that is being fetched, and for the click that may follow. */
const warmMs = 600;

/** What {@link bootApp} needs. */
export interface BootOptions {
  /** The element the app is in: empty, or with a prerendered page. */
  readonly root: HTMLElement;
  /** Path the blog lives under, percent-encoded, with `/` at both ends. */
  readonly base: string;
  /** Brings the app's code into the browser's cache, and does not run it. */
  readonly fetchApp: (signal: AbortSignal) => Promise<unknown>;
  /** Tells whether the server no longer has the app's file. */
  readonly isAppGone: () => Promise<boolean>;
  /** Starts the app; settles once it is in place. */
  readonly start: () => Promise<unknown>;
}

/** Watches the page, and starts the app when it is wanted. A page that is drawn ahead begins when the reader sees it. */
export function bootApp(options: BootOptions): void {
  // `theme-start.js` has put it on the page, but not into the frame of the browser.
  showTheme(findShownTheme());
  onReturn(() => showTheme(readTheme()));
  const isDrawnAhead = (document as { readonly prerendering?: boolean }).prerendering === true;
  const begin = (): void => watchPage(options);
  if (isDrawnAhead) document.addEventListener('prerenderingchange', begin, { once: true });
  else begin();
}

function watchPage({ root, base, fetchApp, isAppGone, start }: BootOptions): void {
  const stop = new AbortController();
  const loaded = findAddress();
  const page = createStaticPage({ root, isAppGone });
  const loader = createAppLoader({
    fetchApp,
    start: () => start().finally(() => stop.abort()),
    onFailure: page.leave,
  });
  const passive = { capture: true, passive: true, signal: stop.signal };
  const active = { capture: true, signal: stop.signal };
  watchHands(root);
  watchNewer(loader);
  watchLinks(base, loader);
  // Back over entries that an app made before.
  addEventListener('popstate', () => findAddress() !== loaded && void loader.load(), passive);
  for (const type of ['pointerover', 'focusin', 'touchstart']) {
    root.addEventListener(type, (event) => isAtControl(event) && void loader.load(), passive);
  }
  if (!isFragile(root)) {
    const comeSoon = (event: Event): void => {
      if (!isLeanConnection()) loader.loadSoon(isAtPage(event, base) ? warmMs : presenceMs);
    };
    for (const sign of signs) addEventListener(sign, comeSoon, passive);
  }
  if (isAppNeeded(root)) {
    const late = setTimeout(page.sayLate, lateMs);
    stop.signal.addEventListener('abort', () => clearTimeout(late));
    void loader.load();
  }
  root.addEventListener('click', (event) => repeatClick(event, root, loader.load), active);
  addEventListener('click', (event) => isLeaving(event, base) && loader.giveWay(), passive);
  addEventListener('keydown', (event) => repeatKey(event, loader.load), active);
}

/** The service worker tells of what came after a saved copy was shown: the app puts it in place. */
function watchNewer(loader: AppLoader): void {
  const renew = ({ data }: MessageEvent<{ readonly kind?: unknown } | null>): void => {
    if (data?.kind !== 'newer') return;
    // The loader tells of a failure.
    loader.load().then(
      () => document.dispatchEvent(new Event(newerEvent)),
      () => undefined,
    );
  };
  navigator.serviceWorker?.addEventListener('message', renew);
}

/** Pages are fetched ahead until the app has all it needs to open them itself. */
function watchLinks(base: string, loader: AppLoader): void {
  const stop = new AbortController();
  document.addEventListener(readyEvent, () => stop.abort(), { once: true });
  warmLinks({ base, signal: stop.signal, onWarm: () => loader.loadAfter(warmMs) });
}

function findAddress(): string {
  return location.pathname + location.search;
}

function isAtControl({ target }: Event): boolean {
  return target instanceof Element && target.closest(`${controls}, input`) !== null;
}

function isAtPage(event: Event, base: string): boolean {
  const link = findLink(event);
  return link !== undefined && findOtherPage(link, base) !== undefined;
}

/** Whether a click has the browser load another page of the blog. */
function isLeaving(event: MouseEvent, base: string): boolean {
  return isPlainClick(event) && isAtPage(event, base);
}
