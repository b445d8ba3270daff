import type { Problem } from '../content/content-error.ts';
import type { PostMeta } from '../content/post.ts';
import { describeHidden } from './describe-hidden.ts';
import { findTexts } from './find-texts.ts';
import { selectAssets } from './select-assets.ts';
import { walkFolder } from './walk-folder.ts';
import type { FolderFile } from './walk-folder.ts';

/** What reading one file gave: enough to list the post, not its body. */
export interface ParsedFile {
  readonly meta: PostMeta;
  readonly problems: readonly Problem[];
  /** Files that the text may refer to: see `mentions.ts`. */
  readonly mentions: readonly string[];
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
/** What editors and merges leave beside a file: `a.md~`, `a.md.bak`, `#a.md#`. */
const copyName = /(?:~|\.(?:bak|backup|old|orig|rej|save?|sw[a-p]|te?mp)\d*)$|^#.*#$/i;
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
  const sections = await readSections(files, options);
  const posts = parsed.flat().map((post) => withSections(post, sections));
  const others = files.filter(({ path }) => !markdownName.test(path) && !isBelow(path, sections));
  const copies = others.filter(({ path }) => copyName.test(nameOf(path)));
  const drafts = await readOtherDrafts(without(others, copies), options);
  return {
    posts,
    assets: selectAssets(without(others, [...copies, ...drafts.files]), [
      ...posts,
      ...drafts.posts,
    ]),
    sections: files.map((file) => file.path).filter(isSection),
    problems: [
      ...problems,
      ...sections.problems,
      ...drafts.problems,
      ...describeCopies(copies, options.collection),
    ],
  };
}

/** Whether a path within a folder names a post. */
export function isPostPath(path: string): boolean {
  return markdownName.test(path) && !skippedName.test(nameOf(path));
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

/** Files that are no Markdown but are kept from the public by their front matter, such as `.mdx` and `.html`. */
interface OtherDrafts {
  readonly files: readonly FolderFile[];
  /** What the files say; not of those that cannot be read, which are left out all the same. */
  readonly posts: readonly ParsedFile[];
  readonly problems: readonly Problem[];
}

async function readOtherDrafts(
  files: readonly FolderFile[],
  options: ScanOptions,
): Promise<OtherDrafts> {
  const read = await Promise.all(
    [...(await findTexts(files))].map(async (file) => ({
      file,
      ...(await readPost(file, options)),
    })),
  );
  const drafts = read.filter((one) => one.kind !== 'read' || one.post.meta.hidden !== undefined);
  return {
    files: drafts.map(({ file }) => file),
    posts: drafts.flatMap((one) => (one.kind === 'read' ? [one.post] : [])),
    problems: drafts.flatMap((one) =>
      one.kind === 'read' ? (describeHidden(one.post.meta) ?? []) : [one.problem],
    ),
  };
}

/** What the `_index.md` files of a folder say of the posts below them. */
interface Sections {
  /** Titles of the sections below a folder named `series`, by folder. */
  readonly series: ReadonlyMap<string, string>;
  /** Folders of sections that are drafts, each with the path of its `_index.md`. */
  readonly drafts: ReadonlyMap<string, string>;
  /** Why it is not clear whether a section is a draft. */
  readonly problems: readonly Problem[];
}

async function readSections(files: readonly FolderFile[], options: ScanOptions): Promise<Sections> {
  const series = new Map<string, string>();
  const drafts = new Map<string, string>();
  const problems: Problem[] = [];
  for (const file of files) {
    const read = isSection(file.path) ? await readPost(file, options) : undefined;
    if (read?.kind !== 'read') continue;
    const { meta } = read.post;
    const folder = parentOf(file.path);
    const isUnclear = meta.hidden?.kind === 'unclear';
    if (isUnclear || meta.hidden?.kind === 'draft') drafts.set(folder, file.path);
    if (isUnclear) problems.push(...read.post.problems);
    if (file.path.split('/').at(-3) === 'series') series.set(folder, meta.title);
  }
  return { series, drafts, problems };
}

function isSection(path: string): boolean {
  return sectionName.test(nameOf(path));
}

function withSections({ meta, ...post }: ScannedPost, sections: Sections): ScannedPost {
  const name = findAbove(meta.path, sections.series);
  const draft = findAbove(meta.path, sections.drafts);
  return {
    ...post,
    meta: {
      ...meta,
      series: meta.series ?? (name === undefined ? undefined : { name, order: undefined }),
      hidden: meta.hidden ?? (draft === undefined ? undefined : { kind: 'section', path: draft }),
    },
  };
}

function isBelow(path: string, { drafts }: Sections): boolean {
  return findAbove(path, drafts) !== undefined;
}

/** What `folders` has for the nearest folder above `path`. */
function findAbove<T>(path: string, folders: ReadonlyMap<string, T>): T | undefined {
  if (folders.size === 0) return undefined;
  for (let folder = parentOf(path); ; folder = parentOf(folder)) {
    const found = folders.get(folder);
    if (found !== undefined || folder === '') return found;
  }
}

function describeCopies(
  copies: readonly FolderFile[],
  collection: ScanOptions['collection'],
): readonly Problem[] {
  if (copies.length === 0) return [];
  const list = copies.map(({ path }) => `\`${path}\``).join(', ');
  const message = `Left out, as copies of editors: ${list}.`;
  const remedy = 'Rename what is to be published.';
  return [{ kind: 'asset', severity: 'info', file: collection, message, remedy }];
}

function without<T>(items: readonly T[], some: readonly T[]): readonly T[] {
  const left = new Set(some);
  return items.filter((item) => !left.has(item));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
