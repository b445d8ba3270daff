import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { ContentError } from '../content/model/problem.ts';

/**
 * Keeps other builds out of an output folder: each would remove what the other writes. Throws a `ContentError` when one
 * is at work there. The mark of a build that was killed is taken away.
 *
 * @param lockFile where the mark is put
 * @returns takes the mark away
 */
export function holdOutput(folder: string, lockFile: string): () => void {
  mkdirSync(dirname(lockFile), { recursive: true });
  if (!mark(lockFile)) {
    const holder = Number(readFileSync(lockFile, 'utf8'));
    if (isRunning(holder)) {
      throw new ContentError({
        kind: 'site',
        severity: 'error',
        file: folder,
        message: `Another build is writing to \`${folder}\` (process ${holder}).`,
        remedy: `Wait until it is done, or give another folder with \`--outDir\`. Remove \`${lockFile}\` if there is none.`,
      });
    }
    rmSync(lockFile, { force: true });
    mark(lockFile);
  }
  return () => rmSync(lockFile, { force: true });
}

function mark(lockFile: string): boolean {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    // Asks whether it is there, and does nothing to it.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of someone else's is there too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
