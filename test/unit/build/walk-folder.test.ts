import { symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { isIgnored, pathWithin, walkFolder } from '../../../src/build/walk-folder.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

async function listPaths(folder: string, skip?: ReadonlySet<string>): Promise<string[]> {
  return (await walkFolder(folder, skip)).map((file) => file.path);
}

describe('walkFolder', () => {
  test('lists files of all folders ordered by path', async () => {
    const folder = makeFolder({ 'b.md': 'b', 'a/z.md': 'z', 'a/b/c.png': '' });
    expect(await listPaths(folder)).toEqual(['a/b/c.png', 'a/z.md', 'b.md']);
  });

  test('tells the size', async () => {
    const folder = makeFolder({ 'a.md': 'four' });
    expect((await walkFolder(folder))[0]).toMatchObject({
      sizeBytes: 4,
      file: join(folder, 'a.md'),
    });
  });

  test('leaves out dotfiles and the folders of tools', async () => {
    const folder = makeFolder({
      '.git/x': '',
      '.DS_Store': '',
      'node_modules/a.md': '',
      'a.md': '',
    });
    expect(await listPaths(folder)).toEqual(['a.md']);
  });

  test('leaves out the folders it is told to skip', async () => {
    const folder = makeFolder({ 'posts/a.md': '', 'icon.svg': '' });
    expect(await listPaths(folder, new Set([join(folder, 'posts')]))).toEqual(['icon.svg']);
  });

  test('does not follow a link out of the folder', async () => {
    const outside = makeFolder({ 'secret.md': 'secret' });
    const folder = makeFolder({ 'a.md': '' });
    symlinkSync(join(outside, 'secret.md'), join(folder, 'stolen.md'));
    symlinkSync(outside, join(folder, 'all'));
    expect(await listPaths(folder)).toEqual(['a.md']);
  });

  test('does not loop through a link to a folder above', async () => {
    const folder = makeFolder({ 'a/b.md': '' });
    symlinkSync(folder, join(folder, 'a', 'up'));
    expect(await listPaths(folder)).toEqual(['a/b.md']);
  });

  test('follows a link to a file inside of the folder', async () => {
    const folder = makeFolder({ 'a.png': '' });
    symlinkSync(join(folder, 'a.png'), join(folder, 'b.png'));
    expect(await listPaths(folder)).toEqual(['a.png', 'b.png']);
  });

  test('leaves out a link that leads nowhere', async () => {
    const folder = makeFolder({ 'a.md': '' });
    symlinkSync(join(folder, 'gone'), join(folder, 'b.md'));
    expect(await listPaths(folder)).toEqual(['a.md']);
  });

  test('walks a folder that is itself a link', async () => {
    const target = makeFolder({ 'a.md': '' });
    const link = join(makeFolder(), 'posts');
    symlinkSync(target, link);
    expect(await listPaths(link)).toEqual(['a.md']);
  });

  test('gives nothing for a missing folder', async () => {
    expect(await listPaths(join(makeFolder(), 'none'))).toEqual([]);
  });

  test('writes names in composed form, however the disk has them', async () => {
    const folder = makeFolder({ 'cafe\u0301.md': '' });
    expect(await listPaths(folder)).toEqual(['caf\u00E9.md']);
  });
});

describe('pathWithin', () => {
  test.each([
    ['/blog/posts/a.md', 'a.md'],
    ['/blog/posts/a/b.md', 'a/b.md'],
    ['/blog/posts', ''],
    ['/blog/posts/..a.md', '..a.md'],
    ['/blog/pages/a.md', undefined],
    ['/blog', undefined],
  ])('%s', (file, path) => {
    expect(pathWithin('/blog/posts', file)).toBe(path);
  });
});

describe('isIgnored', () => {
  test.each([
    ['a/b.md', false],
    ['.a/b.md', true],
    ['a/.b.md', true],
    ['a/node_modules/b.md', true],
  ])('%s: %s', (path, expected) => {
    expect(isIgnored(path)).toBe(expected);
  });
});
