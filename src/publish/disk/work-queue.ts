/** Work that goes on beside the one who asks for it. */
export interface Queue {
  /** Starts `work` and settles when there is room for more. */
  (work: () => Promise<void>): Promise<void>;
  /** Settles when all work is done. */
  finish(): Promise<void>;
}

/**
 * Lets the disk and the threads be heard. Work that waits for neither would go on without a pause, and all that it is to be
 * written from would stay in memory.
 */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/**
 * A queue that does at most `width` things at a time. The first failure is thrown to whoever asks next, at the
 * latest by `finish`.
 */
export function createQueue(width: number): Queue {
  const pending = new Set<Promise<void>>();
  let failure: { readonly error: unknown } | undefined;
  const check = (): void => {
    if (failure !== undefined) throw failure.error;
  };
  const start = (work: () => Promise<void>): Promise<void> =>
    work().catch((error: unknown) => {
      // Thrown to whoever asks next: the one who asked for this file has gone on.
      failure ??= { error };
    });
  const run = async (work: () => Promise<void>): Promise<void> => {
    check();
    const job = start(work).finally(() => pending.delete(job));
    pending.add(job);
    if (pending.size >= width) await Promise.race(pending);
    await nextTurn();
  };
  const finish = async (): Promise<void> => {
    await Promise.all(pending);
    check();
  };
  return Object.assign(run, { finish });
}
