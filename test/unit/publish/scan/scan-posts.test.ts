import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import type { ParsedFile } from '../../../../src/publish/scan/parse-file.ts';
import { maximumPostBytes } from '../../../../src/publish/scan/read-post.ts';
import { isPostPath, scanPosts } from '../../../../src/publish/scan/scan-posts.ts';
import type { FolderScan } from '../../../../src/publish/scan/scan-posts.ts';
import type { FolderFile } from '../../../../src/publish/disk/walk-folder.ts';
import type { HiddenReason } from '../../../../src/content/model/post.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';
import { makeMeta } from '../../../support/create-meta.ts';

const hiddenBy = new Map<string, HiddenReason>([
  ['draft', { kind: 'draft' }],
  ['draft: true', { kind: 'draft' }],
]);

/** Stands in for the parser: the title is the first line, and the second may hide. */
function parse(file: FolderFile): Promise<ParsedFile> {
  const text = readFileSync(file.file, 'utf8');
  const [title = '', state] = text.split('\n');
  const hidden = state === undefined ? undefined : hiddenBy.get(state);
  return Promise.resolve({
    meta: makeMeta({ path: file.path, title, hidden }),
    problems: [],
    hash: title,
  });
}

function scan(files: Readonly<Record<string, string>>): Promise<FolderScan> {
  return scanPosts({ folder: makeFolder(files), collection: 'posts', parse });
}

async function listAssets(files: Readonly<Record<string, string>>): Promise<string[]> {
  return (await scan(files)).assets.map((asset) => asset.path);
}

describe('scanPosts', () => {
  test('finds posts in all folders', async () => {
    const { posts } = await scan({
      'b.md': 'B',
      'a/index.md': 'A',
      'c.markdown': 'C',
      'd/index.mdx': 'D',
    });
    expect(posts.map(({ meta }) => meta.title)).toEqual(['A', 'B', 'C', 'D']);
  });

  test('skips sections and README files', async () => {
    const { posts, assets } = await scan({
      '_index.md': '',
      'a/_index.fr.md': '',
      'README.md': '',
    });
    expect(posts).toEqual([]);
    expect(assets).toEqual([]);
  });

  test('lists what lies beside posts, hidden ones too', async () => {
    const files = { 'a/index.md': 'A\ndraft', 'a/cat.png': '', 'b/dog.swf': '', 'site.old': '' };
    expect(await listAssets(files)).toEqual(['a/cat.png', 'b/dog.swf', 'site.old']);
  });

  test('hides the templates of a vault', async () => {
    const { posts } = await scan({
      '.obsidian/app.json': '{}',
      'templates/day.md': 'T',
      'a.md': 'A',
    });
    expect(posts.map(({ meta }) => [meta.path, meta.hidden])).toEqual([
      ['a.md', undefined],
      ['templates/day.md', { kind: 'template', folder: 'templates' }],
    ]);
  });

  test('leaves out keys and says so', async () => {
    const { assets, problems } = await scan({ 'a.md': 'A', id_rsa: '', 'cat.png': '' });
    expect(assets.map(({ path }) => path)).toEqual(['cat.png']);
    expect(problems).toMatchObject([{ severity: 'warning', file: 'posts' }]);
  });

  test('names files whose names have control characters', async () => {
    const { posts, problems } = await scan({ 'a\u0007b.md': 'A', 'c.md': 'C' });
    expect(posts.map(({ meta }) => meta.path)).toEqual(['ab.md', 'c.md']);
    expect(problems).toMatchObject([{ kind: 'encoding', file: 'posts/ab.md' }]);
  });

  test('leaves out copies of editors and says so', async () => {
    const { posts, assets, problems } = await scan({
      'a.md': 'A',
      'a.md~': '',
      'b.md.bak': '',
      'b.md.orig': '',
      'b.md.swp': '',
      'c/#b.md#': '',
      'cat.png': '',
    });
    expect(posts).toHaveLength(1);
    expect(assets.map(({ path }) => path)).toEqual(['cat.png']);
    expect(problems).toEqual([
      {
        kind: 'asset',
        severity: 'info',
        file: 'posts',
        message:
          'Left out, as copies of editors: `a.md~`, `b.md.bak`, `b.md.orig`, `b.md.swp`, `c/#b.md#`.',
        remedy: 'Rename what is to be published.',
      },
    ]);
  });

  test('leaves out drafts that are no Markdown', async () => {
    const { posts, drafts, assets, problems } = await scan({
      'a.md': 'A',
      'b.rst': '---\ndraft: true\n---',
      'c/d.html': '---\ndraft: true\n---',
      'c/cat.png': '',
      'e.html': '---\ntitle: x\n---',
      'f.yaml': '---\ndraft: true\n---',
    });
    expect(posts).toHaveLength(1);
    expect(drafts.map(({ path }) => path)).toEqual(['b.rst', 'c/d.html']);
    expect(assets.map(({ path }) => path)).toEqual(['c/cat.png', 'e.html', 'f.yaml']);
    expect(problems).toMatchObject([
      { kind: 'hidden', file: 'posts/b.rst' },
      { kind: 'hidden', file: 'posts/c/d.html' },
    ]);
  });

  test('hides the posts below a section that is a draft, as Zola does', async () => {
    const { posts, drafts } = await scan({
      's/_index.md': 'S\ndraft',
      's/a/index.md': 'A',
      's/b.md': 'B\ndraft',
      't/_index.md': 'T',
      't/c.md': 'C',
    });
    expect(posts.map(({ meta }) => [meta.title, meta.hidden])).toEqual([
      ['A', { kind: 'section', path: 's/_index.md', reason: { kind: 'draft' } }],
      ['B', { kind: 'draft' }],
      ['C', undefined],
    ]);
    expect(drafts.map(({ path }) => path)).toEqual(['s/_index.md']);
  });

  test('reports a file that is too large instead of reading it', async () => {
    const { posts, problems } = await scan({ 'a.md': 'x'.repeat(maximumPostBytes + 1) });
    expect(posts).toEqual([]);
    expect(problems).toMatchObject([{ kind: 'limit', file: 'posts/a.md' }]);
  });

  test('reports a file that cannot be read and goes on', async () => {
    const folder = makeFolder({ 'a.md': 'A', 'b.md': 'B' });
    const { posts, problems } = await scanPosts({
      folder,
      collection: 'pages',
      parse: (file) => (file.path === 'a.md' ? Promise.reject(new Error('no right')) : parse(file)),
    });
    expect(posts).toHaveLength(1);
    expect(problems).toMatchObject([
      { file: 'pages/a.md', message: expect.stringContaining('no right') },
    ]);
  });

  test('tells its progress', async () => {
    const told: string[] = [];
    const onProgress = (done: number, total: number): void => void told.push(`${done}/${total}`);
    await scanPosts({
      folder: makeFolder({ 'a.md': '', 'b.md': '' }),
      collection: 'posts',
      parse,
      onProgress,
    });
    expect(told).toEqual(['1/2', '2/2']);
  });
});

describe('isPostPath', () => {
  test.each([
    ['a.md', true],
    ['A.MD', true],
    ['index.md', true],
    ['x/index.fr.md', true],
    ['_index.md', false],
    ['x/_index.fr.md', false],
    ['README.md', false],
    ['readme.markdown', false],
    ['a.txt', false],
    ['md', false],
  ])('%s: %s', (path, expected) => {
    expect(isPostPath(path)).toBe(expected);
  });
});
