import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

import { decodePath } from '../content/site/permalink.ts';
import { contentTypeOf, isCompressible } from './disk/content-type.ts';

/** Which folder to serve and where. */
export interface PagesOptions {
  /** The folder that `vite build` wrote. */
  readonly root: string;
  /** Path it lies under, with `/` at both ends. */
  readonly base: string;
}

/** A running server. */
export interface PagesServer {
  /** Address of the blog's root: `http://127.0.0.1:4711/repo/`. */
  readonly url: string;
  close(): Promise<void>;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const compress = promisify(gzip);

/** GitHub Pages lets every file be kept for ten minutes. */
const cacheControl = 'max-age=600';

/** Larger files are streamed as they are. */
const largestCompressed = 16 * 1024 * 1024;

/**
 * A server of a folder by the rules of GitHub Pages: folders answer with their `index.html`, an address of
 * a folder without `/` is redirected, `x` answers with `x.html`, everything else with `404.html` and
 * status 404. No fallback to the app.
 */
export async function startPagesServer(
  options: PagesOptions & { readonly port: number; readonly host?: string },
): Promise<PagesServer> {
  const server = createServer(createPagesHandler(options));
  const host = options.host ?? '127.0.0.1';
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(options.port, host, done);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host}:${port}${encodeURI(options.base)}`,
    close: () =>
      new Promise((done, fail) => {
        server.close((error) => (error ? fail(error) : done()));
        server.closeAllConnections();
      }),
  };
}

/** Answers requests as {@link startPagesServer} does, for a server that runs already. */
export function createPagesHandler(options: PagesOptions): Handler {
  return (request, response) => {
    answer(request, response, options).catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end(message);
    });
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: PagesOptions,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const [address = '/', query = ''] = (request.url ?? '/').split(/(?=\?)/, 2);
  const found = await findFile(address, options);
  switch (found.kind) {
    case 'redirect':
      response.writeHead(301, { location: found.location + query }).end();
      return;
    case 'file':
      return sendFile(request, response, { file: found.file, status: 200 });
    case 'missing': {
      const file = join(options.root, '404.html');
      if (await isFile(file)) return sendFile(request, response, { file, status: 404 });
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n');
      return;
    }
    default:
      found satisfies never;
  }
}

type Found =
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'redirect'; readonly location: string }
  | { readonly kind: 'missing' };

async function findFile(address: string, { root, base }: PagesOptions): Promise<Found> {
  const path = decodePath(address);
  if (path === undefined) return { kind: 'missing' };
  if (path === base.slice(0, -1)) return { kind: 'redirect', location: `${address}/` };
  if (!path.startsWith(base)) return { kind: 'missing' };
  const file = resolve(root, `.${sep}${path.slice(base.length)}`);
  const isInside = file === resolve(root) || file.startsWith(resolve(root) + sep);
  if (!isInside || file.includes('\0')) return { kind: 'missing' };
  if (path.endsWith('/')) {
    const index = join(file, 'index.html');
    return (await isFile(index)) ? { kind: 'file', file: index } : { kind: 'missing' };
  }
  if (await isFile(file)) return { kind: 'file', file };
  if (await isFile(`${file}.html`)) return { kind: 'file', file: `${file}.html` };
  const isFolder = await isFile(join(file, 'index.html'));
  return isFolder ? { kind: 'redirect', location: `${address}/` } : { kind: 'missing' };
}

interface Sent {
  readonly file: string;
  readonly status: 200 | 404;
}

async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  { file, status }: Sent,
): Promise<void> {
  const { size, mtimeMs } = await stat(file);
  const type = contentTypeOf(file);
  const isZipped = acceptsGzip(request) && isCompressible(type) && size <= largestCompressed;
  const tag = `${size.toString(16)}-${Math.floor(mtimeMs).toString(16)}`;
  const headers: OutgoingHttpHeaders = {
    'content-type': type,
    'cache-control': cacheControl,
    etag: isZipped ? `W/"${tag}"` : `"${tag}"`,
    'last-modified': new Date(mtimeMs).toUTCString(),
    'access-control-allow-origin': '*',
    vary: 'Accept-Encoding',
  };
  if (status === 200 && hasTag(request, tag)) {
    response.writeHead(304, headers).end();
    return;
  }
  if (isZipped) {
    const body = await compress(await readFile(file));
    response.writeHead(status, {
      ...headers,
      'content-encoding': 'gzip',
      'content-length': body.length,
    });
    response.end(request.method === 'HEAD' ? undefined : body);
    return;
  }
  sendStream(request, response, { file, status, size, headers });
}

function sendStream(
  request: IncomingMessage,
  response: ServerResponse,
  sent: Sent & { readonly size: number; readonly headers: OutgoingHttpHeaders },
): void {
  const range = sent.status === 200 ? parseRange(request.headers.range, sent.size) : undefined;
  const { start, end } = range ?? { start: 0, end: sent.size - 1 };
  const headers: OutgoingHttpHeaders = {
    ...sent.headers,
    'accept-ranges': 'bytes',
    'content-length': end - start + 1,
  };
  if (range !== undefined) headers['content-range'] = `bytes ${start}-${end}/${sent.size}`;
  response.writeHead(range === undefined ? sent.status : 206, headers);
  if (request.method === 'HEAD' || sent.size === 0) {
    response.end();
    return;
  }
  const stream = createReadStream(sent.file, { start, end });
  stream.on('error', (error) => response.destroy(error));
  stream.pipe(response);
}

/** One range of bytes, which players of video ask for; `undefined` sends the whole file. */
function parseRange(
  header: string | undefined,
  size: number,
): { start: number; end: number } | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (match === null || (match[1] === '' && match[2] === '')) return undefined;
  const start = match[1] === '' ? Math.max(0, size - Number(match[2])) : Number(match[1]);
  const end = match[1] === '' || match[2] === '' ? size - 1 : Math.min(size - 1, Number(match[2]));
  return start <= end ? { start, end } : undefined;
}

function acceptsGzip(request: IncomingMessage): boolean {
  return /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
}

function hasTag(request: IncomingMessage, tag: string): boolean {
  return (request.headers['if-none-match'] ?? '').includes(`"${tag}"`);
}

async function isFile(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isFile();
  } catch {
    // Whatever keeps the file from being looked at keeps it from being served.
    return false;
  }
}
