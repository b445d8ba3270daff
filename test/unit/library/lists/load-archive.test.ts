import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ArchivePlace } from '../../../../src/content/model/library.ts';
import { createOverview } from '../../../../src/content/files/post-index.ts';
import { createHttp } from '../../../../src/library/net/http.ts';
import { loadArchive } from '../../../../src/library/lists/load-archive.ts';
import { createPostIndex } from '../../../../src/library/lists/load-index.ts';
import { archiveByBruteForce } from '../brute-force.ts';
import { createMeta } from '../../../support/create-meta.ts';
import { createFileServer, publishLists } from '../../../support/file-server.ts';

/** So many posts of a month, or without a date. */
const blog = (months: Readonly<Record<string, number>>, buildId = 'b1') =>
  publishLists(
    Object.entries(months).flatMap(([month, count]) =>
      Array.from({ length: count }, (_, n) => {
        const path = `${month}-${n}.md`;
        return createMeta(month === 'undated' ? { path } : { path, day: `${month}-05` });
      }),
    ),
    buildId,
  );

const open = ({ catalog, files }: ReturnType<typeof blog>) => {
  const server = createFileServer(files);
  const http = createHttp({ base: '/', fetch: server.fetch });
  return { server, index: createPostIndex(http, createOverview(catalog, 'b1')) };
};

const place = (year?: number, month?: number, pageNumber = 1): ArchivePlace => ({
  year,
  month,
  pageNumber,
});

const count = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 40 }), fc.constantFrom(99, 101));
const months = fc.record({
  undated: fc.constantFrom(0, 3, 101),
  '2018-12': count,
  '2019-01': count,
  '2019-02': count,
  '2020-07': count,
});
const places = fc.record({
  year: fc.constantFrom(undefined, 0, 2017, 2018, 2019, 2020),
  month: fc.constantFrom(undefined, 1, 2, 7, 12),
  pageNumber: fc.integer({ min: 1, max: 3 }),
});

describe('loadArchive', () => {
  test('equals the brute-force answer for any page', { timeout: 180_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(months, fc.array(places, { maxLength: 12 }), async (spread, wanted) => {
        const published = blog(spread);
        const { server, index } = open(published);
        const cards = published.catalog.entries.map(({ card }) => card);
        for (const { year, ...rest } of wanted) {
          const asked = year ? { year, ...rest } : { ...rest, year, month: undefined };
          expect(await loadArchive(index, asked)).toEqual(archiveByBruteForce(cards, asked));
        }
        expect(new Set(server.requests).size).toBe(server.requests.length);
      }),
      { numRuns: 40 },
    );
  });

  test.each([
    ['a page of a month', place(2019, 3, 2), '2019-03-2'],
    ['a small year', place(2018), '2018'],
    ['a month of a small year', place(2018, 5), '2018'],
    ['undated posts', place(0), 'undated-1'],
  ])('asks for one file for %s', async (_, wanted, name) => {
    const { server, index } = open(blog({ undated: 3, '2018-05': 20, '2019-03': 230 }));
    await loadArchive(index, wanted);
    expect(server.requests).toEqual([`data/v1/a/${name}.json?v=b1`]);
  });

  test('keeps the rows of past months when a post is added', () => {
    const name = 'data/v1/a/2019-03-1.json';
    const before = blog({ '2019-03': 230 }).files.get(name);
    expect(blog({ '2019-03': 230, '2019-04': 1 }).files.get(name)).toBe(before);
  });

  test('reads on in a tab of the build before, when a year has grown', async () => {
    const { server, index } = open(blog({ '2018-05': 150, '2019-03': 100 }));
    const later = blog({ '2018-05': 150, '2019-03': 101 }, 'b2');
    server.files.clear();
    for (const [name, content] of later.files) server.files.set(name, content);
    expect(await loadArchive(index, place(2019))).toEqual({ rows: [], total: 0 });
    expect((await index.loadOverview()).buildId).toBe('b2');
    expect(await loadArchive(index, place(2019, 3))).toMatchObject({ total: 101 });
  });

  test.each([
    ['missing', () => new Response('', { status: 404 }), 'bad-content'],
    ['broken', () => new Response('{"schema":1}'), 'bad-content'],
    ['refused', () => new Response('', { status: 500 }), 'bad-response'],
  ])('rejects when the file is %s, and recovers', async (_, fault, kind) => {
    const { server, index } = open(blog({ '2019-03': 20 }));
    server.faults.set('data/v1/a/all.json', fault);
    await expect(loadArchive(index, place())).rejects.toMatchObject({ kind });
    server.faults.clear();
    expect((await loadArchive(index, place())).rows).toHaveLength(20);
  });
});
