import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createMarker, markText } from '../../../../src/search/words/mark-text.ts';

describe('createMarker', () => {
  test.each([
    ['what was typed', [], ['fox']],
    ['other forms with a stemmer', [(word: string) => word.replace(/es$/, '')], ['fox', 'foxes']],
  ])('marks %s', (_, stems, marked) => {
    const runs = createMarker('fox ', stems)('A fox, two foxes');
    expect(runs.flatMap((run) => (run.isMatch ? run.text : []))).toEqual(marked);
  });
});

describe('markText', () => {
  test('marks the tokens that match, keeping the text', () => {
    expect(markText('The Café, a café.', { isMatch: (token) => token === 'cafe' })).toEqual([
      { text: 'The ', isMatch: false },
      { text: 'Café', isMatch: true },
      { text: ', a ', isMatch: false },
      { text: 'café', isMatch: true },
      { text: '.', isMatch: false },
    ]);
  });

  test('marks of a joined name the words that match', () => {
    const runs = markText('Use std::mem now', { isMatch: (token) => token.startsWith('std') });
    expect(runs.map(({ text }) => text)).toEqual(['Use ', 'std', '::mem now']);
  });

  test('joins the pairs of a run of signs', () => {
    const runs = markText('全文検索です', { isMatch: (token) => ['検索', '文検'].includes(token) });
    expect(runs.map(({ text }) => text)).toEqual(['全', '文検索', 'です']);
  });

  test('gives any text back whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const runs = markText(text, { isMatch: (token) => token.length % 2 === 0 });
        expect(runs.map((run) => run.text).join('')).toBe(text);
        expect(runs.every((run) => run.text !== '')).toBe(true);
      }),
    );
  });
});
