import { formatFrame } from '../../model/problem.ts';
import type { Problem, Severity } from '../../model/problem.ts';
import { nameSource } from '../../model/post.ts';
import type { Post } from '../../model/post.ts';

/** A problem at a place of a body. */
export interface Fault {
  /** Offset in the body. */
  readonly offset: number;
  readonly message: string;
  readonly remedy?: string | undefined;
  /** Default `warning`. */
  readonly severity?: Severity | undefined;
}

/** Knows on which line of the file each offset of a body is, and collects problems. */
export class Reporter {
  readonly #post: Post;
  readonly #lineStarts: number[] = [0];
  readonly #problems: Problem[] = [];

  constructor(post: Post) {
    this.#post = post;
    const { body } = post;
    for (let at = body.indexOf('\n'); at !== -1; at = body.indexOf('\n', at + 1)) {
      this.#lineStarts.push(at + 1);
    }
  }

  /** 1-based line of the file that `offset` is on. */
  lineOf(offset: number): number {
    return this.#post.bodyLine + this.#indexOf(offset);
  }

  /** Offset at which the line of `offset` starts. */
  lineStartOf(offset: number): number {
    return this.#lineStarts[this.#indexOf(offset)] ?? 0;
  }

  report({ offset, message, remedy, severity = 'warning' }: Fault): void {
    const start = this.lineStartOf(offset);
    const column = offset - start + 1;
    const end = this.#lineStarts[this.#indexOf(offset) + 1] ?? this.#post.body.length + 1;
    // Only what the frame shows is cut out: a line may be very long.
    const shownFrom = Math.max(start, offset - 60);
    const shown = this.#post.body.slice(shownFrom, Math.min(end - 1, shownFrom + 100));
    const frame = formatFrame(shown, 1, offset - shownFrom + 1);
    const { meta } = this.#post;
    const file = nameSource(meta);
    const line = this.lineOf(offset);
    this.#problems.push({
      kind: 'shortcode',
      severity,
      file,
      line,
      column,
      message,
      remedy,
      frame,
    });
  }

  /** All problems in the order of the file. */
  problems(): readonly Problem[] {
    return this.#problems.toSorted(
      (a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
    );
  }

  #indexOf(offset: number): number {
    let low = 0;
    let high = this.#lineStarts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low;
  }
}
