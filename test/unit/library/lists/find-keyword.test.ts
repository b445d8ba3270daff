import { describe, expect, test } from 'vitest';
import { createOverview } from '../../../../src/content/files/post-index.ts';
import { findKeyword } from '../../../../src/library/lists/find-keyword.ts';
import { createHttp } from '../../../../src/library/net/http.ts';
import { createPostIndex } from '../../../../src/library/lists/load-index.ts';
import { createMeta } from '../../../support/create-meta.ts';
import { createFileServer, publishLists } from '../../../support/file-server.ts';

const names = Array.from({ length: 70 }, (_, n) => `k${n}`);
const { catalog, files } = publishLists([createMeta({ path: 'a.md', keywords: names })]);
const overview = createOverview(catalog, 'b1');
const common = overview.keywords[0]?.slug ?? '';
const rare = catalog.keywords.at(-1)?.slug ?? '';

const open = (missing?: string) => {
  const server = createFileServer(files);
  if (missing !== undefined) server.files.delete(`data/v1/k/${missing}/new.json`);
  const index = createPostIndex(createHttp({ base: '/', fetch: server.fetch }), overview);
  return { server, index };
};

describe('findKeyword', () => {
  test.each([common, rare])('gives the first page of %s in one request', async (slug) => {
    const { server, index } = open();
    expect(await findKeyword(index, slug)).toMatchObject({ slug, total: 1 });
    expect(server.requests).toHaveLength(1);
  });

  test('finds nothing for a keyword that the blog does not have', async () => {
    expect(await findKeyword(open().index, 'nothing')).toBeUndefined();
  });

  test.each([common, rare])('rejects when %s is named but its file missing', async (slug) => {
    await expect(findKeyword(open(slug).index, slug)).rejects.toMatchObject({ kind: 'not-found' });
  });

  test('rejects when nothing tells whether a keyword is there', async () => {
    const { server, index } = open();
    server.files.delete('data/v1/keywords.json');
    await expect(findKeyword(index, 'nothing')).rejects.toMatchObject({ kind: 'not-found' });
  });
});
