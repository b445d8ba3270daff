import type { Problem } from '../../content/model/problem.ts';
import type { Collection, PostMeta } from '../../content/model/post.ts';
import { findControl } from '../../content/text/control-characters.ts';
import { describeHidden } from '../../content/model/describe-hidden.ts';
import { findTexts } from './files/find-texts.ts';
import { formatList } from '../report/format-list.ts';
import type { ParsedFile } from './parse-file.ts';
import { nameOf } from '../disk/path-parts.ts';
import { withoutSecrets } from './files/private-files.ts';
import { readPost } from './read-post.ts';
import type { ReadOptions } from './read-post.ts';
import { applySections, isSection, readSections } from './read-sections.ts';
import { findTemplates } from './files/vault-templates.ts';
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
  /** What is hidden and no post: sections, and sources of other formats such as `.html`. */
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
  /**
   * Set when the folder is that of a Jekyll blog: only what lies in its collections (`_posts`, `_recipes`) is read, or,
   * of the same folder as `pages`, only the rest.
   */
  readonly jekyll?: 'collections' | 'rest' | undefined;
  /** Absolute folders inside of `folder` that belong to something else. */
  readonly skip?: ReadonlySet<string>;
  /** Called after each parsed file with the number done and the number in all. */
  readonly onProgress?: (done: number, total: number) => void;
}

const markdownName = /\.(?:md|markdown|mdown|mkd|mkdn|mdx)$/i;
const skippedName = /^(?:_index(?:\.[a-z-]+)?|readme)\.[a-z]+$/i;
/** What editors and merges leave beside a post: `a.md~`, `a.md.bak`, `#a.md#`. */
const copyName = /~$|^\.?#|\.(?:md|markdown|mdown|mkd|mkdn|mdx)\.(?:bak|orig|old|swp|save|tmp)$/i;

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
  const files = await pickOfJekyll(walked.files, options.jekyll);
  const left =
    options.jekyll === 'collections' ? await findTexts(without(walked.files, files)) : [];
  const { posts, problems } = await readPosts(files, options);
  const sections = await readSections(files, options);
  const templateFolder = await findTemplates(options.folder);
  const others = files.filter(({ path }) => !markdownName.test(path));
  const copies = others.filter(({ path }) => copyName.test(nameOf(path)));
  const rest = without(others, copies);
  const drafts = await readOtherDrafts(rest, options);
  const hasPost = files.some(({ path }) => isPostPath(path));
  const assets = await withoutSecrets(without(rest, drafts.files), collection);
  return {
    collection,
    posts: posts.map((post) => ({
      ...post,
      meta: applyTemplates(applySections(post.meta, sections), templateFolder(post.meta.path)),
    })),
    drafts: [...sections.hidden.values(), ...drafts.metas],
    assets: assets.files,
    sections: files.map((file) => file.path).filter(isSection),
    problems: [
      ...walked.problems,
      ...problems,
      ...sections.problems,
      ...drafts.problems,
      ...describeCopies(copies, collection),
      ...describeLeftOut([...left], collection),
      ...(collection === 'posts' && !hasPost ? [describeNoPosts(files)] : []),
      ...assets.problems,
      ...describeRenamed(files, options),
    ],
  };
}

/** Whether a path within a folder names a post. */
export function isPostPath(path: string): boolean {
  return markdownName.test(path) && !skippedName.test(nameOf(path));
}

/** Folders of Jekyll that hold no documents. */
const workFolder = /^_(?:config|data|includes|layouts|plugins|sass|site|theme)$/;

/** Those of `files` that are of a kind in the folder of a Jekyll blog; all where it has no collection. */
async function pickOfJekyll(
  files: readonly FolderFile[],
  kind: ScanOptions['jekyll'],
): Promise<readonly FolderFile[]> {
  const documents = files.filter(isInCollection);
  if (kind === undefined || documents.length === 0) return files;
  if (kind === 'collections') return documents;
  const rest = files.filter(({ path }) => !/(?:^|\/)_/.test(path) && isPostPath(path));
  const texts = await findTexts(rest);
  return rest.filter((file) => texts.has(file));
}

function isInCollection({ path }: FolderFile): boolean {
  const folders = path.split('/').slice(0, -1);
  return folders.some((folder) => folder.startsWith('_') && !workFolder.test(folder));
}

/** `meta`, hidden if it is of a template of a vault. */
function applyTemplates(meta: PostMeta, folder: string | undefined): PostMeta {
  if (folder === undefined || meta.hidden !== undefined) return meta;
  return { ...meta, hidden: { kind: 'template', folder } };
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

function describeLeftOut(
  files: readonly FolderFile[],
  collection: ScanOptions['collection'],
): readonly Problem[] {
  const pages = files.filter(({ path }) => isPostPath(path));
  if (pages.length === 0) return [];
  const message = `Left out, as they lie in no collection: ${formatList(pages.map(({ path }) => path))}.`;
  const remedy = 'Name the same folder as `pages`, and they are free pages.';
  return [{ kind: 'asset', severity: 'info', file: collection, message, remedy }];
}

function describeNoPosts(files: readonly FolderFile[]): Problem {
  const found =
    files.length === 0
      ? 'The folder of posts is empty.'
      : `The folder of posts has ${files.length} ${files.length === 1 ? 'file' : 'files'}, but not one post, such as \`${files[0]?.path ?? ''}\`.`;
  return {
    kind: 'site',
    severity: 'warning',
    file: 'posts',
    message: `${found} Posts are files that end in \`.md\` or \`.markdown\`, but for \`README.md\` and \`_index.md\`.`,
    remedy: 'Put a post there, or let `posts` name the folder that holds them.',
  };
}

function describeRenamed(
  files: readonly FolderFile[],
  { folder, collection }: ScanOptions,
): readonly Problem[] {
  return files
    .filter(({ file }) => findControl(file.slice(folder.length)) !== -1)
    .map(({ path }) => ({
      kind: 'encoding',
      severity: 'warning',
      file: `${collection}/${path}`,
      message: 'The name of the file has control characters; it is published without them.',
      remedy: 'Rename it: no address can show them.',
    }));
}

function without<T>(items: readonly T[], some: readonly T[]): readonly T[] {
  const left = new Set(some);
  return items.filter((item) => !left.has(item));
}
