import { mkdirSync, statSync } from 'node:fs';
import { readdir, rm, rmdir } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';

import type { Problem } from '../../content/model/problem.ts';
import { foldNothing } from './find-fold.ts';
import type { Fold } from './find-fold.ts';
import type { CopiedFile, OutputFile } from './output-file.ts';
import { replaceByCopy, replaceFile } from './replace-file.ts';
import { hasBytes, isSameFile } from './same-bytes.ts';
import { createQueue } from './work-queue.ts';

/** Puts files into the output folder, many at a time, and counts them. */
export interface OutputWriter {
  /** Settles when the file may be forgotten, which is before it is on the disk. */
  write(file: OutputFile): Promise<void>;
  /** Copies a file of the blogger's own. One that is written under the same name replaces it, which is a problem. */
  copy(file: CopiedFile): Promise<void>;
  /** Marks a file as there already, so that it stays. */
  keep(fileName: string): void;
  /** Waits for all files so far: a later one of the same name replaces an earlier one. */
  settle(): Promise<void>;
  /**
   * Waits for all files and removes what was in the folder before and is no part of the blog any more.
   *
   * @param onProgress called with each file of the blog as it is met
   */
  finish(onProgress?: (done: number, total: number) => void): Promise<void>;
  /** Files of the blog so far. */
  readonly count: number;
  /** Their bytes; those of {@link OutputWriter.keep} are known once it has finished. */
  readonly sizeBytes: number;
  /** Files that the disk refused, such as one with a name too long for it, and copies that were replaced. */
  readonly problems: readonly Problem[];
}

/** Files on their way to the disk at a time. */
const parallelFiles = 64;

/**
 * A writer into `folder`. A file that is there already with the same content is not touched: emptying the
 * folder and writing all anew costs more than everything else on a large blog.
 *
 * A name that leads out of the folder and one that the disk does not take become problems; a full disk
 * and the like throw, at the latest from `finish`.
 *
 * @param fold how the disk compares names: a page may lie in the folder that its pictures have made under another
 * spelling, and must not be removed as a stranger.
 */
export function createWriter(folder: string, fold: Fold = foldNothing): OutputWriter {
  const root = resolve(folder);
  /** Files of the blog, by how the disk knows them. */
  const kept = new Map<string, KeptFile>();
  const copied = new Map<string, string>();
  /** Folders of copies. */
  const folders = new Set<string>();
  const findOther = createSpellings(fold);
  const made = new Set<string>();
  const problems: Problem[] = [];
  const refused: Task[] = [];
  const run = createQueue(parallelFiles);

  const report = (fileName: string, fault: Fault): void => {
    problems.push({ severity: 'warning', file: fileName, ...fault });
  };
  const put = async (task: Task): Promise<void> => {
    const { file } = task;
    makeFolder(dirname(file), made);
    kept.set(fold(file), { file, sizeBytes: await task.put(file) });
  };
  /** The place of a file of the blog on the disk; `undefined` for one that would lie outside. */
  const claim = (fileName: string): string | undefined => {
    const file = join(root, fileName);
    if (!file.startsWith(root + sep) || fileName.includes('\0')) {
      report(fileName, outside);
      return undefined;
    }
    const other = findOther(dirname(fileName));
    if (other !== undefined) report(fileName, describeSpellings(other, dirname(fileName)));
    kept.set(fold(file), { file, sizeBytes: undefined });
    return file;
  };
  const place = async (fileName: string, write: Task['put']): Promise<void> => {
    const file = claim(fileName);
    if (file === undefined) return;
    const task = { fileName, file, put: write };
    await run(async () => {
      try {
        await put(task);
      } catch (error) {
        if (describeFault(error) === undefined) throw error;
        // What the last build left may be in the way: it is tried again without that.
        refused.push(task);
      }
    });
  };
  /** Gives up the copies in a folder that has the name of a file of the blog; the file is written once they are gone. */
  const dropFolder = (fileName: string): void => {
    const start = `${fold(fileName)}/`;
    const inside = [...copied].filter(([name]) => name.startsWith(start));
    for (const [name] of inside) kept.delete(fold(join(root, name)));
    folders.delete(fold(fileName));
    report(fileName, describeReplacedFolder(fileName, inside.length));
  };
  const retry = async (task: Task): Promise<void> => {
    try {
      await put(task);
    } catch (error) {
      const fault = describeFault(error);
      if (fault === undefined) throw error;
      kept.delete(fold(task.file));
      report(task.fileName, fault);
    }
  };

  return {
    write: ({ fileName, content }) => {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      const own = copied.get(fold(fileName));
      if (own !== undefined) report(fileName, describeReplaced(own));
      if (folders.has(fold(fileName))) dropFolder(fileName);
      return place(fileName, async (file) => {
        // Unlike reading, replacing a file waits for the disk.
        if (!hasBytes(file, bytes)) await replaceFile(file, bytes);
        return bytes.length;
      });
    },
    copy: ({ fileName, file: source }) => {
      copied.set(fold(fileName), source);
      for (let at = dirname(fileName); at !== '.'; at = dirname(at)) folders.add(fold(at));
      return place(fileName, async (file) => {
        if (!(await isSameFile(source, file))) await replaceByCopy(file, source);
        return statSync(file).size;
      });
    },
    keep: (fileName) => void claim(fileName),
    settle: () => run.finish(),
    async finish(onProgress) {
      await run.finish();
      let done = 0;
      await removeOthers(root, (file) => {
        if (!kept.has(fold(file))) return false;
        onProgress?.(++done, kept.size);
        return true;
      });
      made.clear();
      for (const task of refused) if (kept.has(fold(task.file))) await retry(task);
      for (const [key, { file, sizeBytes }] of kept) {
        if (sizeBytes === undefined) kept.set(key, { file, sizeBytes: statSync(file).size });
      }
    },
    get count() {
      return kept.size;
    },
    get sizeBytes() {
      return [...kept.values()].reduce((sum, file) => sum + (file.sizeBytes ?? 0), 0);
    },
    problems,
  };
}

/** A file to write and how. */
interface Task {
  readonly fileName: string;
  readonly file: string;
  /** Gives back the bytes of the file. */
  readonly put: (file: string) => Promise<number>;
}

interface KeptFile {
  readonly file: string;
  /** `undefined` while not known. */
  readonly sizeBytes: number | undefined;
}

type Fault = Pick<Problem, 'kind' | 'message' | 'remedy'>;

const outside: Fault = {
  kind: 'permalink',
  message: 'The address leads out of the published folder; the file is left out.',
  remedy: 'Give the post another `slug`.',
};

function describeReplaced(source: string): Fault {
  return {
    kind: 'asset',
    message: `Your \`${relative('', source)}\` is not published: the blog writes a file of its own there.`,
    remedy: 'Give yours another name.',
  };
}

function describeReplacedFolder(name: string, count: number): Fault {
  return {
    kind: 'asset',
    message: `The blog writes a file \`${name}\`, so your folder of that name is not published, with ${count} ${count === 1 ? 'file' : 'files'} in it.`,
    remedy: 'Give the folder another name, or remove it.',
  };
}

/** A function that gives the first spelling of a folder once for each that comes in another one. */
function createSpellings(fold: Fold): (folder: string) => string | undefined {
  const first = new Map<string, string>();
  const told = new Set<string>();
  return (folder) => {
    const key = fold(folder);
    const known = first.get(key) ?? folder;
    first.set(key, known);
    if (known === folder || told.has(key)) return undefined;
    told.add(key);
    return known;
  };
}

function describeSpellings(first: string, other: string): Fault {
  return {
    kind: 'permalink',
    message: `On this disk \`${first}\` and \`${other}\` are one folder, with the first name; a host that tells them apart does not find the other.`,
    remedy: 'Give both one spelling: rename the folder of the post, or write its name as `slug`.',
  };
}

/** Makes `folder` once. */
function makeFolder(folder: string, made: Set<string>): void {
  if (made.has(folder)) return;
  mkdirSync(folder, { recursive: true });
  made.add(folder);
}

/** Removes every file below `folder` but those to keep, and the folders that are empty then. */
async function removeOthers(folder: string, isKept: (file: string) => boolean): Promise<boolean> {
  let isEmpty = true;
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const file = join(folder, entry.name);
    // The folder may be a checkout of the branch that is published.
    const isLeft =
      entry.name === '.git' ||
      (entry.isDirectory() ? !(await removeOthers(file, isKept)) : isKept(file));
    if (isLeft) isEmpty = false;
    else if (entry.isDirectory()) await rmdir(file);
    else await rm(file);
  }
  return isEmpty;
}

/** The fault of one file, when the error is about that file alone. */
function describeFault(error: unknown): Fault | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const isCopy = error instanceof Error && 'syscall' in error && error.syscall === 'copyfile';
  if (['ENAMETOOLONG', 'EINVAL', 'EISDIR', 'ENOTDIR', 'EEXIST'].includes(code)) {
    const message = 'The disk does not take a file of this name; it is left out.';
    return { kind: 'permalink', message, remedy: 'Give the post another `slug`.' };
  }
  const isUnreadable = code === 'ENOENT' || (code === 'EACCES' && isCopy);
  if (!isUnreadable) return undefined;
  return { kind: 'asset', message: 'The file cannot be read; it is left out.', remedy: undefined };
}
