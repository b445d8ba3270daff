import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { warmUp } from '../../../../src/ui/start/warm-up.ts';

const onReady = vi.fn();
const onEvent = vi.fn();

const preloadPages = (): Promise<void> => Promise.resolve();

const run = async (
  loadCode: () => Promise<void>,
  hasPage = (): Promise<boolean> => Promise.resolve(true),
): Promise<void> => {
  warmUp({ library: { warmUp: loadCode, hasPage }, preloadPages, onReady });
  await vi.advanceTimersByTimeAsync(5000);
};

describe('warmUp', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('matchMedia', () => ({ matches: false }));
    document.addEventListener('rubric:ready', onEvent);
  });
  afterEach(() => {
    document.removeEventListener('rubric:ready', onEvent);
    onReady.mockClear();
    onEvent.mockClear();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  test('tells when all code is there', async () => {
    await run(() => Promise.resolve());
    expect(onReady).toHaveBeenCalledOnce();
    expect(onEvent).toHaveBeenCalledOnce();
  });

  test('leaves moves to the browser when some of it does not come', async () => {
    await run(() => Promise.reject(new Error('gone')));
    expect(onReady).not.toHaveBeenCalled();
    expect(onEvent).not.toHaveBeenCalled();
  });

  test('keeps moves in the app where the server cannot be reached, and tries again with a network', async () => {
    let isBroken = true;
    const load = (): Promise<void> =>
      isBroken ? Promise.reject(new Error('gone')) : Promise.resolve();
    await run(load, () => Promise.reject(new Error('refused')));
    expect(onReady).toHaveBeenCalledOnce();
    expect(onEvent).not.toHaveBeenCalled();
    isBroken = false;
    dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(0);
    expect(onEvent).toHaveBeenCalledOnce();
  });

  test('fetches nothing on a lean connection', async () => {
    vi.stubGlobal('matchMedia', () => ({ matches: true }));
    const load = vi.fn(() => Promise.resolve());
    await run(load);
    expect(load).not.toHaveBeenCalled();
  });
});
