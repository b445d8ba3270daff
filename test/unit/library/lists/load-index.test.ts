import { describe, expect, test } from 'vitest';
import { createOverview } from '../../../../src/content/files/post-index.ts';
import { createHttp } from '../../../../src/library/net/http.ts';
import { createPostIndex } from '../../../../src/library/lists/load-index.ts';
import { loadCards } from '../../../../src/library/lists/load-cards.ts';
import { createMeta } from '../../../support/create-meta.ts';
import { createFileServer, publishLists } from '../../../support/file-server.ts';

const metas = Array.from({ length: 45 }, (_, n) =>
  createMeta({ path: `p${n}.md`, day: '2020-01-01', keywords: ['Rust'] }),
);
const { catalog, files } = publishLists(metas, 'b1');
const later = publishLists([...metas, createMeta({ path: 'new.md', keywords: ['Rust'] })], 'b2');
const overview = createOverview(catalog, 'b1');

const open = (first?: typeof overview) => {
  const server = createFileServer(files);
  const index = createPostIndex(createHttp({ base: '/', fetch: server.fetch, retryMs: 0 }), first);
  return { server, index };
};

describe('createPostIndex', () => {
  test('answers from what the page told, without a request', async () => {
    const { server, index } = open(overview);
    expect(await index.loadOverview()).toBe(overview);
    expect(await index.loadRoot()).toBe(overview);
    expect(index.findBuildId()).toBe('b1');
    expect(server.requests).toEqual([]);
  });

  test('joins requests for the root, and asks again after a failure', async () => {
    const { server, index } = open();
    server.faults.set('data/v1/root.json', () => new Response('', { status: 500 }));
    await expect(index.loadRoot()).rejects.toMatchObject({ kind: 'bad-response' });
    server.faults.clear();
    await Promise.all([index.loadRoot(), index.loadOverview()]);
    // A busy server is asked twice at once.
    expect(server.requests).toEqual(Array(3).fill('data/v1/root.json'));
  });

  test('forgets keywords and overview of the build before', async () => {
    const { server, index } = open(overview);
    await index.loadKeyword('rust');
    expect(index.findKeyword('rust')?.total).toBe(45);
    for (const [name, content] of later.files) server.files.set(name, content);
    await index.loadNewest();
    expect(index.findKeyword('rust')).toBeUndefined();
    expect(index.findBuildId()).toBe('b2');
    expect((await index.loadOverview()).total).toBe(46);
  });

  test.each(['loadRoot', 'reloadRoot'] as const)(
    'forgets keywords when %s tells of another build',
    async (load) => {
      const { server, index } = open();
      await index.loadKeyword('rust');
      for (const [name, content] of later.files) server.files.set(name, content);
      expect((await index[load]()).buildId).toBe('b2');
      expect(index.findKeyword('rust')).toBeUndefined();
      expect(index.findBuildId()).toBe('b2');
    },
  );

  test('is not led back by a root of the build before that comes late', async () => {
    const { server } = open();
    const answers: ((response: Response) => void)[] = [];
    const fetch: typeof globalThis.fetch = (url, init) =>
      String(url) === '/data/v1/root.json?v=b1'
        ? new Promise((resolve) => answers.push(resolve))
        : server.fetch(url, init);
    const first = { ...overview, blocks: undefined };
    const slow = createPostIndex(createHttp({ base: '/', fetch }), first);
    const early = slow.loadRoot();
    for (const [name, content] of later.files) server.files.set(name, content);
    await slow.loadNewest();
    await slow.loadKeyword('rust');
    answers[0]?.(new Response(files.get('data/v1/root.json')));
    await early;
    expect(slow.findBuildId()).toBe('b2');
    expect(slow.findKeyword('rust')?.total).toBe(46);
  });

  test('does not keep a shard that is of another build than its address', async () => {
    const { server, index } = open(overview);
    await index.loadShard(0, 'new');
    await index.loadShard(0, 'new');
    expect(server.requests).toHaveLength(2);
  });

  test('forgets everything when cleared', async () => {
    const { server, index } = open(overview);
    index.clear();
    expect(index.findBuildId()).toBeUndefined();
    await index.loadOverview();
    expect(server.requests).toEqual(['data/v1/root.json']);
  });
});

describe('loadCards', () => {
  test('gives cards in the order of their ids, nothing for an id that no post has', async () => {
    const { server, index } = open(overview);
    const cards = await loadCards(index, [44, -1, 0, 45, 1]);
    expect(cards.map((card) => card?.id)).toEqual([44, undefined, 0, undefined, 1]);
    expect(server.requests).toHaveLength(2);
  });
});
