import { inflateSync } from 'node:zlib';

import { imageSize } from 'image-size';
import { describe, expect, test } from 'vitest';

import { defaultMark } from '../../../../src/publish/icons/default-mark.ts';
import { drawIcon } from '../../../../src/publish/icons/draw-icon.ts';

/** The numbers of the colours of a picture as `encodePng` packs them, row after row. */
function readRows(png: Uint8Array, width: number): number[][] {
  const bytes = Buffer.from(png);
  const at = bytes.indexOf('IDAT');
  const packed = inflateSync(bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at - 4)));
  const rowLength = 1 + width / 2;
  return Array.from({ length: packed.length / rowLength }, (_, row) =>
    [...packed.subarray(row * rowLength + 1, (row + 1) * rowLength)].flatMap((byte) => [
      byte >> 4,
      byte & 15,
    ]),
  );
}

describe('drawIcon', () => {
  test.each([
    [192, 0.66],
    [512, 0.5],
  ])('puts a mark into the middle of %i pixels', (sizePx, share) => {
    const icon = drawIcon(defaultMark, { sizePx, share });
    expect(imageSize(icon)).toMatchObject({ type: 'png', width: sizePx, height: sizePx });
    expect(icon.length).toBeLessThan(4000);
    const rows = readRows(icon, sizePx);
    const inked = rows.flatMap((row, y) => (row.some((colour) => colour > 0) ? [y] : []));
    const margin = (sizePx * (1 - share)) / 2;
    expect(inked[0]).toBeCloseTo(margin, -0.5);
    expect(inked.at(-1)).toBeCloseTo(sizePx - 1 - margin, -0.5);
    // The stem, and beside it the blank between the two strokes.
    const foot = rows[Math.round(sizePx * (0.5 + share / 2) - 4)] ?? [];
    expect(foot.filter((colour) => colour === 15).length).toBeGreaterThan(sizePx * share * 0.2);
    expect(foot[0]).toBe(0);
  });

  test('keeps what may be cut to a circle within four fifths', () => {
    const sizePx = 512;
    const rows = readRows(drawIcon(defaultMark, { sizePx, share: 0.5 }), sizePx);
    const far = rows.flatMap((row, y) =>
      row.flatMap((colour, x) => (colour > 0 ? [Math.hypot(x - 256, y - 256)] : [])),
    );
    expect(Math.max(...far)).toBeLessThan(0.4 * sizePx);
  });

  test('draws nothing for no outline', () => {
    expect(readRows(drawIcon([], { sizePx: 16, share: 0.5 }), 16).flat()).toEqual(
      Array.from({ length: 256 }, () => 0),
    );
  });
});
