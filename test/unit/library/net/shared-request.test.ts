import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createSharedRequest, staleMs } from '../../../../src/library/net/shared-request.ts';

/** Work whose goes are settled by hand. */
function open(): {
  readonly signals: AbortSignal[];
  readonly answers: ((value: string) => void)[];
  readonly refuse: ((error: Error) => void)[];
  readonly signs: (() => void)[];
  readonly givenUp: () => number;
  readonly request: ReturnType<typeof createSharedRequest<string>>;
} {
  const signals: AbortSignal[] = [];
  const answers: ((value: string) => void)[] = [];
  const refuse: ((error: Error) => void)[] = [];
  const signs: (() => void)[] = [];
  let givenUp = 0;
  const request = createSharedRequest<string>(
    ({ signal, onSign }) => {
      signals.push(signal);
      signs.push(onSign);
      return new Promise((resolve, reject) => {
        answers.push(resolve);
        refuse.push(reject);
      });
    },
    () => givenUp++,
  );
  return { signals, answers, refuse, signs, givenUp: () => givenUp, request };
}

describe('createSharedRequest', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('runs once for all who ask in time', async () => {
    const { request, answers } = open();
    const all = [request.wait(), request.wait(), request.wait(new AbortController().signal)];
    answers[0]?.('x');
    expect(await Promise.all(all)).toEqual(['x', 'x', 'x']);
    expect(answers).toHaveLength(1);
  });

  test('is begun anew for who asks after a long silence, and answers all', async () => {
    const { request, answers, signals } = open();
    const first = request.wait();
    vi.advanceTimersByTime(staleMs + 1);
    const second = request.wait();
    expect(answers).toHaveLength(2);
    expect(signals[0]?.aborted).toBe(true);
    answers[1]?.('x');
    expect(await Promise.all([first, second])).toEqual(['x', 'x']);
  });

  test('goes on while the server gives signs of life', () => {
    const { request, answers, signs } = open();
    void request.wait();
    vi.advanceTimersByTime(staleMs);
    signs[0]?.();
    vi.advanceTimersByTime(staleMs);
    void request.wait();
    expect(answers).toHaveLength(1);
  });

  test('does not fail by a go that another has replaced', async () => {
    const { request, answers, refuse } = open();
    const waiting = request.wait();
    vi.advanceTimersByTime(staleMs + 1);
    void request.wait();
    refuse[0]?.(new Error('given up'));
    answers[1]?.('x');
    expect(await waiting).toBe('x');
  });

  test('stops once all who wait have given up, and not before', async () => {
    const { request, signals, givenUp } = open();
    const [one, other] = [new AbortController(), new AbortController()];
    const waits = [request.wait(one.signal), request.wait(other.signal)];
    one.abort(new Error('moved on'));
    await expect(waits[0]).rejects.toThrow('moved on');
    expect([signals[0]?.aborted, givenUp()]).toEqual([false, 0]);
    other.abort(new Error('moved on too'));
    await expect(waits[1]).rejects.toThrow('moved on too');
    expect([signals[0]?.aborted, givenUp()]).toEqual([true, 1]);
  });

  test('goes on for who cannot give up', async () => {
    const { request, signals, answers } = open();
    const control = new AbortController();
    const waits = [request.wait(control.signal), request.wait()];
    control.abort(new Error('moved on'));
    await expect(waits[0]).rejects.toThrow('moved on');
    expect(signals[0]?.aborted).toBe(false);
    answers[0]?.('x');
    expect(await waits[1]).toBe('x');
  });

  test('refuses a signal that has aborted already', async () => {
    const { request, answers } = open();
    const kept = request.wait();
    await expect(request.wait(AbortSignal.abort(new Error('late')))).rejects.toThrow('late');
    answers[0]?.('x');
    expect(await kept).toBe('x');
  });
});
