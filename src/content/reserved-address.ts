import { foldPath } from './fold-path.ts';

/** The number of a page of a list, and the parts of the archive, as `ui/routes.tsx` reads them. */
const number = '[1-9]\\d{0,6}';
const archivePart = '(?:\\d{4}|undated)/(?:(?:0[1-9]|1[0-2])/)?';

/** Paths in lower case, as {@link foldPath} gives them. */
const reserved = new RegExp(
  `^/(?:${[
    '$',
    `page/${number}/$`,
    `archive/(?:${archivePart}(?:page/${number}/)?)?$`,
    // Pages and feeds of keywords.
    'keywords/',
    // Lists and the search index, and the folders of raw posts.
    'data/v\\d+/',
    '(?:posts|pages)/$',
    // Files of the blog itself; nothing may be below one either.
    '(?:atom\\.xml|rss\\.xml|feed\\.json|sitemap(?:-\\d+)?\\.xml)(?:/|$)',
    '(?:404\\.html|robots\\.txt|llms\\.txt|cname|\\.nojekyll)(?:/|$)',
    '(?:favicon\\.svg|apple-touch-icon\\.png)(?:/|$)',
    '(?:.*/)?post\\.json(?:/|$)',
  ].join('|')})`,
);

/**
 * Whether `path`, decoded and under the base, is an address that the app or a file of the blog itself takes,
 * whatever posts there are: neither a post nor an alias may have it. Capitals make no difference, as to some
 * disks and to the router they make none.
 */
export function isReserved(path: string): boolean {
  return reserved.test(foldPath(path));
}
