import { describe, expect, test } from 'vitest';
import type { Overview } from '../../../src/content/library.ts';
import {
  archiveRequest,
  countArchive,
  formatArchivePath,
  isListed,
} from '../../../src/ui/archive.ts';

const overview = (total: number): Overview => ({
  buildId: 'x',
  total,
  undated: 2,
  keywords: [],
  keywordTotal: 0,
  years: [{ year: 2019, count: total - 2, months: [0, 0, total - 2, 0, 0, 0, 0, 0, 0, 0, 0, 0] }],
});

describe('formatArchivePath', () => {
  test.each([
    [{}, '/archive/'],
    [{ year: 2019 }, '/archive/2019/'],
    [{ year: 0 }, '/archive/undated/'],
    [{ year: 2019, month: 3 }, '/archive/2019/03/'],
    [{ year: 2019, month: 11, pageNumber: 2 }, '/archive/2019/11/page/2/'],
    [{ year: 2019, pageNumber: 1 }, '/archive/2019/'],
  ])('writes %o as %s', (place, path) => {
    expect(formatArchivePath(place)).toBe(path);
  });
});

const ask = (year?: number, month?: number): unknown => archiveRequest({ year, month }, 1);

describe('archiveRequest', () => {
  test('asks for the list of a part', () => {
    expect(ask()).toMatchObject({ kind: 'all' });
    expect(ask(0)).toMatchObject({ kind: 'undated' });
    expect(ask(2019)).toMatchObject({ kind: 'year', year: 2019 });
    expect(ask(2019, 3)).toMatchObject({ kind: 'month', year: 2019, month: 3 });
  });
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
