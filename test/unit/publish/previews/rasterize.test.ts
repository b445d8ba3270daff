import { describe, expect, test } from 'vitest';

import { fillOutline } from '../../../../src/publish/previews/rasterize.ts';

function fill(...contours: readonly (readonly (readonly [number, number])[])[]): number[][] {
  const sheet = { width: 4, height: 3, bytes: new Uint8Array(12) };
  fillOutline(
    sheet,
    contours.map((contour) => contour.map(([x, y]) => ({ x, y }))),
  );
  return [0, 1, 2].map((row) => Array.from(sheet.bytes.slice(row * 4, row * 4 + 4)));
}

const box = (left: number, top: number, right: number, bottom: number) =>
  [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ] as const;

describe('fillOutline', () => {
  test('fills whole pixels, and parts of pixels in proportion', () => {
    expect(fill(box(1, 1, 2.5, 2))).toEqual([
      [0, 0, 0, 0],
      [0, 255, 128, 0],
      [0, 0, 0, 0],
    ]);
    expect(fill(box(0, 0, 1, 0.5))[0]).toEqual([128, 0, 0, 0]);
  });

  test('fills where outlines overlap once, and leaves a hole that runs the other way', () => {
    expect(fill(box(0, 0, 2, 1), box(1, 0, 3, 1))[0]).toEqual([255, 255, 255, 0]);
    expect(fill(box(0, 0, 3, 3), [...box(1, 1, 2, 2)].toReversed())[1]).toEqual([255, 0, 255, 0]);
  });

  test('leaves out what lies outside of the sheet', () => {
    expect(fill(box(-5, -5, 1, 9))).toEqual([
      [255, 0, 0, 0],
      [255, 0, 0, 0],
      [255, 0, 0, 0],
    ]);
  });
});
