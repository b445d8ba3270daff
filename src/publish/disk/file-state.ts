import { statSync } from 'node:fs';

/** What tells two versions of a file apart without reading it. */
export interface FileState {
  readonly sizeBytes: number;
  /** Moment of the last change, in milliseconds with all the digits that the disk keeps. */
  readonly modifiedMs: number;
}

/** The state of `file`; `undefined` where there is none, or something else than a file. */
export function readState(file: string): FileState | undefined {
  try {
    const status = statSync(file, { throwIfNoEntry: false });
    if (status?.isFile() !== true) return undefined;
    return { sizeBytes: status.size, modifiedMs: status.mtimeMs };
  } catch {
    // A name too long, or a file in place of a folder: whoever writes there says so.
    return undefined;
  }
}

/** True if `file` is there as it was when its state was `before`. */
export function isInState(file: string, before: FileState): boolean {
  const now = readState(file);
  return now?.sizeBytes === before.sizeBytes && now.modifiedMs === before.modifiedMs;
}
