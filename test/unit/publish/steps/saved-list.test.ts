import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildCatalog } from '../../../../src/content/blog/catalog.ts';
import {
  decodeSavedFiles,
  decodeSavedPart,
} from '../../../../src/content/files/saved/saved-list.ts';
import type { SavedEntry, SavedFile } from '../../../../src/content/files/saved/saved-list.ts';
import { openCache } from '../../../../src/publish/disk/cache.ts';
import { createSavedList } from '../../../../src/publish/steps/saved-list.ts';
import type { SavedList } from '../../../../src/publish/steps/saved-list.ts';
import { createMeta, testSite } from '../../../support/create-meta.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

const page =
  '<img alt="x" src="/repo/posts/a%20b.png"><img src="https://b.example/c.png"><img src="/repo/gone.png">';

function list(html = page): {
  readonly entry: SavedEntry | undefined;
  readonly files: readonly SavedFile[];
} {
  const folder = makeFolder({ 'a.png': '12345', 'a.md': '1234567' });
  const saved = createSavedList({
    catalog: buildCatalog([createMeta({ path: 'a.md', keywords: ['Rust'] })], testSite),
    buildId: 'b1',
    base: '/repo/',
    copies: [
      { fileName: 'posts/a.md', file: join(folder, 'a.md') },
      { fileName: 'posts/a b.png', file: join(folder, 'a.png') },
    ],
    cache: openCache(join(folder, 'cache')),
    folder: join(folder, 'dist'),
  });
  saved.note('posts/a/index.html', html);
  saved.note('posts/a/post.json', '{}');
  saved.note('index.html', '<p>');
  saved.note('data/v1/root.json', '{}');
  saved.note('atom.xml', '<feed>');
  const read = (name: string): unknown => {
    const file = saved.list().find(({ fileName }) => fileName === `data/v1/o/${name}.json`);
    return JSON.parse(String(file?.content));
  };
  return {
    entry: decodeSavedPart(read('0'), 'o').entries[0],
    files: decodeSavedFiles(read('files'), 'o').files,
  };
}

/** The stamp of the first of the files around the posts. */
function stampOf(saved: SavedList): string | undefined {
  const file = saved.list().find(({ fileName }) => fileName === 'data/v1/o/files.json');
  return decodeSavedFiles(JSON.parse(String(file?.content)), 'o').files[0]?.stamp;
}

describe('createSavedList', () => {
  test('weighs a post with its text, its record and the pictures of the blog that it shows', () => {
    expect(list().entry).toMatchObject({
      permalink: '/posts/a/',
      source: 'posts/a.md',
      sizeBytes: page.length + 2 + 5 + 7,
      pictures: ['posts/a b.png'],
      keywords: ['rust'],
    });
  });

  test('gives a page that has changed another stamp', () => {
    expect(list().entry?.stamp).toBe(list().entry?.stamp);
    expect(list(`${page}.`).entry?.stamp).not.toBe(list().entry?.stamp);
  });

  test('names lists and the pages around the posts in order, and nothing for other programs', () => {
    expect(list().files.map(({ path }) => path)).toEqual(['data/v1/root.json', '']);
  });

  test('knows a file that stayed from the build before, and reads one that was changed since', () => {
    const folder = makeFolder({ 'dist/index.html': '<p>' });
    const open = (): SavedList =>
      createSavedList({
        catalog: buildCatalog([], testSite),
        buildId: 'b1',
        base: '/',
        copies: [],
        cache: openCache(join(folder, 'cache')),
        folder: join(folder, 'dist'),
      });
    const first = open();
    first.note('index.html', 'what was written');
    first.save();
    const second = open();
    second.keep('index.html');
    expect(stampOf(second)).toBe(stampOf(first));
    writeFileSync(join(folder, 'dist', 'index.html'), 'another page');
    const third = open();
    third.keep('index.html');
    const read = open();
    read.note('index.html', 'another page');
    expect(stampOf(third)).toBe(stampOf(read));
    expect(stampOf(third)).not.toBe(stampOf(first));
  });
});
