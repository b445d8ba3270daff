import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';

import type { Problem } from '../content/content-error.ts';
import type { CopiedFile } from './list-copies.ts';
import type { OutputFile } from './output-file.ts';

/** Puts files into the output folder and counts them. */
export interface OutputWriter {
  write(file: OutputFile): Promise<void>;
  copy(file: CopiedFile): Promise<void>;
  /** Files written so far. */
  readonly count: number;
  /** Their bytes, copies not included. */
  readonly sizeBytes: number;
  /** Files that the disk refused: a name too long for it, for example. */
  readonly problems: readonly Problem[];
}

/**
 * A writer into `folder`. A name that leads out of the folder and one that the disk does not take
 * become problems; a full disk and the like throw.
 */
export function createWriter(folder: string): OutputWriter {
  const root = resolve(folder);
  const made = new Set<string>();
  const problems: Problem[] = [];
  let count = 0;
  let sizeBytes = 0;

  const place = async (fileName: string, put: (file: string) => Promise<void>): Promise<void> => {
    const file = join(root, fileName);
    const report = (message: string): void => {
      const remedy = 'Give the post another `slug`.';
      problems.push({ kind: 'permalink', severity: 'warning', file: fileName, message, remedy });
    };
    if (!file.startsWith(root + sep) || fileName.includes('\0')) {
      report('The address leads out of the published folder; the file is left out.');
      return;
    }
    try {
      const parent = dirname(file);
      if (!made.has(parent)) await mkdir(parent, { recursive: true });
      made.add(parent);
      await put(file);
      count++;
    } catch (error) {
      if (!isRefusedName(error)) throw error;
      report('The disk does not take a file of this name; it is left out.');
    }
  };

  return {
    write: ({ fileName, content }) =>
      place(fileName, async (file) => {
        await writeFile(file, content);
        sizeBytes += typeof content === 'string' ? Buffer.byteLength(content) : content.length;
      }),
    copy: ({ fileName, file: source }) =>
      place(fileName, async (file) => {
        try {
          await copyFile(source, file);
        } catch (error) {
          if (!isUnreadable(error)) throw error;
          const message = 'The file cannot be read; it is left out.';
          problems.push({ kind: 'asset', severity: 'warning', file: fileName, message });
        }
      }),
    get count() {
      return count;
    },
    get sizeBytes() {
      return sizeBytes;
    },
    problems,
  };
}

/** A source without permission, or gone since the folder was read. */
function isUnreadable(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'EACCES' || code === 'ENOENT';
}

/** A name too long, with characters the disk has not, or of a folder where a file is (or the reverse). */
function isRefusedName(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return ['ENAMETOOLONG', 'EINVAL', 'EISDIR', 'ENOTDIR', 'EEXIST'].includes(String(code));
}
