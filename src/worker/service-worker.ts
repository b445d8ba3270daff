/**
 * The blog without a network, and as new as it is with one. Events and strategies are here, the rules are in
 * `cache-rules.ts`. Nothing is saved ahead but the page that starts the app at any address.
 */
import { ExpirationPlugin } from 'workbox-expiration';
import { CacheFirst, NetworkFirst, StaleWhileRevalidate, type Strategy } from 'workbox-strategies';
import type { WorkboxPlugin } from 'workbox-core';
import {
  type CacheKind,
  chooseKind,
  isNewer,
  isOldCache,
  isOwnPage,
  isReload,
  keptFiles,
  keyOf,
  mayKeep,
  nameCache,
  patienceSeconds,
} from './cache-rules.ts';

const worker = self as unknown as ServiceWorkerGlobalScope;
const { scope } = worker.registration;

/** The page of missing posts: at an address that is not saved it starts the app, which may have the post. */
const shell = `${scope}404.html`;

/** Hosts let browsers keep everything for ten minutes: what they have is compared with what is there. */
const current = { cache: 'no-cache' } as const;

const strategies: Readonly<Record<CacheKind, Strategy>> = {
  page: createFirst('page'),
  fresh: createFirst('fresh'),
  image: createFirst('image'),
  stamped: new StaleWhileRevalidate(createOptions('stamped')),
  hashed: new CacheFirst(createOptions('hashed')),
};
/** For a reader who asks for what is there now. */
const patient = new NetworkFirst({ ...createOptions('page'), fetchOptions: current });

worker.addEventListener('install', (event) => {
  // Without it only saved pages open.
  event.waitUntil(saveShell().catch(() => undefined));
  void worker.skipWaiting();
});

worker.addEventListener('activate', (event) => event.waitUntil(begin()));

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const kind = chooseKind(describe(request), scope);
  if (kind === undefined) return;
  const strategy = kind === 'page' && isReload(request.cache) ? patient : strategies[kind];
  const answer = (): Promise<Response> => strategy.handle({ event, request: toCurrent(request) });
  // Back and Forward show a page as it was left, as fast as the browser has it.
  const isReturn = kind === 'page' && request.cache === 'force-cache';
  event.respondWith(isReturn ? fetch(request).catch(answer) : answer());
});

async function saveShell(): Promise<void> {
  const cache = await caches.open(nameCache('page', scope));
  await cache.add(new Request(shell, { cache: 'reload' }));
}

/** Removes what an older version has kept, and answers from now on. */
async function begin(): Promise<void> {
  const names = (await caches.keys()).filter((name) => isOldCache(name, scope));
  await Promise.all(names.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** A request for a page that the browser opens as one whose answer may be compared with the server's. */
function toCurrent(request: Request): Request {
  if (request.mode !== 'navigate') return request;
  const { url, headers } = request;
  // The browser follows a redirection itself, and writes its address.
  return new Request(url, { headers, mode: 'same-origin', redirect: 'manual', ...current });
}

/** A page tells of what it came with before this worker was there. */
worker.addEventListener('message', (event) => {
  const urls: unknown = (event.data as { readonly save?: unknown } | null)?.save;
  if (!Array.isArray(urls)) return;
  event.waitUntil(Promise.allSettled(urls.map((url: unknown) => save(event, String(url)))));
});

async function save(event: ExtendableEvent, url: string): Promise<void> {
  const request = new Request(url);
  const kind = chooseKind(describe(request), scope);
  if (kind === undefined) return;
  const [, done] = strategies[kind].handleAll({ event, request });
  await done;
}

function describe({
  url,
  method,
  mode,
  destination,
  headers,
}: Request): Parameters<typeof chooseKind>[0] {
  return { url, method, mode, destination, isPart: headers.has('range') };
}

function createFirst(kind: CacheKind): NetworkFirst {
  return new NetworkFirst({
    ...createOptions(kind),
    networkTimeoutSeconds: patienceSeconds,
    fetchOptions: current,
  });
}

function createOptions(kind: CacheKind): { cacheName: string; plugins: WorkboxPlugin[] } {
  const expiration = new ExpirationPlugin({ maxEntries: keptFiles[kind], purgeOnQuotaError: true });
  return {
    cacheName: nameCache(kind, scope),
    plugins: [createPlugin(kind), expiration as WorkboxPlugin],
  };
}

/** What the strategies ask the rules. */
function createPlugin(kind: CacheKind): WorkboxPlugin {
  return {
    cacheKeyWillBeUsed: ({ request }) => Promise.resolve(keyOf(kind, request.url)),
    async cacheWillUpdate({ response }) {
      const { status, type, redirected, headers } = response;
      const contentType = headers.get('content-type');
      if (!mayKeep(kind, { status, type, redirected, contentType })) return null;
      if (kind === 'page' && !isOwnPage(await response.clone().text())) return null;
      return response;
    },
    cachedResponseWillBeUsed({ cachedResponse, state }) {
      if (cachedResponse !== undefined && state !== undefined) state['isSaved'] = true;
      return Promise.resolve(cachedResponse);
    },
    async cacheDidUpdate({ event, oldResponse, newResponse, request, state }) {
      const isShown = state?.['isSaved'] === true && kind !== 'image';
      if (!isShown || !oldResponse || !isNewer(oldResponse.headers, newResponse.headers)) return;
      await tell(event, request.url);
    },
    handlerDidError: ({ request }) => findOther(kind, request),
  };
}

/** Tells the page that a newer version of what it was given has come. */
async function tell(event: ExtendableEvent, url: string): Promise<void> {
  const { resultingClientId, clientId } = event as FetchEvent;
  const client = await worker.clients.get(resultingClientId || clientId);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a client has none
  client?.postMessage({ kind: 'newer', url });
}

/** What may stand for a file that is neither to be had nor saved. */
async function findOther(kind: CacheKind, request: Request): Promise<Response | undefined> {
  if (kind === 'page') return caches.match(shell);
  // A list of another build is better than none.
  const cacheName = nameCache(kind, scope);
  if (kind === 'stamped') return caches.match(request, { cacheName, ignoreSearch: true });
  return undefined;
}
