import type { Problem } from '../../content/model/problem.ts';
import type { Collection, PostMeta } from '../../content/model/post.ts';
import { describeHidden } from '../report/describe-hidden.ts';
import { findTexts } from './find-texts.ts';
import { formatList } from '../report/format-list.ts';
import type { ParsedFile } from './parse-file.ts';
import { nameOf } from '../disk/path-parts.ts';
import { readPost } from './read-post.ts';
import type { ReadOptions } from './read-post.ts';
import { applySections, isSection, readSections } from './read-sections.ts';
import { walkWithProblems } from '../disk/walk-problems.ts';
import type { FolderFile } from '../disk/walk-folder.ts';

/** One Markdown file of the blog. */
export interface ScannedPost extends ParsedFile {
  /** Absolute path of the source. */
  readonly file: string;
}

/** Everything found in the folder of posts or of pages. */
export interface FolderScan {
  readonly collection: Collection;
  /** Hidden ones too. */
  readonly posts: readonly ScannedPost[];
  /** What is hidden and no post: sections, and sources of other formats such as `.mdx`. */
  readonly drafts: readonly PostMeta[];
  /** What lies beside the posts; `select-assets.ts` tells what of it is published. */
  readonly assets: readonly FolderFile[];
  /** Paths of Zola and Hugo sections (`_index.md`), which are no posts but may be linked to. */
  readonly sections: readonly string[];
  readonly problems: readonly Problem[];
}

/** How to scan a folder. */
export interface ScanOptions extends ReadOptions {
  readonly folder: string;
  /** Absolute folders inside of `folder` that belong to something else. */
  readonly skip?: ReadonlySet<string>;
  /** Called after each parsed file with the number done and the number in all. */
  readonly onProgress?: (done: number, total: number) => void;
}

const markdownName = /\.(?:md|markdown|mdown|mkd|mkdn)$/i;
const skippedName = /^(?:_index(?:\.[a-z-]+)?|readme)\.[a-z]+$/i;
/** What editors and merges leave beside a post: `a.md~`, `a.md.bak`, `#a.md#`. */
const copyName = /~$|^\.?#|\.(?:md|markdown|mdown|mkd|mkdn)\.(?:bak|orig|old|swp|save|tmp)$/i;

/**
 * The posts of a folder and what lies beside them. `_index.md` and README files are no posts; a Zola section
 * below a folder named `series` gives its posts the series named by the title of its `_index.md`.
 *
 * Never throws for what a file holds; a file that cannot be read or is too large is a problem.
 */
export async function scanPosts(options: ScanOptions): Promise<FolderScan> {
  const { collection } = options;
  const { folder, skip } = options;
  const walked = await walkWithProblems({ folder, skip, prefix: `${collection}/` });
  const { files } = walked;
  const { posts, problems } = await readPosts(files, options);
  const sections = await readSections(files, options);
  const others = files.filter(({ path }) => !markdownName.test(path));
  const copies = others.filter(({ path }) => copyName.test(nameOf(path)));
  const rest = without(others, copies);
  const drafts = await readOtherDrafts(rest, options);
  return {
    collection,
    posts: posts.map((post) => ({ ...post, meta: applySections(post.meta, sections) })),
    drafts: [...sections.hidden.values(), ...drafts.metas],
    assets: without(rest, drafts.files),
    sections: files.map((file) => file.path).filter(isSection),
    problems: [
      ...walked.problems,
      ...problems,
      ...sections.problems,
      ...drafts.problems,
      ...describeCopies(copies, collection),
    ],
  };
}

/** Whether a path within a folder names a post. */
export function isPostPath(path: string): boolean {
  return markdownName.test(path) && !skippedName.test(nameOf(path));
}

async function readPosts(
  files: readonly FolderFile[],
  options: ScanOptions,
): Promise<Pick<FolderScan, 'posts' | 'problems'>> {
  const markdown = files.filter((file) => isPostPath(file.path));
  const problems: Problem[] = [];
  let done = 0;
  const posts = await Promise.all(
    markdown.map(async (file) => {
      const read = await readPost(file, options);
      options.onProgress?.(++done, markdown.length);
      if (read.kind === 'read') return [{ ...read.post, file: file.file }];
      problems.push(read.problem);
      return [];
    }),
  );
  return { posts: posts.flat(), problems };
}

/** Files that are no Markdown but are kept from the public by their front matter. */
interface OtherDrafts {
  readonly files: readonly FolderFile[];
  /** What the files say; not of those that cannot be read, which are left out all the same. */
  readonly metas: readonly PostMeta[];
  readonly problems: readonly Problem[];
}

async function readOtherDrafts(
  files: readonly FolderFile[],
  options: ScanOptions,
): Promise<OtherDrafts> {
  const drafts: FolderFile[] = [];
  const metas: PostMeta[] = [];
  const problems: Problem[] = [];
  for (const file of await findTexts(files)) {
    const read = await readPost(file, options);
    const problem = read.kind === 'read' ? describeHidden(read.post.meta) : read.problem;
    if (problem === undefined) continue;
    drafts.push(file);
    problems.push(problem);
    if (read.kind === 'read') metas.push(read.post.meta);
  }
  return { files: drafts, metas, problems };
}

function describeCopies(
  copies: readonly FolderFile[],
  collection: ScanOptions['collection'],
): readonly Problem[] {
  if (copies.length === 0) return [];
  const message = `Left out, as copies of editors: ${formatList(copies.map(({ path }) => path))}.`;
  const remedy = 'Rename what is to be published.';
  return [{ kind: 'asset', severity: 'info', file: collection, message, remedy }];
}

function without<T>(items: readonly T[], some: readonly T[]): readonly T[] {
  const left = new Set(some);
  return items.filter((item) => !left.has(item));
}
