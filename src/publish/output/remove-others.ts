import { readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';

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
