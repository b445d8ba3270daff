import { slugify } from '../text/slug.ts';
import { cleanPermalink } from './permalink.ts';

/** The values that the tokens of a pattern stand for. */
export interface PermalinkParts {
  /** `slug` of the front matter, else from the file name. */
  readonly slug: string;
  readonly title: string;
  /** File or bundle name without extension, date included. */
  readonly filename: string;
  /** Whether that name starts with a date: then `:title` is the slug, as Jekyll has it. */
  readonly hasDatedName: boolean;
  /** Folders above the post, outermost first. */
  readonly folders: readonly string[];
  readonly categories: readonly string[];
  /** `YYYY-MM-DD`; `undefined` leaves out the parts of a date. */
  readonly day: string | undefined;
}

/** Tokens of all three dialects, with what each stands for; empty: the part is left out. */
const tokens: Readonly<Record<string, (parts: PermalinkParts) => string>> = {
  slug: (parts) => parts.slug,
  slugorfilename: (parts) => parts.slug,
  slugorcontentbasename: (parts) => parts.slug,
  title: (parts) => (parts.hasDatedName ? parts.slug : slugify(parts.title) || parts.slug),
  filename: (parts) => slugify(parts.filename),
  basename: (parts) => slugify(parts.filename),
  contentbasename: (parts) => slugify(parts.filename),
  name: (parts) => slugify(parts.filename),
  path: (parts) => joinSlugs([...parts.folders, parts.slug]),
  section: (parts) => joinSlugs(parts.folders.slice(0, 1)),
  sections: (parts) => joinSlugs(parts.folders),
  category: (parts) => joinSlugs(parts.categories.slice(0, 1)),
  categories: (parts) => joinSlugs(parts.categories),
  slugified_categories: (parts) => joinSlugs(parts.categories),
  collection: () => 'posts',
  output_ext: () => '',
  year: (parts) => datePart(parts, 0, 4),
  short_year: (parts) => datePart(parts, 2, 4),
  month: (parts) => datePart(parts, 5, 7),
  i_month: (parts) => shortNumber(datePart(parts, 5, 7)),
  day: (parts) => datePart(parts, 8, 10),
  i_day: (parts) => shortNumber(datePart(parts, 8, 10)),
  yearday: (parts) => dayOfYear(parts.day),
  y_day: (parts) => (parts.day === undefined ? '' : dayOfYear(parts.day).padStart(3, '0')),
};

/** Tokens that tell posts apart: a pattern without any gives all posts one address. */
const identifyingTokens =
  'slug slugorfilename slugorcontentbasename title filename basename contentbasename name path'.split(
    ' ',
  );

/** Jekyll's names for whole patterns. */
const namedPatterns: Readonly<Record<string, string>> = {
  date: '/:categories/:year/:month/:day/:title/',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title/',
  none: '/:categories/:title/',
};

/** Longest first, so that `:slugorfilename` is not read as `:slug`; `:year_:month` is two tokens. */
const knownToken = new RegExp(
  `:(${Object.keys(tokens)
    .toSorted((a, b) => b.length - a.length)
    .join('|')})(?![a-z])`,
  'g',
);

const dateToken = /:(?:short_|i_|y_)?(?:year|month|day)/;

/**
 * The address that `pattern` gives a post, with `/` at both ends. Parts left empty (a date or folder the
 * post does not have) are left out; the result is never `/` alone as long as `parts.slug` is not empty.
 *
 * @example
 * formatPermalink('/:year/:slug/', parts)  // '/2019/bye-bye/'
 */
export function formatPermalink(pattern: string, parts: PermalinkParts): string {
  const named = namedPatterns[pattern] ?? pattern;
  const filled = named.replace(knownToken, (_, name: string) => tokens[name]?.(parts) ?? '');
  // Without a date `/:year-:month-:slug/` would leave its dashes behind.
  const isMissingDate = parts.day === undefined && dateToken.test(named);
  const whole = isMissingDate ? filled.replace(/(^|\/)[-_.]+|[-_.]+(?=\/|$)/g, '$1') : filled;
  const permalink = cleanPermalink(whole);
  return permalink === '/' ? cleanPermalink(parts.slug) : permalink;
}

/** Tokens in `pattern` that do not exist, with their colon. */
export function findUnknownTokens(pattern: string): readonly string[] {
  return pattern.replace(knownToken, '').match(/:[a-z_]+/gi) ?? [];
}

/** Names of all tokens, for a message. */
export const tokenNames: readonly string[] = Object.keys(tokens);

/** Tells a pattern that gives each post an address of its own. */
export function isIdentifying(pattern: string): boolean {
  const names = Array.from((namedPatterns[pattern] ?? pattern).matchAll(knownToken), (m) => m[1]);
  return identifyingTokens.some((token) => names.includes(token));
}

function joinSlugs(names: readonly string[]): string {
  return names
    .map(slugify)
    .filter((slug) => slug !== '')
    .join('/');
}

function datePart(parts: PermalinkParts, start: number, end: number): string {
  return parts.day?.slice(start, end) ?? '';
}

function shortNumber(digits: string): string {
  return digits.replace(/^0/, '');
}

function dayOfYear(day: string | undefined): string {
  if (day === undefined) return '';
  const start = Date.UTC(Number(day.slice(0, 4)), 0, 1);
  return String(Math.round((Date.parse(day) - start) / 86_400_000) + 1);
}
