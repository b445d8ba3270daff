/** A run of `*`, `_` or `~` in a text. */
export interface Delimiters {
  readonly sign: string;
  /** Characters beside the run; empty at an end of the text. */
  readonly before: string;
  readonly after: string;
  /** Signs that are no emphasis, and stay. */
  count: number;
}

const space = /^\s*$/;
/** Punctuation, but for that of Chinese, Japanese and Korean, beside which emphasis is as beside a letter. */
const punctuation = /^(?![\u3001-\u303f\u30fb\u30fc\uff01-\uff60\uffe0-\uffe6])[\p{P}\p{S}]$/u;
const cjk =
  /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\u3001-\u303f\u30fb\u30fc\uff01-\uff60\uffe0-\uffe6]$/u;

/**
 * Takes from `runs`, those of one text in order, the signs that open and close emphasis. Linear.
 *
 * @see CommonMark 0.31, 6.2
 */
export function takeEmphasis(runs: readonly Delimiters[]): void {
  const openers: Delimiters[] = [];
  const open = new Map<string, number>();
  const pop = (): void => {
    const sign = openers.pop()?.sign ?? '';
    open.set(sign, (open.get(sign) ?? 0) - 1);
  };
  const close = (run: Delimiters): void => {
    while (run.count > 0 && (open.get(run.sign) ?? 0) > 0) {
      while (openers.at(-1)?.sign !== run.sign) pop();
      const opener = openers.at(-1);
      if (opener === undefined || (run.sign === '~' && opener.count !== run.count)) return;
      const used = Math.min(opener.count, run.count, 2);
      opener.count -= used;
      run.count -= used;
      if (opener.count === 0) pop();
    }
  };
  for (const run of runs) {
    const { canOpen, canClose } = readSides(run);
    if (canClose) close(run);
    if (!canOpen || run.count === 0) continue;
    openers.push(run);
    open.set(run.sign, (open.get(run.sign) ?? 0) + 1);
  }
}

/** What a run may do by the characters beside it. */
function readSides({ sign, before, after }: Delimiters): { canOpen: boolean; canClose: boolean } {
  const isFree = (side: string): boolean =>
    space.test(side) || punctuation.test(side) || cjk.test(side);
  const isLeft = !space.test(after) && (!punctuation.test(after) || isFree(before));
  const isRight = !space.test(before) && (!punctuation.test(before) || isFree(after));
  if (sign !== '_') return { canOpen: isLeft, canClose: isRight };
  return {
    canOpen: isLeft && (!isRight || punctuation.test(before)),
    canClose: isRight && (!isLeft || punctuation.test(after)),
  };
}
