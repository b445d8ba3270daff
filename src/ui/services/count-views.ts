/** Views counted by the counter of the settings, by our own requests: no code of another site runs. */
import type { CounterService } from '../../content/settings/services.ts';
import { whenIdle } from '../frame/later.ts';
import { createCountRequest } from './count-request.ts';

/**
 * Counts the page that the reader sees, and each that they move to. Not for readers who ask not to be followed; not without a
 * connection; not on a page that is hidden or drawn ahead until it is seen; and not where the page's policy does not know the
 * counter, as that of the draft desk.
 *
 * @param home - address of the blog, where it is known: copies of it elsewhere, as previews of a change, do not count
 */
export function countViews(counter: CounterService, home: string | undefined): void {
  if (asksForQuiet() || !isHome(home) || !isAllowed(counter)) return;
  let counted: string | undefined;
  let referrer = document.referrer;
  const count = (): void => {
    const url = location.origin + location.pathname;
    if (document.hidden || !navigator.onLine || url === counted) return;
    counted = url;
    const request = createCountRequest(counter, { ...describeView(), url, referrer });
    // A view that is not counted is no fault that a reader should know of.
    fetch(request.url, request.init).catch(() => undefined);
    // Further pages are reached from within the blog.
    referrer = '';
  };
  count();
  document.addEventListener('visibilitychange', count);
  addEventListener('pageshow', (event) => {
    if (event.persisted) counted = undefined;
    count();
  });
  // The app names each page in the head once it is on screen; the address stands by then.
  const head = new MutationObserver(() => whenIdle(count));
  head.observe(document.head, { childList: true, subtree: true, characterData: true });
}

/** Whether the reader's browser says that they do not want to be followed. */
function asksForQuiet(): boolean {
  const hasControl = 'globalPrivacyControl' in navigator && navigator.globalPrivacyControl === true;
  return hasControl || ('doNotTrack' in navigator && navigator.doNotTrack === '1');
}

function isHome(home: string | undefined): boolean {
  return home === undefined || new URL(home).origin === location.origin;
}

function isAllowed({ url }: CounterService): boolean {
  const policy = document.querySelector<HTMLMetaElement>(
    'meta[http-equiv=Content-Security-Policy]',
  );
  return policy?.content.includes(new URL(url).origin) ?? true;
}

function describeView(): {
  readonly title: string;
  readonly language: string;
  readonly screen: { readonly width: number; readonly height: number };
} {
  const { width, height } = screen;
  return { title: document.title, language: navigator.language, screen: { width, height } };
}
