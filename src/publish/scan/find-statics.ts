import { basename } from 'node:path';

import { findGenerator } from '../../content/address/generator.ts';
import type { Problem } from '../../content/model/problem.ts';
import { draftsFolder } from '../../content/post/visibility.ts';
import { findTexts } from './files/find-texts.ts';
import { formatList } from '../report/format-list.ts';
import { otherFolders } from './list-copies.ts';
import { withoutSecrets } from './files/private-files.ts';
import type { SiteFiles } from './read-site.ts';
import { walkWithProblems } from '../disk/walk-problems.ts';
import { realPathWithin } from '../disk/walk-folder.ts';
import type { FolderFile } from '../disk/walk-folder.ts';

/** The blog's static files and a note on what is left out of them. */
export interface Statics {
  readonly files: readonly FolderFile[];
  readonly problems: readonly Problem[];
}

const jekyllSettings = /^_config\.(?:ya?ml|toml)$/;

/** Names that begin or end so are sources and copies of editors to Jekyll, wherever they lie. */
const sourceName = /^[_#]|~$/;

/** What hosts of files read at the root. */
const hostFile = /^_(?:redirects|headers|routes\.json|worker\.js)$/;

/** What Jekyll leaves out at the root, and the files of package managers. */
const toolPath =
  /^(?:vendor\/(?:bundle|cache|gems|ruby)|Gemfile[^/]*|gems\.(?:rb|locked)|[^/]*\.gemspec|package(?:-lock)?\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|pnpm-workspace\.yaml|bun\.lockb?)$/i;

/** Markdown for readers of the source. */
const aboutSource =
  /^(?:readme|licen[cs]e|copying|changelog|history|contributing|code[-_]of[-_]conduct|security|support)\b.*\.(?:md|markdown)$/i;

/**
 * The static files of the blog; none when they share their folder with the posts or pages.
 *
 * They are published as they are, but for Jekyll's `_drafts` and for keys. A folder that also holds the settings, ours or
 * Jekyll's, is that of the blog's sources: what Jekyll would not copy from there stays out, and so does what
 * has front matter.
 */
export async function findStatics(files: SiteFiles): Promise<Statics> {
  const shared = [files.posts, files.pages].map((other) => realPathWithin(files.static, other));
  const isShared = (await Promise.all(shared)).includes('');
  // Jekyll copies of its folder what is neither a document nor a page.
  const isJekyll = findGenerator(files.site) === 'jekyll';
  if (isShared && !isJekyll) return { files: [], problems: [] };
  const { files: all, problems } = await walkWithProblems({
    folder: files.static,
    prefix: `${basename(files.static)}/`,
    skip: otherFolders(files, files.static),
  });
  const isSource =
    (await realPathWithin(files.static, files.file)) !== undefined ||
    all.some(({ path }) => jekyllSettings.test(path));
  // Jekyll would make something else of them.
  const texts = isSource ? await findTexts(all) : new Set<FolderFile>();
  const published: FolderFile[] = [];
  const leftOut = new Set<string>();
  for (const file of all) {
    const reason = findLeftOut(file.path, isSource) ?? (texts.has(file) ? file.path : undefined);
    if (reason === undefined) published.push(file);
    else leftOut.add(reason);
  }
  const open = await withoutSecrets(published, files.name);
  return {
    files: open.files,
    problems: [...problems, ...describe(leftOut, files, isSource), ...open.problems],
  };
}

/** The file or folder at or above `path` for which it is left out; a folder ends with `/`. */
function findLeftOut(path: string, isSource: boolean): string | undefined {
  const parts = path.split('/');
  for (const [at, part] of parts.entries()) {
    const above = parts.slice(0, at + 1).join('/');
    const isFile = at === parts.length - 1;
    const isOut = isSource
      ? (sourceName.test(part) && !hostFile.test(path)) ||
        toolPath.test(above) ||
        (isFile && aboutSource.test(part))
      : part === draftsFolder;
    if (isOut) return isFile ? above : `${above}/`;
  }
  return undefined;
}

function describe(
  leftOut: ReadonlySet<string>,
  { name }: SiteFiles,
  isSource: boolean,
): readonly Problem[] {
  if (leftOut.size === 0) return [];
  const where = isSource ? 'static files, whose folder holds the settings' : 'static files';
  const message = `Left out of the ${where}: ${formatList([...leftOut])}.`;
  const remedy =
    'Move pages to the folder that `pages` names, and rename other files that are to be published.';
  const problem: Problem = { kind: 'asset', severity: 'info', file: name, message };
  return [isSource ? { ...problem, remedy } : problem];
}
