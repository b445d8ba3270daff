import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ListRequest, Overview, PostList } from '../../../../src/content/model/library.ts';
import type { PostMeta } from '../../../../src/content/model/post.ts';
import { createCounts } from '../../../../src/content/files/overview-data.ts';
import { createOverview } from '../../../../src/content/files/post-index.ts';
import { slugify } from '../../../../src/content/text/slug.ts';
import { createHttp } from '../../../../src/library/net/http.ts';
import { createPostIndex } from '../../../../src/library/lists/load-index.ts';
import type { PostIndex } from '../../../../src/library/lists/load-index.ts';
import { loadPostList } from '../../../../src/library/lists/load-post-list.ts';
import { measureViews, publishGenerated } from '../../../bench/measure-lists.ts';
import type { Cost } from '../../../bench/measure-lists.ts';
import { generatePosts } from '../../../bench/generate-posts.ts';
import { listByBruteForce } from '../brute-force.ts';
import { createMeta } from '../../../support/create-meta.ts';
import { createFileServer, publishLists } from '../../../support/file-server.ts';
import type { FileServer } from '../../../support/file-server.ts';

const names = ['Rust', 'Web', 'CSS', 'constructor', 'con', 'Été', 'Ete', 'C#', '猫'];
const slugs = [...names.map((name) => slugify(name)), 'ete-2', 'nothing'];

function openIndex(server: FileServer, overview?: Overview): PostIndex {
  return createPostIndex(createHttp({ base: '/', fetch: server.fetch }), overview);
}

function plain(list: PostList): unknown {
  return { ...list, counts: list.counts && { ...list.counts } };
}

const dayArbitrary = fc.option(
  fc
    .tuple(fc.integer({ min: 2018, max: 2021 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}-05`),
  { nil: undefined },
);

const metasArbitrary = fc
  .tuple(
    fc.array(fc.tuple(dayArbitrary, fc.subarray(names)), { maxLength: 130 }),
    // With a keyword more for each post, there are more than the overview has.
    fc.constantFrom(0, 1),
  )
  .map(([list, rare]): readonly PostMeta[] =>
    list.map(([day, keywords], n) =>
      createMeta({
        path: `${n}.md`,
        keywords: [...keywords, ...[`Rare ${n}`].slice(0, rare)],
        ...(day === undefined ? {} : { day }),
      }),
    ),
  );

const pageNumber = fc.integer({ min: 1, max: 8 });
const slug = fc.constantFrom(...slugs);
const scope = fc.constantFrom('common' as const, 'all' as const);
const requestArbitrary: fc.Arbitrary<ListRequest> = fc.oneof(
  fc.record({ kind: fc.constant('all' as const), pageNumber }),
  fc.record({ kind: fc.constant('keyword' as const), slug, pageNumber, counts: scope }),
  fc.record({
    kind: fc.constant('selection' as const),
    keywords: fc.array(slug, { minLength: 1, maxLength: 4 }),
    pageNumber,
    counts: scope,
  }),
);

/** `list` as plain data, its counts cut to those that `request` asks for. */
function asked(list: PostList, request: ListRequest, { keywords }: Overview): unknown {
  if (!('counts' in request) || request.counts !== 'common') return plain(list);
  const counts = list.counts && createCounts(Object.entries(list.counts));
  return { ...list, counts: counts && keywords.map(({ slug: own }) => counts[own] ?? 0) };
}

/** For the tests that try much, on a machine that is busy. */
const patience = { timeout: 180_000 };

describe('loadPostList', () => {
  test('equals the brute-force answer for any page of any view', patience, async () => {
    await fc.assert(
      fc.asyncProperty(
        metasArbitrary,
        fc.array(requestArbitrary, { minLength: 1, maxLength: 6 }),
        async (metas, requests) => {
          const { catalog, files } = publishLists(metas);
          const index = openIndex(createFileServer(files));
          const cards = catalog.entries.map(({ card }) => card);
          const overview = createOverview(catalog, 'b1');
          for (const request of requests) {
            expect(asked(await loadPostList(index, request), request, overview)).toEqual(
              asked(listByBruteForce(cards, request), request, overview),
            );
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('equals the brute-force answer for 200 selections of 3,000 posts', patience, async () => {
    const { catalog, files } = publishLists(generatePosts(3000));
    const index = openIndex(createFileServer(files));
    const cards = catalog.entries.map(({ card }) => card);
    const place = fc.nat({ max: catalog.keywords.length - 1 });
    const selections = fc.sample(fc.uniqueArray(place, { minLength: 2, maxLength: 3 }), {
      numRuns: 200,
      seed: 7,
    });
    const overview = createOverview(catalog, 'b1');
    for (const [n, places] of selections.entries()) {
      // One is any, the others are common, so that many go together.
      const keywords = places.map(
        (at, nth) => catalog.keywords[nth > 0 ? at % 60 : at]?.slug ?? '',
      );
      const counts = n % 2 === 0 ? 'all' : 'common';
      const request: ListRequest = { kind: 'selection', keywords, pageNumber: 1, counts };
      expect(asked(await loadPostList(index, request), request, overview)).toEqual(
        asked(listByBruteForce(cards, request), request, overview),
      );
    }
  });

  test('gives common counts alone when no more are asked', async () => {
    const rare = Array.from({ length: 70 }, (_, n) => `k${n}`);
    const { catalog, files } = publishLists([
      createMeta({ path: 'a.md', keywords: ['Rust', ...rare] }),
      createMeta({ path: 'b.md', keywords: ['Rust'] }),
    ]);
    const server = createFileServer(files);
    const index = openIndex(server, createOverview(catalog, 'b1'));
    const request = { kind: 'keyword', slug: 'rust', pageNumber: 1 } as const;
    const common = await loadPostList(index, { ...request, counts: 'common' });
    expect(Object.keys(common.counts ?? {})).toHaveLength(64);
    const all = await loadPostList(index, request);
    expect(Object.keys(all.counts ?? {})).toHaveLength(71);
    expect(server.requests).toEqual(['data/v1/k/rust/new.json?v=b1', 'data/v1/k/rust/c.json?v=b1']);
  });

  test('asks for one file on the first page of two keywords', async () => {
    const { catalog, files } = publishLists(generatePosts(1000));
    const server = createFileServer(files);
    const index = openIndex(server, createOverview(catalog, 'b1'));
    const cards = catalog.entries.map(({ card }) => card);
    const request = {
      kind: 'selection',
      keywords: ['javascript', 'rust'],
      pageNumber: 1,
    } as const;
    const list = await loadPostList(index, { ...request, counts: 'common' });
    expect(list.posts).toEqual(listByBruteForce(cards, request).posts);
    expect(server.requests).toEqual(['data/v1/k/javascript/w0.json?v=b1']);
    expect(plain(await loadPostList(index, request))).toEqual(listByBruteForce(cards, request));
    expect(server.requests.slice(1)).toEqual(['data/v1/k/javascript/f.json?v=b1']);
  });

  test('asks for one file on the first page of all posts and of a keyword', async () => {
    const { catalog, files } = publishLists(generatePosts(300));
    const server = createFileServer(files);
    const index = openIndex(server, createOverview(catalog, 'b1'));
    await loadPostList(index, { kind: 'all', pageNumber: 1 });
    await loadPostList(index, { kind: 'keyword', slug: 'rust', pageNumber: 1 });
    expect(server.requests).toEqual(['data/v1/p/new.json?v=b1', 'data/v1/k/rust/new.json?v=b1']);
  });

  test('asks for each file once however often lists are asked for', async () => {
    const { catalog, files } = publishLists(generatePosts(100));
    const server = createFileServer(files);
    const index = openIndex(server, createOverview(catalog, 'b1'));
    const request = { kind: 'all', pageNumber: 2 } as const;
    await Promise.all([loadPostList(index, request), loadPostList(index, request)]);
    await loadPostList(index, request);
    expect(new Set(server.requests).size).toBe(server.requests.length);
  });

  test('knows without asking that a keyword of the address has no posts', async () => {
    const { files } = publishLists([createMeta({ path: 'a.md', keywords: ['Rust'] })]);
    const server = createFileServer(files);
    const keywords = ['rust', 'nothing'];
    const list = await loadPostList(openIndex(server), {
      kind: 'selection',
      keywords,
      pageNumber: 1,
    });
    expect(list).toMatchObject({ posts: [], total: 0, pageCount: 1, counts: {} });
    expect(server.requests).toEqual(['data/v1/root.json']);
  });
});

function isWithin(view: Cost, sizeBytes: number, requests: number): unknown {
  return { view, isWithin: view.sizeBytes <= sizeBytes && view.requests <= requests };
}

describe('budgets at 10,000 posts', async () => {
  const costs = await measureViews(publishGenerated(10_000));

  test('hold in bytes and requests for every view', () => {
    expect({
      home: isWithin(costs.home, 5000, 2),
      keyword: isWithin(costs.keyword, 5000, 1),
      typicalPair: isWithin(costs.typicalPair, 6000, 2),
      worstPair: isWithin(costs.worstPair, 15_000, 4),
      worstTriple: isWithin(costs.worstTriple, 60_000, 21),
      year: isWithin(costs.year, 5000, 1),
      worstArchivePage: isWithin(costs.worstArchivePage, 5000, 1),
    }).toEqual(
      Object.fromEntries(
        Object.entries(costs).map(([name, view]) => [name, { view: view as Cost, isWithin: true }]),
      ),
    );
  });

  test('have not grown by more than half since 300 posts', patience, async () => {
    const before = await measureViews(publishGenerated(300));
    const growth = (['home', 'keyword', 'typicalPair'] as const).map((view) => ({
      view,
      times: costs[view].sizeBytes / before[view].sizeBytes,
    }));
    expect(growth.filter(({ times }) => times > 1.5)).toEqual([]);
  });
});
