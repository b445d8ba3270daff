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
    let ofView = 0;
    // Whoever opens the post is told of a failure.
    const queue = createQueue(async (permalink) =>
      navigator.onLine ? library.loadPost(permalink).catch(() => undefined) : undefined,
    );
    const observer = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) {
        const permalink = isIntersecting ? findPost(target, base) : undefined;
        if (permalink === undefined || library.hasPost(permalink)) continue;
        if (ofView >= maxOfView || inAll >= maxInAll || !queue.add(permalink)) continue;
        ofView++;
        inAll++;
      }
    });
    for (const link of document.querySelectorAll(links)) observer.observe(link);
    stop = () => {
      queue.stop();
      observer.disconnect();
    };
  };
  return { watch, stop: () => stop?.() };
}

/** Work done one after the other, each in an idle moment. */
function createQueue(work: (item: string) => Promise<unknown>): {
  /** Whether the item is new. */
  readonly add: (item: string) => boolean;
  readonly stop: () => void;
} {
  const known = new Set<string>();
  const waiting: string[] = [];
  let isWorking = false;
  const goOn = async (): Promise<void> => {
    const next = isWorking ? undefined : waiting.shift();
    if (next === undefined) return;
    isWorking = true;
    await work(next);
    isWorking = false;
    whenIdle(() => void goOn());
  };
  return {
    add(item) {
      if (known.has(item)) return false;
      known.add(item);
      waiting.push(item);
      whenIdle(() => void goOn());
      return true;
    },
    stop: () => void waiting.splice(0),
  };
}

/** The permalink of the post that a link leads to. */
function findPost(link: Element, base: string): string | undefined {
  if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin) return undefined;
  const permalink = hrefToPermalink(link.pathname, base);
  return permalink === undefined || lists.test(permalink) ? undefined : permalink;
}
