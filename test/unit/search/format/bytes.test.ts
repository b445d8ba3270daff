import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  readAscending,
  sharedLength,
  writeAscending,
} from '../../../../src/search/format/ascending.ts';
import {
  checksum,
  createByteReader,
  createByteWriter,
  textChecksum,
} from '../../../../src/search/format/bytes.ts';

describe('createByteWriter and createByteReader', () => {
  test('give numbers and texts back', () => {
    const number = fc.integer({ min: 0, max: 2 ** 32 - 1 });
    fc.assert(
      fc.property(fc.array(number), fc.array(fc.string({ unit: 'grapheme' })), (numbers, texts) => {
        const bytes = createByteWriter(1);
        for (const value of numbers) bytes.writeNumber(value);
        for (const text of texts) bytes.writeText(text);
        const reader = createByteReader(bytes.toBytes(), 'x');
        expect(numbers.map(() => reader.readNumber())).toEqual(numbers);
        expect(texts.map(() => reader.readText())).toEqual(texts);
        expect(reader.offset).toBe(reader.end);
      }),
    );
  });

  test('write small numbers in one byte, and start again', () => {
    const bytes = createByteWriter();
    bytes.writeNumber(127);
    expect(bytes.length).toBe(1);
    bytes.writeNumber(128);
    expect(bytes.toBytes()).toEqual(new Uint8Array([127, 128, 1]));
    bytes.clear();
    expect(bytes.toBytes()).toEqual(new Uint8Array());
  });

  test.each([
    ['a number', (reader: ReturnType<typeof createByteReader>) => reader.readNumber(), [0x80]],
    ['a byte', (reader: ReturnType<typeof createByteReader>) => reader.readByte(), []],
    ['a text', (reader: ReturnType<typeof createByteReader>) => reader.readText(), [5, 65]],
  ])('reject %s that is cut off, saying where', (_, read, bytes) => {
    expect(() => read(createByteReader(new Uint8Array(bytes), '7.bin'))).toThrow(
      /^7\.bin {2}The search file ends at byte \d, where \d more were expected from byte \d on\. Publish the blog again\.$/,
    );
  });

  test('reject a number without end', () => {
    const reader = createByteReader(new Uint8Array(9).fill(0xff), '7.bin');
    expect(() => reader.readNumber()).toThrow(/number of more than five bytes before byte 5/);
  });
});

describe('writeAscending and readAscending', () => {
  test('give ascending numbers back', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat()), (values) => {
        const numbers = values.toSorted((a, b) => a - b);
        const bytes = createByteWriter();
        writeAscending(bytes, numbers);
        const reader = createByteReader(bytes.toBytes(), 'x');
        expect(readAscending(reader, numbers.length)).toEqual(numbers);
      }),
    );
  });

  test('do not believe a length beyond the bytes', () => {
    expect(readAscending(createByteReader(new Uint8Array([1, 1]), 'x'), 1e9)).toEqual([1, 2]);
  });
});

describe('sharedLength', () => {
  test.each([
    ['abc', 'abd', 2],
    ['abc', 'abc', 3],
    ['', 'a', 0],
    ['\ud842\udfb7', '\ud842\udfb8', 0],
  ])('measures %j and %j', (a, b, length) => {
    expect(sharedLength(a, b)).toBe(length);
  });
});

describe('checksum', () => {
  test('is FNV-1a', () => {
    expect(checksum(new TextEncoder().encode('foobar'))).toBe(0xbf9cf968);
    expect(textChecksum('foobar')).toBe(0xbf9cf968);
    expect(textChecksum('bar', textChecksum('foo'))).toBe(0xbf9cf968);
  });
});
