import { describe, expect, test } from 'vitest';

import { foldWord } from '../../../../src/search/words/fold.ts';

describe('foldWord', () => {
  test.each([
    ['capitals', 'WebAssembly', 'webassembly'],
    ['Latin accents', 'Café', 'cafe'],
    ['accents written apart', 'Cafe\u0301', 'cafe'],
    ['letters without a decomposition', 'ŁødzĐÞæœ', 'lodzdthaeoe'],
    ['letters that addresses fold too', 'Ŋƒəĸ', 'nfek'],
    ['sharp s', 'Straße', 'strasse'],
    ['Vietnamese', 'Tiếng Việt', 'tieng viet'],
    ['Turkish dotted and dotless i', 'İIı', 'iii'],
    ['Greek accents and final sigma', 'Λόγος', 'λογοσ'],
    ['Cyrillic ё and й', 'Ёлкой', 'елкои'],
    ['Arabic vowel signs, tatweel and alef', 'أَلْعَرَبِيَّـة', 'العربيه'],
    ['Hebrew points', 'שָׁלוֹם', 'שלום'],
    ['full width forms', 'Ａ１', 'a1'],
    ['ligatures', 'ﬁle', 'file'],
    ['a typographic hyphen', 'e\u2010mail', 'e-mail'],
  ])('unifies %s', (_, word, folded) => {
    expect(foldWord(word)).toBe(folded);
  });

  test.each([
    ['marks of Japanese', 'がぎぐ'],
    ['marks of Devanagari', 'हिन्दी'],
    ['marks of Thai', 'ไทยน้ำ'.normalize('NFKD').normalize('NFC')],
    ['Korean syllables', '검색'],
  ])('keeps %s', (_, word) => {
    expect(foldWord(word)).toBe(word);
  });
});
