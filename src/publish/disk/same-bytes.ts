import { open, readFile, stat } from 'node:fs/promises';

/** True if `file` is there and holds `bytes`. */
export async function hasBytes(file: string, bytes: Uint8Array): Promise<boolean> {
  if ((await sizeOf(file)) !== bytes.length) return false;
  return (await readFile(file)).equals(bytes);
}

/** True if `copy` is there and holds what `source` holds. Rejects when `source` cannot be read. */
export async function isSameFile(source: string, copy: string): Promise<boolean> {
  const size = await sizeOf(copy);
  if (size === undefined || size !== (await stat(source)).size) return false;
  return haveSameBytes(source, copy);
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

async function sizeOf(file: string): Promise<number | undefined> {
  try {
    const status = await stat(file);
    return status.isFile() ? status.size : undefined;
  } catch {
    // Not there: it will be written.
    return undefined;
  }
}
