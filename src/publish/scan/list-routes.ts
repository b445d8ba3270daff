import type { Catalog } from '../../content/blog/catalog.ts';
import { pageSize } from '../../content/model/library.ts';
import { draftDesk } from '../../content/model/draft-desk.ts';
import type { Site } from '../../content/site/site.ts';

/**
 * Addresses of all pages that are no post's and no free page's, decoded, under the base: home and its
 * older pages, keywords, the pages of each keyword, the archive, the draft desk.
 */
export function listRoutes(catalog: Catalog, site: Pick<Site, 'draftDesk'>): readonly string[] {
  return [
    '/',
    ...listOlder('/', catalog.entries.length),
    '/archive/',
    '/keywords/',
    ...(hasDesk(catalog, site) ? [draftDesk] : []),
    ...catalog.keywords.flatMap(({ slug, count }) => {
      const route = `/keywords/${slug}/`;
      return [route, ...listOlder(route, count)];
    }),
  ];
}

/** A post or page at the address of the desk is there instead of it. */
function hasDesk(catalog: Catalog, site: Pick<Site, 'draftDesk'>): boolean {
  return site.draftDesk !== false && !catalog.byPermalink.has(draftDesk);
}

/** The second and later pages of a list of `total` posts that begins at `route`. */
function listOlder(route: string, total: number): string[] {
  const pageCount = Math.ceil(total / pageSize);
  return Array.from(
    { length: Math.max(0, pageCount - 1) },
    (_, index) => `${route}page/${index + 2}/`,
  );
}
