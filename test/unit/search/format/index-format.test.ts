import { deflateRawSync } from 'node:zlib';

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { nameFile, packFile, unpackFile } from '../../../../src/search/format/index-format.ts';

const deflate = (bytes: Uint8Array): Uint8Array => deflateRawSync(bytes);
const content = new TextEncoder().encode('word '.repeat(100));
const file = packFile(content, { kind: 'shard', stamp: 7, deflate });
const unpack = (bytes: Uint8Array): Promise<unknown> =>
  unpackFile(bytes, { kind: 'shard', name: '0.bin' });

describe('packFile and unpackFile', () => {
  test('give any content back with its stamp', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.integer({ min: 0, max: 0xffffff }),
        async (bytes, stamp) => {
          const made = packFile(bytes, { kind: 'tails', stamp, deflate });
          const opened = await unpackFile(made, { kind: 'tails', name: 't0.bin' });
          expect(opened.content).toEqual(bytes);
          expect(opened.stamp).toBe(stamp);
        },
      ),
      { numRuns: 40 },
    );
  });

  test.each([
    [
      'another kind of file',
      new TextEncoder().encode('<!doctype html>'),
      /begins with `3c 21 64`, expected `52 62 53`/,
    ],
    ['another version', file.with(3, 1), /is of version 1, expected 3/],
    ['another kind of index file', file.with(4, 1), /is of kind 1, expected 3/],
    [
      'a file cut off',
      file.slice(0, -4),
      /is damaged or cut off after \d+ bytes|holds \d+ bytes, expected 500/,
    ],
    [
      'a header cut off',
      file.slice(0, 6),
      /ends at byte 6, where 3 more were expected from byte 5 on/,
    ],
    ['a wrong checksum', file.with(8, (file[8] ?? 0) ^ 1), /has the checksum \d+, expected \d+/],
    ['more than it names', file.with(12, 10).with(13, 0), /\d+|holds/],
    [
      'a length past all bounds',
      packed(new Uint8Array([0xff, 0xff, 0xff, 0xff, 0x0f])),
      /says it holds 4294967295 bytes/,
    ],
    ['nothing', new Uint8Array(), /ends at byte 0/],
  ])('reject %s', async (_, bytes, message) => {
    await expect(unpack(bytes)).rejects.toThrow(message);
    await expect(unpack(bytes)).rejects.toThrow(
      /^0\.bin {2}The search file .* Publish the blog again\.$/,
    );
  });

  test('reject any file with one byte changed, or give it back unchanged', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(file.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, turn) => {
          const spoilt = file.with(at, (file[at] ?? 0) ^ turn);
          try {
            // Bits after the end of the compressed stream, and the stamp, are not part of the content.
            const opened = await unpackFile(spoilt, { kind: 'shard', name: '0.bin' });
            expect(opened.content).toEqual(content);
          } catch (error) {
            expect(String(error)).toMatch(/^ContentError: 0\.bin/);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** A file with `length` in the place of its length. */
function packed(length: Uint8Array): Uint8Array {
  return new Uint8Array([...file.slice(0, 12), ...length]);
}

describe('nameFile', () => {
  test.each([
    ['root', undefined, 'root.bin'],
    ['spelling', undefined, 'words.bin'],
    ['shard', 12, '12.bin'],
    ['positions', 3, 'p3.bin'],
  ] as const)('names %s %s', (kind, number, name) => {
    expect(nameFile(kind, number)).toBe(name);
  });
});
