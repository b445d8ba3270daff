import { decodePath } from '../../content/site/permalink.ts';
import { findPage } from './page-link.ts';

/**
 * The address a link has inside the app; `undefined` when the browser should follow it: what is no page of
 * the blog, and addresses that do not decode.
 *
 * @param base decoded path the blog lives under, with `/` at both ends
 */
export function findRoute(link: HTMLAnchorElement, base: string): URL | undefined {
  const url = findPage(link, encodeURI(base));
  // The router decodes both unguarded.
  if (url === undefined || decodePath(url.pathname) === undefined) return;
  return decodePath(url.hash) === undefined ? undefined : url;
}

/**
 * Writes stray percent signs of the current address as `%25` (`/#%`, `/posts/%E0%A4%A`), as the
 * router decodes path and hash unguarded, and each run of `/` as one: the router takes `//x/` for another host. Runs before
 * the router starts.
 */
export function normalizeAddress(): void {
  const { pathname, search, hash } = location;
  const clean = cleanPart(pathname).replace(/\/{2,}/g, '/') + search + cleanPart(hash);
  if (clean !== pathname + search + hash) history.replaceState(history.state, '', clean);
}

/** A part that does not decode as a whole: no escape in it can be trusted. */
function cleanPart(part: string): string {
  return decodePath(part) === undefined ? part.replaceAll('%', '%25') : part;
}
