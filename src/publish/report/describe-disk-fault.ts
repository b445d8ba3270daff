import { ContentError } from '../../content/model/problem.ts';

/** What the disk says, in words, and what to do. */
const faults: Readonly<Record<string, readonly [message: string, remedy: string]>> = {
  ENOSPC: ['the disk is full', 'Make room, and build again.'],
  EDQUOT: ['you have used all the room that you are allowed', 'Make room, and build again.'],
  EROFS: ['the disk takes no changes', 'Give another folder with `--outDir`.'],
  EACCES: ['you are not allowed to', 'Allow it, or give another folder with `--outDir`.'],
  EPERM: ['you are not allowed to', 'Allow it, or give another folder with `--outDir`.'],
  EBUSY: ['another program uses it', 'Close that program, and build again.'],
  ENOTDIR: ['a file is in the way', 'Remove it, or give another folder with `--outDir`.'],
  EEXIST: ['a file is in the way', 'Remove it, or give another folder with `--outDir`.'],
  EMFILE: ['too many files are open', 'Close other programs, and build again.'],
  EIO: ['the disk does not answer as it should', 'Look after the disk, and build again.'],
};

/**
 * The error of a build for which the disk is to blame, in one sentence and without a stack; any other `error` as it is.
 *
 * @param folder the output folder
 */
export function describeDiskFault(error: unknown, folder: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const fault = faults[code];
  if (fault === undefined || !(error instanceof Error)) return error;
  const path = 'path' in error && typeof error.path === 'string' ? error.path : folder;
  const [message, remedy] = fault;
  return new ContentError(
    {
      kind: 'site',
      severity: 'error',
      file: folder,
      message: `\`${path}\` cannot be written: ${message} (${code}). What was published before is left.`,
      remedy,
    },
    { cause: error },
  );
}
