import type { Problem } from '../content/content-error.ts';
import type { PostMeta } from '../content/post.ts';
import { walkFolder } from './walk-folder.ts';
import type { FolderFile } from './walk-folder.ts';

/** What reading one file gave: enough to list the post, not its body. */
export interface ParsedFile {
  readonly meta: PostMeta;
  readonly problems: readonly Problem[];
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly hash: string;
}

/** One Markdown file of the blog. */
export interface ScannedPost extends ParsedFile {
  /** Absolute path of the source. */
  readonly file: string;
}

/** A file beside the posts that is published as it is. */
export interface Asset {
  /** Path within its folder: `2019-03-04-x/cat.png`. */
  readonly path: string;
  /** Absolute path of the source. */
  readonly file: string;
  readonly sizeBytes: number;
}

/** Everything found in the folder of posts or of pages. */
export interface FolderScan {
  readonly posts: readonly ScannedPost[];
  /** Published ones only: what lies beside nothing but hidden posts is left out. */
  readonly assets: readonly Asset[];
  /** Paths of Zola and Hugo sections (`_index.md`), which are no posts but may be linked to. */
  readonly sections: readonly string[];
  readonly problems: readonly Problem[];
}

/** How to scan a folder. */
export interface ScanOptions {
  readonly folder: string;
  readonly collection: 'posts' | 'pages';
  /** Reads and parses one file. */
  readonly parse: (file: FolderFile) => Promise<ParsedFile>;
  /** Absolute folders inside of `folder` that belong to something else. */
  readonly skip?: ReadonlySet<string>;
  /** Called after each parsed file with the number done and the number in all. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Larger Markdown files are not read: the longest real post seen has 600 kB. */
export const maximumPostBytes = 8 * 1024 * 1024;

const markdownName = /\.(?:md|markdown|mdown|mkd|mkdn)$/i;
const skippedName = /^(?:_index(?:\.[a-z-]+)?|readme)\.[a-z]+$/i;
const sectionName = /^_index\.(?:md|markdown)$/i;

/**
 * The posts and assets of a folder. `_index.md` and README files are no posts; a Zola section below a
 * folder named `series` gives its posts the series named by the title of its `_index.md`.
 *
 * Never throws for what a file holds; a file that cannot be read or is too large is a problem.
 */
export async function scanPosts(options: ScanOptions): Promise<FolderScan> {
  const files = await walkFolder(options.folder, options.skip);
  const markdown = files.filter((file) => isPostPath(file.path));
  const problems: Problem[] = [];
  let done = 0;
  const parsed = await Promise.all(
    markdown.map(async (file) => {
      const post = await readPost(file, options);
      if (post.kind === 'unreadable') problems.push(post.problem);
      options.onProgress?.(++done, markdown.length);
      return post.kind === 'read' ? [post.post] : [];
    }),
  );
  const series = await readSeriesNames(files, options);
  const posts = parsed.flat().map((post) => withFolderSeries(post, series));
  const others = files.filter((file) => !markdownName.test(file.path));
  const sections = files.map((file) => file.path).filter(isSection);
  return { posts, assets: selectAssets(others, posts), sections, problems };
}

/** Whether a path within a folder names a post. */
export function isPostPath(path: string): boolean {
  return markdownName.test(path) && !skippedName.test(path.slice(path.lastIndexOf('/') + 1));
}

type ReadPost =
  | { readonly kind: 'read'; readonly post: ScannedPost }
  | { readonly kind: 'unreadable'; readonly problem: Problem };

async function readPost(file: FolderFile, options: ScanOptions): Promise<ReadPost> {
  const name = `${options.collection}/${file.path}`;
  if (file.sizeBytes > maximumPostBytes) {
    const message = `The file has ${file.sizeBytes} bytes; at most ${maximumPostBytes} are read.`;
    const remedy = 'Split it into several posts.';
    return {
      kind: 'unreadable',
      problem: { kind: 'limit', severity: 'warning', file: name, message, remedy },
    };
  }
  try {
    return { kind: 'read', post: { ...(await options.parse(file)), file: file.file } };
  } catch (error) {
    // The blog is built without the file: the problem tells so.
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The file cannot be read: ${reason}.`;
    return {
      kind: 'unreadable',
      problem: { kind: 'encoding', severity: 'warning', file: name, message },
    };
  }
}

/** Titles of the sections below a folder named `series`, by path of the section. */
async function readSeriesNames(
  files: readonly FolderFile[],
  options: ScanOptions,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const file of files) {
    const parts = file.path.split('/');
    if (!isSection(file.path) || parts.at(-3) !== 'series') continue;
    if (file.sizeBytes > maximumPostBytes) continue;
    const { meta } = await options.parse(file);
    names.set(parts.slice(0, -1).join('/'), meta.title);
  }
  return names;
}

function isSection(path: string): boolean {
  return sectionName.test(path.slice(path.lastIndexOf('/') + 1));
}

function withFolderSeries(post: ScannedPost, series: ReadonlyMap<string, string>): ScannedPost {
  if (post.meta.series !== undefined || series.size === 0) return post;
  const parts = post.meta.path.split('/');
  for (let length = parts.length - 1; length > 1; length--) {
    const name = series.get(parts.slice(0, length).join('/'));
    if (name === undefined) continue;
    return { ...post, meta: { ...post.meta, series: { name, order: undefined } } };
  }
  return post;
}

/**
 * The assets that may be published. One that lies in the bundle of a hidden post, or in a folder whose
 * posts are all hidden, is the hidden posts' own.
 */
function selectAssets(files: readonly FolderFile[], posts: readonly ScannedPost[]): Asset[] {
  const bundles = new Map<string, boolean>();
  const folders = new Map<string, boolean>();
  for (const { meta } of posts) {
    const folder = parentOf(meta.path);
    const isVisible = meta.hidden === undefined;
    folders.set(folder, isVisible || folders.get(folder) === true);
    if (isBundle(meta.path)) bundles.set(folder, isVisible || bundles.get(folder) === true);
  }
  const isPublished = (path: string): boolean => {
    let folder = parentOf(path);
    if (folder !== '' && folders.get(folder) === false) return false;
    for (; folder !== ''; folder = parentOf(folder)) {
      const isVisible = bundles.get(folder);
      if (isVisible !== undefined) return isVisible;
    }
    return true;
  };
  return files.filter((file) => isPublished(file.path));
}

function isBundle(path: string): boolean {
  return /(?:^|\/)index(?:\.[a-z-]+)?\.[a-z]+$/i.test(path);
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
