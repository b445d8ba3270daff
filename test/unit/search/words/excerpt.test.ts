import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { cutExcerpt, markText } from '../../../../src/search/words/excerpt.ts';

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

describe('markText', () => {
  test('lights the tokens that match, keeping the text', () => {
    expect(markText('The Café, a café.', (token) => token === 'cafe')).toEqual([
      { text: 'The ', isMatch: false },
      { text: 'Café', isMatch: true },
      { text: ', a ', isMatch: false },
      { text: 'café', isMatch: true },
      { text: '.', isMatch: false },
    ]);
  });

  test('lights of a joined name the words that match', () => {
    const runs = markText('Use std::mem now', (token) => token.startsWith('std'));
    expect(runs.map(({ text }) => text)).toEqual(['Use ', 'std', '::mem now']);
  });

  test('joins the pairs of a run of signs', () => {
    const runs = markText('全文検索です', (token) => ['検索', '文検'].includes(token));
    expect(runs.map(({ text }) => text)).toEqual(['全', '文検索', 'です']);
  });

  test('gives any text back whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const runs = markText(text, (token) => token.length % 2 === 0);
        expect(runs.map((run) => run.text).join('')).toBe(text);
        expect(runs.every((run) => run.text !== '')).toBe(true);
      }),
    );
  });
});
