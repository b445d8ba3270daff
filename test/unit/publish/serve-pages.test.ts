import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { gunzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { startPagesServer } from '../../../src/publish/serve-pages.ts';
import type { PagesServer } from '../../../src/publish/serve-pages.ts';

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

let server: PagesServer;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rubric-pages-'));
  const files: Record<string, string | Uint8Array> = {
    'site/index.html': 'home',
    'site/404.html': 'missing',
    'site/posts/x/index.html': 'post',
    'site/about.html': 'about',
    'site/posts/été 1.md': '# raw',
    'site/empty/cat.png': new Uint8Array([1, 2, 3, 4]),
    'secret.txt': 'secret',
  };
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  server = await startPagesServer({ root: join(folder, 'site'), base: '/repo/', port: 0 });
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Asks for `path` as it stands: `fetch` would resolve `..` before it asks. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      );
    })
      .on('error', reject)
      .end();
  });
}

describe('startPagesServer', () => {
  test.each([
    ['a folder', '/repo/', 200, 'home'],
    ['a folder below', '/repo/posts/x/', 200, 'post'],
    ['a file', '/repo/posts/x/index.html', 200, 'post'],
    ['a page without extension', '/repo/about', 200, 'about'],
    ['an encoded name', '/repo/posts/%C3%A9t%C3%A9%201.md', 200, '# raw'],
    ['a query', '/repo/?keyword=x', 200, 'home'],
    ['nothing', '/repo/none/', 404, 'missing'],
    ['no fallback for a post', '/repo/posts/y/', 404, 'missing'],
    ['a missing file', '/repo/none.json', 404, 'missing'],
    ['an address outside of the base', '/other/', 404, 'missing'],
    ['a folder without page', '/repo/empty/', 404, 'missing'],
    ['malformed escapes', '/repo/%E0%A4%A', 404, 'missing'],
    ['a way out', '/repo/../secret.txt', 404, 'missing'],
    ['an encoded way out', '/repo/%2e%2e%2fsecret.txt', 404, 'missing'],
    ['a null byte', '/repo/a%00b', 404, 'missing'],
  ])('answers %s', async (_what, path, status, body) => {
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    expect(answer.body.toString()).toBe(body);
  });

  test.each([
    ['/repo', '/repo/'],
    ['/repo/posts/x', '/repo/posts/x/'],
    ['/repo/posts/x?q=1', '/repo/posts/x/?q=1'],
  ])('redirects %s', async (path, location) => {
    const answer = await ask(path);
    expect(answer.status).toBe(301);
    expect(answer.headers.location).toBe(location);
  });

  test('tells how long a file may be kept', async () => {
    const { headers } = await ask('/repo/');
    expect(headers['cache-control']).toBe('max-age=600');
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
  });

  test('compresses text when asked', async () => {
    const { headers, body } = await ask('/repo/', { 'accept-encoding': 'gzip, br' });
    expect(headers['content-encoding']).toBe('gzip');
    expect(headers.etag).toMatch(/^W\//);
    expect(gunzipSync(body).toString()).toBe('home');
  });

  test('does not compress images', async () => {
    const { headers } = await ask('/repo/empty/cat.png', { 'accept-encoding': 'gzip' });
    expect(headers['content-encoding']).toBeUndefined();
  });

  test('answers 304 to a known tag, weak or strong', async () => {
    const { headers } = await ask('/repo/');
    const again = await ask('/repo/', { 'if-none-match': `W/${headers.etag}` });
    expect(again.status).toBe(304);
    expect(again.body).toHaveLength(0);
  });

  test('sends a part when asked', async () => {
    const answer = await ask('/repo/empty/cat.png', { range: 'bytes=1-2' });
    expect(answer.status).toBe(206);
    expect(answer.headers['content-range']).toBe('bytes 1-2/4');
    expect([...answer.body]).toEqual([2, 3]);
  });

  test('sends only the head when asked', async () => {
    const answer = await ask('/repo/', {}, 'HEAD');
    expect(answer.status).toBe(200);
    expect(answer.headers['content-length']).toBe('4');
    expect(answer.body).toHaveLength(0);
  });

  test('refuses to be written to', async () => {
    expect((await ask('/repo/', {}, 'POST')).status).toBe(405);
  });
});
