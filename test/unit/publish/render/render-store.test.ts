import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { openCache } from '../../../../src/publish/disk/cache.ts';
import type { Cache } from '../../../../src/publish/disk/cache.ts';
import { loadBlog } from '../../../../src/publish/scan/load-blog.ts';
import type { Blog } from '../../../../src/publish/scan/load-blog.ts';
import { parseFile } from '../../../../src/publish/scan/parse-file.ts';
import { createMentionReader } from '../../../../src/publish/scan/read-mentions.ts';
import { readSite } from '../../../../src/publish/scan/read-site.ts';
import type { PoolOutcome } from '../../../../src/publish/render/render-pool.ts';
import type { RenderedPost, RenderJob } from '../../../../src/publish/render/render-post.ts';
import { hashBytes } from '../../../../src/publish/disk/hash-bytes.ts';
import { openFactsTable } from '../../../../src/publish/render/post-facts.ts';
import type { PostFacts } from '../../../../src/publish/render/post-facts.ts';
import { createRenderStore } from '../../../../src/publish/render/render-store.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

const rendered: RenderedPost = {
  body: { kind: 'empty' },
  headings: [],
  findings: [],
  problems: [],
  references: { 'b.md': '/posts/b/' },
  images: {},
  markdown: '',
  missing: ['c.md'],
  needs: [],
  languages: [],
};

const source = '+++\ntitle = "A"\n+++\nText.\n';

function makeBlog(): { root: string; cacheFolder: string } {
  const root = makeFolder({ 'public/posts/a.md': source, 'public/posts/b.md': source });
  return { root, cacheFolder: join(makeFolder(), 'cache') };
}

function load(root: string): Promise<Blog> {
  const files = readSite(root, {});
  return loadBlog({
    files,
    parse: (collection, file, vault) =>
      parseFile(readFileSync(file.file), file.path, {
        site: files.site,
        collection,
        today: '2026-01-01',
        vault,
      }),
    listMentions: createMentionReader(files.site.url),
  });
}

/** Renders post A in a new process, as it were, and tells how often the pool was asked. */
async function renderA(
  place: { root: string; cacheFolder: string },
  outcome: PoolOutcome<RenderedPost> = { kind: 'done', value: rendered },
  version = '1',
): Promise<{ result: RenderedPost; asked: number }> {
  const blog = await load(place.root);
  let asked = 0;
  const render = (_job: RenderJob): Promise<PoolOutcome<RenderedPost>> => {
    asked++;
    return Promise.resolve(outcome);
  };
  const cache = openCache(place.cacheFolder);
  const store = createRenderStore({ blog, pool: { render }, cache, version });
  const entry = blog.catalog.byPermalink.get('/posts/a/');
  if (entry === undefined) throw new Error('no post');
  const result = await store.load(entry);
  await store.load(entry);
  return { result, asked };
}

/** The facts of post A, in a new process: with those of the last build, unless they are damaged. */
async function loadFacts(
  place: { root: string; cacheFolder: string },
  outcome: PoolOutcome<RenderedPost> = { kind: 'done', value: rendered },
): Promise<{ facts: PostFacts; asked: number; read: number }> {
  const blog = await load(place.root);
  const count = { asked: 0, read: 0 };
  const kept = openCache(place.cacheFolder);
  const cache: Cache = {
    ...kept,
    load(key) {
      count.read++;
      return kept.load(key);
    },
  };
  const render = (): Promise<PoolOutcome<RenderedPost>> => {
    count.asked++;
    return Promise.resolve(outcome);
  };
  const facts = openFactsTable(cache);
  count.read = 0;
  const store = createRenderStore({ blog, pool: { render }, cache, version: '1', facts });
  const entry = blog.catalog.byPermalink.get('/posts/a/');
  if (entry === undefined) throw new Error('no post');
  const result = await store.loadFacts(entry);
  await store.loadFacts(entry);
  facts.save();
  await cache.prune();
  return { facts: result, ...count };
}

describe('createRenderStore', () => {
  test('knows the facts of a post without reading it again, and keeps the post', async () => {
    const place = makeBlog();
    const first = await loadFacts(place);
    expect(first).toMatchObject({ asked: 1, facts: { references: rendered.references } });
    expect(await loadFacts(place)).toEqual({ facts: first.facts, asked: 0, read: 0 });
    expect((await renderA(place)).asked).toBe(0);
  });

  test('renders a post again whose facts no longer hold', async () => {
    const place = makeBlog();
    await loadFacts(place);
    writeFileSync(join(place.root, 'public/posts/c.md'), source);
    expect((await loadFacts(place)).asked).toBe(1);
  });

  test('keeps no facts of a post that took too long', async () => {
    const place = makeBlog();
    await loadFacts(place, { kind: 'timeout' });
    expect((await loadFacts(place)).asked).toBe(1);
  });

  test('renders a post once and keeps it for the next build', async () => {
    const place = makeBlog();
    expect(await renderA(place)).toEqual({ result: rendered, asked: 1 });
    expect(await renderA(place)).toEqual({ result: rendered, asked: 0 });
  });

  test.each<[string, (root: string) => void]>([
    [
      'the post has changed',
      (root) => writeFileSync(join(root, 'public/posts/a.md'), `${source}!`),
    ],
    ['what was missing has come', (root) => writeFileSync(join(root, 'public/posts/c.md'), source)],
    [
      'what it refers to has moved',
      (root) =>
        writeFileSync(join(root, 'public/posts/b.md'), '+++\ntitle = "B"\nslug = "bee"\n+++\n'),
    ],
  ])('renders again when %s', async (_what, change) => {
    const place = makeBlog();
    await renderA(place);
    change(place.root);
    expect((await renderA(place)).asked).toBe(1);
  });

  test('does not render again when another post has changed', async () => {
    const place = makeBlog();
    await renderA(place);
    writeFileSync(join(place.root, 'public/posts/b.md'), `${source}more`);
    expect((await renderA(place)).asked).toBe(0);
  });

  test('renders again when the code or the settings have changed', async () => {
    const place = makeBlog();
    await renderA(place);
    expect((await renderA(place, undefined, '2')).asked).toBe(1);
  });

  test.each([
    ['took too long', { kind: 'timeout' }, 'timeout', 'took too long'],
    ['failed', { kind: 'failed', message: 'out of memory' }, 'failed', 'out of memory'],
  ] as const)('shows the source of a post that %s', async (_what, outcome, reason, message) => {
    const place = makeBlog();
    const { result } = await renderA(place, outcome);
    expect(result.body).toEqual({ kind: 'source', text: source, reason });
    expect(result.problems).toMatchObject([
      { kind: 'limit', file: 'posts/a.md', message: expect.stringContaining(message) },
    ]);
  });

  test('shows no comment of a vault where the source must do', async () => {
    const root = makeFolder({
      'site.toml': 'vault = true',
      'public/posts/a.md': '---\ntitle: A\n---\nText %%secret%% [[b]].\n',
    });
    const { result } = await renderA({ root, cacheFolder: makeFolder() }, { kind: 'timeout' });
    const text = '---\ntitle: A\n---\nText b.\n';
    expect(result).toMatchObject({ body: { text }, markdown: text, published: text });
  });

  test('renders a note again when a name means another note, or a shown one has changed', async () => {
    const value: RenderedPost = {
      ...rendered,
      missing: [],
      references: {},
      vault: {
        names: {
          'posts/a.md\nB': { kind: 'note', target: '/posts/b/', source: 'posts/b.md', rivals: [] },
        },
        shown: { 'posts/b.md': hashBytes('b') },
      },
    };
    const root = makeFolder({
      'site.toml': 'vault = true',
      'public/posts/a.md': '[[B]]',
      'public/posts/b.md': 'b',
    });
    const place = { root, cacheFolder: join(makeFolder(), 'cache') };
    await renderA(place, { kind: 'done', value });
    expect((await renderA(place, { kind: 'done', value })).asked).toBe(0);
    writeFileSync(join(root, 'public/posts/b.md'), 'changed');
    expect((await renderA(place, { kind: 'done', value })).asked).toBe(1);
    writeFileSync(join(root, 'public/posts/b.md'), '---\nslug: bee\n---\n');
    expect((await renderA(place, { kind: 'done', value })).asked).toBe(1);
  });

  test.each([
    ['a list is missing', { ...rendered, headings: undefined }],
    ['the body is of no kind', { ...rendered, body: { kind: 'poem' } }],
    ['the text of the body is missing', { ...rendered, body: { kind: 'html' } }],
  ])('renders again when in the cache %s', async (_, damaged) => {
    const place = makeBlog();
    await renderA(place);
    const kept = readdirSync(place.cacheFolder, { recursive: true, withFileTypes: true });
    for (const file of kept.filter((entry) => entry.isFile())) {
      writeFileSync(join(file.parentPath, file.name), JSON.stringify(damaged));
    }
    expect(await renderA(place)).toEqual({ result: rendered, asked: 1 });
  });

  test('does not keep a failure', async () => {
    const place = makeBlog();
    await renderA(place, { kind: 'timeout' });
    expect((await renderA(place)).asked).toBe(1);
  });
});
