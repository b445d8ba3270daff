import { createFold, latinLetters } from '../../content/text/fold.ts';

/** Final sigma, alef maksura and teh marbuta are spellings of another letter. */
const foldLetters = createFold({ ...latinLetters, ς: 'σ', ى: 'ي', ة: 'ه' });

/**
 * Marks that readers leave out: Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowel marks and
 * the stretching tatweel. Marks that are letters of their own (Devanagari, Thai, Japanese) stay.
 */
const silentMarks =
  // eslint-disable-next-line no-misleading-character-class
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u0655\u0670]/gu;
const hyphens = /[\u2010\u2011]/g;
// eslint-disable-next-line no-control-regex
const asciiOnly = /^[\u0000-\u007f]*$/;

/**
 * The form in which words are compared: lower case, without accents, compatibility forms unified.
 *
 * @example
 * foldWord('Łódź')  // 'lodz'
 */
export function foldWord(word: string): string {
  if (asciiOnly.test(word)) return word.toLowerCase();
  const plain = word.toLowerCase().normalize('NFKD').replace(silentMarks, '').replace(hyphens, '-');
  return foldLetters(plain).normalize('NFC');
}
