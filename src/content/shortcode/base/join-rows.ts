/**
 * `text` in one line: each line break and the spaces around it become one space. Linear, which a regular
 * expression for the same is not.
 */
export function joinRows(text: string): string {
  if (!text.includes('\n')) return text;
  return text
    .split('\n')
    .map((row, index, rows) => trimRow(row, index > 0, index < rows.length - 1))
    .join(' ');
}

function trimRow(row: string, isStartTrimmed: boolean, isEndTrimmed: boolean): string {
  const begun = isStartTrimmed ? row.trimStart() : row;
  return isEndTrimmed ? begun.trimEnd() : begun;
}
