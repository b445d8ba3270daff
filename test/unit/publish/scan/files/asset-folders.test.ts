import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import {
  findInFolders,
  listAssetFolders,
  scanAssetFolders,
  toTargetFolders,
} from '../../../../../src/publish/scan/files/asset-folders.ts';
import { makeFolder } from '../../../../support/temporary-folder.ts';

describe('listAssetFolders', () => {
  test.each([
    ['@assets', 'src/assets', '/media/assets'],
    ['~/assets', 'src/assets', '/media/assets'],
    ['@/img/big', 'x', '/media/img/big'],
    ['@', 'src', '/media/src'],
    ['$lib/../a', 'x', '/media/lib/a'],
  ])('publishes %s at an address of its own', (alias, folder, address) => {
    expect(listAssetFolders({ [alias]: folder }, '/blog')).toEqual([
      { alias, folder: join('/blog', folder), address },
    ]);
  });
});

describe('scanAssetFolders', () => {
  test('lists files by the names they would have, and names an empty folder', async () => {
    const folder = makeFolder({ 'a/b.png': '', id_rsa: '' });
    const folders = listAssetFolders({ '@a': '.', '@none': 'none' }, folder);
    const { files, problems } = await scanAssetFolders(folders, new Set());
    expect(files).toEqual([{ fileName: 'media/a/a/b.png', file: join(folder, 'a/b.png') }]);
    expect(problems.map(({ file, message }) => `${file} ${message}`)).toEqual([
      expect.stringContaining('@a Left out, as keys'),
      expect.stringContaining('@none The folder'),
    ]);
  });
});

describe('findInFolders', () => {
  const folders = toTargetFolders(
    listAssetFolders({ '@assets': 'src/assets', '@/pics': 'src/pics' }, '/blog'),
    { root: '/blog', posts: '/blog/src/content/blog', pages: '/blog/src/pages' },
  );

  test.each([
    ['@assets/a b.png', '/media/assets/a b.png'],
    ['@/pics/x/../y.png', '/media/pics/y.png'],
    ['../../assets/a.png', '/media/assets/a.png'],
    ['./../../assets/./a.png', '/media/assets/a.png'],
    ['/src/assets/a.png', '/media/assets/a.png'],
    ['/src/content/blog/_images/a.png', '/posts/_images/a.png'],
    ['../../../assets/a.png', undefined],
    ['../a.png', undefined],
    ['@assetsx/a.png', undefined],
    ['a.png', undefined],
  ])('finds %s', (reference, address) => {
    expect(findInFolders(reference, { collection: 'posts', path: 'a.md' }, folders)).toBe(address);
  });

  test('starts from the folder of the post or page', () => {
    const from = { collection: 'posts', path: '2024/a/index.md' } as const;
    expect(findInFolders('../../../../assets/a.png', from, folders)).toBe('/media/assets/a.png');
    const page = { collection: 'pages', path: 'a.md' } as const;
    expect(findInFolders('../pics/a.png', page, folders)).toBe('/media/pics/a.png');
  });
});
