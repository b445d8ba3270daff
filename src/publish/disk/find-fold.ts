import { access, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { foldPath } from '../../content/text/fold.ts';

/** The same text for all spellings of a path that are one file on a disk. */
export type Fold = (path: string) => string;

/** Gives back `path` itself: for a disk that tells every two names apart. */
export const foldNothing: Fold = (path) => path;

/** Names of a file for a moment: as it is written, in other letters, with the accent apart. */
const probe = { written: '.Rubric-\u00e9', cased: '.rubric-\u00e9', composed: '.Rubric-e\u0301' };

/**
 * The way in which the disk that `folder` lies on compares names, found out by writing a file there. Makes the folder.
 *
 * A disk that ignores capitals or how accents are composed is taken to ignore both, as those of macOS do.
 */
export async function findFold(folder: string): Promise<Fold> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, probe.written);
  await writeFile(file, '');
  const others = [probe.cased, probe.composed].map((name) => join(folder, name));
  const found = await Promise.all(others.map(isThere));
  await rm(file);
  return found.includes(true) ? foldPath : foldNothing;
}

async function isThere(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch {
    // Another name than the one written: the disk tells them apart.
    return false;
  }
}
