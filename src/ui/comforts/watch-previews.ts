import type { AppServices } from '../frame/app-context.ts';
import { isLeanConnection } from '../frame/lean-connection.ts';
import { findLink } from '../move/page-link.ts';
import { findRoute } from '../move/links.ts';
import { hrefToPermalink } from '../../content/site/permalink.ts';
import { findTarget } from '../move/target.ts';
import type * as previewCard from './preview-card.ts';
import type { Preview } from './preview-card.ts';

/** How long the pointer or the focus rests on a link before its preview comes. */
const restMs = 350;
/** How long a preview stays when the pointer has left it and its link: enough to get from one to the other. */
const leaveMs = 250;

/** What {@link watchPreviews} needs. */
export interface PreviewOptions {
  readonly signal: AbortSignal;
  readonly loadCard: () => Promise<typeof previewCard>;
}

/**
 * Shows a preview of the note or the post that a link of a text leads to, while a mouse or the keyboard's focus rests on it.
 * The pointer may go into it; Escape takes it away, as do a click and a move.
 */
export function watchPreviews(app: AppServices, { signal, loadCard }: PreviewOptions): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let link: HTMLAnchorElement | undefined;
  let shown: { readonly card: HTMLElement; readonly hide: () => void } | undefined;
  const hide = (): void => {
    clearTimeout(timer);
    link = undefined;
    shown?.hide();
    shown = undefined;
  };
  const show = async (wanted: HTMLAnchorElement, preview: Preview, x: number): Promise<void> => {
    const { createPreview } = await loadCard();
    const next = await createPreview(preview, { app, link: wanted, x });
    // The reader has gone on meanwhile.
    if (next === undefined) return;
    if (link !== wanted || !wanted.isConnected) return next.hide();
    shown?.hide();
    shown = next;
  };
  const point = (next: HTMLAnchorElement, x: number): void => {
    clearTimeout(timer);
    if (next === link) return;
    const preview = findPreview(next, app);
    hide();
    if (preview === undefined) return;
    link = next;
    // A preview that does not come is not missed: the link leads there.
    timer = setTimeout(() => void show(next, preview, x).catch(() => undefined), restMs);
  };
  const leave = (): void => {
    clearTimeout(timer);
    timer = setTimeout(hide, leaveMs);
  };
  const listen = <Type extends keyof DocumentEventMap>(
    type: Type,
    listener: (event: DocumentEventMap[Type]) => void,
    capture = false,
  ): void => document.addEventListener(type, listener, { signal, capture, passive: true });

  listen('pointerover', (event) => {
    if (event.pointerType !== 'mouse' || event.buttons !== 0) return;
    if (event.target instanceof Node && shown?.card.contains(event.target) === true) {
      clearTimeout(timer);
      return;
    }
    const next = findLink(event);
    if (next !== undefined && next.closest('.prose') !== null) point(next, event.clientX);
    else if (link !== undefined && link !== document.activeElement) leave();
  });
  listen('focusin', (event) => {
    const next = findLink(event);
    const isByKey = next?.matches('.prose a:focus-visible') === true;
    if (next !== undefined && isByKey) point(next, next.getBoundingClientRect().left);
    else hide();
  });
  listen('keydown', (event) => event.key === 'Escape' && hide(), true);
  listen('click', (event) => {
    const isInside = event.target instanceof Node && shown?.card.contains(event.target) === true;
    if (!isInside || findLink(event) !== undefined) hide();
  });
  addEventListener('popstate', hide, { signal });
  addEventListener('blur', hide, { signal });
  signal.addEventListener('abort', hide);
}

/** What `link` previews; `undefined` for what is on the screen anyway, or elsewhere. */
function findPreview(link: HTMLAnchorElement, app: AppServices): Preview | undefined {
  if (link.closest('.fn-ref') !== null) {
    const note = findTarget(link.hash);
    return note === null ? undefined : { kind: 'note', note };
  }
  const url = findRoute(link, app.base);
  if (url === undefined || url.pathname === location.pathname) return undefined;
  const permalink = hrefToPermalink(url.pathname, app.base);
  if (permalink === undefined || !app.canOpen(url.pathname)) return undefined;
  const isKnown = app.library.findCard(permalink) !== undefined;
  return isKnown || !isLeanConnection() ? { kind: 'post', permalink } : undefined;
}
