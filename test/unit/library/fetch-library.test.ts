import { describe, expect, test, vi } from 'vitest';
import type { ListRequest } from '../../../src/content/model/library.ts';
import { encodePageData } from '../../../src/content/files/page-data.ts';
import type { PageData } from '../../../src/content/files/page-data.ts';
import { createOverview } from '../../../src/content/files/post-index.ts';
import { encodePostRecord } from '../../../src/content/files/post-record.ts';
import type { PostRecord } from '../../../src/content/files/post-record.ts';
import type { PostCard } from '../../../src/content/model/post.ts';
import { createFetchLibrary } from '../../../src/library/fetch-library.ts';
import type { FetchLibrary } from '../../../src/library/fetch-library.ts';
import { generatePosts } from '../../bench/generate-posts.ts';
import { listByBruteForce } from './brute-force.ts';
import { createMeta, testSite } from '../../support/create-meta.ts';
import { createFileServer, publishLists } from '../../support/file-server.ts';
import type { FileServer } from '../../support/file-server.ts';

const { catalog, files } = publishLists(generatePosts(150));
const cards = catalog.entries.map(({ card }) => card);
const newest = cards.at(-1) ?? expect.fail('no card');
const home: ListRequest = { kind: 'all', pageNumber: 1 };

function createRecord(card: PostCard): PostRecord {
  return {
    collection: 'posts',
    card,
    date: undefined,
    updated: undefined,
    author: undefined,
    description: undefined,
    image: undefined,
    references: {},
    images: {},
    needs: [],
    languages: [],
    previous: undefined,
    next: undefined,
    related: [],
    series: undefined,
    translations: [],
    problems: [],
  };
}

const postFiles: readonly (readonly [string, string])[] = [
  [`posts/${newest.path}`, 'Text'],
  [`${newest.permalink.slice(1)}post.json`, encodePostRecord(createRecord(newest))],
];

function open(
  data?: PageData | string,
  server = createFileServer([...files, ...postFiles]),
): { library: FetchLibrary; server: FileServer } {
  const library = createFetchLibrary({
    base: '/',
    site: testSite,
    pageData: typeof data === 'object' ? encodePageData(data) : data,
    fetch: server.fetch,
    // The body is not what these tests are about.
    renderPost: () => Promise.resolve({ kind: 'failed', message: 'no worker here' }),
    sanitize: () => expect.fail('nothing was rendered'),
  });
  return { library, server };
}

function pageData(changes: Partial<PageData> = {}): PageData {
  return {
    overview: createOverview(catalog, 'b1'),
    keywords: undefined,
    lists: [{ request: home, list: listByBruteForce(cards, home) }],
    archives: [],
    posts: [],
    ...changes,
  };
}

describe('createFetchLibrary', () => {
  test('answers the first view without a request', async () => {
    const { references: _r, images: _i, ...facts } = createRecord(newest);
    const view = { ...facts, headings: [], body: { kind: 'html' } as const };
    const { library, server } = open(
      pageData({ posts: [{ permalink: newest.permalink, view }], keywords: catalog.keywords }),
    );
    expect(await library.loadOverview()).toEqual(createOverview(catalog, 'b1'));
    expect(await library.loadList(home)).toEqual(listByBruteForce(cards, home));
    expect(await library.loadKeywords()).toEqual(catalog.keywords);
    const shown = await library.loadPost(newest.permalink);
    expect(shown).toMatchObject({ card: newest, body: { kind: 'html' } });
    // The same view every time, so that its live node is found again.
    expect(await library.loadPost(newest.permalink)).toBe(shown);
    expect(server.requests).toEqual([]);
  });

  test.each([
    ['no data', undefined],
    ['an empty block', '{}'],
    ['a broken block', '{"schema":'],
    ['a block of another schema', '{"schema":99}'],
  ])('asks for everything with %s', async (_, text) => {
    const { library } = open(text);
    expect((await library.loadOverview()).total).toBe(150);
    expect(await library.loadList(home)).toEqual(listByBruteForce(cards, home));
    expect(await library.loadKeywords()).toEqual(catalog.keywords);
  });

  test('carries the page’s build in what it asks for', async () => {
    const { library, server } = open(pageData());
    await library.loadList({ kind: 'keyword', slug: 'rust', pageNumber: 1 });
    expect(server.requests).toEqual(['data/v1/k/rust/new.json?v=b1']);
  });

  test('does not answer with common counts where all are asked', async () => {
    const request = { kind: 'keyword', slug: 'rust', pageNumber: 1, counts: 'common' } as const;
    const overview = { ...createOverview(catalog, 'b1'), keywordTotal: 999 };
    const list = listByBruteForce(cards, request);
    const { library, server } = open(pageData({ overview, lists: [{ request, list }] }));
    await library.loadList(request);
    expect(server.requests).toEqual([]);
    await library.loadList({ ...request, counts: 'all' });
    expect(server.requests).toHaveLength(1);
  });

  test('gives the new overview once a file has told of a new build', async () => {
    const { library, server } = open(pageData());
    const added = createMeta({ path: 'new.md', day: '2030-01-01', keywords: ['Rust'] });
    for (const [name, content] of publishLists([...generatePosts(150), added], 'b2').files) {
      server.files.set(name, content);
    }
    expect((await library.loadOverview()).buildId).toBe('b1');
    await library.loadList({ kind: 'keyword', slug: 'rust', pageNumber: 1 });
    expect(await library.loadOverview()).toMatchObject({ buildId: 'b2', total: 151 });
  });

  test('asks for what the page told once a file has told of a new build', async () => {
    const { library, server } = open(pageData({ keywords: catalog.keywords }));
    const added = createMeta({ path: 'new.md', day: '2030-01-01', keywords: ['Rust'] });
    const later = publishLists([...generatePosts(150), added], 'b2');
    for (const [name, content] of later.files) server.files.set(name, content);
    expect((await library.loadList(home)).total).toBe(150);
    await library.loadList({ kind: 'all', pageNumber: 2 });
    expect((await library.loadList(home)).posts[0]?.title).toBe('new');
    expect(await library.loadKeywords()).toEqual(later.catalog.keywords);
  });

  test('gives a post in every list as the same card, so that its node can stay', async () => {
    const { library } = open();
    const { posts } = await library.loadList(home);
    const slug = posts[0]?.keywords[0]?.slug ?? expect.fail('no keyword');
    const narrowed = await library.loadList({ kind: 'keyword', slug, pageNumber: 1 });
    expect(narrowed.posts[0]).toBe(posts[0]);
  });

  test('gives a post that has changed as it is now', async () => {
    const { library, server } = open(pageData());
    const [before] = (await library.loadList(home)).posts;
    const changed = generatePosts(150).map((meta) =>
      meta.permalink === newest.permalink ? { ...meta, title: 'Another title' } : meta,
    );
    for (const [name, content] of publishLists(changed, 'b2').files)
      server.files.set(name, content);
    const slug = before?.keywords[0]?.slug ?? expect.fail('no keyword');
    const { posts } = await library.loadList({ kind: 'keyword', slug, pageNumber: 1 });
    expect(posts[0]?.title).toBe('Another title');
  });

  test('loads a post once however often it is asked for, and by its card from a list', async () => {
    const { library, server } = open(pageData());
    library.prefetchPost(newest.permalink);
    const [first, second] = await Promise.all([
      library.loadPost(newest.permalink),
      library.loadPost(newest.permalink),
    ]);
    expect(first).toBe(second);
    expect(first).toMatchObject({ body: { kind: 'source', text: 'Text', reason: 'failed' } });
    expect(server.requests).toEqual([
      `posts/${newest.path}`,
      `${newest.permalink.slice(1)}post.json`,
      // It was not rendered: its finished page may be there.
      newest.permalink.slice(1),
    ]);
  });

  test('keeps neither a failure nor an absence', async () => {
    const { library, server } = open(pageData());
    const file = `posts/${newest.path}`;
    server.faults.set(file, () => new Response('', { status: 500 }));
    library.prefetchPost(newest.permalink);
    await expect(library.loadPost(newest.permalink)).rejects.toMatchObject({
      kind: 'bad-response',
    });
    server.faults.clear();
    expect(await library.loadPost(newest.permalink)).toMatchObject({ card: newest });

    expect(await library.loadPost('/posts/late/')).toBeUndefined();
    server.files.set('posts/late.md', 'Late');
    expect(await library.loadPost('/posts/late/')).toMatchObject({ body: { text: 'Late' } });
  });

  test('finds the card of each post that it has told of', async () => {
    const { library } = open();
    const page = await library.loadList(home);
    expect(page.posts.map(({ permalink }) => library.findCard(permalink))).toEqual(page.posts);
    expect(new Set(library.listCards())).toEqual(new Set(page.posts));
    const { library: another } = open();
    expect(another.findCard(newest.permalink)).toBeUndefined();
    const view = await another.loadPost(newest.permalink);
    expect(another.findCard(newest.permalink)).toBe(view?.card);
  });

  test('finds posts near a missing address', async () => {
    const { library } = open();
    const wrong = newest.permalink.replace(/.\/$/, '/');
    expect(await library.findNearPosts(wrong)).toContainEqual({
      permalink: newest.permalink,
      title: newest.title,
    });
  });

  test('searches the titles it has seen while there is no index', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    const { library } = open(pageData());
    const answer = await library.search({
      text: newest.title,
      keywords: [],
      order: 'best',
      limit: 5,
    });
    expect(answer.scope).toBe('titles');
    expect(answer.hits[0]?.post).toEqual(newest);
    expect(warn).toHaveBeenCalled();
    warn.mockRestore();
  });

  test('forgets everything when posts have changed, then tells who listens', async () => {
    const { library, server } = open(pageData());
    await library.loadList({ kind: 'all', pageNumber: 2 });
    const told = vi.fn();
    const stop = library.onChange(told);
    for (const [name, content] of publishLists(generatePosts(10), 'b1').files) {
      server.files.set(name, content);
    }
    library.notifyChange();
    await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(1), { timeout: 30_000 });
    expect((await library.loadList(home)).total).toBe(10);
    expect((await library.loadOverview()).total).toBe(10);
    stop();
    library.notifyChange();
    await library.loadOverview();
    expect(told).toHaveBeenCalledTimes(1);
  });

  test('answers from titles when a file of the search stays silent', async () => {
    // The search's code is there: its files alone are silent.
    await import('../../../src/library/search/search-posts.ts');
    vi.useFakeTimers();
    try {
      const server = createFileServer([...files, ...postFiles]);
      let asked = 0;
      const fetch: FileServer['fetch'] = (url, init) => {
        if (!String(url).includes('/s/')) return server.fetch(url, init);
        asked++;
        return new Promise((_, reject) => {
          init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
        });
      };
      const { library } = open(undefined, { ...server, fetch });
      await library.loadList(home);
      const [word = ''] = newest.title.split(' ');
      const searching = library.search({ text: word, keywords: [], order: 'best', limit: 5 });
      await vi.waitFor(() => expect(asked).toBeGreaterThan(0), { timeout: 5000 });
      await vi.advanceTimersByTimeAsync(9500);
      const answer = await searching;
      expect(answer.scope).toBe('titles');
      expect(answer.hits.map(({ post }) => post.permalink)).toContain(newest.permalink);
    } finally {
      vi.useRealTimers();
    }
  });

  test('drops the requests of a list once the reader has moved on, but not what the next page asks for too', async () => {
    vi.useFakeTimers();
    try {
      const server = createFileServer([...files, ...postFiles]);
      const hanging: AbortSignal[] = [];
      const fetch: FileServer['fetch'] = (url, init) => {
        if (!String(url).includes('/new.json')) return server.fetch(url, init);
        const signal = init?.signal ?? expect.fail('no signal');
        hanging.push(signal);
        return new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
        });
      };
      const { library } = open(undefined, { ...server, fetch });
      const keyword = catalog.keywords[0]?.slug ?? expect.fail('no keyword');
      const left = library.loadList({ kind: 'keyword', slug: keyword, pageNumber: 1 });
      const failure = left.catch((error: unknown) => error);
      await vi.advanceTimersByTimeAsync(10);
      library.moveOn();
      const wanted = library.loadList(home);
      wanted.catch(() => undefined);
      await vi.advanceTimersByTimeAsync(400);
      expect(await failure).toMatchObject({ name: 'AbortError' });
      expect(hanging.map(({ aborted }) => aborted)).toEqual([true, false]);
    } finally {
      vi.useRealTimers();
    }
  });

  test('tells who listens once the connection is back', async () => {
    const handlers: (() => void)[] = [];
    vi.stubGlobal('addEventListener', (_: string, handler: () => void) => handlers.push(handler));
    const { library, server } = open(pageData());
    const told = vi.fn();
    library.onChange(told);
    server.faults.set('data/v1/p/6.json', () => {
      throw new TypeError('Failed to fetch');
    });
    const page = { kind: 'all', pageNumber: 2 } as const;
    await expect(library.loadList(page)).rejects.toMatchObject({ kind: 'offline' });
    expect([told.mock.calls.length, handlers.length]).toEqual([0, 1]);
    server.faults.clear();
    handlers[0]?.();
    expect(told).toHaveBeenCalledTimes(1);
    expect((await library.loadList(page)).posts).toHaveLength(20);
    vi.unstubAllGlobals();
  });
});
