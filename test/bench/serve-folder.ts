import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A static server that counts what it sends. */
export interface CountingServer {
  readonly origin: string;
  /** Bodies as sent since the last call, and their number. */
  take(): { readonly requests: number; readonly bytes: number; readonly paths: readonly string[] };
  close(): void;
}

/** What static hosts compress; the rest they send as it is. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.css': 'text/css',
};

/** Serves `folder` with gzip where a static host gives it. */
export async function serveFolder(folder: string): Promise<CountingServer> {
  let paths: string[] = [];
  let bytes = 0;
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://bench').pathname);
    const file = join(folder, normalize(path).replace(/\/$/, '/index.html'));
    let content: Buffer;
    try {
      content = readFileSync(file);
    } catch {
      response.writeHead(404).end();
      return;
    }
    const type = types[extname(file)];
    const body = type === undefined ? content : gzipSync(content, { level: 6 });
    if (path !== '/' && !path.endsWith('favicon.ico')) {
      paths.push(path);
      bytes += body.length;
    }
    response.writeHead(200, {
      'content-type': type ?? 'application/octet-stream',
      'content-length': body.length,
      'cache-control': 'max-age=600',
      ...(type === undefined ? {} : { 'content-encoding': 'gzip' }),
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    take() {
      const taken = { requests: paths.length, bytes, paths };
      paths = [];
      bytes = 0;
      return taken;
    },
    close: () => void server.close(),
  };
}
