import { ContentError } from '../../content/model/problem.ts';

/** Collects bytes: numbers seven bits at a time, low ones first, and text as UTF-8 after its length. */
export interface ByteWriter {
  readonly length: number;
  writeByte(value: number): void;
  /** A whole number from 0 to 2^32 - 1. */
  writeNumber(value: number): void;
  writeText(text: string): void;
  writeBytes(bytes: Uint8Array): void;
  /** A copy of all that was written. */
  toBytes(): Uint8Array<ArrayBuffer>;
  /** Starts again, keeping the memory. */
  clear(): void;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** An empty writer. */
export function createByteWriter(capacity = 1024): ByteWriter {
  let bytes = new Uint8Array(capacity);
  let length = 0;
  const reserve = (more: number): void => {
    if (length + more <= bytes.length) return;
    const grown = new Uint8Array(Math.max(bytes.length * 2, length + more));
    grown.set(bytes.subarray(0, length));
    bytes = grown;
  };
  return {
    get length() {
      return length;
    },
    writeByte(value) {
      reserve(1);
      bytes[length++] = value;
    },
    writeNumber(value) {
      reserve(5);
      let rest = value;
      for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes[length++] = (rest & 0x7f) | 0x80;
      bytes[length++] = rest;
    },
    writeText(text) {
      // A UTF-16 code unit takes three bytes at most. The length goes before, so the text is moved there.
      reserve(text.length * 3 + 10);
      const start = length + 5;
      const { written } = encoder.encodeInto(text, bytes.subarray(start));
      this.writeNumber(written);
      bytes.copyWithin(length, start, start + written);
      length += written;
    },
    writeBytes(added) {
      reserve(added.length);
      bytes.set(added, length);
      length += added.length;
    },
    toBytes: () => bytes.slice(0, length),
    clear() {
      length = 0;
    },
  };
}

/** Reads what a {@link ByteWriter} wrote. Every method throws a ContentError at the end of the bytes. */
export interface ByteReader {
  /** Place of the next byte; may be set to skip. */
  offset: number;
  readonly end: number;
  readByte(): number;
  readNumber(): number;
  readText(): string;
  /** A view, not a copy. */
  readBytes(length: number): Uint8Array;
}

/** A reader of `bytes`; `file` is for messages. */
export function createByteReader(bytes: Uint8Array, file: string): ByteReader {
  const fail = (needed: number, at: number): never => {
    throw searchError(
      file,
      `The search file ends at byte ${bytes.length}, where ${needed} more were expected from byte ${at} on.`,
    );
  };
  return {
    offset: 0,
    end: bytes.length,
    readByte() {
      const value = bytes[this.offset];
      if (value === undefined) return fail(1, this.offset);
      this.offset++;
      return value;
    },
    readNumber() {
      let value = 0;
      for (let unit = 1; unit <= 0x10000000; unit *= 0x80) {
        const byte = this.readByte();
        value += (byte & 0x7f) * unit;
        if (byte < 0x80) return value;
      }
      throw searchError(
        file,
        `The search file has a number of more than five bytes before byte ${this.offset}.`,
      );
    },
    readText() {
      return decoder.decode(this.readBytes(this.readNumber()));
    },
    readBytes(length) {
      if (this.offset + length > bytes.length) return fail(length, this.offset);
      const view = bytes.subarray(this.offset, this.offset + length);
      this.offset += length;
      return view;
    },
  };
}

/** A fault in a file of the search index. */
export function searchError(file: string, message: string, cause?: unknown): ContentError {
  return new ContentError(
    { kind: 'data', severity: 'error', file, message, remedy: 'Publish the blog again.' },
    cause === undefined ? undefined : { cause },
  );
}

/** FNV-1a over `bytes`, an unsigned 32-bit number. */
export function checksum(bytes: Uint8Array, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let index = 0; index < bytes.length; index++) {
    hash = Math.imul(hash ^ (bytes[index] ?? 0), 0x01000193);
  }
  return hash >>> 0;
}

/** FNV-1a over the code units of `text`, going on from `seed`. */
export function textChecksum(text: string, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
