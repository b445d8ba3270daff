import { permalinkToHref } from '../../content/site/permalink.ts';
import { trustWorkerUrl } from './trust-worker-url.ts';

/**
 * Has the blog kept for reading without a network: registers the worker, tells it of what this page came with, and lets
 * the browser know that the blog can be installed. Does nothing in a browser without service workers.
 *
 * @param base decoded path the blog lives under, with `/` at both ends
 */
export async function registerServiceWorker(base: string): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const scope = permalinkToHref('/', base);
  nameManifest(`${scope}manifest.webmanifest`);
  const options = { scope, updateViaCache: 'none' } as const;
  await navigator.serviceWorker.register(trustWorkerUrl(`${scope}service-worker.js`), options);
  const { active } = await navigator.serviceWorker.ready;
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  const root = new URL(scope, location.href).href;
  const urls = [location.href, root, ...loaded].filter((url) => url.startsWith(root));
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
  active?.postMessage({ save: [...new Set(urls)] });
}

/** A page names no manifest by itself: it would cost each reader, and few install a blog. */
function nameManifest(href: string): void {
  if (document.querySelector('link[rel="manifest"]') !== null) return;
  const link = document.createElement('link');
  link.rel = 'manifest';
  link.href = href;
  document.head.append(link);
}
