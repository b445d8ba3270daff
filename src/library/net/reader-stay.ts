/** How long requests go on after the reader has moved on: the next page may ask for the same files. */
const graceMs = 300;

/** Tells requests how long the reader waits for them. */
export interface ReaderStay {
  /** Aborts when the reader has moved on from where they are now. */
  readonly signal: AbortSignal;
  /** The reader goes elsewhere: what was asked for before is dropped soon, unless it is asked for again. */
  moveOn(): void;
}

/** The stay of a reader on a page, and on each page that follows. */
export function createReaderStay(): ReaderStay {
  let here = new AbortController();
  return {
    get signal() {
      return here.signal;
    },
    moveOn() {
      const before = here;
      here = new AbortController();
      setTimeout(() => before.abort(), graceMs);
    },
  };
}
