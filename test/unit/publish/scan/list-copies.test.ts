import { describe, expect, test } from 'vitest';

import { listCopies } from '../../../../src/publish/scan/list-copies.ts';
import type { FolderScan } from '../../../../src/publish/scan/scan-posts.ts';
import { makeMeta } from '../../../support/create-meta.ts';

describe('listCopies', () => {
  test('lists visible posts, assets and static files under their addresses', () => {
    const post = { file: '/in/a.md', problems: [], hash: '' };
    const posts: FolderScan = {
      collection: 'posts',
      drafts: [],
      posts: [
        { ...post, meta: makeMeta({ path: 'a.md' }) },
        { ...post, meta: makeMeta({ path: 'b.md', hidden: { kind: 'draft' } }) },
      ],
      assets: [],
      sections: [],
      problems: [],
    };
    const pages: FolderScan = { ...posts, collection: 'pages', posts: [] };
    const assets = [{ fileName: 'posts/cat.png', file: '/in/cat.png' }];
    const statics = [{ path: 'icon.svg', file: '/in/icon.svg', sizeBytes: 1, modifiedMs: 1 }];
    expect(listCopies({ posts, pages, assets, statics }).map(({ fileName }) => fileName)).toEqual([
      'icon.svg',
      'posts/a.md',
      'posts/cat.png',
    ]);
  });
});
