import { describeUnreadMath } from '../report/describe-unread-math.ts';
import { dirname } from 'node:path';

import { buildCatalog } from '../../content/blog/catalog.ts';
import type { Catalog } from '../../content/blog/catalog.ts';
import type { Problem } from '../../content/model/problem.ts';
import { nameSource } from '../../content/model/post.ts';
import type { Collection, PostMeta } from '../../content/model/post.ts';
import { describeHidden } from '../report/describe-hidden.ts';
import { scanAssetFolders, toTargetFolders } from './files/asset-folders.ts';
import { findStatics } from './find-statics.ts';
import { toPostTarget } from './find-target.ts';
import type { TargetData } from './find-target.ts';
import { listCopies, otherFolders } from './list-copies.ts';
import type { CopiedFile } from '../disk/output-file.ts';
import { readShortcodes } from './read-shortcodes.ts';
import { listRoutes } from './list-routes.ts';
import type { SiteFiles } from './read-site.ts';
import { scanPosts } from './scan-posts.ts';
import type { FolderScan, ScanOptions } from './scan-posts.ts';
import { selectAssets } from './select-assets.ts';
import type { SelectOptions } from './select-assets.ts';

/** The whole blog as its files tell it, without the bodies. */
export interface Blog {
  readonly catalog: Catalog;
  /** Files published byte for byte. */
  readonly copies: readonly CopiedFile[];
  /** What posts may refer to. */
  readonly world: BlogWorld;
  /** Faults of parsing, of posts left out and of posts that get in each other's way. */
  readonly problems: readonly Problem[];
  /** Posts and pages that are not published, hidden for the reasons among the problems. */
  readonly hidden: readonly PostMeta[];
  /** Absolute path of the source of a post. */
  fileOf(meta: PostMeta): string;
  /** SHA-256 of the source of a post. */
  hashOf(meta: PostMeta): string;
}

/** Facts about the whole blog that rendering a post needs. */
export interface BlogWorld {
  readonly targets: TargetData;
  /** Absolute paths of published files by decoded address. */
  readonly sources: ReadonlyMap<string, string>;
  /** The blogger's shortcode templates by name. */
  readonly shortcodes: Readonly<Record<string, string>>;
}

/** How to load a blog. */
export interface LoadOptions {
  readonly files: SiteFiles;
  /** Parses one file of a collection. */
  readonly parse: (
    collection: Collection,
    ...file: Parameters<ScanOptions['parse']>
  ) => ReturnType<ScanOptions['parse']>;
  /** Lists what the text of a post may refer to, for the files of hidden posts. */
  readonly listMentions: SelectOptions['listMentions'];
  readonly onProgress?: ScanOptions['onProgress'];
}

/** Scans the blog's folders and puts what they hold in order. */
export async function loadBlog(options: LoadOptions): Promise<Blog> {
  const { files } = options;
  const posts = await scanCollection('posts', options);
  const pages = await scanCollection('pages', options);
  const statics = await findStatics(files);
  const shortcodes = await readShortcodes(files.shortcodes);
  const scanned = [...posts.posts, ...pages.posts];
  const catalog = buildCatalog(
    scanned.map(({ meta }) => meta),
    files.site,
  );
  const { image } = files.site;
  const { listMentions } = options;
  const elsewhere = await scanAssetFolders(files.assets, otherFolders(files, ''));
  const folders = toTargetFolders(files.assets, { ...files, root: dirname(files.file) });
  const assets = await selectAssets([posts, pages], {
    image,
    listMentions,
    elsewhere: { files: elsewhere.files, folders },
  });
  const copies = listCopies({ posts, pages, assets: assets.files, statics: statics.files });
  const sources = new Map(scanned.map((post) => [nameSource(post.meta), post]));
  const findSource = (meta: PostMeta): (typeof scanned)[number] => {
    const source = sources.get(nameSource(meta));
    if (source === undefined) throw new Error(`No source of \`${nameSource(meta)}\` was scanned.`);
    return source;
  };
  return {
    catalog,
    copies,
    world: {
      targets: { ...createTargetData(catalog, copies, [posts, pages]), folders },
      sources: new Map(copies.map(({ fileName, file }) => [`/${fileName}`, file])),
      shortcodes: shortcodes.templates,
    },
    problems: [
      ...statics.problems,
      ...shortcodes.problems,
      ...posts.problems,
      ...pages.problems,
      ...elsewhere.problems,
      ...assets.problems,
      ...describeUnreadMath(scanned, { math: files.site.math, file: files.name }),
      ...scanned.flatMap((post) => post.problems),
      ...scanned.map(({ meta }) => describeHidden(meta)).filter((problem) => problem !== undefined),
      ...catalog.problems,
    ],
    hidden: scanned.map(({ meta }) => meta).filter(({ hidden }) => hidden !== undefined),
    fileOf: (meta) => findSource(meta).file,
    hashOf: (meta) => findSource(meta).hash,
  };
}

function scanCollection(
  collection: Collection,
  { files, parse, onProgress }: LoadOptions,
): Promise<FolderScan> {
  const folder = files[collection];
  return scanPosts({
    folder,
    collection,
    parse: (file) => parse(collection, file),
    skip: otherFolders(files, folder),
    // Free pages are few; the bar shows the posts.
    ...(collection === 'posts' && onProgress ? { onProgress } : {}),
  });
}

function createTargetData(
  catalog: Catalog,
  copies: readonly CopiedFile[],
  [posts, pages]: readonly [FolderScan, FolderScan],
): TargetData {
  const published = [...catalog.pages, ...catalog.entries];
  return {
    posts: published.map(({ meta }) => toPostTarget(meta)),
    files: copies.map(({ fileName }) => `/${fileName}`),
    routes: listRoutes(catalog),
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
