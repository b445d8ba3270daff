/** A point in pixels, from the top left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Closed outlines; an area is within where they run around it, whichever way. */
export type Outline = readonly (readonly Point[])[];

/** A sheet of coverage: one byte a pixel, 0 for none of it, 255 for all. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/** Lines that are looked at in each row of pixels; along a line coverage is exact. */
const linesPerRow = 4;

interface Crossing {
  readonly x: number;
  readonly turn: 1 | -1;
}

/** Fills `outline` into `sheet`. What lies outside of the sheet is left out. */
export function fillOutline(sheet: Sheet, outline: Outline): void {
  const rows = new Map<number, Crossing[]>();
  for (const contour of outline) {
    contour.forEach((from, at) => {
      const to = contour[(at + 1) % contour.length];
      if (to !== undefined) addCrossings(rows, from, to);
    });
  }
  const share = 255 / linesPerRow;
  for (const [line, crossings] of rows) {
    const row = Math.floor(line / linesPerRow);
    if (row < 0 || row >= sheet.height) continue;
    crossings.sort((a, b) => a.x - b.x);
    let winding = 0;
    crossings.forEach(({ x, turn }, at) => {
      winding += turn;
      const next = crossings[at + 1];
      if (winding !== 0 && next !== undefined) addSpan(sheet, { row, share }, [x, next.x]);
    });
  }
}

/** Notes where the edge crosses each line of the rows it passes. */
function addCrossings(rows: Map<number, Crossing[]>, from: Point, to: Point): void {
  if (from.y === to.y) return;
  const [top, bottom] = from.y < to.y ? [from, to] : [to, from];
  const turn = top === from ? 1 : -1;
  const slope = (bottom.x - top.x) / (bottom.y - top.y);
  const first = Math.ceil(top.y * linesPerRow - 0.5);
  const last = Math.ceil(bottom.y * linesPerRow - 0.5);
  for (let line = first; line < last; line++) {
    const y = (line + 0.5) / linesPerRow;
    const crossing: Crossing = { x: top.x + (y - top.y) * slope, turn };
    const known = rows.get(line);
    if (known === undefined) rows.set(line, [crossing]);
    else known.push(crossing);
  }
}

/** Adds a stretch of one line, its ends with the part of their pixels that it covers. */
function addSpan(
  sheet: Sheet,
  { row, share }: { readonly row: number; readonly share: number },
  [from, to]: readonly [number, number],
): void {
  const start = Math.max(0, from);
  const end = Math.min(sheet.width, to);
  for (let column = Math.floor(start); column < end; column++) {
    const covered = Math.min(column + 1, end) - Math.max(column, start);
    const at = row * sheet.width + column;
    sheet.bytes[at] = Math.min(255, (sheet.bytes[at] ?? 0) + Math.round(covered * share));
  }
}
