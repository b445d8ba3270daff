/**
 * Links, focus and scroll. The router matches addresses and keeps history; the following of links is
 * done here, because its own handler reads any anchor of a post unguarded.
 */
import { useIsRouting, useLocation, useNavigate, usePreloadRoute } from '@solidjs/router';
import { createEffect, on, onCleanup } from 'solid-js';
import { decodePath } from '../../content/site/permalink.ts';
import { afterPaint } from '../frame/later.ts';
import { type AppServices, useApp } from '../frame/app-context.ts';
import { createFetchAhead } from './fetch-ahead.ts';
import { rememberFollowed } from './leave-for.ts';
import { findRoute } from './links.ts';
import { findLink, isPlainClick } from './page-link.ts';
import { endSmoothScroll, returnTo, scrollSmoothly } from './place.ts';

/** The time that the pointer rests on a link before its page is fetched. */
const hoverMs = 65;

/** State of an entry whose page takes care of focus itself, as a list that has grown in place does. */
export const ownFocus = { from: 1 } as const;

/** Follows links inside the app, prefetches what is near, and puts focus and scroll right after a move. Called once, in the shell. */
export function createNavigation(): void {
  const app = useApp();
  followLinks(app);
  prefetchLinks(app);
  prefetchView(app);
  placeFocus(app);
}

/**
 * Watches for Back and Forward; the function it gives tells whether one came since it was last asked.
 * To be called before the router starts: its move may be done when a listener after it is called.
 */
export function watchBack(): () => boolean {
  let isBack = false;
  const mark = (): void => {
    isBack = true;
    endSmoothScroll();
  };
  addEventListener('popstate', mark);
  onCleanup(() => removeEventListener('popstate', mark));
  return () => {
    const was = isBack;
    isBack = false;
    return was;
  };
}

/** Remembers the link a move starts from and the place on the page, so that Back can return to both. */
export function rememberLink(link: Element): void {
  const slug = link.getAttribute('data-slug');
  const selector =
    slug === null
      ? `a[href="${CSS.escape(link.getAttribute('href') ?? '')}"]`
      : `[data-slug="${CSS.escape(slug)}"]`;
  const index = [...document.querySelectorAll(selector)].indexOf(link);
  history.replaceState({ ...history.state, link: [selector, index], place: scrollY }, '');
}

/** Puts the reading position on `element` without scrolling or showing a ring. */
export function focusQuietly(element: HTMLElement | null | undefined): void {
  if (!element) return;
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

/** Puts the reading position on `target`; without one on the heading of the page. */
export function focusTarget(target: HTMLElement | null = null): void {
  focusQuietly(target ?? document.querySelector<HTMLElement>('main h1'));
}

/** The element a hash names. */
export function findTarget(hash: string): HTMLElement | null {
  return document.getElementById(decodePath(hash.slice(1)) ?? '');
}

/** Marks the element a hash names, as `:target` knows only what the page was loaded with. */
function showTarget(hash: string): void {
  document.documentElement.dataset['moved'] = '';
  document.querySelector('[data-target]')?.removeAttribute('data-target');
  findTarget(hash)?.setAttribute('data-target', '');
}

/** For a page whose text came after the move to it: goes to what the address names, unless the reader has moved on. */
export function arriveLate(): void {
  const target = findTarget(location.hash);
  showTarget(location.hash);
  if (scrollY === 0) target?.scrollIntoView();
  // The heading of the waiting page had focus, and is gone.
  if (document.activeElement !== document.body) return;
  focusTarget(target);
}

function followLinks(app: AppServices): void {
  const navigate = useNavigate();
  const follow = (event: MouseEvent): void => {
    const link = isPlainClick(event) ? findLink(event) : undefined;
    const url = link === undefined ? undefined : findRoute(link, app.base);
    if (link === undefined || url === undefined || app.isStrict()) return;
    // The browser has fetched the page ahead.
    if (!app.canOpen(url.pathname)) return;
    event.preventDefault();
    const to = url.pathname + url.search + url.hash;
    const isHere = url.pathname === location.pathname && url.search === location.search;
    if (isHere && url.hash !== '') scrollSmoothly();
    if (to === location.pathname + location.search + location.hash) {
      arriveAgain(url.hash);
      return;
    }
    rememberLink(link);
    rememberFollowed(url.pathname);
    app.library.moveOn();
    // The search icon: home moves focus to its field.
    const state = url.search === '?q=' ? ownFocus : undefined;
    navigate(to, { resolve: false, state });
  };
  listen('click', follow);
  const moveOn = (): void => app.library.moveOn();
  addEventListener('popstate', moveOn);
  onCleanup(() => removeEventListener('popstate', moveOn));
}

/** The same address once more: to its top or its target. */
function arriveAgain(hash: string): void {
  const target = findTarget(hash);
  if (target === null) scrollTo(0, 0);
  else target.scrollIntoView();
  focusTarget(target);
}

function prefetchLinks(app: AppServices): void {
  const preload = usePreloadRoute();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: HTMLAnchorElement | undefined;
  const prefetch = (link: HTMLAnchorElement | undefined): void => {
    const url = link === undefined || link === last ? undefined : findRoute(link, app.base);
    // A chip leads to a page only without the script: it filters in place.
    const isChip = link?.dataset['slug'] !== undefined && url?.search === '';
    if (url === undefined || isChip || !app.canOpen(url.pathname)) return;
    last = link;
    if (url.pathname !== location.pathname) preload(url, { preloadData: true });
  };
  listen('mouseover', (event) => {
    clearTimeout(timer);
    timer = setTimeout(prefetch, hoverMs, findLink(event));
  });
  listen('focusin', (event) => prefetch(findLink(event)));
  listen('touchstart', (event) => prefetch(findLink(event)));
  onCleanup(() => clearTimeout(timer));
}

/** Posts in view are fetched once the app has all its code, and again after each move. */
function prefetchView(app: AppServices): void {
  const isRouting = useIsRouting();
  const ahead = createFetchAhead(app.library, app.base);
  createEffect(() => {
    if (app.isReady() && !isRouting()) afterPaint(ahead.watch);
  });
  onCleanup(ahead.stop);
}

function placeFocus(app: AppServices): void {
  const isRouting = useIsRouting();
  const here = useLocation();
  let place = { pathname: here.pathname, hash: here.hash };
  const arrive = (): void => {
    showTarget(here.hash);
    const before = place;
    const wasBack = app.takeBack();
    place = { pathname: here.pathname, hash: here.hash };
    const isNewPage = before.pathname !== place.pathname;
    const { link, from }: Readonly<Record<string, unknown>> = { ...history.state };
    if (wasBack) {
      returnPlace();
      returnFocus(findFollowed(link), isNewPage);
    } else if (isNewPage && from === undefined) {
      focusTarget(findTarget(place.hash));
    } else if (before.hash !== place.hash) focusQuietly(findTarget(place.hash));
  };
  createEffect(on(isRouting, (routing) => routing || arrive(), { defer: true }));
}

/**
 * The link that was followed from an entry of the history, by the `link` of its state: what {@link rememberLink} wrote
 * there, or anything else, as other programs of the same origin write states too.
 */
function findFollowed(link: unknown): HTMLElement | undefined {
  const [selector, index]: unknown[] = Array.isArray(link) ? link : [];
  if (typeof selector !== 'string') return undefined;
  return document.querySelectorAll<HTMLElement>(selector)[Number(index)];
}

/**
 * Goes to where a link was followed. The router knows only places that a scroll led to, and takes the end of a smooth
 * scroll for one of the reader's. The place counts once: later the reader may leave from another.
 */
function returnPlace(): void {
  const { place, ...state }: Readonly<Record<string, unknown>> = { ...history.state };
  if (typeof place !== 'number') return;
  history.replaceState(state, '');
  returnTo(place);
}

function returnFocus(link: HTMLElement | undefined, isNewPage: boolean): void {
  if (link !== undefined) link.focus({ preventScroll: true });
  else if (isNewPage) focusTarget();
}

function listen<Type extends keyof DocumentEventMap>(
  type: Type,
  listener: (event: DocumentEventMap[Type]) => void,
): void {
  document.addEventListener(type, listener, { passive: type === 'touchstart' });
  onCleanup(() => document.removeEventListener(type, listener));
}
