import { statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

import type { Problem } from '../../content/model/problem.ts';
import { type Fold, foldNothing } from '../disk/find-fold.ts';
import type { CopiedFile, OutputFile } from '../disk/output-file.ts';
import { createQueue, type Queue } from '../disk/work-queue.ts';
import {
  describeFault,
  describeReplaced,
  describeReplacedFolder,
  describeSpellings,
  isOfOneFile,
  type Fault,
  outside,
} from './output-faults.ts';
import { createSpellings } from './find-spellings.ts';
import { removeOthers } from './remove-others.ts';
import { hasBytes, isSameFile } from './same-bytes.ts';
import { type Disk, openStage, type Stage } from './stage.ts';

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
   * Waits for all files, moves them into place and removes what is no part of the blog any more. Until then nothing changes.
   *
   * @param onProgress called with each file of the blog as it is met
   */
  finish(onProgress?: (done: number, total: number) => void): Promise<void>;
  /** Gives up what is not in place yet. */
  discard(): Promise<void>;
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
 * @param disk the one of this machine, if it is no other
 */
export function createWriter(folder: string, fold: Fold = foldNothing, disk?: Disk): OutputWriter {
  const state = createState(folder, fold, disk);
  const { kept, problems, run } = state;
  return {
    write: (file) => write(file, state),
    copy: (file) => copy(file, state),
    keep: (fileName) => void claim(fileName, state),
    settle: () => run.finish(),
    finish: (onProgress) => finish(state, onProgress),
    discard: () => discard(state),
    get count() {
      return kept.size;
    },
    get sizeBytes() {
      return [...kept.values()].reduce((sum, file) => sum + (file.sizeBytes ?? 0), 0);
    },
    problems,
  };
}

/** All that a writer knows. */
interface WriterState {
  /** The output folder. */
  readonly root: string;
  readonly fold: Fold;
  /** Files of the blog, by how the disk knows them. */
  readonly kept: Map<string, KeptFile>;
  /** Sources of copies, by how the disk knows their names. */
  readonly copied: Map<string, string>;
  /** Folders of copies. */
  readonly folders: Set<string>;
  readonly findOther: (folder: string) => string | undefined;
  /** Where new and changed files wait for each other. */
  readonly stage: Stage;
  readonly problems: Problem[];
  /** What is tried again at the end. */
  readonly refused: Task[];
  readonly run: Queue;
}

/** A file to write and how. */
interface Task {
  readonly file: string;
  /** Gives back the bytes of the file. */
  readonly put: (file: string) => Promise<number>;
}

interface KeptFile {
  readonly file: string;
  /** `undefined` while not known. */
  readonly sizeBytes: number | undefined;
}

function createState(folder: string, fold: Fold, disk: Disk | undefined): WriterState {
  const root = resolve(folder);
  return {
    root,
    fold,
    kept: new Map(),
    copied: new Map(),
    folders: new Set(),
    findOther: createSpellings(fold),
    stage: openStage(root, fold, disk),
    problems: [],
    refused: [],
    run: createQueue(parallelFiles),
  };
}

function write({ fileName, content }: OutputFile, state: WriterState): Promise<void> {
  const { fold, copied, folders, stage } = state;
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const own = copied.get(fold(fileName));
  if (own !== undefined) report(fileName, describeReplaced(own), state);
  if (folders.has(fold(fileName))) dropFolder(fileName, state);
  const put: Task['put'] = async (file) => {
    // Unlike reading, writing a file waits for the disk.
    if (hasBytes(file, bytes)) stage.leave(file);
    else await stage.put(file, bytes);
    return bytes.length;
  };
  return place(fileName, put, state);
}

function copy({ fileName, file: source }: CopiedFile, state: WriterState): Promise<void> {
  const { fold, copied, folders, stage } = state;
  copied.set(fold(fileName), source);
  for (let at = dirname(fileName); at !== '.'; at = dirname(at)) folders.add(fold(at));
  const put: Task['put'] = async (file) => {
    if (await isSameFile(source, file)) stage.leave(file);
    else await stage.putCopy(file, source);
    return statSync(source).size;
  };
  return place(fileName, put, state);
}

async function place(fileName: string, put: Task['put'], state: WriterState): Promise<void> {
  const file = claim(fileName, state);
  if (file === undefined) return;
  const task = { file, put };
  await state.run(async () => {
    try {
      await carryOut(task, state);
    } catch (error) {
      if (describeFault(error) === undefined) throw error;
      // What the last build left may be in the way: it is tried again without that.
      state.refused.push(task);
    }
  });
}

/** The place of a file of the blog on the disk; `undefined` for one that would lie outside. */
function claim(fileName: string, state: WriterState): string | undefined {
  const { root, fold, kept, findOther } = state;
  const file = join(root, fileName);
  if (!file.startsWith(root + sep) || fileName.includes('\0')) {
    report(fileName, outside, state);
    return undefined;
  }
  const folder = dirname(fileName);
  const other = findOther(folder);
  if (other !== undefined) report(fileName, describeSpellings(other, folder), state);
  kept.set(fold(file), { file, sizeBytes: undefined });
  return file;
}

async function carryOut({ file, put }: Task, { kept, fold }: WriterState): Promise<void> {
  kept.set(fold(file), { file, sizeBytes: await put(file) });
}

function report(fileName: string, fault: Fault, { problems }: WriterState): void {
  problems.push({ severity: 'warning', file: fileName, ...fault });
}

/** Gives up the copies in a folder that has the name of a file of the blog; the file is written once they are gone. */
function dropFolder(fileName: string, state: WriterState): void {
  const { root, fold, kept, copied, folders, stage } = state;
  const start = `${fold(fileName)}/`;
  const inside = [...copied].filter(([name]) => name.startsWith(start));
  for (const [name] of inside) {
    kept.delete(fold(join(root, name)));
    stage.leave(join(root, name));
  }
  folders.delete(fold(fileName));
  report(fileName, describeReplacedFolder(fileName, inside.length), state);
}

async function finish(
  state: WriterState,
  onProgress: ((done: number, total: number) => void) | undefined,
): Promise<void> {
  const { root, fold, kept, refused, run, stage } = state;
  await run.finish();
  await stage.move(isOfOneFile);
  let done = 0;
  await removeOthers(root, (file) => {
    if (!kept.has(fold(file))) return false;
    onProgress?.(++done, kept.size);
    return true;
  });
  // What was in the way is gone now.
  for (const task of refused) if (kept.has(fold(task.file))) await retry(task, state);
  for (const { file, error } of await stage.move(isOfOneFile)) giveUp(file, error, state);
  for (const [key, { file, sizeBytes }] of kept) {
    if (sizeBytes === undefined) kept.set(key, { file, sizeBytes: statSync(file).size });
  }
  stage.discard();
}
async function discard({ run, stage }: WriterState): Promise<void> {
  // What has begun would make files anew; why it fails is known already.
  await Promise.allSettled([run.finish()]);
  stage.discard();
}

async function retry(task: Task, state: WriterState): Promise<void> {
  try {
    await carryOut(task, state);
  } catch (error) {
    giveUp(task.file, error, state);
  }
}

/** Reports a file that the disk does not take; throws where the fault is not of that file alone. */
function giveUp(file: string, error: unknown, state: WriterState): void {
  const fault = describeFault(error);
  if (fault === undefined) throw error;
  state.kept.delete(state.fold(file));
  report(relative(state.root, file).split(sep).join('/'), fault, state);
}
