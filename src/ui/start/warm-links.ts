/**
 * Pages are fetched ahead while the reader points at their links, so that the browser has them when one is
 * followed. Where it can, it draws the page ahead too, by the rules that each page carries (`speculationrules`).
 */

import { isLeanConnection } from '../frame/lean-connection.ts';
import { findLink, findPage } from '../move/page-link.ts';

/** How long the pointer rests on a link before its page is fetched: less is a pointer on its way. */
const restMs = 20;
/** Pages fetched ahead on one page. */
const maxFetched = 16;

/** A link that is being pointed at: the page's rules name this attribute. */
const mark = 'data-warm';

/** What {@link warmLinks} needs. */
export interface WarmLinksOptions {
  /** Path the blog lives under, percent-encoded, with `/` at both ends. */
  readonly base: string;
  /** Called each time a page begins to be fetched. */
  readonly onWarm: () => void;
  /** Stops everything. */
  readonly signal: AbortSignal;
}

/** Watches the reader's pointer, finger and focus. Nothing is fetched on a lean connection. */
export function warmLinks({ base, onWarm, signal }: WarmLinksOptions): void {
  const pages = createPageFetcher();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let warm: HTMLAnchorElement | undefined;
  const cool = (): void => {
    clearTimeout(timer);
    pages.stop();
    warm?.removeAttribute(mark);
    warm = undefined;
  };
  const heat = (link: HTMLAnchorElement, page: URL): void => {
    warm = link;
    onWarm();
    pages.fetch(page.href);
    link.setAttribute(mark, '');
  };
  /** A page is fetched at once, or when the pointer has rested on its link. */
  const point = (event: Event, afterMs: number): void => {
    const link = findLink(event);
    if (link === warm && link !== undefined) return;
    cool();
    const page = link === undefined ? undefined : findOtherPage(link, base);
    if (link === undefined || page === undefined || isLeanConnection()) return;
    if (afterMs === 0) heat(link, page);
    else timer = setTimeout(heat, afterMs, link, page);
  };
  const options = { passive: true, capture: true, signal };
  document.addEventListener('mouseover', (event) => point(event, restMs), options);
  for (const type of ['focusin', 'touchstart', 'mousedown']) {
    document.addEventListener(type, (event) => point(event, 0), options);
  }
  addEventListener('pagehide', cool, { signal });
  signal.addEventListener('abort', cool);
}

/** The page that a link leads to, if it is another than this, and whole without the app. */
export function findOtherPage(link: HTMLAnchorElement, base: string): URL | undefined {
  const page = findPage(link, base);
  // A chip leads to a page only without the app: it filters in place.
  const isOther = page?.pathname !== location.pathname && page?.search === '';
  return isOther && link.dataset['slug'] === undefined ? page : undefined;
}

/**
 * Asks for pages so that the browser keeps them for as long as the host allows: at once, while the rules of the page
 * take effect with its next frame, and in browsers that know no rules. The page before is given up if it is not whole.
 */
function createPageFetcher(): {
  readonly fetch: (href: string) => void;
  readonly stop: () => void;
} {
  const fetched = new Set<string>();
  let current: AbortController | undefined;
  const load = async (href: string, signal: AbortSignal): Promise<void> => {
    try {
      await (await fetch(href, { signal })).arrayBuffer();
    } catch {
      // Given up, or failed: of that the browser tells whoever follows the link.
      fetched.delete(href);
    }
  };
  return {
    fetch(href) {
      if (fetched.has(href) || fetched.size >= maxFetched) return;
      fetched.add(href);
      current = new AbortController();
      void load(href, current.signal);
    },
    stop: () => current?.abort(),
  };
}
