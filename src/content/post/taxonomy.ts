import type { Keyword } from '../model/post.ts';
import { isTable } from '../front-matter/fields.ts';
import { closeDirections } from './directions.ts';
import { slugify } from '../text/slug.ts';

/** The keywords of a post, and what was wrong with them. */
export interface KeywordReading {
  readonly keywords: readonly Keyword[];
  /** Messages about keywords that were left out. */
  readonly faults: readonly string[];
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
 * order, each once. A list, or a text split at commas only, never at blanks.
 */
export function readKeywords(values: Readonly<Record<string, unknown>>): KeywordReading {
  const byIdentity = new Map<string, Keyword>();
  const faults: string[] = [];
  for (const name of collectNames(values, keywordNames)) {
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
  return { keywords: keywords.slice(0, maximumKeywords), faults };
}

/** The key that tells keywords apart: case does not count, accents and punctuation do. */
export function identifyKeyword(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** Names of the post's categories, for addresses. */
export function readCategories(values: Readonly<Record<string, unknown>>): readonly string[] {
  return collectNames(values, categoryNames);
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
