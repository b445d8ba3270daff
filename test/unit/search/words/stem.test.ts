import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { loadStemmer, stemmerOf } from '../../../../src/search/words/stem.ts';

const latin = 'abcdefghijklmnopqrstuvwxyzäöüßéèçşğıåøæñ';
const cyrillic = 'абвгдежзийклмнопрстуфхцчшщъыьэюяєіїґ';
const alphabets: Readonly<Record<string, string>> = {
  ar: 'ابتثجحخدذرزسشصضطظعغفقكلمنهويءةى',
  bg: cyrillic,
  el: 'αβγδεζηθικλμνξοπρστυφχψως',
  ru: cyrillic,
  uk: cyrillic,
};
const languages = 'ar bg da de el en es fi fr hu id it lt nb nl nn no pt ro ru sv tr uk'.split(' ');

describe('loadStemmer', () => {
  test.each(languages)('of %s gives a word for any letters of its script', async (language) => {
    const stem = await loadStemmer(language);
    const letters = [...(alphabets[language] ?? latin)];
    const word = fc
      .array(fc.constantFrom(...letters, '\u0301'), { minLength: 1, maxLength: 14 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(word, (text) => {
        expect(stem(text)).not.toBe('');
      }),
      { seed: 18, numRuns: 500 },
    );
  });

  test('keeps and reports a word on which the library fails', async () => {
    const failed: string[] = [];
    const stem = await loadStemmer('bg', (word) => failed.push(word));
    expect(stem('списък')).toBe('списък');
    expect(failed).toEqual(['списък']);
  });

  test('takes an ending off', async () => {
    const stem = await loadStemmer('en');
    expect(stem('universities')).toBe(stem('university'));
  });
});

describe('stemmerOf', () => {
  test.each([
    ['a region', 'pt-BR', 'pt'],
    ['a language without one', 'ja', ''],
    ['a name that every object has', 'constructor', ''],
  ])('knows %s', (_, tag, key) => {
    expect(stemmerOf(tag)).toBe(key);
  });
});
