import { describe, expect, test } from 'vitest';

import { createMemoryLibrary } from '../../../../src/publish/pages/memory-library.ts';
import { recordAnswers } from '../../../../src/publish/pages/record-answers.ts';
import { buildCatalog } from '../../../../src/content/blog/catalog.ts';
import { createOverview } from '../../../../src/content/files/post-index.ts';
import { encodePageData, parsePageData } from '../../../../src/content/files/page-data.ts';
import { defaultSite } from '../../../../src/content/site/site.ts';
import { makeMeta } from '../../../support/create-meta.ts';

const catalog = buildCatalog([makeMeta({ path: 'a.md', title: 'A' })], defaultSite);
const memory = createMemoryLibrary({
  catalog,
  overview: createOverview(catalog, 'x'),
  loadRecord: () => Promise.reject(new Error('not asked')),
  loadBody: () => Promise.reject(new Error('not asked')),
});

describe('recordAnswers', () => {
  test('has nothing before anything was asked', () => {
    expect(recordAnswers(memory).read()).toEqual({
      overview: undefined,
      keywords: undefined,
      lists: [],
      archives: [],
      posts: [],
    });
  });

  test('remembers each answer once', async () => {
    const { library, read } = recordAnswers(memory);
    const request = { kind: 'all', pageNumber: 1 } as const;
    const list = await library.loadList(request);
    await library.loadList(request);
    await library.loadOverview();
    expect(read().lists).toEqual([{ request, list }]);
    expect(read().overview?.total).toBe(1);
  });

  test('remembers pages of the archive', async () => {
    const { library, read } = recordAnswers(memory);
    const place = { year: undefined, month: undefined, pageNumber: 1 };
    const list = await library.loadArchive(place);
    await library.loadArchive(place);
    expect(list.rows.map(({ title }) => title)).toEqual(['A']);
    expect(read().archives).toEqual([{ place, list }]);
  });

  test('does not remember a post that is not there', async () => {
    const { library, read } = recordAnswers(memory);
    expect(await library.loadPost('/posts/none/')).toBeUndefined();
    expect(read().posts).toEqual([]);
  });

  test('gives what the data block can hold', async () => {
    const { library, read } = recordAnswers(memory);
    await library.loadOverview();
    await library.loadKeywords();
    await library.loadList({ kind: 'keyword', slug: 'none', pageNumber: 1 });
    expect(parsePageData(encodePageData(read())).lists).toHaveLength(1);
  });
});
