import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openData } from '../../../../src/content/files/data-reader.ts';
import type { ArchiveRow } from '../../../../src/content/model/library.ts';
import { decodeRows, deriveSlug, encodeRows } from '../../../../src/content/files/row-data.ts';
import { cardArbitrary } from './card-arbitrary.ts';

const row: ArchiveRow = {
  permalink: '/posts/bye-bye/',
  title: 'Bye-bye!',
  day: '2019-03-04',
  language: undefined,
};

describe('encodeRows', () => {
  test('says nothing twice', () => {
    expect(encodeRows([row])).toMatchObject({ prefix: '/posts/', links: ['*'] });
    expect(encodeRows([row])).not.toHaveProperty('languages');
  });

  test('is undone by decodeRows', () => {
    fc.assert(
      fc.property(fc.array(cardArbitrary, { maxLength: 25 }), (cards) => {
        const rows = cards.map(({ permalink, title, day, language }) => ({
          permalink,
          title,
          day,
          language,
        }));
        const json: unknown = JSON.parse(JSON.stringify(encodeRows(rows)));
        expect(decodeRows(openData(json, 'test'))).toEqual(rows);
      }),
    );
  });
});

describe('decodeRows', () => {
  const good = { ...encodeRows([row, row]), languages: ['', 'fr'] };
  test.each([
    ['titles', 'one', '`titles` is `one`; an array of texts was expected.'],
    ['links', ['*'], '`links` is an array of 1; a column of 2 was expected.'],
    ['days', '1', '`days` is `1`; a column of 2 was expected.'],
    ['days', '0~~~~~~0', '`days` is `0~~~~~~0`; days was expected.'],
    ['languages', [], '`languages` is an array of 0; a column of 2 was expected.'],
    ['prefix', undefined, '`prefix` is missing; text was expected.'],
  ])('rejects %s: %j', (key, value, message) => {
    expect(() => decodeRows(openData({ ...good, [key]: value }, 'test'))).toThrow(message);
  });
});

describe('deriveSlug', () => {
  test.each([
    ['Hello, World!', 'hello-world'],
    ['  C++  ', 'c'],
    ['Été 日本', 'Été-日本'],
    ['—', '—'],
    ['', ''],
  ])('makes %j %j', (text, slug) => {
    expect(deriveSlug(text)).toBe(slug);
  });
});
