/**
 * Links followed, pages fetched ahead, focus after a move. The router matches addresses and keeps history; the following of
 * links is done here, because its own handler reads any anchor of a post unguarded.
 */
import { useIsRouting, useLocation, useNavigate, usePreloadRoute } from '@solidjs/router';
import { createEffect, on, onCleanup } from 'solid-js';
import { afterPaint } from '../frame/later.ts';
import { type AppServices, useApp } from '../frame/app-context.ts';
import { createFetchAhead } from './fetch-ahead.ts';
import { rememberFollowed } from './leave-for.ts';
import { findRoute } from './links.ts';
import { findLink, isPlainClick } from './page-link.ts';
import { scrollSmoothly } from './place.ts';
import { rememberLink, returnToLink } from './return-place.ts';
import { findTarget, focusQuietly, focusTarget, showTarget } from './target.ts';

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
    const { from }: Readonly<Record<string, unknown>> = { ...history.state };
    if (wasBack) returnToLink(isNewPage);
    else if (isNewPage && from === undefined) focusTarget(findTarget(place.hash));
    else if (before.hash !== place.hash) focusQuietly(findTarget(place.hash));
  };
  createEffect(on(isRouting, (routing) => routing || arrive(), { defer: true }));
}

function listen<Type extends keyof DocumentEventMap>(
  type: Type,
  listener: (event: DocumentEventMap[Type]) => void,
): void {
  document.addEventListener(type, listener, { passive: type === 'touchstart' });
  onCleanup(() => document.removeEventListener(type, listener));
}
