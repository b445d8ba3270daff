import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../../src/content/text/decode-text.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function encodeUtf16(text: string, isLittleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), isLittleEndian);
  return bytes;
}

describe('decodeText', () => {
  test.each([
    ['UTF-8', encode('Rüsh — 🎉'), 'Rüsh — 🎉', 'utf-8'],
    ['UTF-8 with a byte order mark', encode('\ufeff+++\n'), '+++\n', 'utf-8'],
    ['no bytes', encode(''), '', 'utf-8'],
    ['UTF-16 LE with a mark', encodeUtf16('\ufeffé—', true), 'é—', 'utf-16le'],
    ['UTF-16 BE with a mark', encodeUtf16('\ufeffé—', false), 'é—', 'utf-16be'],
    [
      'UTF-16 LE without a mark',
      encodeUtf16('---\ntitle: Hi\n', true),
      '---\ntitle: Hi\n',
      'utf-16le',
    ],
    [
      'UTF-16 BE without a mark',
      encodeUtf16('---\ntitle: Hi\n', false),
      '---\ntitle: Hi\n',
      'utf-16be',
    ],
    ['Windows-1252 é', Uint8Array.of(0x63, 0x61, 0x66, 0xe9), 'café', 'windows-1252'],
    ['Windows-1252 quotes and €', Uint8Array.of(0x93, 0x80, 0x94), '“€”', 'windows-1252'],
    ['a byte Windows-1252 leaves out', Uint8Array.of(0x81, 0xe9), '\u0081é', 'windows-1252'],
    [
      'NULs between letters below a front matter',
      encode(`+++\ntitle = "x"\n+++\n${'a\0'.repeat(200)}`),
      `+++\ntitle = "x"\n+++\n${'a\0'.repeat(200)}`,
      'utf-8',
    ],
    [
      'the same after an odd number of letters',
      encode(`+++\ntitle = "xy"\n+++\n${'a\0'.repeat(200)}`),
      `+++\ntitle = "xy"\n+++\n${'a\0'.repeat(200)}`,
      'utf-8',
    ],
    ['nothing but NULs', encode('\0'.repeat(300)), '\0'.repeat(300), 'utf-8'],
    ['a stray NUL in UTF-8', encode('abcdefgh\0ijklmnop'), 'abcdefgh\0ijklmnop', 'utf-8'],
  ])('decodes %s', (_, bytes, text, encoding) => {
    expect(decodeText(bytes)).toEqual({ text, encoding });
  });

  test('never throws, whatever the bytes', () => {
    for (let first = 0; first < 256; first++) {
      expect(decodeText(Uint8Array.of(first, 255 - first, 0, first)).text).toBeTypeOf('string');
    }
  });
});
