import { permalinkToHref } from '../../content/site/permalink.ts';
import { createBoundedMap } from './bounded-map.ts';
import { LibraryError } from './library-error.ts';
import { type Line, requestFile, requestHead, staysBelow } from './request.ts';
import { type Attempt, joinRequest, type Requests, type SharedRequest } from './shared-request.ts';

/** Options of one request. */
export interface FetchOptions {
  /** Put behind `?v=`, so that a new deploy is requested by a new address. */
  readonly version?: string | undefined;
  /** True for what must be as it is now, and has no version to ask for. Default false. */
  readonly isCurrent?: boolean;
  /** Gives up waiting. The request is dropped when all who wait for it have given up. */
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
  /** The text of the page of HTML at a path. */
  loadPage(path: string, options?: FetchOptions): Promise<string>;
  /** True if there is a page of HTML at a path; its content is not requested. */
  hasPage(path: string): Promise<boolean>;
  /** Forgets everything: files have changed under a development server. */
  clear(): void;
}

/** The input of {@link createHttp}. */
export interface HttpOptions extends Line {
  /** Decoded path the blog lives under, with `/` at both ends. */
  readonly base: string;
}

/** Decoded files kept: at 5 kB each, a megabyte or so. */
const keptFiles = 256;

/**
 * Files over HTTP, the one place of the app that fetches: one request for all who ask at the same time, JSON kept once
 * decoded. A failure is not kept, nor is a request that hangs: asking again asks the server again.
 */
export function createHttp(options: HttpOptions): Http {
  const decoded = createBoundedMap<SharedRequest<unknown>>(keptFiles);
  const bytes: Requests<ArrayBuffer> = new Map<string, SharedRequest<ArrayBuffer>>();

  return {
    loadJson<Value>(
      file: string,
      decode: (value: unknown, place: string) => Value,
      { version, signal, isCurrent = false }: FetchOptions = {},
    ): Promise<Value> {
      const url = formatUrl(options.base, file, version);
      const wanted = { url, file, cache: isCurrent ? ('no-cache' as const) : undefined };
      const load = async (attempt: Attempt): Promise<unknown> =>
        decodeJson(await requestFile(options, wanted, attempt), file, decode);
      return joinRequest(decoded, url, load, true).wait(signal) as Promise<Value>;
    },
    loadBytes(file, { version, signal } = {}) {
      const url = formatUrl(options.base, file, version);
      const load = (attempt: Attempt): Promise<ArrayBuffer> =>
        requestFile(options, { url, file }, attempt);
      return joinRequest(bytes, url, load, false).wait(signal);
    },
    async loadPage(path, { signal } = {}) {
      const url = formatUrl(options.base, path, undefined);
      const wanted = { url, file: path, isPage: true };
      const attempt = { ...alone(), ...(signal && { signal }) };
      return new TextDecoder().decode(await requestFile(options, wanted, attempt));
    },
    async hasPage(path) {
      const url = formatUrl(options.base, path, undefined);
      return staysBelow(path) && requestHead(options, url, alone());
    },
    forget: (file, { version } = {}) => decoded.delete(formatUrl(options.base, file, version)),
    clear: () => decoded.clear(),
  };
}

/** A request of one asker. */
function alone(): Attempt {
  return { signal: new AbortController().signal, onSign: () => undefined };
}

function formatUrl(base: string, file: string, version: string | undefined): string {
  const path = permalinkToHref(`/${file}`, base);
  return version === undefined ? path : `${path}?v=${encodeURIComponent(version)}`;
}

function decodeJson<Value>(
  content: ArrayBuffer,
  file: string,
  decode: (value: unknown, place: string) => Value,
): Value {
  try {
    return decode(JSON.parse(new TextDecoder().decode(content)), file);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const kind = reason.includes('`schema`') ? 'outdated' : 'bad-content';
    throw new LibraryError(kind, `\`${file}\` cannot be read: ${reason}`, { cause });
  }
}
