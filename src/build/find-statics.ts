import type { Problem } from '../content/content-error.ts';
import { decodeText } from '../content/decode-text.ts';
import { findBlock } from '../content/front-matter/block.ts';
import { otherFolders } from './list-copies.ts';
import { readHead } from './read-head.ts';
import type { SiteFiles } from './read-site.ts';
import { realPathWithin, walkFolder } from './walk-folder.ts';
import type { FolderFile } from './walk-folder.ts';
import { createQueue } from './work-queue.ts';

/** The blog's static files and a note on what is left out of them. */
export interface Statics {
  readonly files: readonly FolderFile[];
  readonly problems: readonly Problem[];
}

const jekyllSettings = /^_config\.(?:ya?ml|toml)$/;

/** Names that begin or end so are sources and copies of editors to Jekyll, wherever they lie. */
const sourceName = /^[_#]|~$/;

/** What Jekyll leaves out at the root, and the files of package managers. */
const toolPath =
  /^(?:vendor\/(?:bundle|cache|gems|ruby)|Gemfile[^/]*|gems\.(?:rb|locked)|[^/]*\.gemspec|package(?:-lock)?\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|pnpm-workspace\.yaml|bun\.lockb?)$/i;

/** Markdown for readers of the source. */
const aboutSource =
  /^(?:readme|licen[cs]e|copying|changelog|history|contributing|code[-_]of[-_]conduct|security|support)\b.*\.(?:md|markdown)$/i;

/** Files that may be JSON without being a post or page with settings in JSON. */
const pageName = /\.(?:md|markdown|mdown|mkd|mkdn|mdx|html?)$/i;

/** Files that hold no text, so that they need not be opened. */
const binaryName =
  /\.(?:png|jpe?g|gif|webp|avif|ico|svgz|woff2?|ttf|otf|eot|mp[34]|m4[av]|mov|webm|og[gav]|wav|flac|pdf|zip|gz|wasm)$/i;

/** The front matter of a file begins within that many bytes. */
const headBytes = 4096;

/** Files opened at a time. */
const parallelFiles = 64;

/** So many names are told, the rest is counted. */
const longestList = 30;

/**
 * The static files of the blog; none when they share their folder with the posts or pages.
 *
 * They are published as they are, but for Jekyll's `_drafts`. A folder that also holds the settings, ours or
 * Jekyll's, is that of the blog's sources: what Jekyll would not copy from there stays out, and so does what
 * has front matter.
 */
export async function findStatics(files: SiteFiles): Promise<Statics> {
  const shared = [files.posts, files.pages].map((other) => realPathWithin(files.static, other));
  if ((await Promise.all(shared)).includes('')) return { files: [], problems: [] };
  const all = await walkFolder(files.static, otherFolders(files, files.static));
  const isSource =
    (await realPathWithin(files.static, files.file)) !== undefined ||
    all.some(({ path }) => jekyllSettings.test(path));
  const pages = isSource ? await findPages(all) : new Set<FolderFile>();
  const published: FolderFile[] = [];
  const leftOut = new Set<string>();
  for (const file of all) {
    const reason = findLeftOut(file.path, isSource) ?? (pages.has(file) ? file.path : undefined);
    if (reason === undefined) published.push(file);
    else leftOut.add(reason);
  }
  return { files: published, problems: describe(leftOut, files, isSource) };
}

/** The file or folder at or above `path` for which it is left out; a folder ends with `/`. */
function findLeftOut(path: string, isSource: boolean): string | undefined {
  const parts = path.split('/');
  for (const [at, part] of parts.entries()) {
    const above = parts.slice(0, at + 1).join('/');
    const isFile = at === parts.length - 1;
    const isOut = isSource
      ? sourceName.test(part) || toolPath.test(above) || (isFile && aboutSource.test(part))
      : part === '_drafts';
    if (isOut) return isFile ? above : `${above}/`;
  }
  return undefined;
}

/** Those of `files` that begin with front matter: Jekyll would make something else of them. */
async function findPages(files: readonly FolderFile[]): Promise<ReadonlySet<FolderFile>> {
  const pages = new Set<FolderFile>();
  const run = createQueue(parallelFiles);
  for (const file of files) {
    if (binaryName.test(file.path)) continue;
    await run(async () => {
      if (await isPage(file)) pages.add(file);
    });
  }
  await run.finish();
  return pages;
}

async function isPage({ path, file }: FolderFile): Promise<boolean> {
  // What cannot be read now may be a draft.
  const head = await readHead(file, headBytes).catch(() => undefined);
  if (head === undefined) return true;
  const { kind } = findBlock(decodeText(head).text);
  return pageName.test(path) ? kind !== 'none' : kind === 'yaml' || kind === 'toml';
}

function describe(
  leftOut: ReadonlySet<string>,
  { name }: SiteFiles,
  isSource: boolean,
): readonly Problem[] {
  if (leftOut.size === 0) return [];
  const names = [...leftOut].map((path) => `\`${path}\``);
  const more = names.length > longestList ? ` and ${names.length - longestList} more` : '';
  const list = names.slice(0, longestList).join(', ') + more;
  const where = isSource ? 'static files, whose folder holds the settings' : 'static files';
  const message = `Left out of the ${where}: ${list}.`;
  const remedy =
    'Move pages to the folder that `pages` names, and rename other files that are to be published.';
  const problem: Problem = { kind: 'asset', severity: 'info', file: name, message };
  return [isSource ? { ...problem, remedy } : problem];
}
