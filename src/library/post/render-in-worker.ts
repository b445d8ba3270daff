import { parseWorkerReply } from '../../content/files/render-message.ts';
import type {
  Needs,
  RenderJob,
  RenderOutcome,
  WorkerReply,
  WorkerRequest,
} from '../../content/files/render-message.ts';
import { LibraryError } from '../net/library-error.ts';

/** The result of a job. */
export type RenderResult =
  | { readonly kind: 'rendered'; readonly outcome: RenderOutcome }
  /** The worker did not answer in time and was stopped. */
  | { readonly kind: 'timeout' }
  | { readonly kind: 'failed'; readonly message: string };

/** Reads and renders a post. Rejects with a `LibraryError` only when the worker itself cannot be loaded. */
export interface RenderPost {
  (job: RenderJob): Promise<RenderResult>;
  /** Has the worker load what a coming post takes. */
  prepare?(needs: Needs): void;
}

/** A running worker. */
export interface RunningWorker {
  send(message: WorkerRequest): void;
  stop(): void;
}

/** Told what a worker says. */
export interface WorkerListener {
  /** Any message, not yet checked. */
  readonly onMessage: (message: unknown) => void;
  /** An error that the worker did not catch, or that kept it from starting. */
  readonly onError: (message: string) => void;
}

/** The input of {@link createWorkerRenderer}. */
export interface RendererOptions {
  readonly startWorker: (listener: WorkerListener) => RunningWorker;
  /** The longest silence of the worker. Default 1500. */
  readonly deadlineMs?: number;
  /** The longest time of a job that waits for files of ours. Default 20000. */
  readonly limitMs?: number;
  /** The longest time that the worker's file may take to come, counted from the first job. Default 8000. */
  readonly startMs?: number;
}

/** Time between a sign of life and the next question for one. */
const pingMs = 250;

interface Task {
  readonly id: number;
  readonly job: RenderJob;
  readonly resolve: (result: RenderResult) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Renders posts one after the other in a worker that is kept. A worker that is busy without a pause for
 * longer than the deadline is stopped, its job ends as `timeout`, and the next gets a new worker; time
 * spent loading the worker or a language for its code does not count, since it still answers then.
 */
export function createWorkerRenderer(options: RendererOptions): RenderPost {
  const { deadlineMs = 1500, limitMs = 20_000, startMs = 8000 } = options;
  const queue: Task[] = [];
  let nextId = 1;
  let worker: RunningWorker | undefined;
  let isReady = false;
  let current: Task | undefined;
  let timers: ReturnType<typeof setTimeout>[] = [];
  let starting: ReturnType<typeof setTimeout> | undefined;

  const clearTimers = (): void => {
    for (const timer of timers) clearTimeout(timer);
    timers = [];
  };
  const end = (finish: (task: Task) => void): void => {
    clearTimers();
    const task = current;
    current = undefined;
    if (task !== undefined) finish(task);
    advance();
  };
  const stop = (): void => {
    clearTimeout(starting);
    starting = undefined;
    worker?.stop();
    worker = undefined;
    isReady = false;
  };
  const giveUp = (): void => {
    stop();
    end(({ resolve }) => resolve({ kind: 'timeout' }));
  };
  /** Starts the time within which the next sign of life must come. */
  const watch = (isFirst: boolean): void => {
    const limit = isFirst ? setTimeout(giveUp, limitMs) : timers[0];
    for (const timer of timers.slice(isFirst ? 0 : 1)) clearTimeout(timer);
    const ask = setTimeout(() => worker?.send({ kind: 'ping' }), isFirst ? 0 : pingMs);
    timers = [...(limit === undefined ? [] : [limit]), setTimeout(giveUp, deadlineMs), ask];
  };
  const receive = (reply: WorkerReply): void => {
    switch (reply.kind) {
      case 'ready':
        isReady = true;
        clearTimeout(starting);
        advance();
        return;
      case 'pong':
        if (current !== undefined) watch(false);
        return;
      case 'rendered':
        if (reply.id === current?.id) end(({ resolve }) => resolve(reply));
        return;
      case 'failed':
        if (reply.id === current?.id) end(({ resolve }) => resolve(reply));
        return;
      default:
        reply satisfies never;
    }
  };
  const fail = (message: string): void => {
    const wasReady = isReady;
    stop();
    if (wasReady) return end(({ resolve }) => resolve({ kind: 'failed', message }));
    // It never started: its file is gone or there is no connection. Everyone who waits gets that failure.
    const error = new LibraryError('not-found', `The render worker did not start: ${message}`);
    for (const task of queue.splice(0)) task.reject(error);
  };
  const start = (): void => {
    const started = options.startWorker({
      onMessage(message) {
        if (worker === started) receive(parseWorkerReply(message));
      },
      onError(message) {
        if (worker === started) fail(message);
      },
    });
    worker = started;
  };
  const advance = (): void => {
    if (worker === undefined && queue.length > 0) start();
    if (!isReady && queue.length > 0) starting ??= setTimeout(fail, startMs, 'it does not come.');
    if (!isReady || current !== undefined) return;
    current = queue.shift();
    if (current === undefined) return;
    worker?.send({ kind: 'render', id: current.id, job: current.job });
    watch(true);
  };

  start();
  const render = (job: RenderJob): Promise<RenderResult> =>
    new Promise((resolve, reject) => {
      queue.push({ id: nextId++, job, resolve, reject });
      advance();
    });
  return Object.assign(render, {
    // A worker that is still being loaded gets the message when it is there.
    prepare: (needs: Needs) => worker?.send({ kind: 'prepare', ...needs }),
  });
}
