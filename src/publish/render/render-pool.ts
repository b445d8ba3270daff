import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

import type { Collection } from '../../content/model/post.ts';
import type { FolderFile } from '../disk/walk-folder.ts';
import type { ParsedFile } from '../scan/parse-file.ts';
import type { VaultRules } from '../../content/vault/vault-source.ts';
import type { NothingOptions } from '../scan/parse-nothing.ts';
import type { RenderJob, RenderedPost } from './render-post.ts';
import type { BlogWorld } from '../scan/load-blog.ts';
import type { ThreadData, ThreadReply, ThreadRequest } from './render-thread.ts';

/**
 * Milliseconds of computing one post may take to parse or to render before its thread is ended. Time in
 * which a busy machine gave the thread nothing does not count, up to {@link patience} times as much.
 */
export const deadlineMs = 10_000;

const patience = 6;

/** Heap of one thread in MiB: a post that needs more is shown as source. */
const heapMegabytes = 1024;

/** How a post came out. */
export type PoolOutcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'failed'; readonly message: string };

/** One file to parse. */
export interface ParseJob {
  readonly file: string;
  readonly path: string;
  readonly collection: Collection;
  readonly vault: VaultRules;
}

/** One file that could not be parsed, and why. */
export interface NothingJob {
  readonly file: FolderFile;
  readonly collection: Collection;
  readonly reason: NothingOptions['reason'];
}

/** Threads that parse and render posts, each post within a deadline. */
export interface RenderPool {
  parse(job: ParseJob): Promise<PoolOutcome<ParsedFile>>;
  /** What the path alone tells of a file that {@link RenderPool.parse} did not do. */
  parseNothing(job: NothingJob): Promise<PoolOutcome<ParsedFile>>;
  /** Needs {@link RenderPool.setWorld} before. */
  render(job: RenderJob): Promise<PoolOutcome<RenderedPost>>;
  /** Tells all threads what the posts may refer to. Jobs asked for later see it. */
  setWorld(world: BlogWorld): void;
  /** Ends threads that have nothing to do. Others start when jobs come in. */
  rest(): Promise<void>;
  /** Ends all threads. Jobs under way fail. */
  close(): Promise<void>;
}

/** How to start a pool. */
export interface PoolOptions {
  /** The bundled `render-thread.ts`. */
  readonly threadFile: string;
  readonly data: ThreadData;
  /** Threads at most; default one a core. */
  readonly size?: number;
  readonly timeoutMs?: number;
}

/** A pool whose threads start as jobs come in, at most `size` of them. */
export function createRenderPool(options: PoolOptions): RenderPool {
  const size = options.size ?? Math.max(1, availableParallelism());
  const timeoutMs = options.timeoutMs ?? deadlineMs;
  const waiting: Task[] = [];
  const threads = new Set<Thread>();
  let world: BlogWorld | undefined;
  let head = 0;
  let isClosed = false;

  /** Gives waiting tasks to idle threads; starts a thread while there are fewer than `size`. */
  const distribute = (): void => {
    while (head < waiting.length) {
      const idle = [...threads].find((thread) => thread.task === undefined) ?? startThread();
      if (idle === undefined) return;
      const task = waiting[head++];
      if (task !== undefined) run(idle, task);
    }
    waiting.length = 0;
    head = 0;
  };

  const startThread = (): Thread | undefined => {
    if (isClosed || threads.size >= size) return undefined;
    const worker = new Worker(options.threadFile, {
      workerData: options.data,
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    });
    const thread: Thread = { worker, task: undefined, timer: undefined };
    threads.add(thread);
    worker.unref();
    worker.on('message', (reply: ThreadReply) => receive(thread, reply));
    worker.on('error', (error) => drop(thread, { kind: 'failed', message: error.message }));
    worker.on('exit', () => drop(thread, { kind: 'failed', message: 'The thread has ended.' }));
    if (world !== undefined) post(worker, { kind: 'world', world });
    return thread;
  };

  const run = (thread: Thread, task: Task): void => {
    thread.task = task;
    thread.worker.ref();
    post(thread.worker, task.request);
  };

  const receive = (thread: Thread, reply: ThreadReply): void => {
    if (reply.kind === 'started') {
      // The clock starts here, so that loading the thread's own code does not count.
      watch(thread, { wallMs: performance.now(), cpu: process.cpuUsage() });
      return;
    }
    const { task } = thread;
    clearTimeout(thread.timer);
    thread.task = undefined;
    thread.worker.unref();
    task?.resolve(reply);
    distribute();
  };

  /** Ends the thread's task at the deadline; looks again later while the machine is busy with other things. */
  const watch = (thread: Thread, start: { wallMs: number; cpu: NodeJS.CpuUsage }): void => {
    thread.timer = setTimeout(() => {
      const { user, system } = process.cpuUsage(start.cpu);
      const busy = [...threads].filter(({ task }) => task !== undefined).length;
      const computedMs = (user + system) / 1000 / Math.max(1, busy);
      const isLate =
        computedMs >= timeoutMs * 0.9 || performance.now() - start.wallMs >= timeoutMs * patience;
      if (isLate) drop(thread, { kind: 'timeout' });
      else watch(thread, start);
    }, timeoutMs / 2);
  };

  /** Ends a thread that is late or broken; its task gets `reply`, the others go on elsewhere. */
  const drop = (thread: Thread, reply: TaskReply): void => {
    if (!threads.delete(thread)) return;
    clearTimeout(thread.timer);
    void thread.worker.terminate();
    thread.task?.resolve(reply);
    distribute();
  };

  const ask = (request: ThreadRequest): Promise<TaskReply> =>
    new Promise((resolve) => {
      waiting.push({ request, resolve });
      distribute();
    });

  const askParsed = async (request: ThreadRequest): Promise<PoolOutcome<ParsedFile>> => {
    const reply = await ask(request);
    return reply.kind === 'parsed' ? { kind: 'done', value: reply.parsed } : toFailure(reply);
  };

  return {
    parse: (job) => askParsed({ kind: 'parse', ...job }),
    parseNothing: (job) => askParsed({ kind: 'parse-nothing', ...job }),
    async render(job) {
      const reply = await ask({ kind: 'render', job });
      return reply.kind === 'rendered' ? { kind: 'done', value: reply.rendered } : toFailure(reply);
    },
    setWorld(next) {
      world = next;
      for (const { worker } of threads) post(worker, { kind: 'world', world });
    },
    async rest() {
      const idle = [...threads].filter(({ task }) => task === undefined);
      for (const thread of idle) threads.delete(thread);
      await Promise.all(idle.map(({ worker }) => worker.terminate()));
    },
    async close() {
      isClosed = true;
      const reply = { kind: 'failed', message: 'The pool was closed.' } as const;
      for (const task of waiting.splice(head)) task.resolve(reply);
      const ending = [...threads];
      for (const thread of ending) drop(thread, reply);
      await Promise.all(ending.map(({ worker }) => worker.terminate()));
    },
  };
}

type TaskReply = Exclude<ThreadReply, { kind: 'started' }> | { readonly kind: 'timeout' };

interface Task {
  readonly request: ThreadRequest;
  readonly resolve: (reply: TaskReply) => void;
}

interface Thread {
  readonly worker: Worker;
  /** What it is doing; `undefined` while idle. */
  task: Task | undefined;
  timer: NodeJS.Timeout | undefined;
}

function post(worker: Worker, request: ThreadRequest): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  worker.postMessage(request);
}

function toFailure(reply: TaskReply): PoolOutcome<never> {
  if (reply.kind === 'timeout') return { kind: 'timeout' };
  const message = reply.kind === 'failed' ? reply.message : `Unexpected reply \`${reply.kind}\`.`;
  return { kind: 'failed', message };
}
