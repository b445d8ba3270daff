/** Shows how far a long step has come. */
export interface Progress {
  /** Reports that `done` of `total` parts of the step named `step` are finished. */
  readonly tell: (step: string, done: number, total: number) => void;
  /** Removes the bar. */
  end(): void;
}

/** The place to show it. */
export interface ProgressOptions {
  readonly isTerminal: boolean;
  readonly write: (text: string) => void;
  /** Milliseconds since some fixed moment. */
  readonly now: () => number;
}

const barMs = 100;
const lineMs = 5000;
const barWidth = 24;

/**
 * A bar with counts and seconds that is redrawn in a terminal; elsewhere, as in CI, a plain line
 * every five seconds, so that short builds print none.
 */
export function createProgress(options: ProgressOptions): Progress {
  const start = options.now();
  let last = options.isTerminal ? -barMs : 0;
  let isShown = false;
  return {
    tell(step, done, total) {
      const elapsed = options.now() - start;
      const pause = options.isTerminal ? barMs : lineMs;
      if (elapsed - last < pause) return;
      last = elapsed;
      const seconds = (elapsed / 1000).toFixed(0);
      if (!options.isTerminal) {
        options.write(`${step}: ${done} of ${total}, ${seconds} s\n`);
        return;
      }
      const filled = total === 0 ? barWidth : Math.round((done / total) * barWidth);
      const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled);
      options.write(`\r\u001B[K${step} ${bar} ${done}/${total}, ${seconds} s`);
      isShown = true;
    },
    end() {
      if (isShown) options.write('\r\u001B[K');
      isShown = false;
    },
  };
}
