import { foldPath } from '../text/fold.ts';

/** The number of a page of a list, and the parts of the archive, as `ui/routes.tsx` reads them. */
const number = '[1-9]\\d{0,6}';
const archivePart = '(?:\\d{4}|undated)/(?:(?:0[1-9]|1[0-2])/)?';

/** Addresses of the app and its files, whatever posts there are. Nothing may be below a file either. */
const common = [
  '$',
  `page/${number}/$`,
  `archive/(?:${archivePart}(?:page/${number}/)?)?$`,
  // Lists and the search index.
  'data/v\\d+/',
  '(?:atom\\.xml|rss\\.xml|feed\\.json|sitemap(?:-\\d+)?\\.xml)(?:/|$)',
  '(?:404\\.html|llms\\.txt|robots\\.txt|\\.nojekyll)(?:/|$)',
  '(?:favicon\\.svg|apple-touch-icon\\.png|icon-(?:192|512|maskable-512)\\.png|manifest\\.webmanifest|service-worker\\.js)(?:/|$)',
  '(?:.*[/.])?post\\.json(?:/|$)',
];

const forPosts = compile([...common, 'keywords/', '(?:posts|pages)/$']);
const forAliases = compile([...common, 'keywords/$', 'cname(?:/|$)']);

/**
 * Tells that `path`, decoded and under the base, is an address that no post may have: one of the app, of a file of
 * the blog itself, of any keyword, or that of the folders of raw posts. Capitals make no difference, as to some
 * disks and to the router they make none.
 */
export function isReserved(path: string): boolean {
  return forPosts.test(foldPath(path));
}

/**
 * Tells that `path`, as in {@link isReserved}, is an address that no alias may have. The folders of raw posts have no
 * page of their own, and nor have keywords that no post has.
 */
export function isReservedForAliases(path: string): boolean {
  return forAliases.test(foldPath(path));
}

/** Paths are in lower case, as {@link foldPath} gives them. */
function compile(patterns: readonly string[]): RegExp {
  return new RegExp(`^/(?:${patterns.join('|')})`);
}
