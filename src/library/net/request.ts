import { LibraryError } from './library-error.ts';
import type { Attempt } from './shared-request.ts';

/** Longest silence of the server: before its answer, and between two pieces of it. Readers are told within ten seconds. */
export const silenceMs = 9500;
/** Time before a request that failed is made once more. */
const againMs = 300;

/** The way to the server. */
export interface Line {
  readonly fetch: typeof globalThis.fetch;
  /** Called with each failure to reach the server. */
  readonly onOffline?: (() => void) | undefined;
  /** The pause before a second attempt. Default: {@link againMs}. */
  readonly retryMs?: number | undefined;
}

/** A file, by its address and by its name in messages. */
export interface WantedFile {
  readonly url: string;
  readonly file: string;
  /** True for a page of HTML; every other file is none. */
  readonly isPage?: boolean;
  /** How the browser's own copies are used. */
  readonly cache?: RequestCache | undefined;
}

/** A file as the server has given it. */
export interface FileAnswer {
  readonly content: ArrayBuffer;
  readonly headers: Headers;
}

/** The whole content of a file, as {@link requestAnswer} gets it. */
export async function requestFile(
  line: Line,
  wanted: WantedFile,
  attempt: Attempt,
): Promise<ArrayBuffer> {
  return (await requestAnswer(line, wanted, attempt)).content;
}

/**
 * A whole file. A connection that breaks, and a server that is busy, are tried once more after a pause; a
 * server that is silent is not: its silence has taken the reader's time already. Rejects with a `LibraryError`, or
 * with the reason of the attempt's signal.
 */
export async function requestAnswer(
  line: Line,
  wanted: WantedFile,
  attempt: Attempt,
): Promise<FileAnswer> {
  if (!staysBelow(wanted.file))
    throw new LibraryError('not-found', `\`${wanted.file}\` is no file of the blog.`);
  const ask = (): Promise<FileAnswer> =>
    reach(
      line,
      wanted,
      attempt,
      async (response, onPiece) => {
        refuseStatus(response, wanted);
        const content = await readWhole(response, onPiece);
        refuseForm(response, content, wanted);
        return { content, headers: response.headers };
      },
      wanted.cache && { cache: wanted.cache },
    );
  try {
    return await ask();
  } catch (error) {
    if (!isPassing(error) || attempt.signal.aborted) throw error;
  }
  await new Promise((resolve) => setTimeout(resolve, line.retryMs ?? againMs));
  attempt.signal.throwIfAborted();
  return ask();
}

/** True if the server has a page of HTML at `url`; its content is not requested. */
export function requestHead(line: Line, url: string, attempt: Attempt): Promise<boolean> {
  const wanted = { url, file: url };
  const init = { method: 'HEAD' };
  return reach(line, wanted, attempt, async (response) => response.ok && isHtml(response), init);
}

/** Failures that may be over at once. */
const passing = new WeakSet<WeakKey>();

function createPassing(...args: ConstructorParameters<typeof LibraryError>): LibraryError {
  const error = new LibraryError(...args);
  passing.add(error);
  return error;
}

function isPassing(error: unknown): boolean {
  return error instanceof Error && passing.has(error) && globalThis.navigator?.onLine !== false;
}

/** Makes a request, and gives what `read` makes of the answer, unless the server falls silent. */
async function reach<Content>(
  { fetch, onOffline }: Line,
  { url, file }: WantedFile,
  { signal, onSign }: Attempt,
  read: (response: Response, onPiece: () => void) => Promise<Content>,
  init?: RequestInit,
): Promise<Content> {
  const control = new AbortController();
  const stop = (): void => control.abort(signal.reason);
  const giveUp = (): void =>
    control.abort(new LibraryError('offline', `\`${file}\` does not come.`));
  let timer = setTimeout(giveUp, silenceMs);
  const listen = (): void => {
    onSign();
    clearTimeout(timer);
    timer = setTimeout(giveUp, silenceMs);
  };
  signal.addEventListener('abort', stop);
  try {
    signal.throwIfAborted();
    const response = await fetch(url, { ...init, signal: control.signal });
    listen();
    return await read(response, listen);
  } catch (cause) {
    signal.throwIfAborted();
    if (cause instanceof LibraryError && cause.kind !== 'offline') throw cause;
    onOffline?.();
    control.signal.throwIfAborted();
    throw createPassing('offline', `\`${file}\` could not be reached.`, { cause });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

/** All bytes of an answer; `onPiece` is called with each piece of it. */
function readWhole(response: Response, onPiece: () => void): Promise<ArrayBuffer> {
  const pieces = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(piece, out) {
      onPiece();
      out.enqueue(piece);
    },
  });
  return new Response(response.body?.pipeThrough(pieces)).arrayBuffer();
}

function refuseStatus(response: Response, { file }: WantedFile): void {
  const { status } = response;
  // 203 is a file that passed a proxy. In 204 and the like there is none.
  if (status === 200 || status === 203) return;
  const message = `\`${file}\` was answered with status ${status}.`;
  if (status === 404 || status === 410) throw new LibraryError('not-found', message);
  // Too many requests, and faults of the server's own: it may answer in a moment.
  if (status >= 500 || status === 429) throw createPassing('bad-response', message);
  throw new LibraryError('bad-response', message);
}

/** The start of a page of HTML, in any encoding that holds ASCII. */
const pageStart = /^\W*<!doctype html/i;
const startLength = 64;

/** Some hosts answer a missing file, and a network at a station any request, with a page and status 200. */
function refuseForm(
  response: Response,
  content: ArrayBuffer,
  { file, isPage = false }: WantedFile,
): void {
  const type = response.headers.get('content-type') ?? '';
  const start = new TextDecoder('latin1').decode(content.slice(0, startLength));
  const hasPage = isHtml(response) || (!/markdown|json/i.test(type) && pageStart.test(start));
  if (hasPage === isPage) return;
  throw new LibraryError('not-found', `\`${file}\` is ${isPage ? 'no' : 'a'} page of HTML.`);
}

function isHtml({ headers }: Response): boolean {
  return /^\s*(?:text\/html|application\/xhtml)/i.test(headers.get('content-type') ?? '');
}

/** Tells a path that a browser resolves to a place below the base: no part of it is `.`, `..` or empty. */
export function staysBelow(file: string): boolean {
  return !/(?:^|\/)\.{1,2}(?:\/|$)|^\/|\/\//.test(file);
}
