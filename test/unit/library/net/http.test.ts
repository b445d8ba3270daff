import { describe, expect, test } from 'vitest';
import { createHttp } from '../../../../src/library/net/http.ts';
import type { Http } from '../../../../src/library/net/http.ts';
import { openData } from '../../../../src/content/files/data-reader.ts';
import { createFileServer } from '../../../support/file-server.ts';
import type { FileServer } from '../../../support/file-server.ts';

function open(base = '/'): { server: FileServer; http: Http; offline: () => number } {
  const server = createFileServer(
    [
      ['a.json', '{"a":1}'],
      ['posts/日本/a b.md', 'text'],
    ],
    base,
  );
  let failures = 0;
  const http = createHttp({
    base,
    fetch: server.fetch,
    onOffline: () => failures++,
    retryMs: 0,
  });
  return { server, http, offline: () => failures };
}

function refuse(): never {
  throw new Error('no such form');
}

const readNewer = (value: unknown): unknown => openData(value, 'a.json', 2);

const keep = (value: unknown): unknown => value;

describe('loadJson', () => {
  test('decodes a file under the base once for all who ask', async () => {
    const { http, server } = open('/repo/');
    let decoded = 0;
    const decode = (value: unknown): unknown => (decoded++, value);
    const [first, second] = await Promise.all([
      http.loadJson('a.json', decode),
      http.loadJson('a.json', decode),
    ]);
    expect([first, second, await http.loadJson('a.json', decode)]).toEqual([
      { a: 1 },
      { a: 1 },
      { a: 1 },
    ]);
    expect([decoded, server.requests.length]).toEqual([1, 1]);
  });

  test('asks for each version by an address of its own', async () => {
    const { http, server } = open();
    await http.loadJson('a.json', keep, { version: 'x 1' });
    await http.loadJson('a.json', keep, { version: 'x2' });
    expect(server.requests).toEqual(['a.json?v=x%201', 'a.json?v=x2']);
  });

  test('asks again after a failure and after clear', async () => {
    const { http, server } = open();
    server.faults.set('a.json', () => new Response('', { status: 503 }));
    await expect(http.loadJson('a.json', keep)).rejects.toMatchObject({
      name: 'LibraryError',
      kind: 'bad-response',
      message: '`a.json` was answered with status 503.',
    });
    server.faults.clear();
    await http.loadJson('a.json', keep);
    http.clear();
    await http.loadJson('a.json', keep);
    // A busy server is asked twice at once.
    expect(server.requests).toHaveLength(4);
  });

  test('tells a form of another version from damage', async () => {
    const { http } = open();
    await expect(http.loadJson('a.json', readNewer)).rejects.toMatchObject({ kind: 'outdated' });
  });

  test('keeps the reason when a file cannot be decoded', async () => {
    const { http } = open();
    await expect(http.loadJson('a.json', refuse)).rejects.toMatchObject({
      kind: 'bad-content',
      message: '`a.json` cannot be read: no such form',
      cause: new Error('no such form'),
    });
  });
});

describe('a file without a version', () => {
  test('is compared with that of the server when it must be as it is now', async () => {
    const caches: (string | undefined)[] = [];
    const http = createHttp({
      base: '/',
      fetch: (_url, init) => {
        caches.push(init?.cache);
        return Promise.resolve(new Response('{}'));
      },
    });
    await http.loadJson('a.json', keep);
    await http.loadJson('b.json', keep, { isCurrent: true });
    expect(caches).toEqual([undefined, 'no-cache']);
  });
});

describe('loadBytes', () => {
  test('encodes the path', async () => {
    const { http, server } = open();
    expect(new TextDecoder().decode(await http.loadBytes('posts/日本/a b.md'))).toBe('text');
    expect(server.requests).toEqual(['posts/%E6%97%A5%E6%9C%AC/a%20b.md']);
  });

  test('joins requests that run at the same time and keeps none', async () => {
    const { http, server } = open();
    await Promise.all([http.loadBytes('a.json'), http.loadBytes('a.json')]);
    await http.loadBytes('a.json');
    expect(server.requests).toHaveLength(2);
  });

  test.each([
    ['404', 404, undefined, 'not-found'],
    ['410', 410, undefined, 'not-found'],
    ['200 with a page', 200, 'text/html; charset=utf-8', 'not-found'],
    ['200 with XHTML', 200, ' application/xhtml+xml', 'not-found'],
    ['403', 403, undefined, 'bad-response'],
    ['500 with a page', 500, 'text/html', 'bad-response'],
  ])('takes %s as %s', async (_, status, type, kind) => {
    const { http, server } = open();
    const headers: HeadersInit = type === undefined ? {} : { 'content-type': type };
    server.faults.set('x.md', () => new Response('<p>', { status, headers }));
    await expect(http.loadBytes('x.md')).rejects.toMatchObject({ kind });
  });

  test('takes a file without a type as it is', async () => {
    const { http, server } = open();
    server.faults.set('x.md', () => new Response(new Uint8Array([65])));
    expect([...new Uint8Array(await http.loadBytes('x.md'))]).toEqual([65]);
  });

  test('tries a broken connection once more', async () => {
    const { http, server, offline } = open();
    let attempts = 0;
    server.faults.set('x.md', () => {
      if (attempts++ === 0) throw new TypeError('Failed to fetch');
      return new Response('text');
    });
    await http.loadBytes('x.md');
    expect([attempts, offline()]).toEqual([2, 1]);
  });

  test('says that there is no connection', async () => {
    const { http, server, offline } = open();
    server.faults.set('x.md', () => {
      throw new TypeError('Failed to fetch');
    });
    await expect(http.loadBytes('x.md')).rejects.toMatchObject({ kind: 'offline' });
    expect([server.requests.length, offline()]).toEqual([2, 2]);
  });

  test('stops waiting when the signal aborts, while others wait on', async () => {
    const { http } = open();
    const controller = new AbortController();
    const one = http.loadBytes('a.json', { signal: controller.signal });
    const other = http.loadBytes('a.json');
    controller.abort(new Error('no longer wanted'));
    await expect(one).rejects.toThrow('no longer wanted');
    expect((await other).byteLength).toBe(7);
    await expect(http.loadBytes('a.json', { signal: controller.signal })).rejects.toThrow(
      'no longer',
    );
  });
});

describe('a path that leads out of the blog', () => {
  test.each(['../x', 'data/../../x', './x', 'a/..', '/x.example/a', 'posts//x.example', '..'])(
    'is not requested: %s',
    async (file) => {
      const { http, server } = open('/repo/');
      await expect(http.loadJson(file, keep)).rejects.toMatchObject({ kind: 'not-found' });
      await expect(http.loadBytes(file)).rejects.toMatchObject({ kind: 'not-found' });
      expect(await http.hasPage(file)).toBe(false);
      expect(server.requests).toEqual([]);
    },
  );

  test.each([
    ['..x', '..x'],
    ['a..b/c', 'a..b/c'],
    ['%2e%2e/x', '%252e%252e/x'],
    ['\\..\\x', '%5C..%5Cx'],
  ])('is told from the name %s', async (file, requested) => {
    const { http, server } = open('/repo/');
    await expect(http.loadBytes(file)).rejects.toMatchObject({ kind: 'not-found' });
    expect(server.requests).toEqual([requested]);
  });
});

describe('hasPage', () => {
  test('asks for the head of a page alone', async () => {
    const asked: (string | undefined)[] = [];
    const answers: Readonly<Record<string, Response>> = {
      '/repo/demo/': new Response('', { headers: { 'content-type': 'text/html; charset=utf-8' } }),
      '/repo/a.json': new Response('', { headers: { 'content-type': 'application/json' } }),
    };
    const http = createHttp({
      base: '/repo/',
      fetch: (url, init) => {
        asked.push(init?.method);
        return Promise.resolve(answers[url as string] ?? new Response('', { status: 404 }));
      },
    });
    expect(await http.hasPage('demo/')).toBe(true);
    expect(await http.hasPage('a.json')).toBe(false);
    expect(await http.hasPage('none/')).toBe(false);
    expect(asked).toEqual(['HEAD', 'HEAD', 'HEAD']);
  });
});
