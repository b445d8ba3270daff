/** A text while it is put together, which knows from which line of its source each of its lines is. */
export class VaultOutput {
  #text = '';
  readonly #lines: number[];

  /** @param firstLine - 1-based line of the source on which the first line of the text stands */
  constructor(firstLine: number) {
    this.#lines = [firstLine];
  }

  get text(): string {
    return this.#text;
  }

  /** The 1-based line of the source for each line of the text. */
  get lines(): readonly number[] {
    return this.#lines;
  }

  /** Appends a piece of the source that begins on `line`. */
  copy(piece: string, line: number): void {
    // Lines left out before it are no longer the line's.
    if (piece !== '' && /(?:^|\n)$/.test(this.#text.slice(-1)))
      this.#lines[this.#lines.length - 1] = line;
    let at = line;
    for (let next = piece.indexOf('\n'); next !== -1; next = piece.indexOf('\n', next + 1))
      this.#lines.push(++at);
    this.#text += piece;
  }

  /** Appends `piece` in place of what stands on `line`. */
  write(piece: string, line: number): void {
    for (let next = piece.indexOf('\n'); next !== -1; next = piece.indexOf('\n', next + 1))
      this.#lines.push(line);
    this.#text += piece;
  }

  /** The text after the last line feed. */
  get openLine(): string {
    return this.#text.slice(this.#text.lastIndexOf('\n') + 1);
  }

  /** Takes away blank lines at the end, and the line feed before them. */
  trimEnd(): void {
    const trimmed = this.#text.trimEnd();
    const gone = this.#text.slice(trimmed.length).split('\n').length - 1;
    if (gone > 0) this.#lines.length = Math.max(1, this.#lines.length - gone);
    this.#text = trimmed;
  }
}
