import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { inSlices } from '../../../../src/ui/frame/later.ts';

describe('inSlices', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  test('does short work at once', () => {
    const seen: number[] = [];
    inSlices([1, 2, 3], (item) => seen.push(item));
    expect(seen).toEqual([1, 2, 3]);
  });

  test('lets other tasks in between when work takes long, and leaves nothing out', () => {
    const seen: number[] = [];
    let nowMs = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => nowMs);
    inSlices([1, 2, 3, 4, 5], (item) => {
      seen.push(item);
      nowMs += 5;
    });
    expect(seen.length).toBeLessThan(5);
    vi.runAllTimers();
    expect(seen).toEqual([1, 2, 3, 4, 5]);
  });
});
