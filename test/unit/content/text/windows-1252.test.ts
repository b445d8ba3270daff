import { describe, expect, test } from 'vitest';
import { decodeWindows1252, toWindows1252Byte } from '../../../../src/content/text/windows-1252.ts';

const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);

describe('decodeWindows1252', () => {
  test.each([
    [0x41, 'A'],
    [0x80, '€'],
    [0x93, '“'],
    [0x97, '—'],
    [0x9f, 'Ÿ'],
    [0xe9, 'é'],
    [0x81, '\u0081'],
  ])('decodes byte %i', (byte, character) => {
    expect(decodeWindows1252(Uint8Array.of(byte))).toBe(character);
  });

  test('gives each byte a character of its own', () => {
    expect(new Set(decodeWindows1252(all)).size).toBe(256);
  });
});

describe('toWindows1252Byte', () => {
  test('undoes decoding', () => {
    expect(Uint8Array.from(decodeWindows1252(all), toWindows1252Byte)).toEqual(all);
  });
});
