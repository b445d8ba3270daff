import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadCode } from '../../../../src/library/net/load-code.ts';
import { silenceMs } from '../../../../src/library/net/request.ts';

describe('loadCode', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('gives a part of the app that comes, and leaves no timer', async () => {
    expect(await loadCode(() => Promise.resolve('code'))).toBe('code');
    expect(vi.getTimerCount()).toBe(0);
  });

  test('gives up one that does not come', async () => {
    const outcome = expect(loadCode(() => new Promise(() => undefined))).rejects.toMatchObject({
      name: 'LibraryError',
      kind: 'not-found',
    });
    await vi.advanceTimersByTimeAsync(silenceMs);
    await outcome;
  });

  test('says so when one is gone', async () => {
    const cause = new TypeError('Failed to fetch dynamically imported module');
    const error = await loadCode(() => Promise.reject(cause)).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ kind: 'not-found', cause });
  });
});
