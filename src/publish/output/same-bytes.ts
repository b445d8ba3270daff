/**
 * Files compared. Small ones are read at once and not through the thread pool of Node, which takes ten times as long as
 * the reading.
 */
import { readFileSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';

/** True if `file` is there and holds `bytes`. */
export function hasBytes(file: string, bytes: Uint8Array): boolean {
  return sizeOf(file) === bytes.length && readFileSync(file).equals(bytes);
}

/** True if `copy` is there and holds what `source` holds. Rejects when `source` cannot be read. */
export async function isSameFile(source: string, copy: string): Promise<boolean> {
  const size = sizeOf(copy);
  if (size === undefined || size !== statSync(source).size) return false;
  if (size > stepBytes) return haveSameBytes(source, copy);
  return readFileSync(source).equals(readFileSync(copy));
}

const stepBytes = 256 * 1024;

/** True if two files of one length are equal, read in steps: a film need not fit the memory. */
async function haveSameBytes(first: string, second: string): Promise<boolean> {
  const handles = [await open(first), await open(second)] as const;
  const buffers = [Buffer.alloc(stepBytes), Buffer.alloc(stepBytes)] as const;
  try {
    for (let position = 0; ; position += stepBytes) {
      const [one, two] = await Promise.all([
        handles[0].read(buffers[0], 0, stepBytes, position),
        handles[1].read(buffers[1], 0, stepBytes, position),
      ]);
      const isSame = buffers[0]
        .subarray(0, one.bytesRead)
        .equals(buffers[1].subarray(0, two.bytesRead));
      if (!isSame || one.bytesRead === 0) return isSame;
    }
  } finally {
    await Promise.all(handles.map((handle) => handle.close()));
  }
}

/** Bytes of `file`; `undefined` where there is none: it will be written. */
function sizeOf(file: string): number | undefined {
  try {
    const status = statSync(file, { throwIfNoEntry: false });
    return status?.isFile() === true ? status.size : undefined;
  } catch {
    // A name too long, or a file in place of a folder: writing says so.
    return undefined;
  }
}
