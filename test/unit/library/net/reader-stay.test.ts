import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { createReaderStay } from '../../../../src/library/net/reader-stay.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('createReaderStay', () => {
  test('drops what was asked for before the reader moved on, once the next page has asked', () => {
    const stay = createReaderStay();
    const before = stay.signal;
    stay.moveOn();
    const after = stay.signal;
    expect(before.aborted).toBe(false);
    vi.advanceTimersByTime(300);
    expect([before.aborted, after.aborted]).toEqual([true, false]);
    expect(stay.signal).toBe(after);
  });
});
