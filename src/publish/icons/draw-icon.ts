import { mixSteps, paper, red } from '../previews/colours.ts';
import { encodePng } from '../previews/encode-png.ts';
import { fillOutline } from '../previews/rasterize.ts';
import type { Outline, Point } from '../previews/rasterize.ts';

/** The look of an icon. */
export interface IconShape {
  /** Width and height. */
  readonly sizePx: number;
  /** The larger side of the mark, as a part of the icon's. */
  readonly share: number;
}

/** Steps from paper to red: what is left of sixteen colours. */
const steps = 15;

/** `mark` in red in the middle of a sheet of paper, as a PNG. */
export function drawIcon(mark: Outline, { sizePx, share }: IconShape): Uint8Array {
  const sheet = { width: sizePx, height: sizePx, bytes: new Uint8Array(sizePx * sizePx) };
  fillOutline(sheet, fitInto(mark, sizePx, share));
  return encodePng({
    width: sizePx,
    height: sizePx,
    palette: [paper, ...mixSteps(red, steps)],
    pixels: sheet.bytes.map((covered) => Math.round((covered / 255) * steps)),
  });
}

/** `mark` in the middle of a square. */
function fitInto(mark: Outline, sizePx: number, share: number): Outline {
  const points = mark.flat();
  const [left, right] = findEnds(points.map(({ x }) => x));
  const [top, bottom] = findEnds(points.map(({ y }) => y));
  const scale = (sizePx * share) / Math.max(right - left, bottom - top, Number.EPSILON);
  const place = ({ x, y }: Point): Point => ({
    x: sizePx / 2 + (x - (left + right) / 2) * scale,
    y: sizePx / 2 + (y - (top + bottom) / 2) * scale,
  });
  return mark.map((contour) => contour.map(place));
}

function findEnds(values: readonly number[]): readonly [number, number] {
  return [Math.min(...values), Math.max(...values)];
}
