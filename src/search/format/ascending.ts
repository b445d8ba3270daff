import type { ByteReader, ByteWriter } from './bytes.ts';

/**
 * Each number as the difference to the one before, the first to 0.
 *
 * @example
 * writeAscending(bytes, [3, 5, 12])  // writes 3, 2, 7
 */
export function writeAscending(bytes: ByteWriter, numbers: readonly number[]): void {
  let last = 0;
  for (const number of numbers) {
    bytes.writeNumber(number - last);
    last = number;
  }
}

/** The inverse of {@link writeAscending}. */
export function readAscending(reader: ByteReader, length: number): number[] {
  let last = 0;
  // No more items than bytes: a damaged length must not exhaust memory.
  return Array.from({ length: Math.min(length, reader.end - reader.offset) }, () => {
    last += reader.readNumber();
    return last;
  });
}

/**
 * The length of the beginning that `a` and `b` share, never half a surrogate pair.
 *
 * @example
 * sharedLength('parse', 'parts')  // 3
 */
export function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  const last = a.charCodeAt(length - 1);
  return last >= 0xd800 && last <= 0xdbff ? length - 1 : length;
}

/** The number of items that follow: never more than bytes are left. */
export function readCount(reader: ByteReader): number {
  return Math.min(reader.readNumber(), reader.end - reader.offset);
}
