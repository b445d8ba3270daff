import { symlinkSync, writeFileSync } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import {
  isIgnored,
  pathWithin,
  realPathWithin,
  walkFolder,
} from '../../../../src/publish/disk/walk-folder.ts';
import type { WalkDisk, WalkFault } from '../../../../src/publish/disk/walk-folder.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

async function listPaths(folder: string, skip?: ReadonlySet<string>): Promise<string[]> {
  return (await walkFolder(folder, { skip })).map((file) => file.path);
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

  test('tells paths without control characters', async () => {
    const folder = makeFolder({ 'a\u0007/b\u001b.md': '' });
    expect(await walkFolder(folder)).toMatchObject([
      { path: 'a/b.md', file: join(folder, 'a\u0007/b\u001b.md') },
    ]);
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

  test('lists what other sites look for in `.well-known`', async () => {
    const folder = makeFolder({ '.well-known/security.txt': '', '.well-known/.DS_Store': '' });
    expect(await listPaths(folder)).toEqual(['.well-known/security.txt']);
  });

  test('leaves out the folders it is told to skip', async () => {
    const folder = makeFolder({ 'posts/a.md': '', 'icon.svg': '' });
    expect(await listPaths(folder, new Set([join(folder, 'posts')]))).toEqual(['icon.svg']);
  });

  test.each([
    ['in capitals', 'POSTS'],
    ['by another way', 'icons/../posts'],
  ])('leaves out a folder that is named %s', async (_, name) => {
    const folder = makeFolder({ 'posts/a.md': '', 'icons/a.svg': '' });
    const skipped = await walkFolder(folder, { skip: new Set([`${folder}/${name}`]) });
    expect(skipped.map(({ path }) => path)).toEqual(['icons/a.svg']);
  });

  test('leaves out a folder that is named in another form of Unicode', async () => {
    const folder = makeFolder({ 'cafe\u0301/a.md': '', 'icon.svg': '' });
    expect(await listPaths(folder, new Set([join(folder, 'caf\u00E9')]))).toEqual(['icon.svg']);
  });

  test('leaves out a folder when it is itself reached through a link', async () => {
    const folder = makeFolder({ 'public/posts/a.md': '', 'public/icon.svg': '' });
    const link = join(makeFolder(), 'static');
    symlinkSync(join(folder, 'public'), link);
    const posts = join(folder, 'public/posts');
    expect(await listPaths(link, new Set([posts]))).toEqual(['icon.svg']);
  });

  test('leaves out a folder that is named through a link', async () => {
    const folder = makeFolder({ 'posts/a.md': '', 'icon.svg': '' });
    const link = join(makeFolder(), 'posts');
    symlinkSync(join(folder, 'posts'), link);
    expect(await listPaths(folder, new Set([link]))).toEqual(['icon.svg']);
  });

  test('leaves out a file it is told to skip, and never the folder itself', async () => {
    const folder = makeFolder({ 'site.toml': '', 'icon.svg': '' });
    const skip = new Set([folder, join(folder, 'site.toml')]);
    expect(await listPaths(folder, skip)).toEqual(['icon.svg']);
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

const walk = async (folder: string, disk?: WalkDisk): Promise<unknown> => {
  const faults: WalkFault[] = [];
  const onFault = (fault: WalkFault): void => void faults.push(fault);
  const files = await walkFolder(folder, { onFault, ...(disk && { disk }) });
  return [files.map(({ path }) => path), faults];
};
/** A disk that does not let `name` be read: the right to it, which tests that run as root cannot lose, is denied. */
const deny = (name: string): WalkDisk => {
  const refuse = (file: string): void => {
    if (file.endsWith(name)) throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
  };
  return {
    readdir: async (folder) => (refuse(folder), readdir(folder, { withFileTypes: true })),
    stat: async (file) => (refuse(file), stat(file)),
    realpath,
  };
};

describe('what walkFolder tells of', () => {
  test('a folder that cannot be read, and goes on', async () => {
    const folder = makeFolder({ 'a.md': '', 'b/c.md': '', 'd/e.md': '' });
    expect(await walk(folder, deny('/b'))).toEqual([
      ['a.md', 'd/e.md'],
      [{ path: 'b', kind: 'unreadable', code: 'EACCES' }],
    ]);
  });

  test('a file that cannot be looked at', async () => {
    const folder = makeFolder({ 'a.md': '', 'b.md': '' });
    expect(await walk(folder, deny('/b.md'))).toEqual([
      ['a.md'],
      [{ path: 'b.md', kind: 'unreadable', code: 'EACCES' }],
    ]);
  });

  test('and throws when the folder itself cannot be read', async () => {
    const folder = makeFolder({ 'a.md': '' });
    await expect(walk(folder, deny(folder))).rejects.toMatchObject({ code: 'EACCES' });
  });

  test.each([
    ['out of the folder', '/', 'outside'],
    ['to a file elsewhere', '/etc/hostname', 'outside'],
    ['to the folder it lies in', '.', 'circle'],
    ['to itself', 'link', 'circle'],
    ['nowhere', 'gone', 'nowhere'],
    ['through a file', 'a.md/b', 'nowhere'],
  ])('a link that leads %s', async (_, target, kind) => {
    const folder = makeFolder({ 'a.md': '' });
    symlinkSync(target === '/' ? makeFolder() : target, join(folder, 'link'));
    expect(await walk(folder)).toEqual([['a.md'], [{ path: 'link', kind }]]);
  });

  test('a link to the folder above it', async () => {
    const folder = makeFolder({ 'a/b.md': '' });
    symlinkSync('.', join(folder, 'a/up'));
    expect(await walk(folder)).toEqual([['a/b.md'], [{ path: 'a/up', kind: 'circle' }]]);
  });

  test('nothing for a link to another folder of the blog, which is walked anyway', async () => {
    const folder = makeFolder({ 'a/b.md': '' });
    symlinkSync('a', join(folder, 'link'));
    expect(await walk(folder)).toEqual([['a/b.md'], []]);
  });

  test.runIf(process.platform === 'linux')('a file whose name is not UTF-8', async () => {
    const folder = makeFolder({ 'a.md': '' });
    writeFileSync(
      Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.from([0xe9, 0x2e, 0x6d, 0x64])]),
      '',
    );
    expect(await walk(folder)).toEqual([['a.md'], [{ path: 'caf\ufffd.md', kind: 'name' }]]);
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

describe('realPathWithin', () => {
  test('compares what the names lead to', async () => {
    const folder = makeFolder({ 'posts/a.md': '' });
    const link = join(makeFolder(), 'link');
    symlinkSync(join(folder, 'posts'), link);
    expect(await realPathWithin(link, join(folder, 'posts'))).toBe('');
    expect(await realPathWithin(link, join(folder, 'posts/A.md'))).toBe('a.md');
    expect(await realPathWithin(link, folder)).toBeUndefined();
    expect(await realPathWithin(join(folder, 'none'), join(folder, 'None/a'))).toBe('a');
  });
});

describe('isIgnored', () => {
  test.each([
    ['a/b.md', false],
    ['.a/b.md', true],
    ['a/.b.md', true],
    ['a/node_modules/b.md', true],
    ['.well-known/a', false],
    ['.well-known/.a', true],
    ['a/.well-known/a', true],
  ])('%s: %s', (path, expected) => {
    expect(isIgnored(path)).toBe(expected);
  });
});
