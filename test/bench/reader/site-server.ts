import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createSecureServer } from 'node:http2';
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2';
import { extname, join, normalize } from 'node:path';
import { Readable } from 'node:stream';
import type { Duplex } from 'node:stream';
import { gzipSync } from 'node:zlib';

import type { Certificate } from './certificate.ts';

/** Bodies sent, compressed, and their number. */
export interface Traffic {
  readonly requests: number;
  readonly bytes: number;
}

/** A static host by the rules of GitHub Pages. */
export interface SiteServer {
  serve(connection: Duplex): void;
  /** Traffic since the last call. */
  take(): Traffic;
}

type Request = IncomingMessage | Http2ServerRequest;
type Response = ServerResponse | Http2ServerResponse;

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body: Buffer;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
};
const compressed = new Set(['.html', '.js', '.css', '.json', '.md', '.svg', '.xml']);
/** Few bytes at a time, so that a file which is wanted more can go before the rest of another. */
const chunkBytes = 4096;

/**
 * Serves folders by the first label but one of the host, `v7.rubric.localhost` → `folders.get('rubric')`: HTTP/2 where there
 * is a certificate, else HTTP/1.1; gzip, ten minutes of cache, entity tags.
 */
export function createSiteServer(
  folders: ReadonlyMap<string, string>,
  certificate: Certificate | undefined,
): SiteServer {
  const cache = new Map<string, Answer>();
  let traffic: Traffic = { requests: 0, bytes: 0 };
  const answer = (request: Request, response: Response): void => {
    const host = String(request.headers[':authority'] ?? request.headers.host ?? '');
    const folder = folders.get(host.split('.')[1] ?? '') ?? '';
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://bench').pathname);
    const file = join(folder, normalize(path));
    const found = cache.get(file) ?? readAnswer(folder, path, file);
    cache.set(file, found);
    const isKnown = request.headers['if-none-match'] === found.headers['etag'];
    const body = isKnown ? Buffer.alloc(0) : found.body;
    traffic = { requests: traffic.requests + 1, bytes: traffic.bytes + body.length };
    response.on('error', () => {});
    // One type for both protocols: their `writeHead` and stream are the same here.
    const out = response as ServerResponse;
    out.writeHead(isKnown ? 304 : found.status, found.headers);
    Readable.from(split(body), { objectMode: false }).pipe(out);
  };
  const server =
    certificate === undefined
      ? createServer(answer)
      : createSecureServer({ ...certificate, allowHTTP1: true }, answer);
  server.on('sessionError', () => {});
  server.on('tlsClientError', () => {});
  return {
    serve: (connection) => void server.emit('connection', connection),
    take() {
      const taken = traffic;
      traffic = { requests: 0, bytes: 0 };
      return taken;
    },
  };
}

function* split(body: Buffer): Generator<Buffer> {
  for (let start = 0; start < body.length; start += chunkBytes) {
    yield body.subarray(start, start + chunkBytes);
  }
}

function readAnswer(folder: string, path: string, file: string): Answer {
  if (existsSync(file) && statSync(file).isDirectory()) {
    if (path.endsWith('/'))
      return readAnswer(folder, `${path}index.html`, join(file, 'index.html'));
    return { status: 301, headers: { location: `${encodeURI(path)}/` }, body: Buffer.alloc(0) };
  }
  if (!existsSync(file)) {
    const missing = join(folder, '404.html');
    const body = existsSync(missing) ? gzipSync(readFileSync(missing)) : Buffer.alloc(0);
    const encoding = body.length === 0 ? {} : { 'content-encoding': 'gzip' };
    return { status: 404, headers: { 'content-type': types['.html'] ?? '', ...encoding }, body };
  }
  const kind = extname(file).toLowerCase();
  const content = readFileSync(file);
  const body = compressed.has(kind) ? gzipSync(content, { level: 6 }) : content;
  const headers = {
    'content-type': types[kind] ?? 'application/octet-stream',
    'cache-control': 'max-age=600',
    'access-control-allow-origin': '*',
    etag: `"${createHash('sha1').update(body).digest('hex').slice(0, 16)}"`,
    ...(compressed.has(kind) ? { 'content-encoding': 'gzip', vary: 'Accept-Encoding' } : {}),
  };
  return { status: 200, headers, body };
}
