import { decodeWindows1252 } from './windows-1252.ts';

/** The encodings a post may come in. */
export type TextEncoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';

/** A file's text and how it was encoded. */
export interface DecodedText {
  /** Without a byte order mark. */
  readonly text: string;
  readonly encoding: TextEncoding;
}

/** Bytes looked at to tell UTF-16 without a byte order mark by the zeros beside ASCII letters. */
const sampleSize = 256;

/**
 * The text of a file: by its byte order mark, else UTF-8 if the bytes are valid UTF-8, else Windows-1252,
 * which accepts every byte. Never throws. Linear in the number of bytes.
 *
 * @see WHATWG Encoding Standard
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const wide = detectUtf16(bytes);
  if (wide !== undefined) return { text: new TextDecoder(wide).decode(bytes), encoding: wide };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    // Not UTF-8. Old files of Western blogs are Windows-1252; the caller reports it.
    return { text: decodeWindows1252(bytes), encoding: 'windows-1252' };
  }
}

function detectUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, sampleSize - (sampleSize % 2));
  let [evenZeros, oddZeros] = [0, 0];
  for (let i = 0; i + 1 < sample.length; i += 2) {
    if (sample[i] === 0) evenZeros++;
    if (sample[i + 1] === 0) oddZeros++;
  }
  const many = sample.length / 4;
  if (sample.length < 4) return undefined;
  // The first sign of a post is nearly always of ASCII; NULs further down alone are no second bytes of letters.
  if (sample[1] === 0 && oddZeros > many && evenZeros === 0) return 'utf-16le';
  if (sample[0] === 0 && evenZeros > many && oddZeros === 0) return 'utf-16be';
  return undefined;
}
