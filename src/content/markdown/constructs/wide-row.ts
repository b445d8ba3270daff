import type { TokenizerAndRendererExtension, Tokens } from 'marked';

import { countBreaks, lineAt } from '../base/line-reader.ts';

/** The line below the head of a table. */
const delimiter = /^ {0,3}[|:-][|:\- \t]*$/;

/** The head of a table: a line with a bar that begins no other block. */
const head = /^ {0,3}(?![>#<[]|[-+*][ \t]|\d{1,9}[.)][ \t]|`{3}|~{3})\S[^\n]*\n/;

/** Longer heads are none. */
const longestHead = 10_000;

/** A bar that parts two cells. */
const bar = /(?<!\\)((?:\\\\)*)\|/g;

/** A code span with a bar in it. */
const codeSpan = /(?<![\\`])(`+)(?!`)[^\n]*?[^`]\1(?!`)/g;

/**
 * Rows of a table that have more cells than columns because of bars in code spans. GFM cuts such spans apart and drops
 * the surplus cells; here the span stays whole, as in kramdown and Python-Markdown. Rows that fit are read by GFM's rule.
 */
export function wideRowSyntax(): TokenizerAndRendererExtension[] {
  return [
    {
      name: 'wideRow',
      level: 'block',
      tokenizer(source) {
        const first = head.exec(source.slice(0, longestHead))?.[0];
        const second = first && lineAt(source, first.length)?.text;
        if (!first || !second || !delimiter.test(second)) return undefined;
        const text = narrowRow(first, splitCells(second).length) + source.slice(first.length);
        const { inlineQueue, options } = this.lexer;
        const queued = inlineQueue.length;
        const token = options.tokenizer?.table(text);
        // The cells of this first reading are not wanted.
        inlineQueue.length = queued;
        const rows = token && narrowRows(token);
        if (rows === undefined || (rows === token?.raw && text === source)) return undefined;
        const narrow = options.tokenizer?.table(rows);
        return narrow && { ...narrow, raw: takeLines(source, narrow.raw) };
      },
    },
  ];
}

/** The source of `token` with the bars in code escaped in rows that are too wide. */
function narrowRows({ raw, header }: Tokens.Table): string {
  const lines = raw.split('\n');
  return lines.map((line, index) => (index > 1 ? narrowRow(line, header.length) : line)).join('\n');
}

/** The beginning of `text` that has as many lines as `raw` and ends with a line break if `raw` does. */
function takeLines(text: string, raw: string): string {
  let end = 0;
  for (let count = countBreaks(raw); count > 0; count--) end = text.indexOf('\n', end) + 1;
  if (raw.endsWith('\n')) return text.slice(0, end);
  const stop = text.indexOf('\n', end);
  return stop === -1 ? text : text.slice(0, stop);
}

function narrowRow(row: string, columns: number): string {
  if (!row.includes('`') || splitCells(row).length <= columns) return row;
  return row.replace(codeSpan, (span) =>
    span.replace(bar, (_bar, before: string) => `${before}\\|`),
  );
}

/** The cells of `row` that a table of `columns` columns has no room for, as written. */
export function listSurplusCells(row: string, columns: number): readonly string[] {
  const cells = splitCells(narrowRow(row, columns)).slice(columns);
  return cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
}

/** The cells of a row by GFM's rule, as written. */
function splitCells(row: string): readonly string[] {
  const cells: string[] = [];
  let start = 0;
  const text = row.trim();
  for (const match of text.matchAll(bar)) {
    const end = match.index + match[0].length;
    if (end > 1) cells.push(text.slice(start, end - 1));
    start = end;
  }
  return start < text.length ? [...cells, text.slice(start)] : cells;
}
