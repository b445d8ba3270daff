// Latin letters fold to ASCII, other scripts stay as they are.

import { createFold, latinLetters } from './fold.ts';

/** Longest slug, in UTF-16 code units: a file system allows names of 255 bytes. */
export const maximumSlugLength = 120;

const foldLetters = createFold(latinLetters);
/** Marks on a Latin base letter; on other letters (が, й, ή) a mark belongs to the letter. */
const latinMarks = /([a-z])\p{Mn}+/gu;
/** Left out without parting the word: it's → its. */
const apostrophes = /['’ʼ‘`´]/gu;
/** Everything that parts words. */
const separators = /[^\p{L}\p{N}\p{M}]+/gu;
/** Marks without a letter below them, such as those that say how an emoji is drawn: nobody sees them. */
const looseMarks = /[\ufe00-\ufe0f\u20e3]|(?<![\p{L}\p{N}\p{M}])\p{M}+/gu;
/** Emoji with what joins and varies them. */
const pictures =
  /(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u200d|\ufe0f)+/gu;

/**
 * The last part of an address for a title, file name or keyword: lower case, ASCII-folded, `-` between
 * words. Names that differ only by case or accents share a slug; `C`, `C++`, `C#` and `.NET`, `NET` do not.
 *
 * Never empty for a text that is not blank: a text of emoji keeps them, one of other signs becomes their
 * code points.
 *
 * @example
 * slugify('Łódź: it’s C++!')  // 'lodz-its-c-plus-plus'
 */
export function slugify(text: string): string {
  // Latin text needs none of the normalization below: most titles and keywords.
  if (/^[a-z0-9]+(?:[ -][a-z0-9]+)*$/.test(text)) return limitSlug(text.replaceAll(' ', '-'));
  const folded = foldText(text);
  const words = limitSlug(joinWords(nameSigns(folded)));
  if (words !== '') return words;
  const emoji =
    folded
      .match(pictures)
      ?.join('-')
      .replace(/^(?:-|\u200d|\ufe0f)+/, '') ?? '';
  return limitSlug(emoji === '' ? nameCodePoints(folded) : emoji);
}

/** An explicit slug kept as written, apart from what an address part cannot hold; `.` and `..` hold nothing. */
export function cleanSlug(text: string): string {
  const cleaned = text
    .normalize('NFC')
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001f\u007f\\?#\p{Surrogate}]/gu, '')
    .trim()
    .replace(/\s+/g, '-');
  return /^\.{1,2}$/.test(cleaned) ? '' : limitSlug(cleaned);
}

/** A file name part as a title: `my-first_post` → `My first post`. */
export function humanize(name: string): string {
  const words = name.replace(/[-_\s]+/g, ' ').trim();
  const [first = ''] = words;
  return first.toUpperCase() + words.slice(first.length);
}

/** Lower case, compatibility forms unified (`Ａ` → `a`, `ﬁ` → `fi`), Latin letters without marks. */
function foldText(text: string): string {
  const plain = text.toLowerCase().normalize('NFKD').replace(latinMarks, '$1');
  return foldLetters(plain).normalize('NFC');
}

/** Signs that tell names apart, as words. Only where they touch a word: `C++`, `F#`, `.NET`, `R&D`. */
function nameSigns(text: string): string {
  if (!/[+#.&]/.test(text)) return text;
  return text
    .replace(/(?<=[\p{L}\p{N}])\++(?![\p{L}\p{N}+])/gu, (signs) => '-plus'.repeat(signs.length))
    .replace(/(?<=[\p{L}\p{N}])#(?![\p{L}\p{N}])/gu, '-sharp')
    .replace(/(?<![^\s(])\.(?=\p{L})/gu, 'dot-')
    .replace(/&/g, '-and-');
}

function joinWords(text: string): string {
  return text
    .replace(looseMarks, '')
    .replace(apostrophes, '')
    .replace(separators, '-')
    .replace(/^-|-$/g, '');
}

function nameCodePoints(text: string): string {
  const points = Array.from(text.replace(/\s+/gu, ''), (sign) => sign.codePointAt(0)?.toString(16));
  return points.map((point) => `u${point ?? ''}`).join('-');
}

/** `text`, a slug, cut at the last word that fits. */
export function limitSlug(text: string): string {
  if (text.length <= maximumSlugLength) return text;
  const cut = text.slice(0, maximumSlugLength + 1);
  const end = cut.lastIndexOf('-');
  // A half surrogate pair must not remain at the end of a text without words.
  const short = end > 0 ? cut.slice(0, end) : cut.slice(0, maximumSlugLength);
  return short.replace(/[\ud800-\udbff]$/, '');
}
