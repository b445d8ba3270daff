import type { SavedIndex, SavedPost } from '../../content/files/saved/saved-index.ts';
import type { SavedEntry, SavedFile } from '../../content/files/saved/saved-list.ts';
import { keywordFile, newestFile, rootFile } from '../../content/files/post-index.ts';
import { recordFile } from '../../content/site/permalink.ts';
import { keyOfScope } from '../../content/model/saved.ts';
import type { SavedItem, SavedScope, SavedState } from '../../content/model/saved.ts';

/** True if `scope` asks for the post or free page of `entry`. */
export function isWanted(scope: SavedScope, entry: SavedEntry): boolean {
  switch (scope.kind) {
    case 'post':
      return entry.permalink === scope.permalink;
    case 'keyword':
      return entry.keywords.includes(scope.slug);
    case 'blog':
      return true;
    default:
      return scope satisfies never;
  }
}

/** Files that everything saved needs: home, and what the app asks for first. */
const needed = new Set(['', rootFile, newestFile]);

/** True if `scope` asks for a file that is not of one post. */
export function isFileWanted(scope: SavedScope, path: string): boolean {
  if (scope.kind === 'blog' || needed.has(path)) return true;
  return scope.kind === 'keyword' && path.startsWith(keywordFolder(scope.slug));
}

/** Where the lists of a keyword lie. */
function keywordFolder(slug: string): string {
  return keywordFile(slug, 'new').replace(/[^/]*$/, '');
}

/** Paths under the base of all that belongs to a post or free page. */
export function listPaths(entry: SavedEntry): readonly string[] {
  const { permalink, source, pictures } = entry;
  return [permalink.slice(1), recordFile(permalink), source, ...pictures];
}

/** True for a post, which is counted; a free page is not. */
export function isPost({ source }: SavedEntry): boolean {
  return source.startsWith('posts/');
}

/** What `index` says, as it is shown. */
export function describeSaved({ scopes, posts, files }: SavedIndex): SavedState {
  return {
    items: scopes.map((scope): SavedItem => {
      const own = posts.filter((post) => isWanted(scope, post));
      const more = files.filter(({ path }) => isFileWanted(scope, path));
      return { scope, count: own.filter(isPost).length, sizeBytes: sum(own) + sum(more) };
    }),
    posts: posts
      .filter(isPost)
      .map(({ card }) => card)
      .toSorted((a, b) => b.id - a.id),
    sizeBytes: sum(posts) + sum(files),
  };
}

/** `index` without `scope`, and the paths of files that nothing asks for any more. */
export function planRemoval(
  index: SavedIndex,
  scope: SavedScope,
): { readonly index: SavedIndex; readonly paths: readonly string[] } {
  const key = keyOfScope(scope);
  const scopes = index.scopes.filter((other) => keyOfScope(other) !== key);
  const posts = index.posts.filter((post) => scopes.some((other) => isWanted(other, post)));
  const files = index.files.filter(({ path }) => scopes.some((other) => isFileWanted(other, path)));
  const next = { ...index, scopes, posts, files };
  return { index: next, paths: findOrphans(index, next) };
}

/** Paths of the files of `before` that are none of `after`. */
export function findOrphans(before: SavedIndex, after: SavedIndex): readonly string[] {
  const kept = new Set(listAll(after));
  return listAll(before).filter((path) => !kept.has(path));
}

function listAll({ posts, files }: SavedIndex): string[] {
  return [...posts.flatMap(listPaths), ...files.map(({ path }) => path)];
}

/** Those of `wanted` that are not saved as they are now. */
export function findMissing<Item extends { readonly stamp: string }>(
  wanted: readonly Item[],
  saved: readonly Item[],
  keyOf: (item: Item) => string,
): readonly Item[] {
  const stamps = new Map(saved.map((item) => [keyOf(item), item.stamp]));
  return wanted.filter((item) => stamps.get(keyOf(item)) !== item.stamp);
}

/** `posts` with `more` in place of those of the same address. */
export function mergePosts(
  posts: readonly SavedPost[],
  more: readonly SavedPost[],
): readonly SavedPost[] {
  return [...new Map([...posts, ...more].map((post) => [post.permalink, post])).values()];
}

/** `files` with `more` in place of those of the same path. */
export function mergeFiles(
  files: readonly SavedFile[],
  more: readonly SavedFile[],
): readonly SavedFile[] {
  return [...new Map([...files, ...more].map((file) => [file.path, file])).values()];
}

export function sum(items: readonly { readonly sizeBytes: number }[]): number {
  return items.reduce((total, { sizeBytes }) => total + sizeBytes, 0);
}
