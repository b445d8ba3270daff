/** Bounds on what marked is given at a time, and what is said where a text goes beyond them. */

import { isBlank, lineAt } from './line-reader.ts';

/**
 * A run of text longer than this is lexed piece by piece: marked takes quadratic time on a run, and no real paragraph is
 * as long. In UTF-16 code units.
 */
const maxRun = 10_000;

/** `source` in pieces of at most {@link maxRun}, cut at spaces where there are any. */
export function splitRun(source: string): readonly string[] {
  if (source.length <= maxRun) return [source];
  const runs: string[] = [];
  for (let at = 0; at < source.length;) {
    const space = source.slice(at, at + maxRun).lastIndexOf(' ');
    let end = at + (space > 0 && at + maxRun < source.length ? space : maxRun);
    // Never between the two halves of a character.
    if (/[\uDC00-\uDFFF]/.test(source[end] ?? '')) end--;
    runs.push(source.slice(at, end));
    at = end;
  }
  return runs;
}

/** marked reads a list to its end before it looks into any item, so a list that is longer goes on as another. */
export const longestList = 65_536;

/** The lines of `source` that end within `length`; all of a first line that is longer. */
export function cutLines(source: string, length: number): string {
  if (source.length <= length) return source;
  const end = source.lastIndexOf('\n', length);
  return end === -1 ? source : source.slice(0, end + 1);
}

/** Said of a text whose rest is not read as Markdown; `token-place.ts` has the words. */
export const tooManyPieces = {
  kind: 'limit',
  severity: 'warning',
  subject: 'pieces',
} as const;

/** Tables with more cells are shown as text. */
export const maxTableCells = 20_000;

/** The cells of the table that begins here, no further than is over `most`. */
export function countCells(source: string, most: number): number {
  const delimiter = lineAt(source, lineAt(source, 0)?.end ?? 0);
  if (delimiter === undefined || !/^ {0,3}[|:-][|:\- \t]*$/.test(delimiter.text)) return 0;
  // Dashes alone are the line below a heading.
  if (!/[|:]/.test(delimiter.text)) return 0;
  const columns = delimiter.text.split('|').length;
  let rows = 1;
  for (
    let line = lineAt(source, delimiter.end);
    line !== undefined;
    line = lineAt(source, line.end)
  ) {
    if (isBlank(line.text) || ++rows * columns > most) break;
  }
  return rows * columns;
}

/** Said of a table that is no table. */
export const tooManyCells = {
  kind: 'limit',
  severity: 'warning',
  subject: 'table',
} as const;
