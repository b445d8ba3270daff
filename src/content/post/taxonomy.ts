import type { Keyword } from '../model/post.ts';
import { isTable } from '../front-matter/fields.ts';
import { closeDirections } from './directions.ts';
import { slugify } from '../text/slug.ts';

/** The keywords of a post, and what was wrong with them. */
export interface KeywordReading {
  readonly keywords: readonly Keyword[];
  /** Messages about keywords that were left out. */
  readonly faults: readonly string[];
  /** Texts of several words of which each word became a keyword. */
  readonly phrases: readonly string[];
}

/** How keywords are read. */
export interface KeywordOptions {
  /** Whether a text without commas is parted at blanks where Jekyll does: in `tags` and `categories`. */
  readonly splitsAtBlanks: boolean;
}

/** Names that keywords go by, alone and in `[taxonomies]`, `[extra]` and `params`. */
const keywordNames = [
  'keywords',
  'keyword',
  'tags',
  'tag',
  'categories',
  'category',
  'topics',
  'topic',
];

/** Names that stand for Jekyll's `:categories` in an address. */
const categoryNames = ['categories', 'category'];

const tables = ['taxonomies', 'extra', 'params'];

const maximumKeywords = 100;
const longestKeyword = 100;

/**
 * The keywords of a front matter: `keywords`, `tags`, `categories`, `topics` from every place, in that
 * order, each once. A list, or a text split at commas; at blanks only where `options` say so.
 */
export function readKeywords(
  values: Readonly<Record<string, unknown>>,
  { splitsAtBlanks }: KeywordOptions = { splitsAtBlanks: false },
): KeywordReading {
  const byIdentity = new Map<string, Keyword>();
  const faults: string[] = [];
  const phrases = splitsAtBlanks ? listPhrases(values) : [];
  const parted = new Set(phrases);
  const names = collectNames(values, keywordNames);
  for (const name of names.flatMap((each) => (parted.has(each) ? each.split(' ') : [each]))) {
    const [identity, slug] = [identifyKeyword(name), slugify(name)];
    if (slug === '' || byIdentity.has(identity)) continue;
    if (name.length > longestKeyword) {
      faults.push(
        `The keyword \`${name.slice(0, 40)}…\` has more than ${longestKeyword} characters.`,
      );
    } else byIdentity.set(identity, { name: closeDirections(name), slug });
  }
  const keywords = [...byIdentity.values()];
  if (keywords.length > maximumKeywords) {
    faults.push(`The post has ${keywords.length} keywords; the first ${maximumKeywords} count.`);
  }
  return { keywords: keywords.slice(0, maximumKeywords), faults, phrases };
}

/** The texts of several words, without commas, that `tags` and `categories` of Jekyll are. */
function listPhrases(values: Readonly<Record<string, unknown>>): readonly string[] {
  return ['tags', 'categories'].flatMap((key) => {
    const value = values[key];
    if (typeof value !== 'string' || /["'[\]]/.test(value)) return [];
    const [name, ...others] = listNames(value);
    return name?.includes(' ') === true && others.length === 0 ? [name] : [];
  });
}

/** The key that tells keywords apart: case does not count, accents and punctuation do. */
export function identifyKeyword(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** Names of the post's categories, for addresses: of a text in `categories` each word is one, as Jekyll has it. */
export function readCategories(values: Readonly<Record<string, unknown>>): readonly string[] {
  const text = values['categories'];
  const words =
    typeof text === 'string' && !/[,，、"'[]/.test(text) ? text.trim().split(/\s+/) : text;
  return collectNames({ ...values, categories: words }, categoryNames);
}

function collectNames(
  values: Readonly<Record<string, unknown>>,
  keys: readonly string[],
): readonly string[] {
  const inner = tables.map((table) => values[table]).filter(isTable);
  const places = [...inner.slice(0, 1), values, ...inner.slice(1)];
  return places.flatMap((place) => keys.flatMap((key) => listNames(place[key])));
}

/** The names in a list, a text with commas, or a table with a `name` each. */
function listNames(value: unknown): readonly string[] {
  if (typeof value === 'string') {
    const text = value.trim().replace(/^\[(.*)\]$/s, '$1');
    return text
      .split(/[,，、]/)
      .map(cleanName)
      .filter(isName);
  }
  if (typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return value.flatMap((item) => listItemNames(item)).filter(isName);
  return isTable(value) ? listItemNames(value) : [];
}

/** In a list a name is whole: its commas belong to it. */
function listItemNames(item: unknown): readonly string[] {
  if (typeof item === 'string' || typeof item === 'number') return [cleanName(String(item))];
  if (!isTable(item)) return [];
  const name = item['name'] ?? item['title'] ?? item['slug'];
  return typeof name === 'string' ? [cleanName(name)] : [];
}

/** `name` without quotes around it and the `#` of a hashtag, blanks collapsed. */
function cleanName(name: string): string {
  const text = name.normalize('NFC').replace(/\s+/g, ' ').trim();
  return text
    .replace(/^(["'])(.*)\1$/, '$2')
    .replace(/^#(?=[\p{L}\p{N}])/u, '')
    .trim();
}

function isName(name: string): boolean {
  return name !== '';
}
