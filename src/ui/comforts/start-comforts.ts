/**
 * Comforts of reading that wait for the reader: the app starts them when it is there, and each brings its code when it is
 * first used.
 */
import { type Comfort, hasComfort } from '../../content/model/comfort.ts';
import { loadCode } from '../../library/net/load-code.ts';
import type { AppServices } from '../frame/app-context.ts';
import { comfortStrings } from '../words/strings-comforts.ts';
import { watchPreviews } from './watch-previews.ts';
import { watchPictures } from './watch-pictures.ts';

/** Starts what the settings allow. Gives back a function that ends it. */
export function startComforts(app: AppServices): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const has = (comfort: Comfort): boolean => hasComfort(app.site, comfort);
  if (has('previews')) {
    watchPreviews(app, {
      signal,
      loadCard: () => loadCode(() => import('./preview-card.ts')),
    });
  }
  if (has('zoom')) {
    watchPictures({ signal, loadViewer: () => loadCode(() => import('./picture-viewer.ts')) });
  }
  document.documentElement.toggleAttribute('data-progress', has('progress'));
  document.addEventListener('click', (event) => copyHeadingLink(event, app), { signal });
  return () => stop.abort();
}

/** The link of a heading goes to the clipboard beside leading there. */
function copyHeadingLink(event: MouseEvent, { announcer }: AppServices): void {
  const link = event.target instanceof Element ? event.target.closest('.prose a.anchor') : null;
  // The app follows the link itself, and so the click is handled by now.
  if (!(link instanceof HTMLAnchorElement) || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  navigator.clipboard?.writeText(link.href).then(
    () => announcer.say(comfortStrings.linkCopied),
    // Without leave to write there, the address is in the bar of the browser.
    () => undefined,
  );
}
