import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { cutExcerpt } from '../../../../src/search/words/excerpt.ts';

const words = Array.from({ length: 100 }, (_, index) => `word${index}`).join(' ');

describe('cutExcerpt', () => {
  test('gives about 24 words around the place, cut between words', () => {
    const excerpt = cutExcerpt(words, words.indexOf('word50'));
    expect(excerpt).toMatch(/^…word4\d .*word50 .*word6\d…$/);
    expect(excerpt.split(' ').length).toBeGreaterThan(20);
    expect(excerpt.split(' ').length).toBeLessThan(28);
  });

  test.each([
    ['begins with the text', 'Short text here.', 6, 'Short text here.'],
    [
      'begins with the block',
      `${words}\nA new block, match and more.`,
      words.length + 14,
      'A new block, match and more.',
    ],
    ['puts lines together', 'One\ntwo\n\nthree', 0, 'One two three'],
    ['takes an empty text', '', 0, ''],
  ])('%s', (_, text, offset, excerpt) => {
    expect(cutExcerpt(text, offset)).toBe(excerpt);
  });

  test('cuts text without spaces', () => {
    const excerpt = cutExcerpt('検索'.repeat(500), 400);
    expect(excerpt.length).toBeGreaterThan(50);
    expect(excerpt.length).toBeLessThan(200);
  });

  // The second half of the first is U+DC00, of the other U+DFFF.
  test.each(['🐀', '🏿'])('cuts before or behind %s, not within', (sign) => {
    const text = `${sign.repeat(100)}a${sign.repeat(200)}`;
    // Both ends would fall into a pair: 35 units before the place and 130 behind it.
    expect(cutExcerpt(text, 201)).toBe(`…${sign.repeat(17)}a${sign.repeat(65)}…`);
    expect(cutExcerpt(text, 200)).toBe(`…${sign.repeat(18)}a${sign.repeat(64)}…`);
  });

  test('never cuts a sign in two, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.nat(), (text, place) => {
        const offset = text.length === 0 ? 0 : place % text.length;
        const code = text.charCodeAt(offset);
        const start = code >= 0xdc00 && code <= 0xdfff ? offset - 1 : offset;
        // A half of a pair would not survive UTF-8.
        const excerpt = cutExcerpt(text, start);
        expect(new TextDecoder().decode(new TextEncoder().encode(excerpt))).toBe(excerpt);
      }),
    );
  });
});
