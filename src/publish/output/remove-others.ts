import { readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';

import { stageName } from './stage.ts';

/**
 * Removes every file below `folder` but those to keep, and the folders that are empty then.
 *
 * @returns whether `folder` is empty now
 */
export async function removeOthers(
  folder: string,
  isKept: (file: string) => boolean,
): Promise<boolean> {
  let isEmpty = true;
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const file = join(folder, entry.name);
    // The folder may be a checkout of the branch that is published; what is aside may still find its place.
    const isLeft =
      entry.name === '.git' ||
      entry.name === stageName ||
      (entry.isDirectory() ? !(await removeOthers(file, isKept)) : isKept(file));
    if (isLeft) isEmpty = false;
    else if (entry.isDirectory()) await rmdir(file);
    else await rm(file);
  }
  return isEmpty;
}
