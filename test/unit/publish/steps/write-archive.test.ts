import { describe, expect, test } from 'vitest';
import { writeArchive } from '../../../../src/publish/steps/write-archive.ts';
import { decodeArchive } from '../../../../src/content/files/archive-data.ts';
import { buildCatalog } from '../../../../src/content/blog/catalog.ts';
import { createMeta, testSite } from '../../../support/create-meta.ts';

/** The files for so many posts of a month, or without a date: names, rows and totals. */
function write(months: Readonly<Record<string, number>>): Readonly<Record<string, string>> {
  const metas = Object.entries(months).flatMap(([month, count]) =>
    Array.from({ length: count }, (_, n) => {
      const path = `${month}-${n}.md`;
      return createMeta(month === 'undated' ? { path } : { path, day: `${month}-05` });
    }),
  );
  const files = [...writeArchive(buildCatalog(metas, testSite), 'b1')];
  return Object.fromEntries(
    files.map(({ fileName, content }) => {
      const { rows, total } = decodeArchive(JSON.parse(String(content)), fileName);
      return [fileName, `${rows.length} of ${total}`];
    }),
  );
}

describe('writeArchive', () => {
  test.each<[string, Readonly<Record<string, number>>, Readonly<Record<string, string>>]>([
    ['nothing for an empty blog', {}, {}],
    ['one for a small blog', { undated: 3, '2019-03': 197 }, { all: '200 of 200' }],
    [
      'one for each small year, one a page for months and undated posts',
      { undated: 101, '2018-05': 60, '2018-11': 40, '2019-03': 201, '2019-12': 1 },
      {
        'undated-1': '100 of 101',
        'undated-2': '1 of 101',
        '2019-12-1': '1 of 1',
        '2019-03-1': '100 of 201',
        '2019-03-2': '100 of 201',
        '2019-03-3': '1 of 201',
        '2018': '100 of 100',
      },
    ],
  ])('writes %s', (_, months, expected) => {
    const named = Object.entries(expected).map(([name, rows]) => [`data/v1/a/${name}.json`, rows]);
    expect(write(months)).toEqual(Object.fromEntries(named));
  });
});
