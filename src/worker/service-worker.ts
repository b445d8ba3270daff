/**
 * The blog without a network, and as new as it is with one. Events and strategies are here, the rules are in
 * `cache-rules.ts`. Nothing is saved ahead but the page that starts the app at any address.
 */
import { ExpirationPlugin } from 'workbox-expiration';
import { CacheFirst, NetworkFirst, StaleWhileRevalidate, type Strategy } from 'workbox-strategies';
import type { WorkboxPlugin } from 'workbox-core';
import { isOwnPage, nameSavedCache } from '../content/files/offline-marks.ts';
import {
  type CacheKind,
  chooseKind,
  isNewer,
  isOldCache,
  isReload,
  keptFiles,
  keyOf,
  mayKeep,
  nameCache,
  patienceSeconds,
  savedKeyOf,
} from './cache-rules.ts';

const worker = self as unknown as ServiceWorkerGlobalScope;
const { scope } = worker.registration;

/** What the reader has saved on purpose: written by the page, kept as new as what comes by. */
const savedCache = nameSavedCache(scope);

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
  const ask = (): Promise<Response> => strategy.handle({ event, request: toCurrent(request) });
  const answer = kind === 'stamped' ? () => orSaved(ask(), event) : ask;
  // Back and Forward show a page as it was left, as fast as the browser has it.
  const isReturn = kind === 'page' && request.cache === 'force-cache';
  event.respondWith(isReturn ? fetch(request).catch(answer) : answer());
});

/** Keeps the page of missing posts as it is now: an older one asks for files of the app that may be gone. */
async function saveShell(): Promise<void> {
  const cache = await caches.open(nameCache('page', scope));
  await cache.add(new Request(shell, { cache: 'no-cache' }));
}

/** Removes what an older version has kept. Pages that are open are answered from when one of them asks for it. */
async function begin(): Promise<void> {
  const names = (await caches.keys()).filter((name) => isOldCache(name, scope));
  await Promise.all(names.map((name) => caches.delete(name)));
}

/** A request for a page that the browser opens as one whose answer may be compared with the server's. */
function toCurrent(request: Request): Request {
  if (request.mode !== 'navigate') return request;
  const { url, headers } = request;
  // The browser follows a redirection itself, and writes its address.
  return new Request(url, { headers, mode: 'same-origin', redirect: 'manual', ...current });
}

/** A page tells of what it came with before this worker was there, and whether it wants to be answered from now on. */
worker.addEventListener('message', (event) => {
  const { save: urls, claim }: { readonly save?: unknown; readonly claim?: unknown } =
    event.data ?? {};
  if (claim === true) event.waitUntil(worker.clients.claim());
  if (!Array.isArray(urls)) return;
  const saves = urls.map((url: unknown) => save(event, String(url)));
  const done = Promise.allSettled([...saves, saveShell()]);
  event.waitUntil(done.then(() => event.ports[0]?.postMessage('kept')));
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
  cache,
  headers,
}: Request): Parameters<typeof chooseKind>[0] {
  return { url, method, mode, destination, cache, isPart: headers.has('range') };
}

/** What the reader has saved under an address, whichever build it is of. */
async function matchSaved(url: string): Promise<Response | undefined> {
  // Asking for a cache by its name would make it.
  return caches.match(savedKeyOf(url), { cacheName: savedCache });
}

/** A list file that does not come for long, as the reader has saved it; they get the newer one as soon as it is there. */
async function orSaved(answer: Promise<Response>, event: FetchEvent): Promise<Response> {
  const saved = await matchSaved(event.request.url);
  if (saved === undefined) return answer;
  let isLate = false;
  const late = new Promise<Response>((resolve) =>
    setTimeout(() => {
      isLate = true;
      resolve(saved);
    }, patienceSeconds * 1000),
  );
  const renew = answer.then(
    () => (isLate ? tell(event, event.request.url) : undefined),
    () => undefined,
  );
  event.waitUntil(renew);
  return Promise.race([answer, late]);
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
    // Expiration first: it must not count what is only saved.
    plugins: [expiration as WorkboxPlugin, createPlugin(kind)],
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
    async cachedResponseWillBeUsed({ cachedResponse, request, state }) {
      const shown = cachedResponse ?? (await matchSaved(request.url));
      // Lists are asked for by their stamp: one that is saved may have another.
      const isRight = cachedResponse !== undefined || kind !== 'stamped';
      if (shown === undefined || !isRight) return undefined;
      if (state !== undefined) state['shown'] = shown.headers;
      return shown;
    },
    async cacheDidUpdate({ event, newResponse, request, state }) {
      const shown: unknown = state?.['shown'];
      await renewSaved(request.url, newResponse);
      if (!(shown instanceof Headers) || kind === 'image') return;
      if (isNewer(shown, newResponse.headers)) await tell(event, request.url);
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

/** Puts a file that has just come in place of its saved copy, if there is one. */
async function renewSaved(url: string, response: Response): Promise<void> {
  if ((await matchSaved(url)) === undefined) return;
  const cache = await caches.open(savedCache);
  await cache.put(savedKeyOf(url), response.clone()).catch(() => undefined);
}

/** What may stand for a file that is neither to be had nor kept. */
async function findOther(kind: CacheKind, request: Request): Promise<Response | undefined> {
  // A list of another build is better than none.
  const cacheName = nameCache(kind, scope);
  const other =
    kind === 'stamped' ? await caches.match(request, { cacheName, ignoreSearch: true }) : undefined;
  const found = other ?? (await matchSaved(request.url));
  return found ?? (kind === 'page' ? caches.match(shell) : undefined);
}
