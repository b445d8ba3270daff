// The rules by which the addresses of a blog are made, from its settings.

import type { Collection } from '../model/post.ts';
import { findContentFolders, findGenerator } from '../address/generator.ts';
import type { Generator } from '../address/generator.ts';
import type { PostPath } from './post-path.ts';
import type { Site } from './site.ts';
import { findSpelling } from '../address/spelling.ts';
import type { Spelling, Transliterate } from '../address/spelling.ts';

/** The rules for the addresses of the posts or free pages of a blog. */
export interface AddressRules {
  readonly generator: Generator | undefined;
  /**
   * The generator whose spelling names have. A pattern alone does not show Zola surely enough: names are this blog's
   * own then, and an alias has Zola's.
   */
  readonly speller: Generator | undefined;
  readonly spelling: Spelling;
  /** Whether settings name the generator: those of the blog, or a file of its own. */
  readonly isStrict: boolean;
  /** Folders of the generator's content above the folder of posts or pages: `posts` of `content/posts`. */
  readonly above: readonly string[];
  /** Name of the folder of posts or pages without Jekyll's `_`, by which all of it may have a pattern. */
  readonly folder: string;
  /** The pattern of posts in no section that has one of its own. */
  readonly pattern: string;
  /** Patterns by section. */
  readonly patterns: Site['permalinks'];
}

/** Free pages have their path for an address. */
const pagePattern = '/:path/';

/**
 * The rules of `site` for a collection.
 *
 * @param transliterate - given at build, for Zola's names of other scripts
 */
export function createAddressRules(
  site: Site,
  collection: Collection,
  transliterate?: Transliterate,
): AddressRules {
  const generator = findGenerator(site);
  const isStrict = site.generator !== undefined;
  const speller = generator === 'zola' && !isStrict ? undefined : generator;
  return {
    generator,
    speller,
    spelling: findSpelling(speller, transliterate),
    isStrict,
    above: findContentFolders(site[collection]).filter(
      (folder, at) => at > 0 || !site.languageFolders.includes(folder),
    ),
    folder: /([^\\/]*)[\\/]*$/.exec(site[collection])?.[1]?.replace(/^_/, '') ?? '',
    pattern: collection === 'pages' ? pagePattern : site.permalink,
    patterns: site.permalinks,
  };
}

/** The pattern of a post by the innermost section that has one; `undefined` when none has. */
export function findSectionPattern(rules: AddressRules, path: PostPath): string | undefined {
  const sections = [...rules.above, ...path.sections];
  const names = sections.map((_, at) => sections.slice(0, at + 1).join('/'));
  const label = path.jekyllCollection === undefined ? [] : [path.jekyllCollection];
  const name = [rules.folder, ...label, ...names].findLast((each) =>
    Object.hasOwn(rules.patterns, each),
  );
  return name === undefined ? undefined : rules.patterns[name];
}

/** The pattern of a post in no section that has one of its own. */
export function findCommonPattern(rules: AddressRules, path: PostPath): string {
  if (path.jekyllCollection === undefined) return rules.pattern;
  if (rules.generator !== 'jekyll') return rules.pattern;
  return rules.pattern.endsWith('/') || rules.pattern === 'pretty'
    ? '/:collection/:path/'
    : '/:collection/:path:output_ext';
}
