const key = 'rubric-reload';

/** Longest wait for the answer that tells whether a page can be loaded. */
const probeMs = 9500;

/**
 * Loads `href` as a whole page, for when a file of the app is gone after a new deploy; once for each
 * address, so that a fault that stays does not go round in circles.
 *
 * @returns whether the page is being loaded: not without a network, nor when the server cannot be reached.
 */
export async function loadWholeOnce(href: string): Promise<boolean> {
  if (!markLoading(href)) return false;
  if (await loadWholeWhenThere(href)) return true;
  allowLoading();
  return false;
}

/** As {@link loadWholeOnce}, for an address that the server has answered for: it is not asked again. */
export function loadAnsweredOnce(href: string): boolean {
  if (!markLoading(href)) return false;
  leaveWhole(href);
  return true;
}

/**
 * Loads `href` as a whole page, unless the server cannot be reached: the page that is here says more than the browser's
 * own. What the browser keeps of it is renewed, for it may be of the deploy before.
 */
export async function loadWholeWhenThere(href: string): Promise<boolean> {
  const here = location.href;
  try {
    const { pathname, search } = new URL(href, here);
    const signal = AbortSignal.timeout(probeMs);
    await (await fetch(pathname + search, { cache: 'reload', signal })).arrayBuffer();
  } catch {
    // The caller goes on without.
    return false;
  }
  // The reader may have typed on meanwhile.
  leaveWhole(location.href === here ? href : location.href);
  return true;
}

/** Notes that `href` is being loaded; false when it has been already, or cannot be. */
export function markLoading(href: string): boolean {
  try {
    if (sessionStorage.getItem(key) === href || !navigator.onLine) return false;
    sessionStorage.setItem(key, href);
    return true;
  } catch {
    // Without a memory for it there would be no end: the reader is asked instead.
    return false;
  }
}

function leaveWhole(href: string): void {
  loadWhole(href);
  // Back to this page, kept whole by the browser in the middle of the move.
  addEventListener('pageshow', (event) => event.persisted && location.reload(), { once: true });
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

/**
 * True if `error` is, or was caused by, that of a module or style sheet of the app that could not be loaded, or by a list that
 * only a newer app can read: the page as a whole has both.
 */
export function isLoadError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const isOwn = /dynamically imported module|module script failed|preload CSS/i.test(error.message);
  // The library wraps that of its own parts.
  return isOwn || isOutdated(error) || isLoadError(error.cause);
}

/** True if `error`, one of the library's, says that the blog was published by another version of the app. */
export function isOutdated(error: unknown): boolean {
  return error instanceof Error && 'kind' in error && error.kind === 'outdated';
}
