import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { isPostPath, maximumPostBytes, scanPosts } from '../../../src/build/scan-posts.ts';
import type { FolderScan, ParsedFile } from '../../../src/build/scan-posts.ts';
import type { FolderFile } from '../../../src/build/walk-folder.ts';
import type { HiddenReason } from '../../../src/content/post.ts';
import { findMentions } from '../../../src/content/mentions.ts';
import { makeFolder } from '../../support/temporary-folder.ts';
import { makeMeta } from '../../support/post-meta.ts';

const hiddenBy = new Map<string, HiddenReason>([
  ['draft', { kind: 'draft' }],
  ['draft: true', { kind: 'draft' }],
  ['unclear', { kind: 'unclear', setting: 'draft', value: 'ja' }],
]);

/** Stands in for the parser: the title is the first line, and the second may hide; not to tell is a problem. */
function parse(file: FolderFile): Promise<ParsedFile> {
  const text = readFileSync(file.file, 'utf8');
  const [title = '', state] = text.split('\n');
  const hidden = state === undefined ? undefined : hiddenBy.get(state);
  return Promise.resolve({
    meta: makeMeta({ path: file.path, title, hidden }),
    problems:
      hidden?.kind === 'unclear'
        ? [{ kind: 'front-matter', severity: 'warning', file: `posts/${file.path}`, message: '' }]
        : [],
    mentions: findMentions(text),
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
    const { posts } = await scan({ 'b.md': 'B', 'a/index.md': 'A', 'c.markdown': 'C' });
    expect(posts.map(({ meta }) => meta.title)).toEqual(['A', 'B', 'C']);
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

  test('lists assets beside visible posts', async () => {
    expect(await listAssets({ 'a/index.md': 'A', 'a/cat.png': '', 'a/b/dog.png': '' })).toEqual([
      'a/b/dog.png',
      'a/cat.png',
    ]);
  });

  test('keeps back all of the bundle of a draft', async () => {
    const files = { 'a/index.md': 'A\ndraft', 'a/cat.png': '', 'a/b/dog.png': '', 'b.png': '' };
    expect(await listAssets(files)).toEqual(['b.png']);
  });

  test('keeps the assets of a bundle that is visible in one language', async () => {
    const files = { 'a/index.md': 'A\ndraft', 'a/index.fr.md': 'A', 'a/cat.png': '' };
    expect(await listAssets(files)).toEqual(['a/cat.png']);
  });

  test('keeps the assets of a visible bundle within that of a draft', async () => {
    const files = { 'a/index.md': 'A\ndraft', 'a/b/index.md': 'B', 'a/b/cat.png': '' };
    expect(await listAssets(files)).toEqual(['a/b/cat.png']);
  });

  test('keeps back the files beside nothing but drafts', async () => {
    expect(await listAssets({ 'drafts/x.md': 'X\ndraft', 'drafts/cat.png': '' })).toEqual([]);
  });

  test('keeps the files of a folder without posts', async () => {
    expect(await listAssets({ 'x.md': 'X\ndraft', 'images/cat.png': '' })).toEqual([
      'images/cat.png',
    ]);
  });

  test.each([
    ['a folder within one of nothing but drafts', { 'd/x.md': 'X\ndraft', 'd/images/cat.png': '' }],
    [
      'a folder within one of drafts, beside one of posts',
      { 'd/x.md': 'X\ndraft', 'd/a/b/cat.png': '', 'd/posts/y.md': 'Y' },
    ],
    ["Jekyll's drafts", { '_drafts/cat.png': '', 'x.md': 'X' }],
    ["a folder of Jekyll's drafts", { 'a/_drafts/img/cat.png': '', 'a/x.md': 'X' }],
    [
      'a section that is a draft',
      { 's/_index.md': 'S\ndraft', 's/a/index.md': 'A', 's/a/c.png': '' },
    ],
  ])('keeps back the files of %s', async (_name, files) => {
    expect(await listAssets(files)).toEqual([]);
  });

  test('keeps the files of a folder of posts within one of drafts', async () => {
    const files = { 'd/x.md': 'X\ndraft', 'd/posts/y.md': 'Y', 'd/posts/img/cat.png': '' };
    expect(await listAssets(files)).toEqual(['d/posts/img/cat.png']);
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

  test('leaves out drafts that are no Markdown, with what lies beside them', async () => {
    const { posts, assets, problems } = await scan({
      'a.md': 'A',
      'b.mdx': '---\ndraft: true\n---',
      'c/d.html': '---\ndraft: true\n---',
      'c/cat.png': '',
      'e.html': '---\ntitle: x\n---',
    });
    expect(posts).toHaveLength(1);
    expect(assets.map(({ path }) => path)).toEqual(['e.html']);
    expect(problems).toMatchObject([
      { kind: 'hidden', file: 'posts/b.mdx' },
      { kind: 'hidden', file: 'posts/c/d.html' },
    ]);
  });

  test('hides the posts below a section that does not tell whether it is a draft', async () => {
    const { posts, problems } = await scan({ 's/_index.md': 'S\nunclear', 's/a.md': 'A' });
    expect(posts[0]?.meta.hidden).toEqual({ kind: 'section', path: 's/_index.md' });
    expect(problems).toMatchObject([{ file: 'posts/s/_index.md', severity: 'warning' }]);
  });

  test('hides the posts below a section that is a draft, as Zola does', async () => {
    const { posts } = await scan({
      's/_index.md': 'S\ndraft',
      's/a/index.md': 'A',
      's/b.md': 'B\ndraft',
      't/_index.md': 'T',
      't/c.md': 'C',
    });
    expect(posts.map(({ meta }) => [meta.title, meta.hidden])).toEqual([
      ['A', { kind: 'section', path: 's/_index.md' }],
      ['B', { kind: 'draft' }],
      ['C', undefined],
    ]);
  });

  test('names a series after the section below a folder named series', async () => {
    const { posts } = await scan({
      'series/_index.md': 'All series',
      'series/ferry/_index.md': 'The ferry',
      'series/ferry/one/index.md': 'One',
      'series/loose.md': 'Loose',
    });
    expect(posts.map(({ meta }) => meta.series?.name)).toEqual(['The ferry', undefined]);
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
