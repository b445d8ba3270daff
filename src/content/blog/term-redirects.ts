import { findContentFolders, findGenerator } from '../address/generator.ts';
import type { Generator } from '../address/generator.ts';
import { findSpelling } from '../address/spelling.ts';
import type { KeywordCount } from '../model/library.ts';
import { parsePostPath } from '../site/post-path.ts';
import type { Site } from '../site/site.ts';
import type { Redirect } from './alias.ts';

/** Folders in which each generator lists its posts by terms. */
const termFolders: Readonly<Record<Generator, readonly string[]>> = {
  zola: ['tags', 'categories'],
  hugo: ['tags', 'categories'],
  jekyll: ['tags', 'categories', 'tag', 'category'],
  astro: ['tags', 'categories'],
  eleventy: ['tags'],
  quartz: ['tags'],
};

/**
 * Redirects from the lists that generators have of each section (`/posts/`) to home, the list of all; none for
 * Jekyll.
 *
 * @param paths - of posts, within their folder
 */
export function listSectionRedirects(
  paths: readonly string[],
  site: Site,
  isFree: (path: string) => boolean,
): readonly Redirect[] {
  const generator = findGenerator(site);
  if (generator === undefined || generator === 'jekyll') return [];
  const { folder: spell } = findSpelling(generator);
  const above = findContentFolders(site.posts);
  const names = new Set(
    paths.map((path) => [...above, ...parsePostPath(path, site.languageFolders).folders][0]),
  );
  const sections = [...names].flatMap((name) => (name === undefined ? [] : `/${spell(name)}/`));
  // Astro's folders of content are no part of an address; what stands before the names in its pattern is.
  const routes = [site.permalink, ...Object.values(site.permalinks)].flatMap(
    (pattern) => /^(\/[^:]+\/):/.exec(pattern)?.[1] ?? [],
  );
  return (generator === 'astro' ? routes : sections)
    .filter((from) => from !== '//' && isFree(from))
    .map((from) => ({ from, to: '/', isOptional: true }));
}

/**
 * Redirects from the pages of terms that a blog had with its generator (`/tags/rust/`, `/categories/`) to those of its
 * keywords; none where no generator shows. Each leaves an address that something else has to it.
 *
 * @param isFree - tells an address that nothing has
 */
export function listTermRedirects(
  keywords: readonly KeywordCount[],
  site: Site,
  isFree: (path: string) => boolean,
): readonly Redirect[] {
  const generator = findGenerator(site);
  if (generator === undefined || keywords.length === 0) return [];
  const { slug: spell } = findSpelling(generator);
  const redirects = new Map<string, string>();
  const add = (from: string, to: string): void => {
    if (from !== to && !redirects.has(from) && isFree(from)) redirects.set(from, to);
  };
  for (const folder of termFolders[generator]) add(`/${folder}/`, '/keywords/');
  // A keyword whose own slug is spelled so comes before one that is only spelled alike.
  for (const spelling of [
    ({ slug }: KeywordCount) => slug,
    ({ name }: KeywordCount) => spell(name),
  ]) {
    for (const keyword of keywords) {
      const to = `/keywords/${keyword.slug}/`;
      const name = spelling(keyword).replaceAll('/', '-');
      if (name === '') continue;
      for (const folder of termFolders[generator]) add(`/${folder}/${name}/`, to);
    }
  }
  return Array.from(redirects, ([from, to]) => ({ from, to, isOptional: true }));
}
