import { stemmer as english } from '@orama/stemmers/english';

/** Takes a folded word's ending off: `universities` and `university` give `univers`. */
export type Stem = (word: string) => string;

interface StemmerModule {
  readonly stemmer: Stem;
}

/** By primary language subtag. Each is a file of its own, fetched only by blogs in that language. */
const stemmers: Readonly<Record<string, () => Promise<StemmerModule>>> = {
  ar: () => import('@orama/stemmers/arabic'),
  bg: () => import('@orama/stemmers/bulgarian'),
  da: () => import('@orama/stemmers/danish'),
  de: () => import('@orama/stemmers/german'),
  el: () => import('@orama/stemmers/greek'),
  // Not worth a round trip of its own: 0.8 kB.
  en: () => Promise.resolve({ stemmer: english }),
  es: () => import('@orama/stemmers/spanish'),
  fi: () => import('@orama/stemmers/finnish'),
  fr: () => import('@orama/stemmers/french'),
  hu: () => import('@orama/stemmers/hungarian'),
  id: () => import('@orama/stemmers/indonesian'),
  it: () => import('@orama/stemmers/italian'),
  lt: () => import('@orama/stemmers/lithuanian'),
  nb: () => import('@orama/stemmers/norwegian'),
  nl: () => import('@orama/stemmers/dutch'),
  nn: () => import('@orama/stemmers/norwegian'),
  no: () => import('@orama/stemmers/norwegian'),
  pt: () => import('@orama/stemmers/portuguese'),
  ro: () => import('@orama/stemmers/romanian'),
  ru: () => import('@orama/stemmers/russian'),
  sv: () => import('@orama/stemmers/swedish'),
  tr: () => import('@orama/stemmers/turkish'),
  uk: () => import('@orama/stemmers/ukrainian'),
};

/** Words with digits or other characters than letters are names: they have no ending. */
const inflected = /^\p{L}{3,}$/u;

/**
 * The stemmer's key for a BCP 47 tag; empty when its language has none and words stand as they are.
 *
 * @example
 * stemmerOf('pt-BR')  // 'pt'
 * stemmerOf('ja')  // ''
 */
export function stemmerOf(language: string): string {
  const primary = language.toLowerCase().split(/[-_]/, 1).join('');
  return Object.hasOwn(stemmers, primary) ? primary : '';
}

/**
 * The stemmer of a language; the identity for languages without one. It never throws: a word on which the library
 * fails stays as it is, in the index and in queries alike.
 *
 * @param onFailure - called with each word on which the library fails
 */
export async function loadStemmer(
  language: string,
  onFailure?: (word: string) => void,
): Promise<Stem> {
  const load = stemmers[stemmerOf(language)];
  if (load === undefined) return (word) => word;
  const { stemmer } = await load();
  return (word) => {
    if (!inflected.test(word)) return word;
    try {
      return stemmer(word) || word;
    } catch {
      // The Bulgarian one fails on words such as `списък`.
      onFailure?.(word);
      return word;
    }
  };
}
