import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  encodePostRecord,
  maxRecordLanguages,
  parsePostRecord,
} from '../../../../src/content/files/post-record.ts';
import type { PostRecord } from '../../../../src/content/files/post-record.ts';
import { partNames } from '../../../../src/content/model/part.ts';
import { cardArbitrary } from './card-arbitrary.ts';

const text = fc.string({ unit: 'grapheme' });
const link = fc.record({ permalink: text, title: text });
const date = fc.record({ day: text, instant: fc.option(text, { nil: undefined }) });
const optional = <Value>(of: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(of, { nil: undefined });

const record: fc.Arbitrary<PostRecord> = fc.record({
  collection: fc.constantFrom('posts', 'pages'),
  card: cardArbitrary,
  date: optional(date),
  updated: optional(date),
  author: optional(text),
  description: optional(text),
  image: optional(text),
  canonical: optional(text),
  isUnindexed: optional(fc.boolean()),
  isPage: optional(fc.boolean()),
  toc: optional(fc.boolean()),
  references: fc.dictionary(text, text),
  images: fc.dictionary(text, fc.record({ width: fc.nat(), height: fc.nat() })),
  needs: fc.uniqueArray(fc.constantFrom(...partNames)),
  languages: fc.array(text, { maxLength: maxRecordLanguages }),
  previous: optional(link),
  next: optional(link),
  related: fc.array(fc.record({ permalink: text, title: text, shared: fc.array(text) })),
  series: optional(fc.record({ name: text, parts: fc.array(link), part: fc.integer({ min: 1 }) })),
  translations: fc.array(fc.record({ permalink: text, title: text, language: text })),
  problems: fc.array(
    fc.record({
      severity: fc.constantFrom('warning', 'info'),
      file: text,
      line: optional(fc.nat()),
      column: optional(fc.nat()),
      message: text,
      remedy: optional(text),
      frame: optional(text),
    }),
  ),
});

describe('encodePostRecord', () => {
  test('is undone by parsePostRecord', () => {
    fc.assert(
      fc.property(record, (value) => {
        expect(parsePostRecord(JSON.parse(encodePostRecord(value)), 'x/post.json')).toEqual(value);
      }),
      { numRuns: 60 },
    );
  });
});

describe('parsePostRecord', () => {
  test('tells which posts lead here, and nothing where none does', () => {
    const [plain] = fc.sample(record, 1);
    if (plain === undefined) throw new Error('no record');
    const backlinks = [{ permalink: '/a/', title: 'A' }];
    const parsed = parsePostRecord(JSON.parse(encodePostRecord({ ...plain, backlinks })), 'x');
    expect(parsed.backlinks).toEqual(backlinks);
    expect(encodePostRecord(plain)).not.toContain('backlinks');
    expect('backlinks' in parsePostRecord(JSON.parse(encodePostRecord(plain)), 'x')).toBe(false);
  });

  test('takes a part that a later build knows, and languages without end, for hints', () => {
    const [plain] = fc.sample(record, 1).map((value) => JSON.parse(encodePostRecord(value)));
    const languages = Array.from({ length: 100 }, (_, index) => `l${index}`);
    const value = { ...plain, needs: ['code', 'hologram', 'code'], languages };
    const parsed = parsePostRecord(value, 'x/post.json');
    expect(parsed.needs).toEqual(['code']);
    expect(parsed.languages).toHaveLength(maxRecordLanguages);
  });

  const sample = fc
    .sample(record, 1)
    .map((value): Record<string, unknown> => JSON.parse(encodePostRecord(value)));
  test.each([
    ['needs', 'code', '`needs` is `code`; an array of texts was expected.'],
    ['schema', 0, 'x/post.json  `schema` is `0`; 1 was expected.'],
    ['collection', 'drafts', '`collection` is `drafts`; `posts` or `pages` was expected.'],
    ['card', undefined, 'x/post.json: card  The data is missing; an object was expected.'],
    ['references', { a: 1 }, 'x/post.json: references  `a` is `1`; a path was expected.'],
    ['images', { a: { width: 1 } }, '`a` is an object; a width and a height was expected.'],
    ['problems', [{ severity: 'x' }], 'x/post.json: problems[0]  `severity` is `x`; `error` or '],
    ['related', [{}], 'x/post.json: related[0]  `permalink` is missing; text was expected.'],
  ])('rejects %s: %j', (key, value, message) => {
    expect(() => parsePostRecord({ ...sample[0], [key]: value }, 'x/post.json')).toThrow(message);
  });
});
