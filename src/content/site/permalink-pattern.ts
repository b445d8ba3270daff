import { slugify } from '../text/slug.ts';
import { dateTokens } from '../address/date-tokens.ts';
import { cleanPermalink } from './permalink.ts';
import { findSpelling } from '../address/spelling.ts';
import type { Spelling } from '../address/spelling.ts';

/** The values that the tokens of a pattern stand for. */
export interface PermalinkParts {
  /** `slug` of the front matter, else from the file name. */
  readonly slug: string;
  /** As `slug`, with the date of the file name. Default: `slug`. */
  readonly slugOrName?: string;
  readonly title: string;
  /** File or bundle name without extension, date included. */
  readonly filename: string;
  /** Whether that name starts with a date: then `:title` is the name without it, as Jekyll has it. */
  readonly hasDatedName: boolean;
  /** The post's name in Jekyll's `:title`: a `slug` as written, else the file name without its date. Default: `slug`. */
  readonly casedName?: string;
  /** Folders above the post, outermost first. */
  readonly folders: readonly string[];
  /** The post's folder of Jekyll's collections (`recipes` of `_recipes/x.md`). Default: `posts`. */
  readonly jekyllCollection?: string | undefined;
  readonly categories: readonly string[];
  /** `YYYY-MM-DD`; `undefined` leaves out the parts of a date. */
  readonly day: string | undefined;
  /** The spelling of names. Default: this blog's own. */
  readonly spelling?: Spelling;
  /** Whether `:slug` of a post without one is its title, as Hugo has it. Default: false. */
  readonly slugIsTitle?: boolean;
}

const ownSpelling = findSpelling(undefined);

/** Tokens of all three dialects, with what each stands for; empty: the part is left out. */
const tokens: Readonly<Record<string, (parts: PermalinkParts, slice: string) => string>> = {
  slug: (parts) => (parts.slugIsTitle === true ? spellTitle(parts) : parts.slug),
  slugorfilename: (parts) => parts.slugOrName ?? parts.slug,
  slugorcontentbasename: (parts) => parts.slugOrName ?? parts.slug,
  title: (parts) => (parts.hasDatedName ? (parts.casedName ?? parts.slug) : spellTitle(parts)),
  filename: (parts) => spellName(parts),
  basename: (parts) => spellName(parts),
  contentbasename: (parts) => spellName(parts),
  name: (parts) => spellName(parts),
  path: (parts) => joinParts([...spellFolders(parts), parts.slug]),
  section: (parts) => joinParts(spellFolders(parts).slice(0, 1)),
  sections: (parts, slice) => joinParts(cutList(spellFolders(parts), slice)),
  category: (parts) => joinCategories(parts.categories.slice(0, 1)),
  categories: (parts) => joinCategories(parts.categories),
  slugified_categories: (parts) => joinParts([...new Set(parts.categories.map(slugify))]),
  collection: (parts) => parts.jekyllCollection ?? 'posts',
  output_ext: () => '.html',
  ...Object.fromEntries(
    Object.entries(dateTokens).map(([name, format]) => [
      name,
      ({ day }: PermalinkParts) => (day === undefined ? '' : format(day)),
    ]),
  ),
};

/** Tokens that tell posts apart: a pattern without any gives all posts one address. */
const identifyingTokens =
  'slug slugorfilename slugorcontentbasename title filename basename contentbasename name path'.split(
    ' ',
  );

/** Jekyll's names for whole patterns. */
const namedPatterns: Readonly<Record<string, string>> = {
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  weekdate: '/:categories/:year/W:week/:short_day/:title:output_ext',
  none: '/:categories/:title:output_ext',
};

/** Longest first, so that `:slugorfilename` is not read as `:slug`; `:year_:month` is two tokens. */
const knownToken = new RegExp(
  `:(${Object.keys(tokens)
    .toSorted((a, b) => b.length - a.length)
    .join('|')})(?![a-z])(?:\\[([\\d:]*|last)\\])?`,
  'g',
);

const dateToken = new RegExp(`:(?:${Object.keys(dateTokens).join('|')})(?![a-z])`);

/**
 * The address that `pattern` gives a post: with `/` at both ends, or the name of a page that ends in `.html`. Parts left
 * empty (a date or folder the post does not have) are left out; the result is never `/` alone as long as `parts.slug` is
 * not empty.
 *
 * @example
 * formatPermalink('/:year/:slug/', parts)  // '/2019/bye-bye/'
 */
export function formatPermalink(pattern: string, parts: PermalinkParts): string {
  const named = namedPatterns[pattern] ?? pattern;
  const filled = named.replace(
    knownToken,
    (_, name: string, slice = '') => tokens[name]?.(parts, slice) ?? '',
  );
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
  return identifyingTokens.some((token) => listTokens(pattern).includes(token));
}

/** Tells a pattern in which the folders of a post stand, those of languages among them. */
export function hasFolders(pattern: string): boolean {
  return listTokens(pattern).some((token) =>
    ['path', 'section', 'sections', 'categories', 'slugified_categories'].includes(token),
  );
}

function listTokens(pattern: string): readonly string[] {
  return Array.from((namedPatterns[pattern] ?? pattern).matchAll(knownToken), (m) => m[1] ?? '');
}

function spellTitle({ title, slug, spelling = ownSpelling }: PermalinkParts): string {
  return spelling.title(title) || slug;
}

function spellName({ filename, spelling = ownSpelling }: PermalinkParts): string {
  return spelling.slug(filename);
}

function spellFolders({ folders, spelling = ownSpelling }: PermalinkParts): readonly string[] {
  return folders.map(spelling.folder);
}

/** Categories as Jekyll has them: in lower case, each once, blanks and signs as they are. */
function joinCategories(names: readonly string[]): string {
  return joinParts([...new Set(names.map((name) => name.toLowerCase()))]);
}

function joinParts(names: readonly string[]): string {
  return names.filter((name) => name !== '').join('/');
}

/** Hugo's `[1:]`, `[:2]`, `[0]` and `[last]`. */
function cutList(list: readonly string[], slice: string): readonly string[] {
  if (slice === '') return list;
  if (slice === 'last') return list.slice(-1);
  const [from = '', to] = slice.split(':');
  const start = Number(from);
  if (to === undefined) return list.slice(start, start + 1);
  return list.slice(start, to === '' ? undefined : Number(to));
}
