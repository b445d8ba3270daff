/** In place of the service worker, for a blog with `offline = false`: takes back what an earlier version has set up. */

const worker = self as unknown as ServiceWorkerGlobalScope;
const prefix = `rubric:${new URL(worker.registration.scope).pathname}:`;

worker.addEventListener('install', () => void worker.skipWaiting());

worker.addEventListener('activate', (event) => event.waitUntil(retire()));

async function retire(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
  await Promise.all(names.map((name) => caches.delete(name)));
  await worker.registration.unregister();
}
