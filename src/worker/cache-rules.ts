/** What is kept of a blog for reading without a network, and by which rule: no events, no storage. */

import { cachePrefix, nameSavedCache } from '../content/files/offline-marks.ts';

/**
 * Kinds of files by how they are answered:
 *
 * - `page`, `fresh`, `image`: from the network; after a short time, or without one, the saved copy
 * - `stamped`: lists and the search index, whose address tells their content: saved first, and renewed behind
 * - `hashed`: files of the app, which never change under their name: saved first
 */
export type CacheKind = 'page' | 'fresh' | 'image' | 'stamped' | 'hashed';

/** Files kept of each kind at most; those used longest ago go first. A blog is never kept whole. */
export const keptFiles: Readonly<Record<CacheKind, number>> = {
  page: 120,
  fresh: 400,
  image: 80,
  stamped: 300,
  hashed: 200,
};

/** How long the network may take before a saved copy is shown. */
export const patienceSeconds = 3;

/** Where what the reader has saved on purpose is looked for: one copy of a file, whatever is behind its `?`. */
export function savedKeyOf(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

/** A request, as far as the rules look at it. */
export interface AskedFile {
  readonly url: string;
  readonly method: string;
  /** `navigate` for a page that the browser opens. */
  readonly mode: string;
  readonly destination: string;
  /** True if a part of the file is asked for, as players of films do. */
  readonly isPart: boolean;
  /** `no-store` for what the page itself puts among the saved files. */
  readonly cache: string;
}

/** Films and sounds are large, and asked for in parts. */
const leftOut = /^(?:video|audio|track|manifest|serviceworker|embed|object|report)$/;
const hashedName = /^assets\/.+-[\w-]{8}\.\w+$/;
/** Files of ours that no rule needs: they are for other programs. */
const forOthers =
  /(?:^|\/)(?:atom\.xml|rss\.xml|feed\.json|sitemap[^/]*\.xml|robots\.txt|llms\.txt)$/;

/**
 * The kind of a file; `undefined` for one that the browser gets as if there were no worker.
 *
 * @param scope address of the blog's root, with `/` at the end
 */
export function chooseKind(asked: AskedFile, scope: string): CacheKind | undefined {
  if (asked.method !== 'GET' || asked.isPart || !asked.url.startsWith(scope)) return undefined;
  if (asked.cache === 'no-store' && asked.mode !== 'navigate') return undefined;
  if (leftOut.test(asked.destination)) return undefined;
  const { pathname, searchParams } = new URL(asked.url);
  const path = pathname.slice(new URL(scope).pathname.length);
  if (path === 'service-worker.js' || forOthers.test(path)) return undefined;
  if (hashedName.test(path)) return 'hashed';
  if (asked.mode === 'navigate' || path === '' || path.endsWith('/')) return 'page';
  if (asked.destination === 'image') return 'image';
  if (path.startsWith('data/') && searchParams.has('v')) return 'stamped';
  return 'fresh';
}

/** The address that a file is kept under: pages have one copy, whatever is searched for on them. */
export function keyOf(kind: CacheKind, url: string): string {
  const { origin, pathname, search } = new URL(url);
  return origin + pathname + (kind === 'page' ? '' : search);
}

/** True if the reader asks for what is there now: a saved copy is then no answer while there is a network. */
export function isReload(cacheMode: string): boolean {
  return cacheMode === 'reload' || cacheMode === 'no-cache' || cacheMode === 'no-store';
}

/** An answer of the server, as far as the rules look at it. */
export interface Answer {
  readonly status: number;
  /** `basic` for one of our own origin. */
  readonly type: string;
  readonly redirected: boolean;
  readonly contentType: string | null;
}

/** True if an answer may be kept: never an error, nor a page in place of data, nor what came from elsewhere. */
export function mayKeep(kind: CacheKind, answer: Answer): boolean {
  if (answer.status !== 200 || answer.type !== 'basic' || answer.redirected) return false;
  const isPage = /^\s*(?:text\/html|application\/xhtml)/i.test(answer.contentType ?? '');
  return isPage === (kind === 'page');
}

/** Headers that tell two versions of a file apart. */
const versionHeaders = ['etag', 'last-modified', 'content-length'];

/** True if `after` is another version of a file than `before`, by what the server says of both. */
export function isNewer(
  before: { get(name: string): string | null },
  after: { get(name: string): string | null },
): boolean {
  return versionHeaders.some((name) => {
    const [old, now] = [before.get(name), after.get(name)];
    return old !== null && now !== null && old !== now;
  });
}

/** Raised when what is kept can no longer be read. */
const version = 1;

/** Name of the cache of a kind. */
export function nameCache(kind: CacheKind, scope: string): string {
  return `${cachePrefix(scope)}${version}-${kind}`;
}

/** True for a cache of this blog that no rule uses any more. */
export function isOldCache(name: string, scope: string): boolean {
  if (!name.startsWith(cachePrefix(scope)) || name === nameSavedCache(scope)) return false;
  return !kinds.some((kind) => nameCache(kind, scope) === name);
}

const kinds: readonly CacheKind[] = ['page', 'fresh', 'image', 'stamped', 'hashed'];
