// The address that a post had, by the documented rules of its generator: told apart from the blog's own way to addresses,
// so that the two can be compared.

import { findSpelling, slugifyAsZola } from '../../content/address/spelling.ts';
import type { Transliterate } from '../../content/address/spelling.ts';
import { createFields } from '../../content/front-matter/fields.ts';
import type { Site } from '../../content/site/site.ts';
import type { ProjectKind } from './read/reading.ts';

/** A post as its generator sees it. */
export interface OldPost {
  /** Path within the folder of content. */
  readonly path: string;
  /** Whether it lies in a folder of pages of its own. */
  readonly isPage: boolean;
  /** Front matter, names in lower case. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly title: string;
  /** `YYYY-MM-DD`; `undefined` for an undated post. */
  readonly day: string | undefined;
  /** Language by the name of the file, where it is not that of the blog. */
  readonly language: string | undefined;
}

/** What the generator's settings say of addresses. */
export interface OldRules {
  readonly kind: ProjectKind;
  readonly site: Site;
  readonly transliterate: Transliterate;
}

/**
 * The address that a post had, with `/` at the start; `undefined` where the generator had no page of it, or none that can
 * be told.
 *
 * @see https://www.getzola.org/documentation/content/page/, https://gohugo.io/content-management/urls/,
 *   https://jekyllrb.com/docs/permalinks/, https://docs.astro.build/en/guides/content-collections/,
 *   https://www.11ty.dev/docs/permalinks/
 */
export function findOldAddress(post: OldPost, rules: OldRules): string | undefined {
  const fields = createFields(post.values);
  const slug = fields.findText('slug');
  const whole = fields.findText('permalink', 'url', 'path');
  const parts = post.path.replace(/\.(?:md|markdown|mdx)$/i, '').split('/');
  const name = parts.pop() ?? '';
  switch (rules.kind) {
    case 'zola':
      return findZola({ ...post, slug, whole, folders: parts, name }, rules);
    case 'hugo':
      return findHugo({ ...post, slug, whole, folders: parts, name }, rules);
    case 'jekyll':
      return findJekyll({ ...post, slug, whole, folders: parts, name }, rules);
    case 'astro':
    case 'eleventy':
      return findByPath({ ...post, slug, whole, folders: parts, name }, rules);
    case 'vault':
      return rules.site.generator === 'quartz'
        ? findByPath({ ...post, slug: undefined, whole, folders: parts, name }, rules)
        : undefined;
    default:
      return rules.kind satisfies never;
  }
}

interface Facts extends OldPost {
  readonly slug: string | undefined;
  /** The whole address that front matter gives. */
  readonly whole: string | undefined;
  readonly folders: readonly string[];
  /** Of the file, without its ending. */
  readonly name: string;
}

/** A page is at its folders, as they are, and its slug: of the front matter, or of its name without a date. */
function findZola(facts: Facts, { transliterate }: OldRules): string {
  const { language, whole, slug } = facts;
  if (whole !== undefined) return close(whole);
  const { folders, name } = openBundle(facts);
  const own = slug ?? name.replace(/^\d{4}-\d{2}-\d{2}(?:T[\d:.+Z-]*)?[-_ ]+/, '');
  return close([language, ...folders, slugifyAsZola(own, transliterate)].filter(Boolean).join('/'));
}

/** The pattern of the first folder, or all folders and the slug or name. */
function findHugo(facts: Facts, { site }: OldRules): string {
  const { language, whole, slug } = facts;
  const { slug: spell } = findSpelling('hugo');
  const { folders: all, name } = openBundle(facts);
  const folders = site.languageFolders.includes(all[0] ?? '') ? all.slice(1) : all;
  const prefix = language?.toLowerCase() ?? '';
  if (whole !== undefined)
    return whole.startsWith('/') ? close(whole) : close(`${prefix}/${whole}`);
  const own = site.permalinks[folders[0] ?? ''];
  const pattern = own ?? site.permalink;
  const isInPath = prefix !== '' && all === folders && folders[0]?.toLowerCase() === prefix;
  return close(
    `${isInPath ? '' : prefix}/${fill(pattern, {
      ...dateParts(facts.day),
      sections: folders.map(spell).join('/'),
      section: spell(folders[0] ?? ''),
      slug: spell(slug ?? (own === undefined ? name : facts.title)),
      title: spell(facts.title),
      filename: spell(name),
      contentbasename: spell(name),
      slugorfilename: spell(slug ?? name),
      slugorcontentbasename: spell(slug ?? name),
    })}`,
  );
}

const namedPatterns: Readonly<Record<string, string>> = {
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  none: '/:categories/:title:output_ext',
};

/** Posts by a pattern, pages at their path. */
function findJekyll(facts: Facts, { site }: OldRules): string | undefined {
  const { folders, name, slug, whole, values } = facts;
  const marked = folders.findIndex((folder) => folder.startsWith('_'));
  const isPretty = site.permalink === 'pretty' || site.permalink.endsWith('/');
  if (marked === -1) {
    const path = [...folders, ...(name === 'index' ? [] : [name])].join('/');
    return whole === undefined
      ? close(`${path}${isPretty || name === 'index' ? '/' : '.html'}`)
      : close(whole);
  }
  const label = folders[marked]?.slice(1) ?? '';
  const dated = /^\d{2,4}-\d{1,2}-\d{1,2}-(.*)$/.exec(name)?.[1];
  if (label === 'posts' && dated === undefined) return undefined;
  const { casedName, slug: spell } = findSpelling('jekyll');
  const inner = folders.slice(marked + 1);
  const common = isPretty ? '/:collection/:path/' : '/:collection/:path:output_ext';
  const pattern = whole ?? site.permalinks[label] ?? (label === 'posts' ? site.permalink : common);
  const own = dated ?? name;
  return close(
    fill(namedPatterns[pattern] ?? pattern, {
      ...dateParts(facts.day),
      categories: listCategories([
        ...folders.slice(0, marked),
        ...toList(values['categories'] ?? values['category']),
      ]),
      collection: label,
      path: [...inner, own].join('/'),
      name: spell(own),
      title: slug ?? casedName(own),
      slug: spell(slug ?? own),
      output_ext: '.html',
    }),
  );
}

/** Below the route of its folder, at its path as the generator spells it. */
function findByPath(facts: Facts, { site, kind }: OldRules): string | undefined {
  const { folders, name, slug, whole, title } = facts;
  if (facts.isPage) return close([...folders, ...(name === 'index' ? [] : [name])].join('/'));
  if (kind === 'eleventy' && whole !== undefined)
    return /[{]/.test(whole) ? undefined : close(whole);
  const spelling = findSpelling(site.generator);
  const sections = Object.keys(site.permalinks).toSorted((a, b) => b.length - a.length);
  const path = folders.join('/');
  const section = sections.find((each) => path === each || path.startsWith(`${each}/`));
  const own = openBundle({ folders, name });
  const file = kind === 'eleventy' ? own.name.replace(/^\d{4}-\d{2}-\d{2}-(?=.)/, '') : own.name;
  const last = kind === 'eleventy' ? spelling.slug(file) : spelling.slug(slug ?? file);
  const above = own.folders.map(spelling.folder);
  const depth = section === undefined ? 0 : section.split('/').length;
  const pattern = section === undefined ? site.permalink : (site.permalinks[section] ?? '');
  return close(
    fill(pattern.replace(/:sections\[\d+:\]/, ':inner'), {
      ...dateParts(facts.day),
      path: [...above, last].join('/'),
      inner: above.slice(depth).join('/'),
      slug: last,
      title: spelling.title(title),
    }),
  );
}

/** Folders and name of a post; of a bundle the folder is the name. */
function openBundle({ folders, name }: Pick<Facts, 'folders' | 'name'>): {
  readonly folders: readonly string[];
  readonly name: string;
} {
  const plain = name.replace(/\.[a-z]{2}(?:-[A-Za-z]+)?$/, '');
  if (plain !== 'index' || folders.length === 0) return { folders, name: plain };
  return { folders: folders.slice(0, -1), name: folders.at(-1) ?? '' };
}

function dateParts(day: string | undefined): Readonly<Record<string, string>> {
  const [year = '', month = '', date = ''] = day?.split('-') ?? [];
  return {
    year,
    month,
    day: date,
    i_month: month.replace(/^0/, ''),
    i_day: date.replace(/^0/, ''),
    short_year: year.slice(2),
    monthname:
      day === undefined
        ? ''
        : new Date(`${day}T00:00:00Z`)
            .toLocaleString('en', { month: 'long', timeZone: 'UTC' })
            .toLowerCase(),
  };
}

function fill(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replace(/:([a-z_]*[a-z])/g, (token, name: string) => values[name] ?? token);
}

function toList(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.split(/\s+/).filter(Boolean);
  return Array.isArray(value) ? value.map(String) : [];
}

function listCategories(names: readonly string[]): string {
  return [...new Set(names.map((name) => name.toLowerCase()))].join('/');
}

/** `path` with one `/` at the start and at the end, but for a page in `.html`. */
function close(path: string): string {
  const clean = `/${path.replace(/^https?:\/\/[^/]+/, '')}/`
    .replace(/\/{2,}/g, '/')
    .replace(/\/index\.html\/$/, '/');
  return /\.html?\/$/.test(clean) ? clean.slice(0, -1) : clean;
}
