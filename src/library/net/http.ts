import { permalinkToHref } from '../../content/site/permalink.ts';
import { createBoundedMap } from './bounded-map.ts';
import { LibraryError } from './library-error.ts';

/** Options of one request. */
export interface FetchOptions {
  /** Put behind `?v=`, so that a new deploy is requested by a new address. */
  readonly version?: string | undefined;
  /** Gives up waiting. The request itself goes on while others wait for it. */
  readonly signal?: AbortSignal | undefined;
}

/** Fetches published files by their decoded path under the base. Rejects with a {@link LibraryError}. */
export interface Http {
  /** A JSON file, decoded by `decode`; the outcome is kept. */
  loadJson<Value>(
    file: string,
    decode: (value: unknown, place: string) => Value,
    options?: FetchOptions,
  ): Promise<Value>;
  /** Forgets the content of a JSON file: it is requested again. */
  forget(file: string, options?: FetchOptions): void;
  /** A file's bytes, kept while the browser keeps them. */
  loadBytes(file: string, options?: FetchOptions): Promise<ArrayBuffer>;
  /** True if there is a page of HTML at a path; its content is not requested. */
  hasPage(path: string): Promise<boolean>;
  /** Forgets everything: files have changed under a development server. */
  clear(): void;
}

/** The input of {@link createHttp}. */
export interface HttpOptions {
  /** Decoded path the blog lives under, with `/` at both ends. */
  readonly base: string;
  readonly fetch: typeof globalThis.fetch;
  /** Called with each failure to reach the server. */
  readonly onOffline?: () => void;
}

/** Decoded files kept: at 5 kB each, a megabyte or so. */
const keptFiles = 256;

/**
 * Files over HTTP: one request for all who ask at the same time, JSON kept once decoded. A connection that
 * breaks is tried once more at once; a failure is not kept, so asking again asks the server again.
 */
export function createHttp(options: HttpOptions): Http {
  const decoded = createBoundedMap<Promise<unknown>>(keptFiles);
  const bytes = new Map<string, Promise<ArrayBuffer>>();

  return {
    loadJson<Value>(
      file: string,
      decode: (value: unknown, place: string) => Value,
      { version, signal }: FetchOptions = {},
    ): Promise<Value> {
      const url = formatUrl(options.base, file, version);
      const known = decoded.get(url) as Promise<Value> | undefined;
      if (known !== undefined) return withSignal(known, signal);
      const loading = loadAndDecode(url, file, decode, options);
      decoded.set(url, loading);
      loading.catch(() => decoded.delete(url));
      return withSignal(loading, signal);
    },
    loadBytes(file, { version, signal } = {}) {
      const url = formatUrl(options.base, file, version);
      const known = bytes.get(url);
      if (known !== undefined) return withSignal(known, signal);
      const loading = request(url, file, options).then(async (response) => {
        refuseHtml(response, file);
        return readBody(file, () => response.arrayBuffer());
      });
      bytes.set(url, loading);
      const forget = (): void => void bytes.delete(url);
      loading.then(forget, forget);
      return withSignal(loading, signal);
    },
    async hasPage(path) {
      if (!staysBelow(path)) return false;
      const url = formatUrl(options.base, path, undefined);
      const response = await reach(url, options, { method: 'HEAD' });
      return response.ok && isHtml(response);
    },
    forget: (file, { version } = {}) => decoded.delete(formatUrl(options.base, file, version)),
    clear: () => decoded.clear(),
  };
}

function formatUrl(base: string, file: string, version: string | undefined): string {
  const path = permalinkToHref(`/${file}`, base);
  return version === undefined ? path : `${path}?v=${encodeURIComponent(version)}`;
}

async function loadAndDecode<Value>(
  url: string,
  file: string,
  decode: (value: unknown, place: string) => Value,
  options: HttpOptions,
): Promise<Value> {
  const response = await request(url, file, options);
  refuseHtml(response, file);
  const text = await readBody(file, () => response.text());
  try {
    return decode(JSON.parse(text), file);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new LibraryError('bad-content', `\`${file}\` cannot be read: ${reason}`, { cause });
  }
}

/** Tells a path that a browser resolves to a place below the base: no part of it is `.`, `..` or empty. */
function staysBelow(file: string): boolean {
  return !/(?:^|\/)\.{1,2}(?:\/|$)|^\/|\/\//.test(file);
}

async function request(url: string, file: string, options: HttpOptions): Promise<Response> {
  if (!staysBelow(file)) throw new LibraryError('not-found', `\`${file}\` is no file of the blog.`);
  const response = await reach(url, options).catch(() => reach(url, options));
  if (response.ok) return response;
  const isMissing = response.status === 404 || response.status === 410;
  throw new LibraryError(
    isMissing ? 'not-found' : 'bad-response',
    `\`${file}\` was answered with status ${response.status}.`,
  );
}

async function reach(url: string, options: HttpOptions, init?: RequestInit): Promise<Response> {
  try {
    return await options.fetch(url, init);
  } catch (cause) {
    options.onOffline?.();
    throw new LibraryError('offline', `\`${url}\` could not be reached.`, { cause });
  }
}

/** Some hosts answer a missing file with a page and status 200. None of our files is HTML. */
function refuseHtml(response: Response, file: string): void {
  if (!isHtml(response)) return;
  throw new LibraryError('not-found', `\`${file}\` was answered with a page of HTML.`);
}

function isHtml({ headers }: Response): boolean {
  return /^\s*(?:text\/html|application\/xhtml)/i.test(headers.get('content-type') ?? '');
}

/** A connection that breaks in the middle of a file. */
async function readBody<Body>(file: string, read: () => Promise<Body>): Promise<Body> {
  try {
    return await read();
  } catch (cause) {
    throw new LibraryError('offline', `\`${file}\` broke off.`, { cause });
  }
}

/** `promise`, or the signal's reason as soon as it aborts. */
function withSignal<Value>(
  promise: Promise<Value>,
  signal: AbortSignal | undefined,
): Promise<Value> {
  if (signal === undefined) return promise;
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
