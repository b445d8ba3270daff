/** A line of a text. */
export interface TextLine {
  /** Without its line break. */
  readonly text: string;
  /** Offset after its line break. */
  readonly end: number;
}

/** The line of `source` that begins at `at`; `undefined` at the end of the text. */
export function lineAt(source: string, at: number): TextLine | undefined {
  if (at >= source.length) return undefined;
  const stop = source.indexOf('\n', at);
  return stop === -1
    ? { text: source.slice(at), end: source.length }
    : { text: source.slice(at, stop), end: stop + 1 };
}

/** Tells a line that holds nothing but spaces. */
export function isBlank(line: string): boolean {
  return line.trim() === '';
}

/** Lines up to and including one; see {@link readIndented}. */
export interface IndentedBlock {
  /** The lines without the first `indent` columns. */
  readonly text: string;
  readonly end: number;
  /** Whether a blank line is inside. */
  readonly hasBlank: boolean;
}

/**
 * The rest of an item whose first line was read: indented lines, blank lines between them, and lines that merely go on
 * with a paragraph, as far as `interrupts` does not claim them.
 */
export function readIndented(
  source: string,
  at: number,
  first: string,
  interrupts: (line: string) => boolean,
): IndentedBlock {
  const lines = [first];
  let end = at;
  let blank = 0;
  let hasBlank = false;
  for (let line = lineAt(source, at); line !== undefined; line = lineAt(source, line.end)) {
    if (isBlank(line.text)) {
      blank++;
      continue;
    }
    const isIndented = /^(?: {2,}|\t)/.test(line.text);
    if (!isIndented && (blank > 0 || interrupts(line.text))) break;
    if (blank > 0) hasBlank = true;
    for (; blank > 0; blank--) lines.push('');
    lines.push(line.text.replace(/^(?: {1,4}|\t)/, ''));
    end = line.end;
  }
  return { text: lines.join('\n'), end, hasBlank };
}

/** The number of line breaks in `text`. */
export function countBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
