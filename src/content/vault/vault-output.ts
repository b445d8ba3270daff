/** More of the line that is being written is not looked at, in UTF-16 code units. */
const longestOpen = 1000;

/** A text while it is put together, which knows from which line of its source each of its lines is. Linear. */
export class VaultOutput {
  readonly #pieces: string[] = [];
  readonly #lines: number[];
  #open = '';
  #last = '';

  /** @param firstLine - 1-based line of the source on which the first line of the text stands */
  constructor(firstLine: number) {
    this.#lines = [firstLine];
  }

  get text(): string {
    return this.#pieces.join('');
  }

  /** The 1-based line of the source for each line of the text. */
  get lines(): readonly number[] {
    return this.#lines;
  }

  /** The text after the last line feed, or the first thousand characters of it. */
  get openLine(): string {
    return this.#open;
  }

  /** The last character; empty at the start. */
  get last(): string {
    return this.#last;
  }

  /** Appends a piece of the source that begins on `line`. */
  copy(piece: string, line: number): void {
    if (piece === '') return;
    // The lines left out before it are not where the line is from.
    if (this.#last === '' || this.#last === '\n') this.#lines[this.#lines.length - 1] = line;
    let at = line;
    for (let next = piece.indexOf('\n'); next !== -1; next = piece.indexOf('\n', next + 1))
      this.#lines.push(++at);
    this.#append(piece);
  }

  /** Appends `piece` in place of what stands on `line`. */
  write(piece: string, line: number): void {
    if (piece === '') return;
    if (this.#last === '' || this.#last === '\n') this.#lines[this.#lines.length - 1] = line;
    for (let next = piece.indexOf('\n'); next !== -1; next = piece.indexOf('\n', next + 1))
      this.#lines.push(line);
    this.#append(piece);
  }

  /** Takes away blank lines at the end, and the line feed before them. */
  trimEnd(): void {
    for (let piece = this.#pieces.pop(); piece !== undefined; piece = this.#pieces.pop()) {
      const kept = piece.trimEnd();
      const gone = piece.slice(kept.length).split('\n').length - 1;
      this.#lines.length = Math.max(1, this.#lines.length - gone);
      if (kept !== '') {
        this.#pieces.push(kept);
        break;
      }
    }
    const end = this.#pieces.at(-1) ?? '';
    this.#last = end.slice(-1);
    this.#open = end.slice(end.lastIndexOf('\n') + 1).slice(0, longestOpen);
  }

  #append(piece: string): void {
    this.#pieces.push(piece);
    this.#last = piece.slice(-1);
    const feed = piece.lastIndexOf('\n');
    const line = feed === -1 ? this.#open : '';
    if (line.length < longestOpen)
      this.#open = line + piece.slice(feed + 1, feed + 1 + longestOpen - line.length);
  }
}
