// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { encodePostRecord } from '../../../../src/content/files/post-record.ts';
import type { PostRecord } from '../../../../src/content/files/post-record.ts';
import type { RenderJob } from '../../../../src/content/files/render-message.ts';
import { createHttp } from '../../../../src/library/net/http.ts';
import { loadPost } from '../../../../src/library/post/load-post.ts';
import type { RenderResult } from '../../../../src/library/post/render-in-worker.ts';
import { createSanitize } from '../../../../src/library/post/sanitize.ts';
import { testSite } from '../../../support/create-meta.ts';
import { writePage } from '../../../support/write-page.ts';
import { createFileServer } from '../../../support/file-server.ts';
import type { FileServer } from '../../../support/file-server.ts';

const record: PostRecord = {
  collection: 'posts',
  card: {
    id: 4,
    path: 'a/index.md',
    permalink: '/posts/a/',
    title: 'A',
    day: '2020-01-01',
    minutes: 1,
    keywords: [],
    summary: 'Opening',
    language: undefined,
  },
  date: { day: '2020-01-01', instant: undefined },
  updated: undefined,
  author: undefined,
  description: undefined,
  image: undefined,
  references: { 'b.png': '/posts/a/b.png' },
  images: {},
  needs: [],
  languages: [],
  previous: { permalink: '/posts/0/', title: '0' },
  next: undefined,
  related: [],
  series: undefined,
  translations: [],
  problems: [],
};

interface Setting {
  readonly server: FileServer;
  readonly jobs: RenderJob[];
  load(
    permalink: string,
    card?: PostRecord['card'],
    signal?: AbortSignal,
  ): ReturnType<typeof loadPost>;
}

function open(
  files: Readonly<Record<string, string>>,
  respond: (job: RenderJob) => Partial<RenderResult> = () => ({}),
  clean = createSanitize(window),
): Setting {
  const server = createFileServer(Object.entries(files));
  const jobs: RenderJob[] = [];
  const tools = {
    http: createHttp({ base: '/', fetch: server.fetch, retryMs: 0 }),
    site: testSite,
    base: '/',
    loadSanitize: () => Promise.resolve(clean),
    loadShortcodes: () => Promise.resolve({}),
    async render(job: RenderJob): Promise<RenderResult> {
      jobs.push(job);
      const slug = job.path.replace(/(?:\/index)?\.md$/, '');
      const card = {
        ...record.card,
        id: -1,
        path: job.path,
        permalink: `/posts/${slug}/`,
        title: slug,
      };
      const { date, updated, author, description, image } = record;
      const facts = { card, date, updated, author, description, image, isHidden: false };
      const html = '<p>Text<script>alert(1)</script></p>';
      const outcome = { facts, html, headings: [{ level: 2, id: 'h', text: 'H' }], problems: [] };
      return Promise.resolve({ kind: 'rendered', outcome, ...respond(job) } as RenderResult);
    },
  };
  return {
    server,
    jobs,
    load: (permalink, card, signal) => loadPost(tools, permalink, { card, signal }),
  };
}

function answerPage(): Response {
  return new Response('<p>', { headers: { 'content-type': 'text/html' } });
}

/** The page of the post as the build writes it, with `body`. */
function finishedPage(body: string): Response {
  const { references: _, images: _images, needs: _needs, languages: _languages, ...facts } = record;
  const view = { ...facts, headings: [], body: { kind: 'html' } } as const;
  const html = writePage(body, {
    overview: undefined,
    keywords: undefined,
    lists: [],
    archives: [],
    posts: [{ permalink: '/posts/a/', view }],
  });
  return new Response(html, { headers: { 'content-type': 'text/html' } });
}

const published = { 'posts/a/post.json': encodePostRecord(record), 'posts/a/index.md': '# A' };

function refuse(): never {
  throw new Error('no worker');
}

describe('loadPost', () => {
  test('shows what the record tells around the sanitized body', async () => {
    const { load, jobs } = open(published);
    const view = await load('/posts/a/');
    expect(view).toMatchObject({
      card: record.card,
      previous: record.previous,
      headings: [{ id: 'h' }],
      body: { kind: 'html' },
    });
    expect(view).not.toHaveProperty('references');
    const html = view?.body.kind === 'html' ? view.body.html.content : undefined;
    expect(html instanceof Element && html.innerHTML).toBe('<p>Text</p>');
    expect(jobs[0]).toMatchObject({
      path: 'a/index.md',
      collection: 'posts',
      known: { permalink: '/posts/a/', references: record.references },
    });
  });

  test('asks for text and record at once when the path is known', async () => {
    const { load, server } = open(published);
    await load('/posts/a/', record.card);
    expect(server.requests).toEqual(['posts/a/index.md', 'posts/a/post.json']);
  });

  test('asks for the text by the record when the card is out of date', async () => {
    const { load, server } = open(published);
    const view = await load('/posts/a/', { ...record.card, path: 'old.md' });
    expect(view?.card).toEqual(record.card);
    expect(server.requests).toEqual(['posts/old.md', 'posts/a/post.json', 'posts/a/index.md']);
  });

  test('asks for a free page in its own folder', async () => {
    const page: PostRecord = {
      ...record,
      collection: 'pages',
      card: { ...record.card, id: -1, path: 'about.md', permalink: '/about/' },
    };
    const { load } = open({ 'about/post.json': encodePostRecord(page), 'pages/about.md': 'x' });
    expect(await load('/about/')).toMatchObject({ collection: 'pages' });
  });

  test.each([
    ['timeout', { kind: 'timeout' }],
    ['failed', { kind: 'failed', message: 'x' }],
  ] as const)('shows the source when rendering ends as %s', async (reason, result) => {
    const { load } = open(published, () => result);
    expect(await load('/posts/a/')).toMatchObject({
      card: record.card,
      body: { kind: 'source', text: '# A', reason },
      headings: [],
    });
  });

  test('shows the source when the sanitizer fails', async () => {
    const { load } = open(published, undefined, () => {
      throw new Error('too deep');
    });
    expect(await load('/posts/a/')).toMatchObject({
      body: { kind: 'source', text: '# A', reason: 'failed' },
      headings: [],
    });
  });

  test('knows an empty body', async () => {
    const { load } = open(published, () => ({
      kind: 'rendered',
      outcome: { facts: {} as never, html: ' \n', headings: [], problems: [] },
    }));
    expect((await load('/posts/a/'))?.body).toEqual({ kind: 'empty' });
  });

  test.each([
    ['posts/new.md', '/posts/new/', 'new.md'],
    ['posts/new/index.md', '/posts/new/', 'new/index.md'],
  ])('finds a post put in after the build: %s', async (file, permalink, path) => {
    const { load, jobs } = open({ [file]: 'text' });
    const view = await load(permalink);
    expect(view).toMatchObject({
      card: { id: -1, title: 'new', path },
      previous: undefined,
      problems: [],
    });
    expect(jobs[0]?.known).toBeUndefined();
  });

  test.each(['pages/info/imprint.md', 'pages/info/imprint/index.md'])(
    'finds a free page put in after the build: %s',
    async (file) => {
      const { load } = open({ [file]: 'text' });
      expect(await load('/info/imprint/')).toMatchObject({ collection: 'pages' });
    },
  );

  test('shows a dropped post by its name when it cannot be rendered', async () => {
    const { load } = open({ 'posts/new.md': 'text' }, () => ({ kind: 'timeout' }));
    expect(await load('/posts/new/')).toMatchObject({
      card: { title: 'new', permalink: '/posts/new/' },
      body: { kind: 'source', text: 'text' },
    });
  });

  test('leads from the name of a file to the post with another address', async () => {
    const { load } = open({ ...published, 'posts/2020-01-01-a.md': 'text' }, (job) =>
      job.path === '2020-01-01-a.md'
        ? {
            kind: 'rendered',
            outcome: {
              facts: { card: record.card, isHidden: false } as never,
              html: '<p>',
              headings: [],
              problems: [],
            },
          }
        : {},
    );
    expect(await load('/posts/2020-01-01-a/')).toMatchObject({ card: record.card });
  });

  test('hides a draft put in after the build', async () => {
    const { load } = open({ 'posts/new.md': 'text' }, () => ({
      kind: 'rendered',
      outcome: {
        facts: { card: record.card, isHidden: true } as never,
        html: '<p>',
        headings: [],
        problems: [],
      },
    }));
    expect(await load('/posts/new/')).toBeUndefined();
  });

  test('keeps the address a dropped post was found at: it has no other before the next build', async () => {
    const { load } = open({ 'posts/2026-12-01-new.md': 'text' }, () => ({
      kind: 'rendered',
      outcome: {
        facts: { card: { ...record.card, permalink: '/posts/new/' }, isHidden: false } as never,
        html: '<p>',
        headings: [],
        problems: [],
      },
    }));
    const view = await load('/posts/2026-12-01-new/');
    expect(view?.card.permalink).toBe('/posts/2026-12-01-new/');
  });

  test('says that nothing is there, also where a host answers with a page', async () => {
    const { load, server } = open({});
    expect(await load('/posts/none/')).toBeUndefined();
    for (const path of server.requests) server.faults.set(path, answerPage);
    expect(await load('/posts/none/')).toBeUndefined();
    expect(await load('/')).toBeUndefined();
  });

  test.each([
    ['the record breaks', 'posts/a/post.json', 500, 'bad-response'],
    ['the text breaks', 'posts/a/index.md', 500, 'bad-response'],
    ['the text is gone', 'posts/a/index.md', 404, 'not-found'],
  ])('rejects when %s', async (_, file, status, kind) => {
    const { load, server } = open(published);
    server.faults.set(file, () => new Response('', { status }));
    await expect(load('/posts/a/', record.card)).rejects.toMatchObject({ kind });
    server.faults.clear();
    expect(await load('/posts/a/', record.card)).toMatchObject({ card: record.card });
  });

  test.each([
    ['its record', 'posts/a/post.json', 500],
    ['its text', 'posts/a/index.md', 500],
    ['its text, which is gone,', 'posts/a/index.md', 404],
  ])('reads the finished page where %s does not come', async (_, file, status) => {
    const { load, server } = open(published);
    server.faults.set(file, () => new Response('', { status }));
    server.faults.set('posts/a/', () => finishedPage('<p>Finished<script>alert(1)</script></p>'));
    const view = await load('/posts/a/', record.card);
    expect(view).toMatchObject({ card: record.card, previous: record.previous });
    const html = view?.body.kind === 'html' ? view.body.html.content : undefined;
    expect(html instanceof Element && html.innerHTML).toBe('<p>Finished</p>');
  });

  test.each([
    ['the worker does not start', refuse],
    ['a part of the renderer is not there', () => ({ kind: 'failed', message: 'import' }) as const],
    ['the worker is not done in time', () => ({ kind: 'timeout' }) as const],
  ])('reads the finished page where %s, else shows the source', async (_, respond) => {
    const { load, server } = open(published, respond);
    expect(await load('/posts/a/')).toMatchObject({
      card: record.card,
      body: { kind: 'source', text: '# A' },
    });
    server.faults.set('posts/a/', () => finishedPage('<p>Finished</p>'));
    expect(await load('/posts/a/')).toMatchObject({ body: { kind: 'html' } });
  });

  test('asks for no finished page once nobody waits', async () => {
    const { load, server } = open(published);
    server.faults.set('posts/a/index.md', () => new Response('', { status: 404 }));
    const signal = AbortSignal.abort(new Error('moved on'));
    await expect(load('/posts/a/', record.card, signal)).rejects.toThrow('moved on');
    expect(server.requests).not.toContain('posts/a/');
  });

  test('does not take a server error for the absence of a dropped post', async () => {
    const { load, server } = open({});
    server.faults.set('posts/new.md', () => new Response('', { status: 500 }));
    await expect(load('/posts/new/')).rejects.toMatchObject({ kind: 'bad-response' });
  });
});
