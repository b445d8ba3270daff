import { describe, expect, test } from 'vitest';

import { createMemoryLibrary } from '../../../../src/publish/pages/memory-library.ts';
import { createRecord } from '../../../../src/publish/steps/create-record.ts';
import type { RenderedPost } from '../../../../src/publish/render/render-post.ts';
import { buildCatalog } from '../../../../src/content/blog/catalog.ts';
import type { SafeHtml } from '../../../../src/content/model/html.ts';
import { createOverview } from '../../../../src/content/files/post-index.ts';
import { defaultSite } from '../../../../src/content/site/site.ts';
import { makeMeta } from '../../../support/create-meta.ts';

const older = makeMeta({
  path: 'a.md',
  title: 'A',
  image: 'cover.png',
  date: { day: '2019-03-04', instant: undefined },
});
const newer = makeMeta({
  path: 'b.md',
  title: 'B',
  date: { day: '2020-01-01', instant: undefined },
});
const catalog = buildCatalog([older, newer], defaultSite);
const rendered: RenderedPost = {
  body: { kind: 'html', html: { content: '<p>x</p>' } as unknown as SafeHtml },
  headings: [{ level: 2, id: 'x', text: 'X' }],
  findings: [],
  problems: [],
  references: { 'b.md': '/posts/b/' },
  images: {},
  markdown: 'x',
  missing: [],
  needs: [],
  languages: [],
};
const library = createMemoryLibrary({
  catalog,
  overview: createOverview(catalog, 'build-1'),
  loadRecord: (entry) =>
    Promise.resolve(
      createRecord(entry, {
        catalog,
        rendered,
        findTarget: (reference) => `/posts/${reference}`,
        problems: [],
      }),
    ),
  loadBody: () => Promise.resolve(rendered),
});

describe('createMemoryLibrary', () => {
  test('gives a post with its body and its relations', async () => {
    const view = await library.loadPost('/posts/a/');
    expect(view).toMatchObject({
      card: { title: 'A', day: '2019-03-04' },
      body: { kind: 'html' },
      headings: [{ id: 'x' }],
      next: { permalink: '/posts/b/', title: 'B' },
      previous: undefined,
      image: '/posts/cover.png',
      problems: [],
    });
    expect(view).not.toHaveProperty('references');
  });

  test('knows nothing of other addresses', async () => {
    expect(await library.loadPost('/posts/none/')).toBeUndefined();
    expect(await library.findNearPosts('/posts/none/')).toEqual([]);
  });

  test('gives the overview and lists', async () => {
    expect(await library.loadOverview()).toMatchObject({ buildId: 'build-1', total: 2 });
    const { posts } = await library.loadList({ kind: 'all', pageNumber: 1 });
    expect(posts.map(({ title }) => title)).toEqual(['B', 'A']);
  });

  test('refuses to search', async () => {
    const request = { text: 'x', keywords: [], order: 'best', limit: 20 } as const;
    await expect(library.search(request)).rejects.toThrow('prerendered');
  });
});
