import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import type { CatalogEntry } from '../../../../src/content/model/catalog-entry.ts';
import { encodePostRecord, parsePostRecord } from '../../../../src/content/files/post-record.ts';
import { foldNothing } from '../../../../src/publish/disk/find-fold.ts';
import { loadBlog } from '../../../../src/publish/scan/load-blog.ts';
import { parseFile } from '../../../../src/publish/scan/parse-file.ts';
import { createMentionReader } from '../../../../src/publish/scan/read-mentions.ts';
import { createPublisher } from '../../../../src/publish/steps/list-files.ts';
import type {
  KeptParts,
  Publisher,
  PublishOptions,
} from '../../../../src/publish/steps/list-files.ts';
import { readSite } from '../../../../src/publish/scan/read-site.ts';
import { createFacts } from '../../../../src/publish/render/post-facts.ts';
import type { RenderedPost } from '../../../../src/publish/render/render-post.ts';
import type { Problem } from '../../../../src/content/model/problem.ts';
import type { SafeHtml } from '../../../../src/content/model/html.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

const fault: Problem = {
  kind: 'link',
  severity: 'warning',
  file: 'posts/a.md',
  message: '`x` leads to nothing.',
};

const rendered: RenderedPost = {
  body: { kind: 'html', html: { content: '<p>Text.</p>' } as unknown as SafeHtml },
  headings: [],
  findings: [],
  problems: [fault],
  references: {},
  images: {},
  markdown: 'Text about ferries.',
  missing: [],
  needs: [],
  languages: [],
};

async function open(
  tellsProblems = false,
  onProgress?: PublishOptions['onProgress'],
  post: RenderedPost = rendered,
): Promise<Publisher> {
  const folder = makeFolder({
    'site.toml': 'url = "https://a.example/"',
    'public/posts/a.md':
      '+++\ntitle = "A"\nimage = "cover.png"\ndate = 2020-01-01\naliases = ["/old/", "/feed/"]\n[taxonomies]\nkeywords = ["Boats"]\n+++\nText.\n',
    'public/posts/cover.png': 'pixels',
    'public/robots.txt': 'mine',
  });
  const files = readSite(folder, {});
  const blog = await loadBlog({
    files,
    parse: (collection, file) =>
      parseFile(readFileSync(file.file), file.path, {
        site: files.site,
        collection,
        today: '2026-01-01',
      }),
    listMentions: createMentionReader(files.site.url),
  });
  return createPublisher({
    blog,
    site: files.site,
    base: '/',
    fold: foldNothing,
    store: {
      load: () => Promise.resolve(post),
      loadFacts: () => Promise.resolve(createFacts(post)),
    },
    buildId: 'build-1',
    settingsFile: 'site.toml',
    tellsProblems,
    knownLinks: new Map(),
    previews: undefined,
    searchThread: undefined,
    searchCache: undefined,
    onProgress,
  });
}

function firstOf({ blog }: Publisher): CatalogEntry {
  const [entry] = blog.catalog.entries;
  if (entry === undefined) throw new Error('no post');
  return entry;
}

describe('createPublisher', () => {
  test('makes every file that is not of one post', async () => {
    const names: string[] = [];
    for await (const { fileName } of (await open()).writeAll()) names.push(fileName);
    expect(names).toEqual(
      expect.arrayContaining([
        'data/v1/root.json',
        'data/v1/p/0.json',
        'data/v1/k/boats/new.json',
        'atom.xml',
        'rss.xml',
        'feed.json',
        'keywords/boats/atom.xml',
        'sitemap.xml',
        'llms.txt',
        '.nojekyll',
        'CNAME',
        'favicon.svg',
        'old/index.html',
        'feed/index.html',
        'feed.xml',
      ]),
    );
    expect(names.some((name) => name.startsWith('data/v1/s/'))).toBe(false);
    expect(new Set(names).size).toBe(names.length);
  });

  test('makes the search index beside the other files', async () => {
    const names: string[] = [];
    for await (const { fileName } of (await open()).writeSearch()) names.push(fileName);
    expect(names).toContain('data/v1/s/root.bin');
    expect(names.every((name) => name.startsWith('data/v1/s/'))).toBe(true);
  });

  test('tells how far each long step has come', async () => {
    const told = new Map<string, string>();
    const publisher = await open(false, (step, done, total) => told.set(step, `${done}/${total}`));
    for await (const { fileName } of publisher.writeAll()) expect(fileName).not.toBe('');
    for await (const { fileName } of publisher.writeSearch()) expect(fileName).not.toBe('');
    expect([...told]).toEqual([
      ['Writing lists', '2/2'],
      ['Writing feeds', '2/2'],
      ['Indexing', '1/1'],
    ]);
  });

  test('makes nothing that is kept, and notes the rest with its faults', async () => {
    const noted: string[] = [];
    const kept: KeptParts = {
      find: (name) =>
        name === 'lists' ? { fileNames: ['data/v1/root.json'], problems: [fault] } : undefined,
      note: (name) => void noted.push(name),
    };
    const publisher = await open();
    const names: string[] = [];
    for await (const { fileName } of publisher.writeAll(kept)) names.push(fileName);
    expect(names).not.toContain('data/v1/root.json');
    expect(names).toContain('atom.xml');
    expect(noted).toEqual(['feed /', 'feed /keywords/boats/', 'icons']);
    expect(publisher.problems).toContainEqual(fault);
  });

  test.each<[string, Partial<RenderedPost>]>([
    ['body', { body: { kind: 'empty' } }],
    ['text that is searched', { markdown: 'Other.' }],
  ])('hashes what is made of a post: its %s', async (_what, change) => {
    const hashes = new Map<string, string[]>();
    const kept: KeptParts = {
      find(name, inputs) {
        hashes.set(name, [...(hashes.get(name) ?? []), inputs]);
        return { fileNames: [], problems: [] };
      },
      note: () => undefined,
    };
    for (const post of [rendered, rendered, { ...rendered, ...change }]) {
      const publisher = await open(false, undefined, post);
      for await (const file of publisher.writeAll(kept)) expect(file.fileName).not.toBe('');
      for await (const file of publisher.writeSearch(kept)) expect(file).toBeUndefined();
      const view = await publisher.hashView(firstOf(publisher));
      hashes.set('view', [...(hashes.get('view') ?? []), view]);
    }
    for (const name of ['search', 'feed /', 'view']) {
      const [first, same, other] = hashes.get(name) ?? [];
      expect([name, same === first, other === first]).toEqual([name, true, false]);
    }
  });

  test("does not replace the blogger's own files", async () => {
    const names: string[] = [];
    for await (const { fileName } of (await open()).writeAll()) names.push(fileName);
    expect(names).not.toContain('robots.txt');
  });

  test('gives feeds the cover of a post', async () => {
    const feed = String((await (await open()).findFile('feed.json'))?.content);
    expect(JSON.parse(feed)).toMatchObject({
      items: [{ image: 'https://a.example/posts/cover.png' }],
    });
  });

  test('makes single files when they are asked for', async () => {
    const publisher = await open();
    expect((await publisher.findFile('atom.xml'))?.content).toContain('Text.');
    expect(await publisher.findFile('data/v1/root.json')).toBeDefined();
    expect(await publisher.findFile('data/v1/none.json')).toBeUndefined();
    expect(await publisher.findFile('src/main.ts')).toBeUndefined();
  });

  test('makes all files for single requests that it makes at once', async () => {
    const publisher = await open();
    const missing: string[] = [];
    for await (const { fileName, content } of publisher.writeAll()) {
      const single = await publisher.findFile(fileName);
      if (Buffer.compare(Buffer.from(single?.content ?? ''), Buffer.from(content)) !== 0) {
        missing.push(fileName);
      }
    }
    expect(missing).toEqual([]);
  });

  test('writes records without the faults of a post', async () => {
    const publisher = await open();
    const { file, problems } = await publisher.writeRecord(firstOf(publisher));
    expect(file.fileName).toBe('posts/a/post.json');
    const record = parsePostRecord(JSON.parse(String(file.content)), file.fileName);
    expect(record.problems).toEqual([]);
    expect(problems).toEqual([fault]);
  });

  test('loads the record that it writes', async () => {
    const publisher = await open();
    const { record, problems } = await publisher.loadRecord(firstOf(publisher));
    const { file } = await publisher.writeRecord(firstOf(publisher));
    expect(encodePostRecord(record)).toEqual(file.content);
    expect(problems).toEqual([fault]);
  });

  test('tells the faults in records in development', async () => {
    const publisher = await open(true);
    const { record } = await publisher.loadRecord(firstOf(publisher));
    expect(record.problems).toEqual([fault]);
  });

  test('gives the overview', async () => {
    expect((await open()).overview).toMatchObject({ buildId: 'build-1', total: 1 });
  });
});
