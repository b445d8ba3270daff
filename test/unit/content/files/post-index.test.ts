import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decodeCountShard,
  decodeKeyword,
  decodeKeywordTable,
  decodeNewest,
  decodeRoot,
  decodeShard,
  encodeCountShard,
  encodeKeyword,
  encodeKeywordTable,
  encodeNewest,
  encodeRoot,
  encodeShard,
  keywordFile,
  safeName,
  shardFile,
} from '../../../../src/content/files/post-index.ts';
import { createCounts } from '../../../../src/content/files/overview-data.ts';
import { cardArbitrary, keywordArbitrary } from './card-arbitrary.ts';

const count = fc.nat(1_000_000);
const buildId = fc.string();
const stamps = fc.array(fc.stringMatching(/^[0-9a-z]{5}$/), { maxLength: 9 });
const cards = fc.array(cardArbitrary, { maxLength: 20 });
const keywords = fc.array(
  fc.tuple(keywordArbitrary, count).map(([keyword, n]) => ({ ...keyword, count: n })),
);
const counts = fc.array(fc.tuple(fc.string(), count)).map((entries) => createCounts(entries));
const years = fc.uniqueArray(fc.integer({ min: 1, max: 9999 })).chain((list) =>
  fc.tuple(
    ...list.map((year) =>
      fc.array(count, { minLength: 12, maxLength: 12 }).map((months) => ({
        year,
        months,
        count: months.reduce((a, b) => a + b, 0),
      })),
    ),
  ),
);

describe('post index files', () => {
  const root = fc.record({
    buildId,
    total: count,
    undated: count,
    keywords,
    keywordTotal: count,
    years,
    blocks: stamps,
  });
  const newest = { buildId, total: count, cards };
  const keyword = fc.record({
    ...newest,
    name: fc.string(),
    slug: fc.string(),
    counts,
    companions: keywords,
    furtherTotal: count,
    blocks: stamps,
  });

  const rows = [
    ['root', root, encodeRoot, decodeRoot],
    ['shard', fc.record({ stamp: fc.string(), cards }), encodeShard, decodeShard],
    ['newest', fc.record(newest), encodeNewest, decodeNewest],
    ['keyword', keyword, encodeKeyword, decodeKeyword],
    ['counts', fc.record({ buildId, counts }), encodeCountShard, decodeCountShard],
    ['keyword table', fc.record({ buildId, keywords }), encodeKeywordTable, decodeKeywordTable],
  ] as const;
  test.each(rows)('decode what was encoded: %s', (_, arbitrary, encode, decode) => {
    fc.assert(
      fc.property(arbitrary as fc.Arbitrary<never>, (value) => {
        expect(decode(JSON.parse(encode(value)), 'test')).toEqual(value);
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    [decodeRoot, 'root', 'data/v1/root.json  `schema` is `2`; 1 was expected.'],
    [decodeNewest, 'newest', 'data/v1/p/new.json  `schema` is `2`; 1 was expected.'],
    [decodeKeywordTable, 'table', 'data/v1/keywords.json  `schema` is `2`; 1 was expected.'],
  ])('reject another schema: %#', (decode, _, message) => {
    expect(() => decode({ schema: 2 })).toThrow(message);
  });

  test('reject months that do not fit the years', () => {
    const json = JSON.parse(
      encodeRoot({
        buildId: 'b',
        total: 1,
        undated: 0,
        keywords: [],
        keywordTotal: 0,
        blocks: [],
        years: [],
      }),
    );
    expect(() => decodeRoot({ ...json, months: '1' })).toThrow(
      '`months` is `1`; 0 counts was expected.',
    );
  });
});

describe('safeName', () => {
  test.each(['rust', '3d-printing', 'a'.repeat(64)])('keeps %s', (slug) => {
    expect(safeName(slug)).toBe(slug);
  });

  test.each([
    ['a device of Windows', 'con', /^_con-\w{10}$/],
    ['a numbered device', 'lpt1', /^_lpt1-\w{10}$/],
    ['signs', 'c++', /^_c--\w{10}$/],
    ['a dot', '.', /^_--\w{10}$/],
    ['two dots', '..', /^_--\w{10}$/],
    ['a slash', '../../etc', /^_-etc-\w{10}$/],
    ['nothing', '', /^_-\w{10}$/],
    ['a hyphen first', '-x', /^_-x-\w{10}$/],
    ['capitals', 'CON', /^_--\w{10}$/],
    ['accents', 'café', /^_caf--\w{10}$/],
    ['Japanese', '日本語', /^_--\w{10}$/],
    ['great length', 'x'.repeat(300), /^_x{24}-\w{10}$/],
  ])('replaces %s', (_, slug, expected) => {
    expect(safeName(slug)).toMatch(expected);
  });

  test('keeps apart what it replaces', () => {
    const slugs = [
      'c++',
      'c#',
      '日本',
      '日本語',
      'café',
      'cafe',
      'con',
      '_con',
      'x'.repeat(300),
      'x'.repeat(301),
    ];
    expect(new Set(slugs.map(safeName)).size).toBe(slugs.length);
  });
});

test('files have the names that the design gives', () => {
  expect(shardFile(3)).toBe('data/v1/p/3.json');
  expect(keywordFile('rust', 0)).toBe('data/v1/k/rust/0.json');
  expect(keywordFile('rust', 'f')).toBe('data/v1/k/rust/f.json');
});
