/** Start in the browser: a few lines that load the app when it is wanted. */
import { startCounter } from 'virtual:rubric/services';
import { whenIdle } from './ui/frame/later.ts';
import { bootApp, newerEvent, readyEvent } from './ui/start/boot.ts';
import './ui/styles/main.css';
import 'virtual:rubric/styles.css';

const root = document.getElementById('app');
const base = decodeURI(import.meta.env.BASE_URL);

async function start(app: HTMLElement): Promise<void> {
  const [{ startApp }, { createFetchLibrary }, { site }] = await Promise.all([
    import('./ui/start/start-app.tsx'),
    import('./library/fetch-library.ts'),
    import('virtual:rubric/site'),
  ]);
  const pageData = document.getElementById('rubric-data')?.textContent ?? undefined;
  const library = createFetchLibrary({ base, site, pageData });
  // Posts changed on disk: the library asks anew, and its listeners make the page follow.
  import.meta.hot?.on('rubric:change', () => library.notifyChange());
  // The service worker has given a saved page or post, and the network a newer one since.
  document.addEventListener(newerEvent, () => library.notifyChange());
  if (site.offline && !import.meta.env.DEV) {
    // Reading goes on where the browser refuses.
    const keep = (): void => void library.keepOffline().catch(() => undefined);
    document.addEventListener(readyEvent, () => setTimeout(() => whenIdle(keep), keepMs), {
      once: true,
    });
  }
  await startApp({ root: app, library, site, base });
}

/** How long the line is left to the posts that the reader opens first. */
const keepMs = 3000;

/** The file with the app's code, which the page names; none in development. */
const file = document.querySelector<HTMLScriptElement>('script[data-app]')?.dataset['app'];

async function fetchApp(signal: AbortSignal): Promise<void> {
  if (file === undefined) return;
  const response = await fetch(file, { signal, priority: 'low' });
  await response.arrayBuffer();
}

async function isAppGone(): Promise<boolean> {
  if (file === undefined) return false;
  const { status } = await fetch(file, { method: 'HEAD', cache: 'no-store' });
  return status === 404 || status === 410;
}

if (import.meta.hot) {
  const { hot } = import.meta;
  void import('./ui/writing/start-writing.tsx').then(({ startWriting }) =>
    startWriting(hot, import.meta.env.BASE_URL),
  );
}

if (startCounter !== undefined && !import.meta.env.DEV) {
  // After all that the first view takes.
  addEventListener('load', () => whenIdle(count), { once: true });
}

function count(): void {
  void startCounter?.().catch(() => undefined);
}

if (root !== null) {
  const options = { root, base: import.meta.env.BASE_URL, fetchApp, isAppGone };
  bootApp({ ...options, start: () => start(root) });
}
