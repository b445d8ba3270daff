/**
 * Who puts scroll back: after a move inside the app the router, which knows when the page is there; when a page
 * is loaded again the browser, which need not wait for the app.
 */

import { placeAt } from '../move/place.ts';

/** Lets the browser find the place when the page is loaded again: what the router sets stays with the entry of history. */
export function shareScrolling(): void {
  let mode = history.scrollRestoration;
  addEventListener('pagehide', () => {
    mode = history.scrollRestoration;
    giveBackScrolling();
  });
  // Kept whole by the browser and shown again, with the app in it.
  addEventListener('pageshow', (event) => {
    if (event.persisted) history.scrollRestoration = mode;
  });
}

/** Leaves scrolling to the browser alone. */
export function giveBackScrolling(): void {
  history.scrollRestoration = 'auto';
}

/**
 * Remembers the place of a page that is about to be taken over. The function it gives puts it back: the
 * router knows an older place, or that of another page where this entry had no app yet.
 *
 * Nothing where the browser was not to restore and the reader has not moved: there the router is right.
 */
export function holdPlace(): () => void {
  const { scrollX, scrollY } = window;
  if (history.scrollRestoration === 'manual' && scrollY === 0) return () => undefined;
  return () => placeAt(scrollX, scrollY);
}
