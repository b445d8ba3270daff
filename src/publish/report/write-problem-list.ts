import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Problem } from '../../content/model/problem.ts';
import { listProblems } from './format-problems.ts';

/**
 * Writes all of `problems` into a file in `folder`, for what a terminal has no room for, and gives back its path. Without
 * any there is no such file.
 */
export async function writeProblemList(
  folder: string,
  problems: readonly Problem[],
): Promise<string> {
  const file = join(folder, 'problems.txt');
  if (problems.length === 0) {
    await rm(file, { force: true });
    return file;
  }
  await mkdir(folder, { recursive: true });
  await writeFile(file, listProblems(problems));
  return file;
}
