// Faults and deploys: what a reader gets when files are missing, broken or of another build.
import { describe, expect, test } from 'vitest';
import type { ListRequest, Overview, PostList } from '../../../../src/content/model/library.ts';
import { createOverview } from '../../../../src/content/files/post-index.ts';
import { createHttp } from '../../../../src/library/net/http.ts';
import { createPostIndex } from '../../../../src/library/lists/load-index.ts';
import type { PostIndex } from '../../../../src/library/lists/load-index.ts';
import { loadPostList } from '../../../../src/library/lists/load-post-list.ts';
import { generatePosts } from '../../../bench/generate-posts.ts';
import { listByBruteForce } from '../brute-force.ts';
import { createMeta } from '../../../support/create-meta.ts';
import { createFileServer, publishLists } from '../../../support/file-server.ts';
import type { FileServer } from '../../../support/file-server.ts';

function openIndex(server: FileServer, overview?: Overview): PostIndex {
  return createPostIndex(createHttp({ base: '/', fetch: server.fetch }), overview);
}

function plain(list: PostList): unknown {
  return { ...list, counts: list.counts && { ...list.counts } };
}

/** The server has nothing but the files of another build from now on. */
function replaceFiles(server: FileServer, files: ReadonlyMap<string, string>): void {
  server.files.clear();
  for (const [name, content] of files) server.files.set(name, content);
}

const refused = (): Response => new Response('', { status: 500 });
const gone = (): Response => new Response('', { status: 404 });
const page = (): Response => new Response('<p>', { headers: { 'content-type': 'text/html' } });

describe('loadPostList after a deploy', () => {
  const before = generatePosts(90);
  const added = createMeta({
    path: 'added.md',
    day: '2006-07-01',
    title: 'Added',
    keywords: ['Rust'],
  });
  const requests: readonly ListRequest[] = [
    { kind: 'all', pageNumber: 1 },
    { kind: 'all', pageNumber: 3 },
    { kind: 'keyword', slug: 'rust', pageNumber: 1 },
    { kind: 'keyword', slug: 'rust', pageNumber: 2 },
    { kind: 'selection', keywords: ['rust', 'javascript'], pageNumber: 1 },
  ];

  test.each(requests)('reads on in a tab of the build before: %j', async (request) => {
    const old = publishLists(before, 'b1');
    const server = createFileServer(old.files);
    const index = openIndex(server);
    await index.loadRoot();
    await loadPostList(index, { kind: 'keyword', slug: 'rust', pageNumber: 1 });

    const { catalog, files } = publishLists([...before, added], 'b2');
    replaceFiles(server, files);
    const cards = catalog.entries.map(({ card }) => card);
    const list = await loadPostList(index, request);
    // What was read before may be shown as it was; all else is as the new build has it.
    const isKept = request.kind === 'keyword' && request.pageNumber === 1;
    const shown = isKept ? old.catalog.entries.map(({ card }) => card) : cards;
    expect(plain(list)).toEqual(listByBruteForce(shown, request));
  });

  test('asks for the root again when a file is of another build', async () => {
    const server = createFileServer(publishLists(before, 'b1').files);
    const index = openIndex(server);
    expect((await index.loadRoot()).buildId).toBe('b1');
    for (const [name, content] of publishLists([...before, added], 'b2').files) {
      server.files.set(name, content);
    }
    await loadPostList(index, { kind: 'all', pageNumber: 1 });
    expect(await index.loadRoot()).toMatchObject({ buildId: 'b2', total: 91 });
    expect(server.requests).toEqual([
      'data/v1/root.json',
      'data/v1/p/new.json?v=b1',
      'data/v1/root.json?v=b2',
    ]);
  });

  test('selects by the first page of a keyword that has become rare', async () => {
    const both = Array.from({ length: 25 }, (_, n) =>
      createMeta({ path: `${n}.md`, day: '2020-01-01', keywords: ['Rust', 'Web', 'CSS'] }),
    );
    const common = Array.from({ length: 30 }, (_, n) =>
      createMeta({ path: `w${n}.md`, day: '2019-01-01', keywords: ['Web', 'CSS'] }),
    );
    const old = publishLists([...both, ...common], 'b1');
    const server = createFileServer(old.files);
    const index = openIndex(server, createOverview(old.catalog, 'b1'));
    // Kept as it was: facets of 25 posts are promised.
    await loadPostList(index, { kind: 'keyword', slug: 'rust', pageNumber: 1 });
    const { files, catalog } = publishLists([...both.slice(7), ...common], 'b2');
    replaceFiles(server, files);
    const request = {
      kind: 'selection',
      keywords: ['rust', 'web', 'css'],
      pageNumber: 1,
    } as const;
    expect(plain(await loadPostList(index, request))).toEqual(
      listByBruteForce(
        catalog.entries.map(({ card }) => card),
        request,
      ),
    );
  });

  test('reads on when posts were taken away', async () => {
    const server = createFileServer(publishLists(before, 'b1').files);
    const index = openIndex(server);
    await index.loadRoot();
    const { files } = publishLists(before.slice(0, 30), 'b2');
    replaceFiles(server, files);
    const list = await loadPostList(index, { kind: 'all', pageNumber: 2 });
    expect([list.total, list.posts.length]).toEqual([30, 10]);
  });
});

describe('loadPostList with a fault', () => {
  const { files } = publishLists(generatePosts(90));
  const request = { kind: 'all', pageNumber: 2 } as const;

  test.each<[string, () => Response, object]>([
    ['a server error', () => new Response('', { status: 500 }), { kind: 'bad-response' }],
    ['a broken file', () => new Response('{"schema":1,'), { kind: 'bad-content' }],
    ['another schema', () => new Response('{"schema":2}'), { kind: 'outdated' }],
    ['a missing shard', gone, { kind: 'bad-content' }],
    ['a page instead of a shard', page, { kind: 'bad-content' }],
    [
      'no connection',
      () => {
        throw new TypeError('Failed to fetch');
      },
      { kind: 'offline' },
    ],
  ])('rejects for %s and recovers when asked again', async (_, fault, error) => {
    const server = createFileServer(files);
    const index = openIndex(server);
    server.faults.set('data/v1/p/3.json', fault);
    await expect(loadPostList(index, request)).rejects.toMatchObject(error);
    server.faults.clear();
    expect((await loadPostList(index, request)).posts).toHaveLength(20);
  });

  test('rejects when the root is missing, and recovers', async () => {
    const server = createFileServer(files);
    const index = openIndex(server);
    server.faults.set('data/v1/root.json', gone);
    await expect(loadPostList(index, request)).rejects.toMatchObject({ kind: 'not-found' });
    server.faults.clear();
    expect((await loadPostList(index, request)).total).toBe(90);
  });
});

describe('loadPostList without the counts of rarer keywords', () => {
  const rare = Array.from({ length: 70 }, (_, n) => `k${n}`);
  const { catalog, files } = publishLists(
    Array.from({ length: 90 }, (_, n) =>
      createMeta({ path: `${n}.md`, keywords: ['Rust', 'Web', ...(n === 0 ? rare : [])] }),
    ),
  );
  const cards = catalog.entries.map(({ card }) => card);
  const overview = createOverview(catalog, 'b1');
  const requests: readonly ListRequest[] = [
    { kind: 'keyword', slug: 'rust', pageNumber: 1 },
    { kind: 'selection', keywords: ['rust', 'web'], pageNumber: 1 },
  ];

  test.each(
    requests.flatMap((request) => [
      { request, fault: refused, kind: 'bad-response' },
      { request, fault: gone, kind: 'not-found' },
    ]),
  )('gives the list with what is known, and all when asked again: %j', async (row) => {
    const server = createFileServer(files);
    const index = openIndex(server, overview);
    for (const file of ['c', 'f']) {
      for (const slug of ['rust', 'web']) {
        server.faults.set(`data/v1/k/${slug}/${file}.json`, row.fault);
      }
    }
    const list = await loadPostList(index, row.request);
    const whole = listByBruteForce(cards, row.request);
    expect(list).toMatchObject({
      posts: whole.posts,
      total: 90,
      countsFailure: { kind: row.kind },
    });
    for (const { slug } of overview.keywords) {
      expect(list.counts?.[slug]).toBe(whole.counts?.[slug]);
    }
    expect(Object.keys(list.counts ?? {})).toHaveLength(64);
    server.faults.clear();
    expect(plain(await loadPostList(index, row.request))).toEqual(whole);
  });

  test('asks the root whether there are any when their file is gone', async () => {
    const server = createFileServer(files);
    const index = openIndex(server, overview);
    const request = { kind: 'keyword', slug: 'rust', pageNumber: 1 } as const;
    await loadPostList(index, { ...request, counts: 'common' });
    const plainMetas = Array.from({ length: 90 }, (_, n) =>
      createMeta({ path: `${n}.md`, keywords: ['Rust', 'Web'] }),
    );
    const later = publishLists(plainMetas, 'b2');
    replaceFiles(server, later.files);
    expect(plain(await loadPostList(index, request))).toEqual(
      listByBruteForce(
        later.catalog.entries.map(({ card }) => card),
        request,
      ),
    );
  });
});

describe('loadPostList without the file of a keyword', () => {
  const rare = Array.from({ length: 70 }, (_, n) => `k${n}`);
  const metas = [
    ...Array.from({ length: 25 }, (_, n) => createMeta({ path: `${n}.md`, keywords: ['Rust'] })),
    createMeta({ path: 'rare.md', keywords: rare }),
  ];
  const { catalog, files } = publishLists(metas);
  const overview = createOverview(catalog, 'b1');

  test.each<[string, string, ListRequest, () => Response]>([
    ['a common keyword', 'rust', { kind: 'keyword', slug: 'rust', pageNumber: 1 }, gone],
    ['one answered by a page', 'rust', { kind: 'keyword', slug: 'rust', pageNumber: 1 }, page],
    ['a rare keyword', 'k69', { kind: 'keyword', slug: 'k69', pageNumber: 1 }, gone],
    ['a chip', 'rust', { kind: 'selection', keywords: ['rust'], pageNumber: 1 }, page],
    ['two keywords', 'k69', { kind: 'selection', keywords: ['k69', 'k0'], pageNumber: 1 }, gone],
  ])('rejects for %s and recovers', async (_, slug, request, fault) => {
    const server = createFileServer(files);
    const index = openIndex(server, overview);
    server.faults.set(`data/v1/k/${slug}/new.json`, fault);
    await expect(loadPostList(index, request)).rejects.toMatchObject({ kind: 'bad-content' });
    server.faults.clear();
    expect((await loadPostList(index, request)).total).toBe(slug === 'rust' ? 25 : 1);
  });

  test.each(['rust', 'k69'])('is empty once no post has %s any more', async (slug) => {
    const server = createFileServer(files);
    const index = openIndex(server, overview);
    const later = publishLists([createMeta({ path: 'a.md', keywords: rare.slice(0, 66) })], 'b2');
    replaceFiles(server, later.files);
    const list = await loadPostList(index, { kind: 'keyword', slug, pageNumber: 1 });
    expect(list).toMatchObject({ posts: [], total: 0 });
    expect((await index.loadOverview()).buildId).toBe('b2');
  });

  test('is empty for a keyword that no post ever had', async () => {
    const index = openIndex(createFileServer(files), overview);
    const request = { kind: 'keyword', slug: 'nothing', pageNumber: 1 } as const;
    expect(await loadPostList(index, request)).toMatchObject({ posts: [], total: 0 });
  });
});
