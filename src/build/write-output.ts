import { copyFile, mkdir, readdir, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';

import type { Problem } from '../content/content-error.ts';
import type { CopiedFile } from './list-copies.ts';
import type { OutputFile } from './output-file.ts';
import { hasBytes, isSameFile } from './same-bytes.ts';
import { createQueue } from './work-queue.ts';

/** Puts files into the output folder, many at a time, and counts them. */
export interface OutputWriter {
  /** Settles when the file may be forgotten, which is before it is on the disk. */
  write(file: OutputFile): Promise<void>;
  copy(file: CopiedFile): Promise<void>;
  /** Tells of a file that something else has written, so that it stays. */
  keep(fileName: string): void;
  /** Waits for all files so far: a later one of the same name replaces an earlier one. */
  settle(): Promise<void>;
  /** Waits for all files and removes what was in the folder before and is no part of the blog any more. */
  finish(): Promise<void>;
  /** Files of the blog so far. */
  readonly count: number;
  /** Their bytes, copies not included. */
  readonly sizeBytes: number;
  /** Files that the disk refused: a name too long for it, for example. */
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
 */
export function createWriter(folder: string): OutputWriter {
  const root = resolve(folder);
  const kept = new Set<string>();
  const made = new Map<string, Promise<unknown>>();
  const problems: Problem[] = [];
  const refused: Task[] = [];
  const run = createQueue(parallelFiles);
  let sizeBytes = 0;

  const report = (fileName: string, fault: Fault): void => {
    problems.push({ severity: 'warning', file: fileName, ...fault });
  };
  const put = async (task: Task): Promise<void> => {
    await makeFolder(dirname(task.file), made);
    await task.put(task.file);
  };
  const place = async (fileName: string, write: Task['put']): Promise<void> => {
    const task = { fileName, file: join(root, fileName), put: write };
    if (!task.file.startsWith(root + sep) || fileName.includes('\0')) {
      report(fileName, outside);
      return;
    }
    kept.add(task.file);
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
  const retry = async (task: Task): Promise<void> => {
    try {
      await put(task);
    } catch (error) {
      const fault = describeFault(error);
      if (fault === undefined) throw error;
      kept.delete(task.file);
      report(task.fileName, fault);
    }
  };

  return {
    write: ({ fileName, content }) => {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      sizeBytes += bytes.length;
      return place(fileName, async (file) => {
        if (!(await hasBytes(file, bytes))) await writeFile(file, bytes);
      });
    },
    copy: ({ fileName, file: source }) =>
      place(fileName, async (file) => {
        if (!(await isSameFile(source, file))) await copyFile(source, file);
      }),
    keep: (fileName) => void kept.add(join(root, fileName)),
    settle: () => run.finish(),
    async finish() {
      await run.finish();
      await removeOthers(root, kept);
      made.clear();
      for (const task of refused) await retry(task);
    },
    get count() {
      return kept.size;
    },
    get sizeBytes() {
      return sizeBytes;
    },
    problems,
  };
}

/** A file to write and how. */
interface Task {
  readonly fileName: string;
  readonly file: string;
  readonly put: (file: string) => Promise<void>;
}

type Fault = Pick<Problem, 'kind' | 'message' | 'remedy'>;

const outside: Fault = {
  kind: 'permalink',
  message: 'The address leads out of the published folder; the file is left out.',
  remedy: 'Give the post another `slug`.',
};

/** Makes `folder` once, however many files ask for it at the same time. */
async function makeFolder(folder: string, made: Map<string, Promise<unknown>>): Promise<void> {
  const making = made.get(folder) ?? mkdir(folder, { recursive: true });
  made.set(folder, making);
  await making;
}

/** Removes every file below `folder` that is not `kept`, and the folders that are empty then. */
async function removeOthers(folder: string, kept: ReadonlySet<string>): Promise<boolean> {
  let isEmpty = true;
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const file = join(folder, entry.name);
    // The folder may be a checkout of the branch that is published.
    const isKept =
      entry.name === '.git' ||
      (entry.isDirectory() ? !(await removeOthers(file, kept)) : kept.has(file));
    if (isKept) isEmpty = false;
    else if (entry.isDirectory()) await rmdir(file);
    else await rm(file);
  }
  return isEmpty;
}

/** What is wrong with one file, when the error is about that file alone. */
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
