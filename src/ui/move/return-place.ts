/**
 * Back to where one was: the link that a move started from and the place on the page are kept in the entry of the history. The router's
 * own `scrollRestoration` does the rest, and `ui/start/reload-place.ts` reloads and the app's start.
 */
import { onCleanup } from 'solid-js';
import { endSmoothScroll, returnTo } from './place.ts';
import { focusTarget } from './target.ts';

/**
 * Watches for Back and Forward; the function it gives tells whether one came since it was last asked.
 * To be called before the router starts: its move may be done when a listener after it is called.
 */
export function watchBack(): () => boolean {
  let isBack = false;
  const mark = (): void => {
    isBack = true;
    endSmoothScroll();
  };
  addEventListener('popstate', mark);
  onCleanup(() => removeEventListener('popstate', mark));
  return () => {
    const was = isBack;
    isBack = false;
    return was;
  };
}

/** Remembers the link a move starts from and the place on the page, so that Back can return to both. */
export function rememberLink(link: Element): void {
  const slug = link.getAttribute('data-slug');
  const selector =
    slug === null
      ? `a[href="${CSS.escape(link.getAttribute('href') ?? '')}"]`
      : `[data-slug="${CSS.escape(slug)}"]`;
  const index = [...document.querySelectorAll(selector)].indexOf(link);
  history.replaceState({ ...history.state, link: [selector, index], place: scrollY }, '');
}

/** After Back: goes to the place of the entry that came, and to the link that was followed from it; without one to the heading of a new page. */
export function returnToLink(isNewPage: boolean): void {
  const { link }: Readonly<Record<string, unknown>> = { ...history.state };
  returnPlace();
  const followed = findFollowed(link);
  if (followed !== undefined) followed.focus({ preventScroll: true });
  else if (isNewPage) focusTarget();
}

/**
 * The link that was followed from an entry of the history, by the `link` of its state: what {@link rememberLink} wrote
 * there, or anything else, as other programs of the same origin write states too.
 */
function findFollowed(link: unknown): HTMLElement | undefined {
  const [selector, index]: unknown[] = Array.isArray(link) ? link : [];
  if (typeof selector !== 'string') return undefined;
  return document.querySelectorAll<HTMLElement>(selector)[Number(index)];
}

/**
 * Goes to where a link was followed. The router knows only places that a scroll led to, and takes the end of a smooth
 * scroll for one of the reader's. The place counts once: later the reader may leave from another.
 */
function returnPlace(): void {
  const { place, ...state }: Readonly<Record<string, unknown>> = { ...history.state };
  if (typeof place !== 'number') return;
  history.replaceState(state, '');
  returnTo(place);
}
