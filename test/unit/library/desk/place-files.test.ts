import { describe, expect, test } from 'vitest';
import type { ChosenFile } from '../../../../src/library/desk/chosen-files.ts';
import { placeFile } from '../../../../src/library/desk/place-files.ts';

const site = { posts: '../blog/public/posts', pages: 'public/pages' };

const open = (): Promise<File> => Promise.reject(new Error('not read'));

function choose(name: string, ...paths: string[]): Parameters<typeof placeFile>[1] {
  const files = new Map(paths.map((path): [string, ChosenFile] => [path, { path, open }]));
  return { name, isFolder: true, files };
}

describe('placeFile', () => {
  test.each([
    ['a folder of posts', choose('drafts', 'a.md'), 'a.md', 'posts', 'a.md'],
    ['a post with its files', choose('trip', 'index.md'), 'index.md', 'posts', 'trip/index.md'],
    ['its picture', choose('trip', 'index.md', 'b.png'), 'b.png', 'posts', 'trip/b.png'],
    ['the folder that the settings name', choose('posts', 'x/a.md'), 'x/a.md', 'posts', 'x/a.md'],
    ['the folder above it', choose('public', 'posts/a.md'), 'posts/a.md', 'posts', 'a.md'],
    ['a whole blog', choose('me', 'public/posts/a.md'), 'public/posts/a.md', 'posts', 'a.md'],
    ['its free pages', choose('me', 'public/pages/b.md'), 'public/pages/b.md', 'pages', 'b.md'],
  ])('places a file of %s', (_, chosen, file, collection, path) => {
    expect(placeFile(file, chosen, site)).toEqual({ collection, path });
  });

  test('places a lone file among the posts', () => {
    const chosen = { ...choose('a.md', 'a.md'), isFolder: false };
    expect(placeFile('a.md', chosen, site)).toEqual({ collection: 'posts', path: 'a.md' });
  });
});
