import { findSuffixLanguage } from '../content/language.ts';
import { toMention } from '../content/mentions.ts';
import type { PostMeta } from '../content/post.ts';
import type { FolderFile } from './walk-folder.ts';

/** A post, as far as it decides on the files around it. */
interface Owner {
  readonly meta: PostMeta;
  readonly mentions: readonly string[];
}

/**
 * What is published of a folder: everything, nothing, only what a visible post names, or everything but what
 * hidden posts alone name.
 */
type Share = 'all' | 'none' | 'named' | 'unclaimed';

const draftFolder = /(?:^|\/)_drafts\//;
const indexName = /(?:^|\/)index(?:\.[a-z-]+)?\.[a-z]+$/i;

/**
 * Those of `files` beside posts that may be published. The nearest folder above one that has posts, or that bears
 * the name of a hidden one, decides; nothing below Jekyll's `_drafts` is published.
 */
export function selectAssets(
  files: readonly FolderFile[],
  posts: readonly Owner[],
): readonly FolderFile[] {
  const shares = findShares(posts);
  const visible = indexMentions(posts.filter(isVisible));
  const hidden = indexMentions(posts.filter((post) => !isVisible(post)));
  return files.filter(({ path }) => {
    if (draftFolder.test(path)) return false;
    const owner = findOwner(parentOf(path), shares);
    const share = owner === undefined ? 'all' : shares.get(owner);
    if (owner === undefined || share === 'all') return true;
    if (share === 'none') return false;
    // A visible post may lie deeper than what it shows; a hidden one claims what lies by itself.
    const isNamed = isMentioned(path, visible, (folder) => isWithin(folder, owner));
    if (share === 'named' || isNamed) return isNamed;
    return !isMentioned(path, hidden, (folder) => findOwner(folder, shares) === owner);
  });
}

/** What is published of each folder that has posts of its own or belongs to a hidden post. */
function findShares(posts: readonly Owner[]): ReadonlyMap<string, Share> {
  const folders = groupBy(posts, ({ meta }) => parentOf(meta.path));
  const living = findLiving(posts);
  const shares = new Map<string, Share>();
  for (const [folder, own] of folders) shares.set(folder, findShare(folder, own, living));
  const shown = new Set(posts.filter(isVisible).flatMap(({ meta }) => namesOf(meta.path)));
  for (const post of posts) {
    if (isVisible(post)) continue;
    for (const name of namesOf(post.meta.path)) {
      if (!shares.has(name) && !living.has(name) && !shown.has(name)) shares.set(name, 'none');
    }
  }
  return shares;
}

/** @param living - folders that hold a visible post at any depth */
function findShare(folder: string, own: readonly Owner[], living: ReadonlySet<string>): Share {
  if (own.every(isVisible)) return 'all';
  // What lies at the root is shared by all.
  if (folder === '') return 'unclaimed';
  if (!living.has(folder)) return 'none';
  const indexes = own.filter(({ meta }) => indexName.test(meta.path));
  const isDraftOfOne = indexes.length > 0 && !indexes.some(isVisible);
  return isDraftOfOne || !own.some(isVisible) ? 'named' : 'unclaimed';
}

function findLiving(posts: readonly Owner[]): ReadonlySet<string> {
  const living = new Set<string>();
  for (const post of posts) {
    if (!isVisible(post)) continue;
    let folder = parentOf(post.meta.path);
    for (; folder !== '' && !living.has(folder); folder = parentOf(folder)) living.add(folder);
  }
  return living;
}

/** Paths that a folder for the files of the post at `path` may have: with and without the language. */
function namesOf(path: string): readonly string[] {
  const name = path.replace(/\.[^./]+$/, '');
  const dot = name.lastIndexOf('.');
  const hasLanguage = dot > 0 && findSuffixLanguage(name.slice(dot + 1)) !== undefined;
  return hasLanguage ? [name, name.slice(0, dot)] : [name];
}

/** Where a file is named: the folder of the post, and the name as the post has it. */
interface Place {
  readonly folder: string;
  readonly mention: string;
}

/** Places by the last part of the name. */
function indexMentions(posts: readonly Owner[]): ReadonlyMap<string, readonly Place[]> {
  const places = posts.flatMap(({ meta, mentions }) =>
    mentions.map((mention) => ({ folder: parentOf(meta.path), mention })),
  );
  return groupBy(places, ({ mention }) => lastPart(mention));
}

/** Whether a post nearby names the file at `path`, or one anywhere with the folder above it. */
function isMentioned(
  path: string,
  places: ReadonlyMap<string, readonly Place[]>,
  isNear: (folder: string) => boolean,
): boolean {
  const wanted = toMention(path);
  const found = places.get(lastPart(wanted)) ?? [];
  return found.some(
    ({ folder, mention }) => (wanted.includes('/') && mention === wanted) || isNear(folder),
  );
}

/** The nearest folder at or above `folder` that has a share. */
function findOwner(folder: string, shares: ReadonlyMap<string, Share>): string | undefined {
  for (let at = folder; ; at = parentOf(at)) {
    if (shares.has(at)) return at;
    if (at === '') return undefined;
  }
}

function isWithin(folder: string, above: string): boolean {
  return above === '' || folder === above || folder.startsWith(`${above}/`);
}

function isVisible({ meta }: Owner): boolean {
  return meta.hidden === undefined;
}

function groupBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
