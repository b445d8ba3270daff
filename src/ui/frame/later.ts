/** Calls `then` when the frame that is being made has been painted: what is not in sight need not hold it up. */
export function afterPaint(then: () => void): void {
  // A hidden page is not painted.
  if (document.hidden) setTimeout(then);
  else requestAnimationFrame(() => void setTimeout(then));
}

/** Longest that work waits for an idle moment. */
const patienceMs = 2000;
/** For browsers that do not tell when they are idle. */
const guessMs = 200;

/** Calls `then` when the browser has nothing better to do. */
export function whenIdle(then: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(then, { timeout: patienceMs });
  else setTimeout(then, guessMs);
}

/** Longest that one slice of work keeps the reader waiting. */
const sliceMs = 8;

/** Does `work` on each of `items` in order, at once as far as one slice goes, and further slices between other tasks. */
export function inSlices<T>(items: Iterable<T>, work: (item: T) => void): void {
  const rest = [...items].values();
  const run = (): void => {
    const end = performance.now() + sliceMs;
    // The iterator goes on where the last slice left it.
    for (const item of rest) {
      work(item);
      if (performance.now() < end) continue;
      setTimeout(run);
      return;
    }
  };
  run();
}
