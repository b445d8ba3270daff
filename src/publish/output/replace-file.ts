import { rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Drafts made so far by this program. */
let drafts = 0;

/**
 * Writes `content` to `file`. What was there before stays whole until the new content is: a disk that fills up in the
 * middle leaves no half file behind.
 */
export function replaceFile(file: string, content: Uint8Array): Promise<void> {
  return replaceBy(file, (draft) => writeFile(draft, content));
}

/** @param write writes the new content to the path it is given */
export async function replaceBy(
  file: string,
  write: (draft: string) => Promise<void>,
): Promise<void> {
  // Short, in the same folder: the name of the file may be as long as the disk takes.
  const draft = join(dirname(file), `.draft-${process.pid}-${drafts++}`);
  try {
    await write(draft);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
