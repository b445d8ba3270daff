/** Links to pages of the blog, told from all others by nothing but the DOM: the first script of a page reads them too. */

/** The link of ours around an event's target. Links inside pictures (SVG) are left to the browser. */
export function findLink(event: Event): HTMLAnchorElement | undefined {
  const target = event.target instanceof Element ? event.target.closest('a[href]') : null;
  return target instanceof HTMLAnchorElement ? target : undefined;
}

/** Whether a click means "open here": the main button, no modifier, not yet handled. */
export function isPlainClick(event: MouseEvent): boolean {
  return (
    !event.defaultPrevented &&
    event.button === 0 &&
    !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
  );
}

/**
 * The address of the page of this blog that a link opens in this window; `undefined` for other sites, files
 * (the address of a page ends in `/` or `.html`), downloads and new windows.
 *
 * @param base path the blog lives under, percent-encoded, with `/` at both ends
 */
export function findPage(link: HTMLAnchorElement, base: string): URL | undefined {
  if ((link.target !== '' && link.target !== '_self') || link.hasAttribute('download')) return;
  if (link.relList.contains('external')) return;
  const url = URL.canParse(link.href) ? new URL(link.href) : undefined;
  if (url?.origin !== location.origin || !url.pathname.startsWith(base)) return;
  const { pathname } = url;
  return /(?:\/|\.html)$/.test(pathname) && !pathname.includes('//') ? url : undefined;
}
