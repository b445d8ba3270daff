import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createWaiting, type Waiting } from '../../../../src/ui/frame/waiting.ts';

const speak = vi.fn();
const signs = (waiting: Waiting): unknown => [
  waiting.isBusy(),
  waiting.isShown(),
  speak.mock.calls.length,
];

describe('createWaiting', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    speak.mockClear();
  });
  afterEach(() => void vi.useRealTimers());

  test('says nothing of what comes at once', () => {
    const waiting = createWaiting(speak);
    waiting.begin()();
    vi.advanceTimersByTime(5000);
    expect(signs(waiting)).toEqual([false, false, 0]);
  });

  test('is busy, is seen and is heard in turn, until it is over', () => {
    const waiting = createWaiting(speak);
    const end = waiting.begin();
    vi.advanceTimersByTime(200);
    expect(signs(waiting)).toEqual([true, false, 0]);
    vi.advanceTimersByTime(300);
    expect(signs(waiting)).toEqual([true, true, 0]);
    vi.advanceTimersByTime(500);
    expect(signs(waiting)).toEqual([true, true, 1]);
    end();
    expect(signs(waiting)).toEqual([false, false, 1]);
  });

  test('goes on until all that is waited for is over', () => {
    const waiting = createWaiting(speak);
    const [first, second] = [waiting.begin(), waiting.begin()];
    vi.advanceTimersByTime(600);
    first();
    expect(waiting.isShown()).toBe(true);
    second();
    expect(waiting.isShown()).toBe(false);
  });
});
