import { decodePath } from '../../content/site/permalink.ts';

/** Whether a click means "open here": the main button, no modifier, not yet handled. */
export function isPlainClick(event: MouseEvent): boolean {
  return (
    !event.defaultPrevented &&
    event.button === 0 &&
    !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
  );
}

/** The link of ours around an event's target. Links inside pictures (SVG) are left to the browser. */
export function findLink(event: Event): HTMLAnchorElement | undefined {
  const target = event.target instanceof Element ? event.target.closest('a[href]') : null;
  return target instanceof HTMLAnchorElement ? target : undefined;
}

/**
 * The address a link has inside the app; `undefined` when the browser should follow it: other sites,
 * files (every view's address ends in `/`), downloads, new windows, addresses that do not decode.
 */
export function findRoute(link: HTMLAnchorElement, base: string): URL | undefined {
  if ((link.target !== '' && link.target !== '_self') || link.hasAttribute('download')) return;
  if (link.relList.contains('external')) return;
  const url = URL.canParse(link.href) ? new URL(link.href) : undefined;
  if (url?.origin !== location.origin || !url.pathname.startsWith(encodeURI(base))) return;
  const { pathname } = url;
  if (!pathname.endsWith('/') || pathname.startsWith('//')) return;
  // The router decodes both unguarded.
  if (decodePath(pathname) === undefined || decodePath(url.hash) === undefined) return;
  return url;
}

/**
 * Writes stray percent signs of the current address as `%25` (`/#%`, `/posts/%E0%A4%A`), as the
 * router decodes path and hash unguarded. Runs before the router starts.
 */
export function normalizeAddress(): void {
  const { pathname, search, hash } = location;
  const clean = cleanPart(pathname) + search + cleanPart(hash);
  if (clean !== pathname + search + hash) history.replaceState(history.state, '', clean);
}

/** A part that does not decode as a whole: no escape in it can be trusted. */
function cleanPart(part: string): string {
  return decodePath(part) === undefined ? part.replaceAll('%', '%25') : part;
}
