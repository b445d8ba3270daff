import { findCover } from '../../content/finish/cover.ts';
import { findSuffixLanguage } from '../../content/text/language.ts';
import { nameSource } from '../../content/model/post.ts';
import type { PostMeta } from '../../content/model/post.ts';
import { createNoteFinder } from '../../content/vault/note-names.ts';
import type { Problem } from '../../content/model/problem.ts';
import { draftsFolder, findUnderscore } from '../../content/post/visibility.ts';
import { formatList } from '../report/format-list.ts';
import { createTargets, toPostTarget } from './find-target.ts';
import type { CopiedFile } from '../disk/output-file.ts';
import { nameOf, parentOf } from '../disk/path-parts.ts';
import type { TargetFolder } from './files/asset-folders.ts';
import { isSourceFile } from './files/private-files.ts';
import type { FolderScan, ScannedPost } from './scan-posts.ts';

/** What tells whether something visible refers to a file. */
export interface SelectOptions {
  /** The image of the site. */
  readonly image: string | undefined;
  /** What the text of a visible post may refer to; asked only when a hidden post owns files. */
  readonly listMentions: (post: ScannedPost) => Promise<readonly string[]>;
  /** Files of folders outside of the blog's own: only what is referred to is published. */
  readonly elsewhere?: {
    readonly files: readonly CopiedFile[];
    readonly folders: readonly TargetFolder[];
  };
}

const indexName = /^_?index(?:\.[a-z-]+)?\.[a-z]+$/i;

/** The files beside posts that are published, and a note on those whose kind or name keeps them back. */
export interface SelectedAssets {
  readonly files: readonly CopiedFile[];
  readonly problems: readonly Problem[];
}

/**
 * What is published of the files beside posts and pages: all but sources of offices and the like, what lies at or below a
 * name that begins with `_`, and what is in a folder that belongs to hidden posts alone. That is the bundle of a hidden `index.md`, a folder with hidden posts and no visible one at any depth,
 * one that bears the name of a hidden post beside it, and Jekyll's `_drafts`; what lies at the root is shared by
 * all. A file is published all the same if a visible post or page refers to it, or the image of the site.
 */
export async function selectAssets(
  scans: readonly FolderScan[],
  world: SelectOptions,
): Promise<SelectedAssets> {
  const isOwned = createOwnership(
    scans.flatMap(({ posts, drafts }) => [...posts.map(({ meta }) => meta), ...drafts]),
  );
  const own = scans.flatMap(({ collection, assets }) =>
    assets.map(({ path, file }) => ({ fileName: `${collection}/${path}`, file })),
  );
  const files = [...own, ...(world.elsewhere?.files ?? [])];
  const outside = new Set(world.elsewhere?.files.map(({ fileName }) => `/${fileName}`));
  const addresses = files.map(({ fileName }) => `/${fileName}`);
  const kept = new Set(
    addresses.filter((address) => isOwned(address) || outside.has(address) || isGuarded(address)),
  );
  if (kept.size === 0) return { files, problems: [] };
  const shown = await findShown(kept, scans, world);
  return {
    files: files.filter(({ fileName }) => !kept.has(`/${fileName}`) || shown.has(`/${fileName}`)),
    problems: describeGuarded(
      [...kept].filter(
        (address) => !shown.has(address) && !isOwned(address) && !outside.has(address),
      ),
    ),
  };
}

/** Whether the file at an address is kept back for its kind or its name. */
function isGuarded(address: string): boolean {
  const path = address.replace(/^\/[^/]+\//, '');
  return isSourceFile(path) || findUnderscore(path) !== undefined;
}

function describeGuarded(addresses: readonly string[]): readonly Problem[] {
  return ['posts', 'pages'].flatMap((file): readonly Problem[] => {
    const own = addresses.filter((address) => address.startsWith(`/${file}/`));
    if (own.length === 0) return [];
    const names = formatList(own.map((address) => address.slice(file.length + 2)));
    const message = `Left out, as sources that nothing refers to: ${names}.`;
    const remedy = 'Link what is to be published from a post.';
    return [{ kind: 'asset', severity: 'info', file, message, remedy }];
  });
}

/** A function that tells whether the file at an address, such as `/posts/a/b.png`, is of hidden posts alone. */
function createOwnership(metas: readonly PostMeta[]): (address: string) => boolean {
  const visible = metas.filter(({ hidden }) => hidden === undefined).map(addressOf);
  const hidden = metas.filter((meta) => meta.hidden !== undefined).map(addressOf);
  const living = collectFolders(visible);
  const dead = collectFolders(hidden);
  const bundles = subtract(hidden, visible, (address) =>
    indexName.test(nameOf(address)) ? [parentOf(address)] : [],
  );
  const named = subtract(hidden, visible, namesOf);
  return (address) => {
    for (let at = parentOf(address); !isRoot(at); at = parentOf(at)) {
      if (bundles.has(at) || nameOf(at) === draftsFolder) return true;
      if (living.has(at)) return false;
      if (dead.has(at) || named.has(at)) return true;
    }
    return false;
  };
}

/** Those of the `owned` addresses that something visible refers to. */
async function findShown(
  owned: ReadonlySet<string>,
  scans: readonly FolderScan[],
  { image, listMentions, elsewhere }: SelectOptions,
): Promise<ReadonlySet<string>> {
  // The rules by which posts are rendered, for the files in question alone.
  const targetsOf = createTargets({
    posts: [],
    files: [...owned],
    routes: [],
    aliases: {},
    sections: {},
    folders: elsewhere?.folders ?? [],
  });
  const names = new Set(Array.from(owned, nameOf));
  // Files that links between brackets name, wherever they lie.
  const files = scans.flatMap(({ collection, assets }) =>
    assets.map(({ path }) => `/${collection}/${path}`),
  );
  const findNamed = createNoteFinder({ notes: [], files });
  const atRoot = targetsOf({ collection: 'pages', path: '', permalink: '/' });
  const shown = new Set([findCover(image, atRoot)]);
  for (const post of scans.flatMap(({ posts }) => posts)) {
    const { meta } = post;
    if (meta.hidden !== undefined) continue;
    const findTarget = targetsOf(toPostTarget(meta));
    shown.add(findCover(meta.image, findTarget));
    for (const mention of await listMentions(post)) {
      if (mention.startsWith('[['))
        shown.add(findNamed(mention.slice(2), nameSource(meta))?.target);
      else if (names.has(nameOf(mention))) shown.add(findTarget(mention));
    }
  }
  return new Set([...shown].filter((address) => address !== undefined));
}

/** All folders that one of `addresses` lies in, at any depth. */
function collectFolders(addresses: readonly string[]): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const address of addresses) {
    let at = parentOf(address);
    for (; !isRoot(at) && !folders.has(at); at = parentOf(at)) folders.add(at);
  }
  return folders;
}

/** What `list` gives for some of `items` and for none of `others`. */
function subtract(
  items: readonly string[],
  others: readonly string[],
  list: (item: string) => readonly string[],
): ReadonlySet<string> {
  const taken = new Set(others.flatMap(list));
  return new Set(items.flatMap(list).filter((name) => !taken.has(name)));
}

/** What a folder for the files of a post may be named: with and without the language. */
function namesOf(address: string): readonly string[] {
  const name = address.replace(/\.[^./]+$/, '');
  const dot = name.lastIndexOf('.');
  const hasLanguage = dot > 0 && findSuffixLanguage(name.slice(dot + 1)) !== undefined;
  return hasLanguage ? [name, name.slice(0, dot)] : [name];
}

function addressOf(meta: PostMeta): string {
  return `/${nameSource(meta)}`;
}

/** Whether `folder` is that of all posts or pages. */
function isRoot(folder: string): boolean {
  return parentOf(folder) === '';
}
