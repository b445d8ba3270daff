import { nameSource } from '../../content/model/post.ts';
import { createNoteFinder } from '../../content/vault/note-names.ts';
import type { FindNote, NameData } from '../../content/vault/note-names.ts';
import type { Collection, PostMeta } from '../../content/model/post.ts';
import { decodePath } from '../../content/site/permalink.ts';
import type { RenderContext } from '../../content/site/render-context.ts';
import { findInFolders } from './files/asset-folders.ts';
import type { TargetFolder } from './files/asset-folders.ts';
import { nameOf, parentOf } from '../disk/path-parts.ts';

/** What of a post can be linked to. Serializable, so that it can be sent to a thread. */
export interface PostTarget {
  readonly collection: Collection;
  readonly path: string;
  readonly permalink: string;
}

/** Everything a post may refer to. Serializable. */
export interface TargetData {
  readonly posts: readonly PostTarget[];
  /** Decoded addresses under the base of all published files, with `/` at the start. */
  readonly files: readonly string[];
  /** Addresses of the pages that are no post's: home, keywords, archive. */
  readonly routes: readonly string[];
  /** Old addresses and where they lead now. */
  readonly aliases: Readonly<Record<string, string>>;
  /** Addresses of sections (`/posts/series/x/_index.md`) and where a link to one leads. */
  readonly sections: Readonly<Record<string, string>>;
  /** In a vault, where a file is found by its name wherever it lies. */
  readonly names?: NameData | undefined;
  /** Folders outside of the blog's own whose files posts may name. */
  readonly folders?: readonly TargetFolder[];
}

type FindTarget = RenderContext['findTarget'];

/** Longer references are no addresses; the bound keeps each look-up short. */
const longestReference = 2048;

/**
 * A function that gives, for a post, what its references lead to.
 *
 * Source files count as a tree with the folders `posts` and `pages` and the static files at its root,
 * which is how they lie in `public`. Resolving one reference costs a few look-ups, however large the blog.
 */
export function createTargets(data: TargetData): (from: PostTarget) => FindTarget {
  const bySource = new Map<string, string>(Object.entries(data.sections));
  const byName = new Map<string, string>();
  const bundles = new Map<string, string>();
  const languages = new Map<string, string[]>();
  const permalinks = new Map<string, string>(Object.entries(data.aliases));
  for (const route of data.routes) permalinks.set(route, route);
  for (const post of data.posts) {
    bySource.set(`/${nameSource(post)}`, post.permalink);
    for (const name of namesOf(post)) if (!byName.has(name)) byName.set(name, post.permalink);
    permalinks.set(post.permalink, post.permalink);
    const folder = bundleOf(post);
    if (folder === undefined) continue;
    bundles.set(post.permalink, folder);
    languages.set(folder, [...(languages.get(folder) ?? []), post.permalink]);
  }
  const files = new Set(data.files);
  const tables: Tables = {
    bySource,
    byName,
    permalinks,
    bundles,
    languages,
    files,
    folders: data.folders ?? [],
  };
  const findNote = data.names && createNoteFinder(data.names);
  return (from) => (reference) => {
    if (reference.length > longestReference) return undefined;
    const found = findWritten(reference, from, tables) ?? findElsewhere(reference, from, tables);
    if (found !== undefined) return found;
    const simpler = simplify(reference);
    const decoded =
      simpler === reference
        ? undefined
        : (findWritten(simpler, from, tables) ?? findElsewhere(simpler, from, tables));
    return decoded ?? (findNote && findInVault(simpler, from, findNote));
  };
}

/** What a file name means in a vault, also between brackets, as properties have it. */
function findInVault(reference: string, from: PostTarget, find: FindNote): string | undefined {
  const name = /^!?\[\[([^[\]|#]+)(?:[|#][^[\]]*)?\]\]$/.exec(reference)?.[1];
  const isFile = /^[^:?#]+\.[a-z0-9]{1,8}$/i.test(reference);
  return name === undefined && !isFile
    ? undefined
    : find(name ?? reference, nameSource(from))?.target;
}

/** What `createTargets` needs to know of a post. */
export function toPostTarget(meta: PostMeta): PostTarget {
  return { collection: meta.collection, path: meta.path, permalink: meta.permalink };
}

interface Tables {
  /** Permalinks by address of the source: `/posts/x/index.md`. */
  readonly bySource: ReadonlyMap<string, string>;
  /** Permalinks by the names `ref` and `post_url` use, in lower case. */
  readonly byName: ReadonlyMap<string, string>;
  /** Present permalinks by present or old address. */
  readonly permalinks: ReadonlyMap<string, string>;
  /** Folders of bundles by permalink: `/posts/08-x` by `/x/`. */
  readonly bundles: ReadonlyMap<string, string>;
  /** Permalinks of a bundle, one a language, by its folder. */
  readonly languages: ReadonlyMap<string, readonly string[]>;
  readonly files: ReadonlySet<string>;
  readonly folders: readonly TargetFolder[];
}

function findWritten(reference: string, from: PostTarget, tables: Tables): string | undefined {
  if (reference === '') return undefined;
  if (reference.startsWith('ref:')) return findNamed(reference.slice(4), from, tables);
  if (reference.startsWith('@/')) return findFromRoot(reference.slice(2), tables);
  if (reference.startsWith('/')) return findAddress(join('/', reference), tables);
  const near = findAddress(join(parentOf(`/${nameSource(from)}`), reference), tables);
  if (near !== undefined) return near;
  // Authors who know only the published address write links relative to that, or to that of another language.
  const others = tables.languages.get(bundleOf(from) ?? '') ?? [];
  for (const permalink of [from.permalink, ...others]) {
    const found = findAddress(join(permalink.replace(/[^/]*$/, ''), reference), tables);
    if (found !== undefined) return found;
  }
  // The published address was that of a file in the folder: `/2019/03/x.html`.
  return findAddress(join(parentOf(from.permalink.slice(0, -1)), reference), tables);
}

/** A file of a folder outside of the blog's own, or a post by its path from the folder of the settings. */
function findElsewhere(
  reference: string,
  from: PostTarget,
  { bySource, files, folders }: Tables,
): string | undefined {
  const address = findInFolders(reference, from, folders);
  if (address === undefined) return undefined;
  return bySource.get(address) ?? (files.has(address) ? address : undefined);
}

/** A post, file or page at an address within the tree of sources or under the base. */
function findAddress(address: string, tables: Tables): string | undefined {
  const bare = address.replace(/\/+$/, '');
  return (
    tables.bySource.get(address) ??
    tables.permalinks.get(address) ??
    (tables.files.has(address) ? address : undefined) ??
    (tables.files.has(`${bare}/index.html`) ? `${bare}/` : undefined) ??
    tables.permalinks.get(`${bare}/`) ??
    tables.permalinks.get(bare) ??
    // Static hosts answer at both.
    tables.permalinks.get(`${bare}.html`) ??
    tables.permalinks.get(bare.replace(/\.html?$/i, '/')) ??
    tables.bySource.get(`${bare}/index.md`) ??
    tables.bySource.get(`${bare}.md`) ??
    tables.bySource.get(`${bare}/index.mdx`) ??
    tables.bySource.get(`${bare}.mdx`) ??
    findBundled(address, tables)
  );
}

/** A file of a bundle by the address that it has beside the page there: `/x/cup.png` is `/posts/08-x/cup.png` here. */
function findBundled(address: string, { bundles, files }: Tables): string | undefined {
  for (let at = parentOf(address); at !== ''; at = parentOf(at)) {
    const folder = bundles.get(`${at}/`);
    if (folder === undefined) continue;
    const file = folder + address.slice(at.length);
    return files.has(file) ? file : undefined;
  }
  return undefined;
}

/** The folder of a post that is a bundle, in one language of several or in one alone. */
function bundleOf(post: PostTarget): string | undefined {
  const isBundle = /(?:^|\/)index(?:\.[a-z-]+)?\.[a-z]+$/i.test(post.path);
  return isBundle ? parentOf(`/${nameSource(post)}`) : undefined;
}

/**
 * A path from the root of a Zola content folder. The folder of posts may be that root or lie deeper in
 * it, so leading parts are dropped until something is there.
 */
function findFromRoot(path: string, tables: Tables): string | undefined {
  const parts = join('/', path).split('/').slice(1);
  for (let start = 0; start < parts.length; start++) {
    const inner = parts.slice(start).join('/');
    for (const folder of ['/posts/', '/pages/', '/']) {
      const found = findAddress(folder + inner, tables);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** What Hugo's `ref` and `relref` and Jekyll's `post_url` name: a path or a bare name. */
function findNamed(name: string, from: PostTarget, tables: Tables): string | undefined {
  const near = findAddress(join(parentOf(`/${nameSource(from)}`), name), tables);
  return near ?? findFromRoot(name, tables) ?? tables.byName.get(toName(name));
}

function namesOf(post: PostTarget): readonly string[] {
  const path = toName(post.path);
  const last = nameOf(path);
  const slug = nameOf(post.permalink.replace(/(?:\/|\.html?)$/i, ''));
  return [path, last, last.replace(/^\d{4}-\d{1,2}-\d{1,2}[-_]/, ''), slug.toLowerCase()];
}

/** A path without leading `/`, extension and `index`, in lower case. */
function toName(path: string): string {
  return path
    .replace(/^\/+|\/+$/g, '')
    .replace(/\.(?:md|markdown|mdown|mkd|mkdn|mdx|html?)$/i, '')
    .replace(/\/_?index$/i, '')
    .toLowerCase();
}

/** `reference` decoded: what it most likely means when nothing bears the name as it stands. */
function simplify(reference: string): string {
  return (decodePath(reference) ?? reference).normalize('NFC');
}

/** `path` seen from `folder` (with or without `/` at its end), `.` and `..` resolved; never above `/`. */
function join(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  const inner = parts.join('/');
  return inner !== '' && path.endsWith('/') ? `/${inner}/` : `/${inner}`;
}
