const key = 'rubric-reload';

/**
 * Loads `href` as a whole page, for when a file of the app is gone after a new deploy; once for each
 * address, so that a fault that stays does not go round in circles.
 *
 * @returns whether the page is being loaded.
 */
export function loadWholeOnce(href: string): boolean {
  try {
    if (sessionStorage.getItem(key) === href || !navigator.onLine) return false;
    sessionStorage.setItem(key, href);
  } catch {
    // Without a memory for it there would be no end: the reader is asked instead.
    return false;
  }
  loadWhole(href);
  // Back to this page, kept whole by the browser in the middle of the move.
  addEventListener('pageshow', (event) => event.persisted && location.reload(), { once: true });
  return true;
}

/** Loads `href` as a whole page, also where only what follows `#` differs from the page that is there. */
export function loadWhole(href: string): void {
  const [wanted, here] = [new URL(href, location.href), new URL(location.href)];
  const isSame = wanted.pathname === here.pathname && wanted.search === here.search;
  if (isSame && wanted.hash !== '') location.reload();
  else location.assign(href);
}

/** Lets any address be loaded once more: the reader asks for a page anew. */
export function allowLoading(): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Nothing is remembered.
  }
}

/** True if `error` is, or was caused by, that of a module or style sheet of the app that could not be loaded. */
export function isLoadError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const isOwn = /dynamically imported module|module script failed|preload CSS/i.test(error.message);
  // The library wraps that of its own parts.
  return isOwn || isLoadError(error.cause);
}
