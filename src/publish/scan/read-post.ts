import type { Collection } from '../../content/model/post.ts';
import type { Problem } from '../../content/model/problem.ts';
import type { ParsedFile } from './parse-file.ts';
import type { FolderFile } from '../disk/walk-folder.ts';

/** How to read files of a collection. */
export interface ReadOptions {
  readonly collection: Collection;
  /** Reads and parses one file. */
  readonly parse: (file: FolderFile) => Promise<ParsedFile>;
}

/** What a file holds, or why it cannot be read. */
export type ReadPost =
  | { readonly kind: 'read'; readonly post: ParsedFile }
  | { readonly kind: 'unreadable'; readonly problem: Problem };

/** Larger files are not read: the longest real post seen has 600 kB. */
export const maximumPostBytes = 1024 * 1024;

/** Reads one file. Never rejects: a file that cannot be read or is too large gives the problem. */
export async function readPost(
  file: FolderFile,
  { collection, parse }: ReadOptions,
): Promise<ReadPost> {
  const name = `${collection}/${file.path}`;
  if (file.sizeBytes > maximumPostBytes) {
    const message = `The file has ${file.sizeBytes} bytes; at most ${maximumPostBytes} are read.`;
    const remedy = 'Split it into several posts.';
    return {
      kind: 'unreadable',
      problem: { kind: 'limit', severity: 'warning', file: name, message, remedy },
    };
  }
  try {
    const post = await parse(file);
    if (post.isBinary !== true) return { kind: 'read', post };
    const message = 'The file is no text, whatever its name says; it is left out.';
    const remedy = 'Give it the name of what it is, such as `photo.jpg`.';
    return {
      kind: 'unreadable',
      problem: { kind: 'encoding', severity: 'warning', file: name, message, remedy },
    };
  } catch (error) {
    // The blog is built without the file: the problem tells so.
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The file cannot be read: ${reason}.`;
    return {
      kind: 'unreadable',
      problem: { kind: 'encoding', severity: 'warning', file: name, message },
    };
  }
}
