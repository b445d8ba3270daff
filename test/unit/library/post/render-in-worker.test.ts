import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type {
  RenderJob,
  WorkerReply,
  WorkerRequest,
} from '../../../../src/content/files/render-message.ts';
import { createWorkerRenderer } from '../../../../src/library/post/render-in-worker.ts';
import type { RenderPost, WorkerListener } from '../../../../src/library/post/render-in-worker.ts';
import { testSite } from '../../../support/create-meta.ts';

const job: RenderJob = {
  bytes: new ArrayBuffer(0),
  path: 'a.md',
  collection: 'posts',
  site: testSite,
  base: '/',
  today: '2026-01-01',
  shortcodes: {},
  known: undefined,
};

/** A worker that does what the test says. */
interface FakeWorker {
  readonly listener: WorkerListener;
  readonly sent: WorkerRequest[];
  isStopped: boolean;
  reply(message: WorkerReply): void;
  /** Ends the job that was sent last. */
  finish(message?: string): void;
}

let workers: FakeWorker[];
let render: RenderPost;

function lastWorker(): FakeWorker {
  const worker = workers.at(-1);
  if (worker === undefined) throw new Error('No worker was started.');
  return worker;
}

function startFake(listener: WorkerListener): {
  send: (m: WorkerRequest) => void;
  stop: () => void;
} {
  const worker: FakeWorker = {
    listener,
    sent: [],
    isStopped: false,
    reply: (message) => listener.onMessage(message),
    finish(message = 'done') {
      const sent = worker.sent.findLast((request) => request.kind === 'render');
      worker.reply({ kind: 'failed', id: sent?.kind === 'render' ? sent.id : -1, message });
    },
  };
  workers.push(worker);
  return { send: (message) => worker.sent.push(message), stop: () => (worker.isStopped = true) };
}

function jobs(worker: FakeWorker): number {
  return worker.sent.filter(({ kind }) => kind === 'render').length;
}

beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  render = createWorkerRenderer({ startWorker: startFake });
});

afterEach(() => {
  vi.useRealTimers();
});

describe('createWorkerRenderer', () => {
  test('starts its worker at once and sends jobs when it is ready', async () => {
    const result = render(job);
    expect([workers.length, jobs(lastWorker())]).toEqual([1, 0]);
    lastWorker().reply({ kind: 'ready' });
    expect(jobs(lastWorker())).toBe(1);
    lastWorker().finish('x');
    expect(await result).toMatchObject({ kind: 'failed', message: 'x' });
  });

  test('keeps the worker and renders one post after the other', async () => {
    lastWorker().reply({ kind: 'ready' });
    const [first, second] = [render(job), render(job)];
    expect(jobs(lastWorker())).toBe(1);
    lastWorker().finish('1');
    expect(jobs(lastWorker())).toBe(2);
    lastWorker().finish('2');
    expect(await Promise.all([first, second])).toMatchObject([{ message: '1' }, { message: '2' }]);
    expect(workers).toHaveLength(1);
  });

  test('stops a worker that gives no sign of life for 1.5 seconds and takes a new one', async () => {
    lastWorker().reply({ kind: 'ready' });
    const [first, second] = [render(job), render(job)];
    await vi.advanceTimersByTimeAsync(1499);
    expect(lastWorker().isStopped).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await first).toEqual({ kind: 'timeout' });
    expect([workers[0]?.isStopped, workers.length]).toEqual([true, 2]);
    lastWorker().reply({ kind: 'ready' });
    lastWorker().finish('2');
    expect(await second).toMatchObject({ message: '2' });
  });

  test('waits on while the worker answers, as when it loads a language', async () => {
    lastWorker().reply({ kind: 'ready' });
    const result = render(job);
    for (let round = 0; round < 20; round++) {
      await vi.advanceTimersByTimeAsync(300);
      lastWorker().reply({ kind: 'pong' });
    }
    expect(lastWorker().sent.filter(({ kind }) => kind === 'ping').length).toBeGreaterThan(10);
    lastWorker().finish();
    expect(await result).toMatchObject({ kind: 'failed' });
    expect(workers).toHaveLength(1);
  });

  test('gives up after 20 seconds whatever the worker answers', async () => {
    lastWorker().reply({ kind: 'ready' });
    const result = render(job);
    for (let round = 0; round < 80; round++) {
      await vi.advanceTimersByTimeAsync(250);
      workers[0]?.reply({ kind: 'pong' });
    }
    expect(await result).toEqual({ kind: 'timeout' });
  });

  test('does not count the time until the worker is there', async () => {
    const result = render(job);
    await vi.advanceTimersByTimeAsync(7000);
    lastWorker().reply({ kind: 'ready' });
    lastWorker().finish();
    expect(await result).toMatchObject({ kind: 'failed' });
  });

  test('rejects all who wait when the worker does not start, and starts another for the next', async () => {
    const [first, second] = [render(job), render(job)];
    lastWorker().listener.onError('404');
    const error = { name: 'LibraryError', kind: 'not-found', message: /did not start: 404/ };
    await expect(first).rejects.toMatchObject({ name: error.name, kind: error.kind });
    await expect(second).rejects.toThrow(error.message);
    const third = render(job);
    lastWorker().reply({ kind: 'ready' });
    lastWorker().finish();
    expect(await third).toMatchObject({ kind: 'failed' });
    expect(workers).toHaveLength(2);
  });

  test('gives up a worker whose file does not come, and starts another for the next', async () => {
    const refused = expect(render(job)).rejects.toThrow(/does not come/);
    await vi.advanceTimersByTimeAsync(8000);
    await refused;
    expect(lastWorker().isStopped).toBe(true);
    const second = render(job);
    lastWorker().reply({ kind: 'ready' });
    lastWorker().finish();
    expect(await second).toMatchObject({ kind: 'failed' });
    expect(workers).toHaveLength(2);
  });

  test('waits for ever for a worker that nobody needs yet', async () => {
    await vi.advanceTimersByTimeAsync(60_000);
    expect([lastWorker().isStopped, workers.length]).toEqual([false, 1]);
  });

  test('ends the job as failed when the worker breaks under it', async () => {
    lastWorker().reply({ kind: 'ready' });
    const result = render(job);
    lastWorker().listener.onError('out of memory');
    expect(await result).toEqual({ kind: 'failed', message: 'out of memory' });
  });

  test('does not listen to a worker it has stopped', async () => {
    lastWorker().reply({ kind: 'ready' });
    const first = render(job);
    await vi.advanceTimersByTimeAsync(1500);
    expect(await first).toEqual({ kind: 'timeout' });
    const second = render(job);
    workers[0]?.finish('late');
    lastWorker().reply({ kind: 'ready' });
    lastWorker().finish('right');
    expect(await second).toMatchObject({ message: 'right' });
  });
});
