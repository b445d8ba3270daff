import { accessSync, constants, mkdirSync, rmSync } from 'node:fs';
import { copyFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import type { Fold } from '../disk/find-fold.ts';
import { createQueue } from '../disk/work-queue.ts';

/** What new files are put on the disk by. */
export interface Disk {
  readonly writeFile: (file: string, content: Uint8Array) => Promise<void>;
  readonly copyFile: (source: string, file: string) => Promise<void>;
  readonly rename: (from: string, to: string) => Promise<void>;
  /** Makes a folder, and throws where one that is there takes no files. */
  readonly openFolder: (folder: string) => void;
}

/** The disk of this machine. */
export const realDisk: Disk = {
  writeFile,
  copyFile,
  rename,
  openFolder(folder) {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  },
};

/**
 * Files that are new or changed, aside until all of them are there: a build that fails or is killed before that leaves the
 * output folder as it was.
 */
export interface Stage {
  /** Puts the next content of `file` aside. */
  put(file: string, content: Uint8Array): Promise<void>;
  /** Puts a copy of `source` aside for `file`. */
  putCopy(file: string, source: string): Promise<void>;
  /** Forgets what was put aside for `file`: what is there is right. */
  leave(file: string): void;
  /**
   * Moves everything into place, pages last: until a page is moved, it finds all that it names. Gives back what cannot be
   * put there, which stays aside; throws, with nothing moved, when a folder takes no files.
   *
   * @param isRefusal whether an error is about one file alone
   */
  move(isRefusal: (error: unknown) => boolean): Promise<readonly Refused[]>;
  /** Removes what is still aside, and takes no more. */
  discard(): void;
}

/** A file that cannot be put in its place. */
export interface Refused {
  readonly file: string;
  readonly error: unknown;
}

/** Folder within the output folder, as nowhere else is sure to be on the same disk. The next build removes one that is left. */
export const stageName = '.rubric-next';

const parallelFiles = 64;
const pageName = /\.html?$/i;

interface Draft {
  /** Its place. */
  readonly file: string;
  /** Where it is. */
  readonly draft: string;
}

/** An empty stage for the output folder `root`. */
export function openStage(root: string, fold: Fold, disk: Disk = realDisk): Stage {
  const folder = join(root, stageName);
  const drafts = new Map<string, Draft>();
  let count = 0;
  let isOver = false;
  const discard = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  discard();
  const nameDraft = (): string => {
    if (count === 0) disk.openFolder(folder);
    return join(folder, String(count++));
  };
  const put = async (file: string, write: (draft: string) => Promise<void>): Promise<void> => {
    if (isOver) return;
    const draft = nameDraft();
    await write(draft);
    const before = drafts.get(fold(file));
    drafts.set(fold(file), { file, draft });
    if (before !== undefined) await rm(before.draft);
  };
  return {
    put: (file, content) => put(file, (draft) => disk.writeFile(draft, content)),
    putCopy: (file, source) => put(file, (draft) => disk.copyFile(source, draft)),
    leave: (file) => void drafts.delete(fold(file)),
    async move(isRefusal) {
      const all = [...drafts.values()];
      drafts.clear();
      const refused = await moveAll(all, disk, isRefusal);
      for (const { draft } of refused) drafts.set(fold(draft.file), draft);
      return refused.map(({ draft: { file }, error }) => ({ file, error }));
    },
    discard() {
      isOver = true;
      discard();
    },
  };
}

interface RefusedDraft {
  readonly draft: Draft;
  readonly error: unknown;
}

async function moveAll(
  drafts: readonly Draft[],
  disk: Disk,
  isRefusal: (error: unknown) => boolean,
): Promise<readonly RefusedDraft[]> {
  const refused: RefusedDraft[] = [];
  const refuse = (draft: Draft, error: unknown): void => {
    if (!isRefusal(error)) throw error;
    refused.push({ draft, error });
  };
  const opened = new Set<string>();
  const ready: Draft[] = [];
  for (const draft of drafts) {
    try {
      openOnce(dirname(draft.file), opened, disk);
      ready.push(draft);
    } catch (error) {
      refuse(draft, error);
    }
  }
  const isPage = ({ file }: Draft): boolean => pageName.test(file);
  for (const part of [ready.filter((draft) => !isPage(draft)), ready.filter(isPage)]) {
    const run = createQueue(parallelFiles);
    for (const draft of part) {
      const move = (): Promise<void> =>
        disk.rename(draft.draft, draft.file).catch((error: unknown) => refuse(draft, error));
      await run(move);
    }
    await run.finish();
  }
  return refused;
}

function openOnce(folder: string, opened: Set<string>, disk: Disk): void {
  if (opened.has(folder)) return;
  disk.openFolder(folder);
  opened.add(folder);
}
