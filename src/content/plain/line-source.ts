/** The lines of a text, read one after the other. */
export interface LineSource {
  /** The line to be read, without its line break; `undefined` past the end. */
  readonly line: string | undefined;
  readonly nextLine: string | undefined;
  /** Goes on to the next line. */
  advance(): void;
  /** Replaces the line to be read by what is left of it. */
  replace(rest: string): void;
  /** Whether `close`, in lower case, stands in this or a later line. */
  hasAhead(close: string): boolean;
}

/** A source that stands before the first line of `text`. */
export function createLineSource(text: string): LineSource {
  const lines = text.split(/\r?\n/);
  const lastLines = new Map<string, number>();
  let at = 0;
  return {
    get line() {
      return lines[at];
    },
    get nextLine() {
      return lines[at + 1];
    },
    advance() {
      at++;
    },
    replace(rest) {
      lines[at] = rest;
    },
    hasAhead(close) {
      // Looked for once from the end, so that any number of questions costs one pass.
      const last =
        lastLines.get(close) ?? lines.findLastIndex((line) => line.toLowerCase().includes(close));
      lastLines.set(close, last);
      return last >= at;
    },
  };
}
