import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { findStatics, listCopies } from '../../../src/build/list-copies.ts';
import type { SiteFiles } from '../../../src/build/read-site.ts';
import type { FolderScan } from '../../../src/build/scan-posts.ts';
import { defaultSite } from '../../../src/content/site.ts';
import { makeMeta } from '../../support/post-meta.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

function locate(folder: string, changes: Partial<SiteFiles> = {}): SiteFiles {
  return {
    site: defaultSite,
    file: join(folder, 'site.toml'),
    name: 'site.toml',
    posts: join(folder, 'public/posts'),
    pages: join(folder, 'public/pages'),
    static: join(folder, 'public'),
    shortcodes: join(folder, 'shortcodes'),
    ...changes,
  };
}

describe('listCopies', () => {
  test('lists visible posts, assets and static files under their addresses', () => {
    const post = { file: '/in/a.md', problems: [], hash: '' };
    const posts: FolderScan = {
      posts: [
        { ...post, meta: makeMeta({ path: 'a.md' }) },
        { ...post, meta: makeMeta({ path: 'b.md', hidden: { kind: 'draft' } }) },
      ],
      assets: [{ path: 'cat.png', file: '/in/cat.png', sizeBytes: 1 }],
      sections: [],
      problems: [],
    };
    const pages: FolderScan = { posts: [], assets: [], sections: [], problems: [] };
    const statics = [{ path: 'icon.svg', file: '/in/icon.svg', sizeBytes: 1, modifiedMs: 1 }];
    expect(listCopies({ posts, pages, statics }).map(({ fileName }) => fileName)).toEqual([
      'icon.svg',
      'posts/a.md',
      'posts/cat.png',
    ]);
  });
});

describe('findStatics', () => {
  const files = { 'public/posts/a.md': '', 'public/pages/b.md': '', 'public/icon.svg': '' };

  test('leaves out posts and pages', async () => {
    const found = await findStatics(locate(makeFolder(files)));
    expect(found.map(({ path }) => path)).toEqual(['icon.svg']);
  });

  test('leaves out the published blog', async () => {
    const folder = makeFolder({ 'public/icon.svg': '', 'public/dist/index.html': '' });
    const found = await findStatics(locate(folder, { output: join(folder, 'public/dist') }));
    expect(found.map(({ path }) => path)).toEqual(['icon.svg']);
  });

  test('finds none in a folder that is that of the posts', async () => {
    const folder = makeFolder(files);
    expect(await findStatics(locate(folder, { posts: join(folder, 'public') }))).toEqual([]);
  });

  test('finds those of a folder within that of the posts', async () => {
    const folder = makeFolder({ 'a.md': '', 'public/icon.svg': '' });
    const found = await findStatics(locate(folder, { posts: folder }));
    expect(found.map(({ path }) => path)).toEqual(['icon.svg']);
  });
});
