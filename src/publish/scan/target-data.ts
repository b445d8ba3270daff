import type { Catalog } from '../../content/blog/catalog.ts';
import type { CopiedFile } from '../disk/output-file.ts';
import { toPostTarget } from './find-target.ts';
import type { TargetData } from './find-target.ts';
import type { FolderScan } from './scan-posts.ts';

/** All that posts may refer to, but for pages that are no post's, folders elsewhere and the names of a vault. */
export function createTargetData(
  catalog: Catalog,
  copies: readonly CopiedFile[],
  [posts, pages]: readonly [FolderScan, FolderScan],
): Omit<TargetData, 'routes'> {
  const published = [...catalog.pages, ...catalog.entries];
  return {
    posts: published.map(({ meta }) => toPostTarget(meta)),
    files: copies.map(({ fileName }) => `/${fileName}`),
    aliases: Object.fromEntries(
      // A link to what has moved to another site leads there by the page in its place.
      catalog.redirects.map(({ from, to }) => [from, to.startsWith('/') ? to : from]),
    ),
    sections: Object.fromEntries([
      ...posts.sections.map((path) => [`/posts/${path}`, findSection(path, catalog)]),
      ...pages.sections.map((path) => [`/pages/${path}`, '/']),
    ]),
  };
}

/** Where a link to a section leads: to the first part of its series, else home. */
function findSection(path: string, catalog: Catalog): string {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  if (folder === '') return '/';
  const part = catalog.entries.find(
    ({ meta }) => meta.series !== undefined && meta.path.startsWith(folder),
  );
  if (part === undefined) return '/';
  return catalog.findRelations(part).series?.parts[0]?.permalink ?? part.meta.permalink;
}
