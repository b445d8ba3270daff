import { crc32, deflateSync } from 'node:zlib';

/** A picture of at most sixteen colours. */
export interface PalettePicture {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of each colour, 0 to 255. */
  readonly palette: readonly (readonly [number, number, number])[];
  /** Number of the colour of each pixel, row after row. */
  readonly pixels: Uint8Array;
}

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** `picture` as a PNG with four bits a pixel (PNG specification, third edition, 11.2.1 and 11.3.2). */
export function encodePng({ width, height, palette, pixels }: PalettePicture): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Four bits a pixel, numbers of a palette; the one compression, filter and order there is.
  header.set([4, 3, 0, 0, 0], 8);
  return Buffer.concat([
    signature,
    formatChunk('IHDR', header),
    formatChunk('PLTE', Uint8Array.from(palette.flat())),
    formatChunk('IDAT', deflateSync(packRows(pixels, width, height), { level: 6 })),
    formatChunk('IEND', new Uint8Array()),
  ]);
}

/** Two pixels a byte; each row begins with its filter, which is none. */
function packRows(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const rowLength = 1 + Math.ceil(width / 2);
  const packed = new Uint8Array(rowLength * height);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const colour = pixels[row * width + column] ?? 0;
      if (colour === 0) continue;
      const at = row * rowLength + 1 + (column >> 1);
      packed[at] = (packed[at] ?? 0) | (colour << (column % 2 === 0 ? 4 : 0));
    }
  }
  return packed;
}

function formatChunk(name: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  chunk.set(body, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}
