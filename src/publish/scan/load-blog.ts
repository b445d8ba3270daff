// Over 250 lines because it is the one list of what is read before posts are put in order.

import { basename, dirname } from 'node:path';

import { describeUnreadMath } from '../report/describe-unread-math.ts';
import { findGenerator } from '../../content/address/generator.ts';
import { buildCatalog } from '../../content/blog/catalog.ts';
import { findUnpublished, isWaiting, revealHidden } from '../../content/blog/reveal-hidden.ts';
import type { Catalog } from '../../content/blog/catalog.ts';
import type { Problem } from '../../content/model/problem.ts';
import { nameSource } from '../../content/model/post.ts';
import type { Collection, HiddenReason, PostMeta } from '../../content/model/post.ts';
import { checkFolders } from './files/check-folders.ts';
import { describeHidden } from '../../content/model/describe-hidden.ts';
import { describeOffsets } from '../report/describe-offsets.ts';
import { scanAssetFolders, toTargetFolders } from './files/asset-folders.ts';
import type { TargetFolder } from './files/asset-folders.ts';
import { findStatics } from './find-statics.ts';
import type { TargetData } from './find-target.ts';
import { findVault, judgeLinks } from '../vault/find-vault.ts';
import type { LinkingNote } from '../vault/find-vault.ts';
import { createVaultWorld } from '../vault/vault-world.ts';
import type { VaultWorld } from '../vault/vault-world.ts';
import { noVault } from '../../content/vault/vault-source.ts';
import type { VaultRules } from '../../content/vault/vault-source.ts';
import { listCopies, otherFolders } from './list-copies.ts';
import type { CopiedFile } from '../disk/output-file.ts';
import { readShortcodes } from './read-shortcodes.ts';
import type { SiteFiles } from './read-site.ts';
import { scanPosts } from './scan-posts.ts';
import type { FolderScan, ScannedPost, ScanOptions } from './scan-posts.ts';
import { selectAssets } from './select-assets.ts';
import type { SelectOptions } from './select-assets.ts';
import { listRoutes } from './list-routes.ts';
import { createTargetData } from './target-data.ts';

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
  /** Posts of the catalog that readers do not get, by permalink: none but for {@link LoadOptions.showsWaiting}. */
  readonly unpublished: ReadonlyMap<string, HiddenReason>;
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
  /** What the marks of vaults may name; `undefined` where none is read. */
  readonly vault?: VaultWorld | undefined;
}

/** How to load a blog. */
export interface LoadOptions {
  readonly files: SiteFiles;
  /** Parses one file of a collection. */
  readonly parse: (
    collection: Collection,
    file: Parameters<ScanOptions['parse']>[0],
    rules: VaultRules,
  ) => ReturnType<ScanOptions['parse']>;
  /** Lists what the text of a post may refer to, for the files of hidden posts. */
  readonly listMentions: SelectOptions['listMentions'];
  readonly onProgress?: ScanOptions['onProgress'];
  /** Whether drafts and posts of the future are among the posts, for the one who writes them. */
  readonly showsWaiting?: boolean;
}

/**
 * Scans the blog's folders and puts what they hold in order. Throws a `ContentError` when a folder that it should be made
 * of is not there.
 */
export async function loadBlog(options: LoadOptions): Promise<Blog> {
  const { files } = options;
  await checkFolders(files);
  const { posts, pages, rules, all } = await scanShown(options);
  const shortcodes = await readShortcodes(files.shortcodes);
  const scanned = [...posts.posts, ...pages.posts];
  const shown = scanned.map(({ meta }) => meta);
  const metas = all.map(({ meta }) => meta);
  const catalog = buildCatalog(shown, files.site);
  const gathered = await gatherFiles(options, { posts, pages });
  const { copies, folders } = gathered;
  const findSource = openSources(scanned);
  const vault = createVaultWorld({
    rules,
    notes: [...catalog.pages, ...catalog.entries].map(({ meta }) => {
      const { file, names = [] } = findSource(meta);
      return { meta, file, names };
    }),
    files: copies.map(({ fileName }) => fileName),
  });
  const targets = {
    ...createTargetData(catalog, copies, [posts, pages]),
    routes: listRoutes(catalog, files.site),
    folders,
    names: vault?.rules.isVault === true ? vault : undefined,
  };
  const sources = new Map(copies.map(({ fileName, file }) => [`/${fileName}`, file]));
  return {
    catalog,
    copies,
    world: { targets, sources, shortcodes: shortcodes.templates, vault },
    problems: [
      ...gathered.problems,
      ...shortcodes.problems,
      ...posts.problems,
      ...pages.problems,
      ...describePosts(all, files, options.showsWaiting === true),
      ...catalog.problems,
    ],
    hidden: metas.filter(({ hidden }) => hidden !== undefined),
    unpublished: findUnpublished(catalog, metas),
    fileOf: (meta) => findSource(meta).file,
    hashOf: (meta) => findSource(meta).hash,
  };
}

interface ShownFolders extends Folders {
  /** All posts as their files have them, hidden ones hidden. */
  readonly all: FolderScan['posts'];
}

async function scanShown(options: LoadOptions): Promise<ShownFolders> {
  const { posts, pages, rules } = await scanFolders(options);
  const all = [...posts.posts, ...pages.posts];
  if (options.showsWaiting !== true) return { posts, pages, rules, all };
  return { posts: reveal(posts), pages: reveal(pages), rules, all };
}

function reveal(scan: FolderScan): FolderScan {
  return { ...scan, posts: revealHidden(scan.posts) };
}

interface GatheredFiles {
  readonly copies: readonly CopiedFile[];
  /** Folders outside of the blog's own whose files posts may name. */
  readonly folders: readonly TargetFolder[];
  readonly problems: readonly Problem[];
}

/** All files that are published byte for byte. */
async function gatherFiles(
  { files, listMentions }: LoadOptions,
  { posts, pages }: Pick<Folders, 'posts' | 'pages'>,
): Promise<GatheredFiles> {
  const statics = await findStatics(files);
  const elsewhere = await scanAssetFolders(files.assets, otherFolders(files, ''));
  const folders = toTargetFolders(files.assets, { ...files, root: dirname(files.file) });
  const assets = await selectAssets([posts, pages], {
    image: files.site.image,
    listMentions,
    elsewhere: { files: elsewhere.files, folders },
  });
  return {
    copies: listCopies({ posts, pages, assets: assets.files, statics: statics.files }),
    folders,
    problems: [...statics.problems, ...elsewhere.problems, ...assets.problems],
  };
}

function openSources(scanned: readonly ScannedPost[]): (meta: PostMeta) => ScannedPost {
  const sources = new Map(scanned.map((post) => [nameSource(post.meta), post]));
  return (meta) => {
    const source = sources.get(nameSource(meta));
    if (source === undefined) throw new Error(`No source of \`${nameSource(meta)}\` was scanned.`);
    return source;
  };
}

/** The faults of all posts, and what there is to say about many of them. */
function describePosts(
  scanned: readonly ScannedPost[],
  { name, site: { math, timeZone } }: SiteFiles,
  showsWaiting: boolean,
): readonly Problem[] {
  const metas = scanned.map(({ meta }) => meta);
  const described = [
    ...metas.map((meta) => describeHidden(meta, showsWaiting && isWaiting(meta))),
    describeOffsets(metas, { timeZone, name }),
  ];
  return [
    ...describeUnreadMath(scanned, { math, file: name }),
    ...scanned.flatMap((post) => post.problems),
    ...described.filter((problem) => problem !== undefined),
  ];
}

interface Folders {
  readonly posts: FolderScan;
  readonly pages: FolderScan;
  readonly rules: VaultRules;
}

/** Scans both folders; again, if their links show that marks of vaults are to be read. */
async function scanFolders(options: LoadOptions): Promise<Folders> {
  const told = await findVault(options.files);
  const scan = async (rulesOf: (file: string) => VaultRules): Promise<Omit<Folders, 'rules'>> => ({
    posts: await scanCollection('posts', { ...options, rulesOf }),
    pages: await scanCollection('pages', { ...options, rulesOf }),
  });
  const first = await scan(() => told);
  if (options.files.site.vault === false) return { ...first, rules: told };
  const scans = [first.posts, first.pages];
  const rules = judgeLinks(listNotes(scans), listAssets(scans), told);
  if (rules.isVault === told.isVault && rules.links.length === 0) return { ...first, rules };
  const linking = new Set(
    scans
      .flatMap(({ posts }) => posts.filter(({ linked }) => linked !== undefined))
      .map(({ file }) => file),
  );
  const others = { ...noVault, hasTextTags: rules.hasTextTags };
  const again = await scan((file) => (rules.isVault || linking.has(file) ? rules : others));
  return { ...again, rules };
}

/** What links between brackets know of posts that are not settled yet. */
function listNotes(scans: readonly FolderScan[]): readonly LinkingNote[] {
  return scans
    .flatMap(({ posts }) => posts)
    .filter(({ meta }) => meta.hidden === undefined)
    .map(({ meta, names = [], linked }) => ({
      source: nameSource(meta),
      permalink: meta.permalink,
      title: meta.title,
      names,
      linked,
    }));
}

function listAssets(scans: readonly FolderScan[]): readonly string[] {
  return scans.flatMap(({ collection, assets }) =>
    assets.map(({ path }) => `/${collection}/${path}`),
  );
}

function scanCollection(
  collection: Collection,
  {
    files,
    parse,
    rulesOf,
    onProgress,
  }: LoadOptions & { readonly rulesOf: (file: string) => VaultRules },
): Promise<FolderScan> {
  const folder = files[collection];
  return scanPosts({
    folder,
    collection,
    jekyll: findKind(files, collection),
    parse: (file) => parse(collection, file, rulesOf(file.file)),
    skip: otherFolders(files, folder),
    // Free pages are few; the bar shows the posts.
    ...(collection === 'posts' && onProgress ? { onProgress } : {}),
  });
}

/** What of the folder of a Jekyll blog, where it is that of posts, is of `collection`. */
function findKind(
  { site, posts, pages }: SiteFiles,
  collection: Collection,
): ScanOptions['jekyll'] {
  if (findGenerator(site) !== 'jekyll' || basename(posts).startsWith('_')) return undefined;
  if (collection === 'posts') return 'collections';
  return pages === posts ? 'rest' : undefined;
}
