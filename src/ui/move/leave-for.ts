import { allowLoading, loadAnsweredOnce } from './load-once.ts';

let followed: string | undefined;

/** Remembers that the reader has the app follow a link to `path`, with an entry of its own in the history. */
export function rememberFollowed(path: string): void {
  followed = path;
  allowLoading();
}

/**
 * Leaves the app for the page that the server has at `href`, once for each address.
 *
 * @returns whether the page is being loaded
 */
export function leaveFor(href: string): boolean {
  if (location.pathname !== href || followed !== href) return loadAnsweredOnce(href);
  followed = undefined;
  // The app has written the address already. Loaded into that entry, the page would count as the app's own, and Back
  // would change the address and nothing else; so the browser goes there itself, from the entry before.
  addEventListener('popstate', () => location.assign(href), { once: true });
  history.back();
  return true;
}
