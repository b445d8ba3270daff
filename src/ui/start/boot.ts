/**
 * What the browser loads with a page: it waits until the reader moves, then loads the app. A
 * prerendered page reads and its links lead on without it, so a first view costs no more script than this.
 */

import { watchHands } from './busy-hands.ts';
import { findLoadedPath } from '../frame/loaded-path.ts';

/** How long a click on a control waits for the app before a link is followed without it. */
const patienceMs = 3000;

/** Signs that the reader is there; `popstate` is Back to a page that the app has shown. */
const signs = [
  'pointermove',
  'pointerdown',
  'touchstart',
  'keydown',
  'focusin',
  'scroll',
  'wheel',
  'popstate',
];

/** What only the app can do; other links are followed by the browser until it is there. */
const controls = 'button, [data-slug]';

/**
 * Calls `start` when the app is wanted: at once where the page is not what the reader asks for, else
 * with the first sign of the reader. `start` settles once the app is in place; a click on a
 * control and a shortcut that come before are done again then.
 */
export function bootApp(root: HTMLElement, start: () => Promise<unknown>): void {
  let app: Promise<unknown> | undefined;
  const stop = new AbortController();
  const options = { capture: true, passive: true, signal: stop.signal };
  const loaded = location.pathname + location.search;
  const hasMoved = (): boolean => location.pathname + location.search !== loaded;
  /** Back over entries that an app made before: without one, the browser has to load what they name. */
  const follow = (): void => {
    if (hasMoved()) location.reload();
  };
  const load = (): Promise<unknown> => {
    if (app !== undefined) return app;
    app = start().finally(() => stop.abort());
    app.catch(() => {
      addEventListener('popstate', follow);
      follow();
    });
    return app;
  };
  const begin = (): void => {
    if (app === undefined) load().catch(reportFailure);
  };
  watchHands(root);
  if (isFragile(root)) addEventListener('popstate', () => hasMoved() && begin(), options);
  else for (const sign of signs) addEventListener(sign, begin, options);
  if (isAppNeeded(root)) begin();
  const active = { capture: true, signal: stop.signal };
  root.addEventListener('click', (event) => repeatClick(event, root, load), active);
  addEventListener('keydown', (event) => repeatKey(event, load), active);
}

/**
 * Whether the page is not what the reader asks for: an empty one, the missing page, a search, a selection, that of another
 * address, as Back has led on already; or whether they have begun, or chosen a theme, which its button does not know.
 */
function isAppNeeded(root: HTMLElement): boolean {
  return (
    root.childElementCount === 0 ||
    location.search !== '' ||
    location.pathname !== findLoadedPath() ||
    document.querySelector('meta[name="robots"][content="noindex"]') !== null ||
    document.documentElement.dataset['theme'] !== undefined ||
    root.contains(document.activeElement) ||
    [...root.querySelectorAll<HTMLInputElement>('input[id]')].some(
      (field) => field.value !== field.defaultValue,
    )
  );
}

/** Whether a frame would load again, and a film in it stop, when the app takes the page over: only for what needs the app. */
function isFragile(root: HTMLElement): boolean {
  return !('moveBefore' in Element.prototype) && root.querySelector('.prose iframe') !== null;
}

function repeatClick(event: MouseEvent, root: HTMLElement, load: () => Promise<unknown>): void {
  const { target } = event;
  const control = target instanceof Element ? target.closest<HTMLElement>(controls) : null;
  const hasModifier = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (control === null || event.button !== 0 || hasModifier) return;
  event.preventDefault();
  event.stopPropagation();
  const slug = control.dataset['slug'];
  const selector = slug === undefined ? 'button' : `[data-slug="${CSS.escape(slug)}"]`;
  const index = [...root.querySelectorAll(selector)].indexOf(control);
  const click = (): void =>
    document.querySelectorAll<HTMLElement>(`#${root.id} ${selector}`)[index]?.click();
  const follow = (): void => {
    if (control instanceof HTMLAnchorElement) location.assign(control.href);
  };
  const late = setTimeout(follow, patienceMs);
  load()
    .then(click, follow)
    .finally(() => clearTimeout(late))
    .catch(reportFailure);
}

/** Keys that search or open the shortcuts: said again to the app, which knows whether they count. */
function repeatKey(event: KeyboardEvent, load: () => Promise<unknown>): void {
  const { key, ctrlKey, metaKey, shiftKey } = event;
  // Filling in a form by the browser sends key events that have no key.
  const isSearch = /^k$/i.test(key) && (ctrlKey || metaKey);
  if (!isSearch && key !== '/' && key !== '?') return;
  if (event.target instanceof Element && event.target.closest('input, textarea') !== null) return;
  event.preventDefault();
  const press = (): boolean =>
    dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, metaKey, shiftKey }));
  load().then(press).catch(reportFailure);
}

/** The static page stays as it is; the console says why. */
function reportFailure(error: unknown): void {
  console.warn('The page works without its app, which did not start:', error);
}
