// How each generator spells the parts of an address.

import { limitSlug, slugify } from '../text/slug.ts';
import type { Generator } from './generator.ts';

/** Spells texts as parts of an address. */
export interface Spelling {
  /** A file name or a `slug`. */
  readonly slug: (text: string) => string;
  /** A title. */
  readonly title: (text: string) => string;
  /** A folder. */
  readonly folder: (text: string) => string;
  /** Jekyll's `:title`, from a file name or a `slug`. */
  readonly casedName: (text: string) => string;
}

/** Text of other scripts in Latin letters, as Zola has it: see `transliterate.ts`. */
export type Transliterate = (text: string) => string;

/**
 * The spelling of `generator`; `undefined`: this blog's own, which folds Latin letters and keeps other scripts.
 *
 * @param transliterate - without it Zola's names keep their script
 */
export function findSpelling(
  generator: Generator | undefined,
  transliterate?: Transliterate,
): Spelling {
  switch (generator) {
    case 'zola': {
      const slug = (text: string): string => slugifyAsZola(text, transliterate) || slugify(text);
      return { slug, title: (text) => limitSlug(slug(text)), folder: keep, casedName };
    }
    case 'hugo': {
      const slug = (text: string): string => spellHugoPath(text) || slugify(text);
      return { slug, title: (text) => limitSlug(slug(text)), folder: slug, casedName };
    }
    case 'jekyll':
      return { slug: slugifyAsJekyll, title: slugify, folder: keep, casedName };
    case 'astro':
      return { slug: slugifyAsAstro, title: slugifyAsAstro, folder: slugifyAsAstro, casedName };
    case 'eleventy':
      return { slug: keep, title: slugify, folder: keep, casedName };
    case 'quartz':
      return { slug: spellAsQuartz, title: spellAsQuartz, folder: spellAsQuartz, casedName };
    case undefined:
      return { slug: slugify, title: slugify, folder: slugify, casedName };
    default:
      return generator satisfies never;
  }
}

/** Letters and digits of ASCII in lower case, `-` for all else: `it's` is `it-s`. Without `transliterate` other scripts stay. */
export function slugifyAsZola(text: string, transliterate?: Transliterate): string {
  if (transliterate === undefined && /[^\p{ASCII}]/u.test(text)) return slugify(text);
  const plain = transliterate?.(text) ?? text;
  return plain
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Lower case, blanks to `-`, most signs gone; `_`, `.`, `+`, `~`, `@` and accents stay. */
function spellHugoPath(text: string): string {
  let spelled = '';
  let isBlank = false;
  for (const letter of text.trim().toLowerCase().normalize('NFC')) {
    if (/[\p{L}\p{N}\p{M}._+~@-]/u.test(letter)) {
      spelled += isBlank && letter !== '-' ? `-${letter}` : letter;
      isBlank = false;
    } else if (/\s/.test(letter)) {
      isBlank = spelled !== '' && !spelled.endsWith('-');
    }
  }
  return spelled;
}

/** Lower case, and one `-` for all that is no letter or digit. */
function slugifyAsJekyll(text: string): string {
  const slug = text
    .normalize('NFC')
    .replace(/[^\p{M}\p{L}\p{Nd}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
  return slug === '' ? slugify(text) : slug;
}

/** As github-slugger, which Astro's collections use: lower case, blanks to `-`, other signs than `_` and `-` gone. */
function slugifyAsAstro(text: string): string {
  const slug = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\s-]+/gu, '')
    .replace(/ /g, '-');
  return slug === '' ? slugify(text) : slug;
}

/** Names as written, but for blanks and what has a meaning in an address. */
function spellAsQuartz(text: string): string {
  return text
    .normalize('NFC')
    .trim()
    .replace(/\s/g, '-')
    .replace(/&/g, '-and-')
    .replace(/%/g, '-percent')
    .replace(/[?#]/g, '');
}

/** Jekyll's `:title`: capitals, accents and signs that need no escape in an address stay. */
function casedName(text: string): string {
  const name = text
    .normalize('NFC')
    .replace(/[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu, '-')
    .replace(/^-|-$/g, '');
  return name === '' ? slugify(text) : name;
}

function keep(text: string): string {
  return text.normalize('NFC').trim();
}
