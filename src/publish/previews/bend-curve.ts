import type { Point } from './rasterize.ts';

/** A curve through its end points and towards those between, as straight `pieces`, without its start (de Casteljau's construction). */
export function bendCurve(curve: readonly Point[], pieces: number): readonly Point[] {
  const [start = { x: 0, y: 0 }] = curve;
  return Array.from({ length: pieces }, (_, piece) => {
    const share = (piece + 1) / pieces;
    let points = curve;
    while (points.length > 1) {
      points = points.slice(1).map((to, at) => {
        const from = points[at] ?? to;
        return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
      });
    }
    return points[0] ?? start;
  });
}
