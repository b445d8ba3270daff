import { permalinkToHref } from '../../content/site/permalink.ts';
import { trustWorkerUrl } from './trust-worker-url.ts';

/** How long the worker may take to keep what the page came with. */
const keepMs = 20_000;

/**
 * Has the blog kept for reading without a network: registers the worker, has it keep what this page came with, and lets
 * the browser know that the blog can be installed. Does nothing in a browser without service workers, nor without a network.
 *
 * @param base decoded path the blog lives under, with `/` at both ends
 */
export async function registerServiceWorker(base: string): Promise<void> {
  // Without a network its script does not come, and the next page asks again.
  if (!('serviceWorker' in navigator) || !navigator.onLine) return;
  const scope = permalinkToHref('/', base);
  nameManifest(`${scope}manifest.webmanifest`);
  const options = { scope, updateViaCache: 'none' } as const;
  await navigator.serviceWorker.register(trustWorkerUrl(`${scope}service-worker.js`), options);
  const { active } = await navigator.serviceWorker.ready;
  const root = new URL(scope, location.href).href;
  const claim = !mayComeBack();
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's has none
  if (!claim) claimWithNextMove(() => active?.postMessage({ save: listLoaded(root), claim: true }));
  const { port1, port2 } = new MessageChannel();
  active?.postMessage({ save: listLoaded(root), claim }, [port2]);
  await new Promise((resolve) => {
    port1.addEventListener('message', resolve, { once: true });
    port1.start();
    setTimeout(resolve, keepMs);
  });
  port1.close();
}

/** Addresses below `root` of the page and of what it has loaded. */
function listLoaded(root: string): readonly string[] {
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  const urls = [location.href, root, ...loaded].filter((url) => url.startsWith(root));
  return [...new Set(urls)];
}

/**
 * True if the browser may hold pages of the blog that Back would show as they were left: it drops them when the worker begins to
 * answer for open pages. The worker answers for the next page that is loaded in any case.
 */
function mayComeBack(): boolean {
  const isFirst = navigator.serviceWorker.controller === null;
  return isFirst && 'navigation' in globalThis && navigation.canGoBack;
}

/** Calls `claim` when the app has gone on within the page: what it loads from now on is to be kept too. */
function claimWithNextMove(claim: () => void): void {
  const listen = ({ navigationType }: NavigationCurrentEntryChangeEvent): void => {
    if (navigationType !== 'push') return;
    navigation.removeEventListener('currententrychange', listen);
    claim();
  };
  navigation.addEventListener('currententrychange', listen);
}

/** A page names no manifest by itself: it would cost each reader, and few install a blog. */
function nameManifest(href: string): void {
  if (document.querySelector('link[rel="manifest"]') !== null) return;
  const link = document.createElement('link');
  link.rel = 'manifest';
  link.href = href;
  document.head.append(link);
}
