import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type AppLoader, createAppLoader } from '../../../../src/ui/start/app-loader.ts';

let steps: string[] = [];
let signal: AbortSignal | undefined;
let endFetch: () => void;

const create = (start: () => Promise<unknown> = () => Promise.resolve()): AppLoader =>
  createAppLoader({
    fetchApp: (given) => {
      signal = given;
      steps.push('fetch');
      return new Promise<void>((resolve, reject) => {
        endFetch = resolve;
        given.addEventListener('abort', () => reject(new Error('aborted')));
      });
    },
    start: () => {
      steps.push('start');
      return start();
    },
    onFailure: (error) => steps.push(String(error)),
  });

describe('createAppLoader', () => {
  beforeEach(() => {
    steps = [];
    vi.useFakeTimers();
  });
  afterEach(() => void vi.useRealTimers());

  test('fetches before it starts when nobody waits', async () => {
    const loader = create();
    loader.loadSoon(100);
    await vi.advanceTimersByTimeAsync(100);
    expect(steps).toEqual(['fetch']);
    endFetch();
    await vi.advanceTimersByTimeAsync(0);
    expect(steps).toEqual(['fetch', 'start']);
  });

  test('starts at once when somebody waits, and once', async () => {
    const loader = create();
    loader.loadSoon(100);
    await loader.load();
    await loader.load();
    await vi.advanceTimersByTimeAsync(1000);
    expect(steps).toEqual(['start']);
  });

  test('keeps the first of two times, and puts off to the last', async () => {
    const loader = create();
    loader.loadSoon(100);
    loader.loadSoon(500);
    loader.loadAfter(300);
    loader.loadAfter(300);
    await vi.advanceTimersByTimeAsync(299);
    expect(steps).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(steps).toEqual(['fetch']);
  });

  test('drops what is on its way, and begins anew when the reader stays', async () => {
    const loader = create();
    loader.loadSoon(100);
    await vi.advanceTimersByTimeAsync(100);
    loader.giveWay();
    expect(signal?.aborted).toBe(true);
    await vi.advanceTimersByTimeAsync(1000);
    expect(steps).toEqual(['fetch']);
    loader.loadSoon(100);
    await vi.advanceTimersByTimeAsync(100);
    expect(steps).toEqual(['fetch', 'fetch']);
  });

  test('tells of an app that does not start', async () => {
    const loader = create(() => Promise.reject(new Error('gone')));
    await expect(loader.load()).rejects.toThrow('gone');
    expect(steps).toEqual(['start', 'Error: gone']);
  });
});
