import { describe, expect, test } from 'vitest';
import { buildCatalog } from '../../../../src/content/blog/catalog.ts';
import type { ArchivePlace, ListRequest, PostList } from '../../../../src/content/model/library.ts';
import {
  encodePageData,
  keyOfRequest,
  parsePageData,
} from '../../../../src/content/files/page-data.ts';
import type { PageData, StoredBody } from '../../../../src/content/files/page-data.ts';
import { createOverview } from '../../../../src/content/files/post-index.ts';
import { createMeta, testSite } from '../../../support/create-meta.ts';
import { generatePosts } from '../../../bench/generate-posts.ts';

const catalog = buildCatalog(
  [...generatePosts(30), { ...createMeta({ path: 'x.md', title: '</script><!--' }), pin: 0 }],
  testSite,
);
const cards = catalog.entries.map(({ card }) => card);
const card = cards[0] ?? expect.fail('no card');

function list(counts?: Record<string, number>): PostList {
  return { posts: cards.slice(-3).toReversed(), total: 31, pageNumber: 1, pageCount: 2, counts };
}

function data(body: StoredBody, requests: readonly ListRequest[]): PageData {
  return {
    overview: createOverview(catalog, 'b1'),
    keywords: catalog.keywords,
    lists: requests.map((request) => ({ request, list: list() })),
    archives: places.map((place) => ({ place, list: { rows, total: 31 } })),
    posts: [
      {
        permalink: card.permalink,
        view: {
          collection: 'posts',
          card,
          date: { day: '2020-01-01', instant: undefined },
          updated: undefined,
          author: 'A',
          description: undefined,
          image: undefined,
          body,
          headings: [{ level: 2, id: 'a', text: '<A>' }],
          previous: undefined,
          next: { permalink: '/posts/b/', title: 'B' },
          related: [],
          series: undefined,
          translations: [],
          problems: [],
        },
      },
    ],
  };
}

const places: readonly ArchivePlace[] = [
  { year: undefined, month: undefined, pageNumber: 1 },
  { year: 0, month: undefined, pageNumber: 2 },
  { year: 2020, month: 12, pageNumber: 1 },
];
const rows = cards
  .slice(-3)
  .map(({ permalink, title, day, language }) => ({ permalink, title, day, language }));

const requests: readonly ListRequest[] = [
  { kind: 'all', pageNumber: 1 },
  { kind: 'keyword', slug: 'c++', pageNumber: 1, counts: 'all' },
  { kind: 'selection', keywords: ['a', 'b'], pageNumber: 3, counts: undefined },
];

describe('encodePageData', () => {
  test.each<StoredBody>([
    { kind: 'html' },
    { kind: 'empty' },
    { kind: 'source', text: '<b>', reason: 'timeout' },
  ])('is undone by parsePageData: body $kind', (body) => {
    const whole = data(body, requests);
    expect(parsePageData(encodePageData(whole))).toEqual(whole);
  });

  test('takes an empty page', () => {
    const empty = { overview: undefined, keywords: undefined, lists: [], archives: [], posts: [] };
    expect(parsePageData(encodePageData(empty))).toEqual(empty);
  });

  test('has nothing that could end the element it stands in, and not the body', () => {
    const view = data({ kind: 'html', html: { content: 'SECRET' } } as StoredBody, []);
    const text = encodePageData(view);
    expect(text).not.toContain('<');
    expect(text).not.toContain('SECRET');
  });

  test('cuts counts to the common keywords where no more were asked', () => {
    const overview = createOverview(catalog, 'b1');
    const known = overview.keywords[0]?.slug ?? '';
    const counts = { [known]: 3, unheard: 1 };
    const encode = (request: ListRequest): unknown =>
      parsePageData(
        encodePageData({
          overview,
          keywords: undefined,
          archives: [],
          posts: [],
          lists: [{ request, list: list(counts) }],
        }),
      ).lists[0]?.list.counts;
    const request = { kind: 'keyword', slug: known, pageNumber: 1 } as const;
    expect(encode({ ...request, counts: 'common' })).toEqual({ [known]: 3 });
    expect(encode(request)).toEqual(counts);
  });
});

test('keeps the companions of a keyword, the rare ones too', () => {
  const companions = [{ name: 'Rare one', slug: 'rare-one', count: 2 }];
  const request = { kind: 'keyword', slug: 'x', pageNumber: 1, counts: 'common' } as const;
  const whole = data({ kind: 'empty' }, []);
  const lists = [{ request, list: { ...list({}), companions } }];
  const read = parsePageData(encodePageData({ ...whole, lists }));
  expect(read.lists[0]?.list.companions).toEqual(companions);
});

describe('parsePageData', () => {
  test.each([
    ['{', 'JSON'],
    ['{}', 'rubric-data  `schema` is missing; 1 was expected.'],
    ['{"schema":1,"lists":[]}', 'rubric-data  `posts` is missing; an array was expected.'],
    [
      '{"schema":1,"posts":[],"lists":[{"request":{"kind":"week","pageNumber":1}}]}',
      'rubric-data: lists[0]: request  `kind` is `week`; `all` or `keyword`',
    ],
    [
      '{"schema":1,"posts":[],"lists":[{"request":{"kind":"all","pageNumber":0}}]}',
      '`pageNumber` is `0`; a whole number from 1 on was expected.',
    ],
  ])('rejects %s', (text, message) => {
    expect(() => parsePageData(text)).toThrow(message);
  });
});

describe('keyOfRequest', () => {
  test('takes selected keywords as a set and leaves out the scope of counts', () => {
    const one = { kind: 'selection', keywords: ['b', 'a', 'b'], pageNumber: 1 } as const;
    const other = {
      kind: 'selection',
      keywords: ['a', 'b'],
      pageNumber: 1,
      counts: 'common',
    } as const;
    expect(keyOfRequest(one)).toBe(keyOfRequest(other));
  });

  test('tells all else apart', () => {
    const keys = [...requests, { kind: 'all', pageNumber: 2 } as const].map(keyOfRequest);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
