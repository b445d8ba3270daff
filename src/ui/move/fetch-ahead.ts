import type { Library } from '../../content/model/library.ts';
import { hrefToPermalink } from '../../content/site/permalink.ts';
import { isLeanConnection } from '../frame/lean-connection.ts';
import { whenIdle } from '../frame/later.ts';

/** Posts fetched ahead for one view, and in all: a post is about 6 kB. */
const maxOfView = 4;
const maxInAll = 24;

/** Links of the blog itself: one that an author wrote may lead to a file or to nothing. */
const links = 'main a[href]:not(.prose a)';

/** Pages of lists, which have no text to fetch. */
const lists = /^\/(?:$|page\/|keywords\/|archive\/)/;

/** Fetches posts before the reader asks for them. */
export interface FetchAhead {
  /** Watches the links of the page that is now on screen, and no longer those of the one before. */
  readonly watch: () => void;
  readonly stop: () => void;
}

/**
 * Posts whose links are in view are fetched one after the other in idle moments, so that a click has nothing to
 * wait for; never on a lean connection.
 *
 * @param base decoded path the blog lives under, with `/` at both ends
 */
export function createFetchAhead(
  library: Pick<Library, 'hasPost' | 'loadPost'>,
  base: string,
): FetchAhead {
  let inAll = 0;
  let stop: (() => void) | undefined;
  const watch = (): void => {
    stop?.();
    if (isLeanConnection()) return;
    const wanted = new Set<string>();
    let ofView = 0;
    let isStopped = false;
    let isLoading = false;
    const loadNext = async (): Promise<void> => {
      const [next] = wanted;
      if (next === undefined || isLoading || isStopped) return;
      isLoading = true;
      wanted.delete(next);
      // Whoever opens the post is told of a failure.
      await library.loadPost(next).catch(() => undefined);
      isLoading = false;
      whenIdle(() => void loadNext());
    };
    const observer = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) {
        const permalink = isIntersecting ? findPost(target, base) : undefined;
        if (permalink === undefined || library.hasPost(permalink) || wanted.has(permalink))
          continue;
        if (ofView >= maxOfView || inAll >= maxInAll) return;
        ofView++;
        inAll++;
        wanted.add(permalink);
      }
      whenIdle(() => void loadNext());
    });
    for (const link of document.querySelectorAll(links)) observer.observe(link);
    stop = () => {
      isStopped = true;
      observer.disconnect();
    };
  };
  return { watch, stop: () => stop?.() };
}

/** The permalink of the post that a link leads to. */
function findPost(link: Element, base: string): string | undefined {
  if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin) return undefined;
  const permalink = hrefToPermalink(link.pathname, base);
  return permalink === undefined || lists.test(permalink) ? undefined : permalink;
}
