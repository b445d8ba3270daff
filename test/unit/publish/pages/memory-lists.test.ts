import { describe, expect, test } from 'vitest';

import { createArchive, createLists } from '../../../../src/publish/pages/memory-lists.ts';
import { buildCatalog } from '../../../../src/content/blog/catalog.ts';
import type { ListRequest } from '../../../../src/content/model/library.ts';
import { defaultSite } from '../../../../src/content/site/site.ts';
import { makeMeta } from '../../../support/create-meta.ts';

const all = Array.from({ length: 45 }, (_, index) => {
  const day = `${2019 + Math.floor(index / 20)}-0${1 + (index % 9)}-10`;
  const slugs = [index % 2 === 0 ? 'even' : 'odd', ...(index % 3 === 0 ? ['third'] : [])];
  return makeMeta({
    path: `p${index}.md`,
    title: `P${index}`,
    date: index === 44 ? undefined : { day, instant: undefined },
    keywords: slugs.map((slug) => ({ slug, name: slug })),
  });
});
const { entries } = buildCatalog(all, defaultSite);
const loadList = createLists(entries);

describe('createLists', () => {
  test('cuts pages of twenty, newest first, undated last', () => {
    const first = loadList({ kind: 'all', pageNumber: 1 });
    const last = loadList({ kind: 'all', pageNumber: 3 });
    expect(first.posts).toHaveLength(20);
    expect(last.posts).toHaveLength(5);
    expect(last.posts.at(-1)?.day).toBeUndefined();
    expect(first).toMatchObject({ total: 45, pageCount: 3, pageNumber: 1, counts: undefined });
    const days = first.posts.map(({ day }) => day ?? '');
    expect(days).toEqual(days.toSorted().toReversed());
  });

  test.each<[string, ListRequest, number]>([
    ['a keyword', { kind: 'keyword', slug: 'even', pageNumber: 1 }, 23],
    ['an unknown keyword', { kind: 'keyword', slug: 'none', pageNumber: 1 }, 0],
    ['a selection', { kind: 'selection', keywords: ['even', 'third'], pageNumber: 1 }, 8],
    ['a page past the end', { kind: 'all', pageNumber: 9 }, 45],
  ])('lists %s', (_what, request, total) => {
    expect(loadList(request).total).toBe(total);
  });

  test('counts the keywords of a whole list, not of the page', () => {
    const { counts } = loadList({ kind: 'keyword', slug: 'even', pageNumber: 2 });
    expect(counts).toEqual({ even: 23, third: 8 });
  });

  test('names what a keyword often goes with', () => {
    const request = { kind: 'keyword', slug: 'even', pageNumber: 2 } as const;
    const companions = [{ name: 'third', slug: 'third', count: 8 }];
    expect(loadList(request).companions).toEqual(companions);
    const keywords = ['even', 'third'];
    expect(loadList({ ...request, kind: 'selection', keywords }).companions).toBeUndefined();
  });

  test('gives one empty page of nothing', () => {
    expect(createLists([])({ kind: 'all', pageNumber: 1 })).toMatchObject({
      total: 0,
      pageCount: 1,
    });
  });
});

describe('createArchive', () => {
  const loadArchive = createArchive(entries);
  test.each([
    ['all', undefined, undefined, 45],
    ['a year', 2020, undefined, 20],
    ['a month', 2019, 1, 3],
    ['the undated', 0, undefined, 1],
    ['an empty month', 2019, 12, 0],
  ])('has the rows of %s', (_what, year, month, total) => {
    const list = loadArchive({ year, month, pageNumber: 1 });
    expect([list.total, list.rows.length]).toEqual([total, total]);
  });

  test('gives rows and no more', () => {
    expect(loadArchive({ year: 0, month: undefined, pageNumber: 1 }).rows).toEqual([
      { title: 'P44', permalink: '/posts/p44/', day: undefined, language: undefined },
    ]);
  });
});
