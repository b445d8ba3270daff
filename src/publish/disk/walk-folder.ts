import type { Dirent, Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';

import { dropControls } from '../../content/text/control-characters.ts';
import { foldPath } from '../../content/text/fold.ts';

/** A regular file found in a folder. */
export interface FolderFile {
  /** Path within the folder, `/` between parts, in Unicode's composed form (NFC) and without control characters. */
  readonly path: string;
  /** Absolute path to read it from. */
  readonly file: string;
  readonly sizeBytes: number;
  /** Time of the last change, in milliseconds since 1970. */
  readonly modifiedMs: number;
}

/** Folders of tools that are no part of a blog, wherever they lie. */
const ignoredFolders: ReadonlySet<string> = new Set(['node_modules']);

/** At the root of a site, what other sites and programs look for: `security.txt`, who may act for it. */
const wellKnown = '.well-known';

/**
 * Every regular file under `folder`, ordered by path; empty when there is no such folder.
 *
 * Names that begin with `.` are left out, but for `.well-known`. A symbolic link to a file is followed when
 * the file lies in `folder`; a link to a folder never, as its target is either walked anyway or none of the
 * blog's.
 *
 * `skip` names absolute folders that are left out with all they hold, and single files. They are compared by
 * what they lead to, and without regard to case and form of Unicode: a disk that makes no difference
 * would else give away all drafts in a folder that is named `Posts` here and `posts` there.
 */
export async function walkFolder(
  folder: string,
  skip: ReadonlySet<string> = new Set(),
): Promise<readonly FolderFile[]> {
  const root = await realpath(folder).catch(recoverMissing);
  if (root === undefined) return [];
  const skipped = new Set(await Promise.all([...skip].map(findIdentity)));
  const found: FolderFile[] = [];
  const enter = async (inner: string): Promise<void> => {
    const directory = join(folder, inner);
    const entries = await readdir(directory, { withFileTypes: true });
    const visit = async (entry: Dirent): Promise<void> => {
      const file = join(directory, entry.name);
      const path = inner === '' ? entry.name : `${inner}/${entry.name}`;
      // No link to a folder is followed, so that below `root` all paths are real ones.
      if (isIgnored(path) || skipped.has(foldPath(join(root, path)))) return;
      if (entry.isDirectory()) return enter(path);
      const status = await readStatus(file, entry.isSymbolicLink() ? root : undefined);
      if (status === undefined) return;
      const { size: sizeBytes, mtimeMs: modifiedMs } = status;
      found.push({ path: dropControls(path).normalize('NFC'), file, sizeBytes, modifiedMs });
    };
    await Promise.all(entries.map(visit));
  };
  await enter('');
  return found.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * `file`, an absolute path of the operating system, as a path within `folder` with `/` between parts;
 * `undefined` when it lies elsewhere.
 */
export function pathWithin(folder: string, file: string): string | undefined {
  const inner = relative(folder, file).split(sep).join('/').normalize('NFC');
  return inner === '..' || inner.startsWith('../') || /^[a-z]:/i.test(inner) ? undefined : inner;
}

/** The path from one absolute folder to another, with `/` between parts: `../../assets`. */
export function pathBetween(from: string, to: string): string {
  return relative(from, to).split(sep).join('/').normalize('NFC');
}

/**
 * As {@link pathWithin}, by what `folder` and `file` lead to, however they are written; empty when they are
 * the same. The path is for comparing only: case and form of Unicode are not kept.
 */
export async function realPathWithin(folder: string, file: string): Promise<string | undefined> {
  return pathWithin(await findIdentity(folder), await findIdentity(file));
}

/** True if any part of a path within a folder keeps it from being looked at. */
export function isIgnored(path: string): boolean {
  const parts = path.split('/');
  if (parts[0] === wellKnown) parts.shift();
  return parts.some((part) => part.startsWith('.') || ignoredFolders.has(part));
}

/** The real path of a file, or the one it would have: two names of one file have it in common. */
async function findIdentity(file: string): Promise<string> {
  const real = await realpath(file).catch(recoverMissing);
  const parent = dirname(file);
  if (real !== undefined || parent === file) return foldPath(real ?? file);
  return foldPath(join(await findIdentity(parent), basename(file)));
}

/** Size and time of a regular file; `undefined` for others, and for a link that leads out of `root`. */
async function readStatus(file: string, root: string | undefined): Promise<Stats | undefined> {
  if (root !== undefined) {
    const target = await realpath(file).catch(recoverMissing);
    if (target === undefined || !target.startsWith(root + sep)) return undefined;
  }
  // A file may be gone again by now: editors write a copy and rename it.
  const status = await stat(file).catch(recoverMissing);
  return status?.isFile() ? status : undefined;
}

/** A missing file is an expected answer; anything else is a fault of the disk and is passed on. */
function recoverMissing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error) {
    if (error.code === 'ENOENT' || error.code === 'ELOOP' || error.code === 'ENOTDIR') return;
  }
  throw error;
}
