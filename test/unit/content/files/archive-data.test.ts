import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  archiveFile,
  countArchive,
  countArchivePages,
  decodeArchive,
  encodeArchive,
  findArchiveSource,
  isListed,
  selectRows,
} from '../../../../src/content/files/archive-data.ts';
import type { ArchiveRow, Overview } from '../../../../src/content/model/library.ts';
import { cardArbitrary } from './card-arbitrary.ts';

const overview = (total: number): Overview => ({
  buildId: 'x',
  total,
  undated: 2,
  keywords: [],
  keywordTotal: 0,
  years: [{ year: 2019, count: total - 2, months: [0, 0, total - 2, 0, 0, 0, 0, 0, 0, 0, 0, 0] }],
});

describe('countArchive', () => {
  test('counts a part', () => {
    expect(countArchive(overview(10), { year: undefined, month: undefined })).toBe(10);
    expect(countArchive(overview(10), { year: 0, month: undefined })).toBe(2);
    expect(countArchive(overview(10), { year: 2019, month: undefined })).toBe(8);
    expect(countArchive(overview(10), { year: 2019, month: 3 })).toBe(8);
    expect(countArchive(overview(10), { year: 1999, month: undefined })).toBe(0);
  });
});

describe('isListed', () => {
  test('lists small parts and sends to smaller ones otherwise', () => {
    const whole = { year: undefined, month: undefined };
    expect(isListed(overview(200), whole)).toBe(true);
    expect(isListed(overview(201), whole)).toBe(false);
    expect(isListed(overview(102), { year: 2019, month: undefined })).toBe(true);
    expect(isListed(overview(5002), { year: 2019, month: undefined })).toBe(false);
    expect(isListed(overview(5002), { year: 2019, month: 3 })).toBe(true);
  });
});

describe('findArchiveSource', () => {
  test.each<[string, number, readonly (number | undefined)[], string | undefined]>([
    ['a small blog', 200, [], 'all'],
    ['a year of a small blog', 102, [2019], 'all'],
    ['undated posts of a small blog', 200, [0], 'all'],
    ['a large blog', 201, [], undefined],
    ['a large year', 201, [2019], undefined],
    ['a month of a large year', 201, [2019, 3], '2019-03-1'],
    ['a further page', 302, [2019, 3, 3], '2019-03-3'],
    ['a page past the last', 302, [2019, 3, 4], undefined],
    ['an empty month', 302, [2019, 4], undefined],
    ['undated posts', 302, [0, undefined, 1], 'undated-1'],
    ['an unknown year', 302, [1999], undefined],
  ])('finds that of %s', (_, total, [year, month, pageNumber = 1], name) => {
    expect(findArchiveSource(overview(total), { year, month, pageNumber })?.name).toBe(name);
  });

  test('finds one file for a small year and its months', () => {
    const [year] = overview(82).years;
    const large = { ...overview(82), total: 5000, years: year === undefined ? [] : [year] };
    const found = { name: '2019', isShared: true };
    const place = { year: 2019, month: undefined, pageNumber: 1 };
    expect(findArchiveSource(large, place)).toEqual(found);
    expect(findArchiveSource(large, { ...place, month: 3 })).toEqual(found);
  });
});

describe('countArchivePages', () => {
  test.each([
    [undefined, 200, 1],
    [2019, 0, 1],
    [2019, 100, 1],
    [2019, 101, 2],
  ])('in year %s counts %i posts as %i', (year, total, pages) => {
    expect(countArchivePages({ year, month: undefined }, total)).toBe(pages);
  });
});

describe('selectRows', () => {
  test('cuts pages out of a part, and none out of the whole', () => {
    const rows = Array.from({ length: 130 }, (_, n): ArchiveRow => ({
      permalink: `/${n}/`,
      title: `${n}`,
      day: n < 120 ? `2019-0${1 + Math.floor(n / 115)}-01` : undefined,
      language: undefined,
    }));
    const select = (year?: number, month?: number, pageNumber = 1): readonly number[] => {
      const list = selectRows(rows, { year, month, pageNumber });
      return [list.rows.length, list.total];
    };
    expect(select()).toEqual([130, 130]);
    expect(select(2019)).toEqual([100, 120]);
    expect(select(2019, undefined, 2)).toEqual([20, 120]);
    expect(select(2019, 2)).toEqual([5, 5]);
    expect(select(0)).toEqual([10, 10]);
  });
});

describe('archive files', () => {
  test('are read as they were written', () => {
    const rows = fc.array(
      cardArbitrary.map(({ permalink, title, day, language }) => ({
        permalink,
        title,
        day,
        language,
      })),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(fc.record({ buildId: fc.string(), total: fc.nat(), rows }), (shard) => {
        expect(decodeArchive(JSON.parse(encodeArchive(shard)), 'test')).toEqual(shard);
      }),
    );
  });

  test.each([
    [{ schema: 2 }, '`schema` is `2`; 1 was expected.'],
    [{ buildId: 7 }, '`buildId` is `7`; text was expected.'],
    [{ total: -1 }, '`total` is `-1`; a whole number from 0 on was expected.'],
    [{ links: [] }, '`links` is an array of 0; a column of 1 was expected.'],
  ])('are refused with %j', (change, message) => {
    const row = { permalink: '/a/', title: 'A', day: undefined, language: undefined };
    const text = encodeArchive({ buildId: 'b', total: 1, rows: [row] });
    const value = { ...(JSON.parse(text) as object), ...change };
    expect(() => decodeArchive(value, archiveFile('2019'))).toThrow(message);
  });
});
