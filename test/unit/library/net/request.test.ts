import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  type Line,
  requestFile,
  requestHead,
  silenceMs,
} from '../../../../src/library/net/request.ts';
import type { Attempt } from '../../../../src/library/net/shared-request.ts';

/** A server that gives the answers in their order, the last one for ever. A function may throw, as a broken line does. */
function serve(...answers: readonly ((signal: AbortSignal) => Promise<Response>)[]): {
  readonly line: Line;
  readonly asked: () => number;
  readonly offline: () => number;
} {
  let asked = 0;
  let offline = 0;
  const fetch: Line['fetch'] = (_url, init) => {
    const answer = answers[Math.min(asked++, answers.length - 1)];
    return answer?.(init?.signal ?? new AbortController().signal) ?? Promise.reject(new Error());
  };
  return {
    line: { fetch, onOffline: () => offline++ },
    asked: () => asked,
    offline: () => offline,
  };
}

const silent = (signal: AbortSignal): Promise<Response> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
const broken = (): Promise<Response> => Promise.reject(new TypeError('Failed to fetch'));
const say =
  (body: BodyInit | null, status = 200, type = 'text/plain') =>
  (): Promise<Response> =>
    Promise.resolve(
      new Response(body, { status, headers: type === '' ? {} : { 'content-type': type } }),
    );

/** A body of which `pieces` come one every `everyMs`, and then its end, or silence. */
function drip(pieces: number, everyMs: number, hasEnd: boolean) {
  return (signal: AbortSignal): Promise<Response> => {
    let timer: ReturnType<typeof setInterval>;
    const body = new ReadableStream<Uint8Array>({
      start(out) {
        let sent = 0;
        signal.addEventListener('abort', () => out.error(signal.reason));
        timer = setInterval(() => {
          if (sent++ < pieces) return out.enqueue(new Uint8Array([65]));
          clearInterval(timer);
          if (hasEnd) out.close();
        }, everyMs);
      },
      cancel: () => clearInterval(timer),
    });
    return Promise.resolve(new Response(body));
  };
}

/** A body that breaks off. */
function cut(): Promise<Response> {
  const body = new ReadableStream<Uint8Array>({
    pull(out) {
      out.enqueue(new Uint8Array([65]));
      out.error(new TypeError('network error'));
    },
  });
  return Promise.resolve(new Response(body));
}

const attempt = (signal = new AbortController().signal): Attempt => ({
  signal,
  onSign: () => undefined,
});
const wanted = { url: '/x.md', file: 'x.md' };
const text = (content: ArrayBuffer): string => new TextDecoder().decode(content);

describe('requestFile', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('gives up a silent server within ten seconds, and does not ask it again', async () => {
    const { line, asked, offline } = serve(silent);
    const outcome = expect(requestFile(line, wanted, attempt())).rejects.toMatchObject({
      kind: 'offline',
      message: '`x.md` does not come.',
    });
    await vi.advanceTimersByTimeAsync(silenceMs);
    await outcome;
    expect([asked(), offline(), silenceMs < 10_000]).toEqual([1, 1, true]);
  });

  test('gives up a server that falls silent in the middle of a file', async () => {
    const { line } = serve(drip(2, 1000, false));
    const outcome = expect(requestFile(line, wanted, attempt())).rejects.toMatchObject({
      kind: 'offline',
    });
    await vi.advanceTimersByTimeAsync(2000 + silenceMs);
    await outcome;
  });

  test('waits for a slow server as long as it goes on', async () => {
    const { line } = serve(drip(8, 5000, true));
    const loading = requestFile(line, wanted, attempt());
    await vi.advanceTimersByTimeAsync(60_000);
    expect(text(await loading)).toBe('AAAAAAAA');
  });

  test.each([
    ['a broken connection', broken],
    ['a body that is cut off', cut],
    ['500', say('', 500)],
    ['503', say('', 503)],
    ['429', say('', 429)],
  ])('tries %s once more after a pause', async (_, fault) => {
    const { line, asked } = serve(fault, say('text'));
    const loading = requestFile(line, wanted, attempt());
    await vi.advanceTimersByTimeAsync(0);
    expect(asked()).toBe(1);
    await vi.advanceTimersByTimeAsync(1000);
    expect([text(await loading), asked()]).toEqual(['text', 2]);
  });

  test.each([
    ['404', say('', 404), 'not-found'],
    ['403', say('', 403), 'bad-response'],
    ['an answer without a file', say(null, 204), 'bad-response'],
    ['a page', say('<p>', 200, 'text/html'), 'not-found'],
    ['a page of no type', say('\n<!DOCTYPE html><p>', 200, ''), 'not-found'],
    ['a page of another type', say('<!doctype html><p>'), 'not-found'],
  ])('takes %s as it is, at once', async (_, answer, kind) => {
    const { line, asked } = serve(answer);
    await expect(requestFile(line, wanted, attempt())).rejects.toMatchObject({ kind });
    expect(asked()).toBe(1);
  });

  test('keeps a post that begins like a page', async () => {
    const { line } = serve(say('<!doctype html>', 200, 'text/markdown'));
    expect(text(await requestFile(line, wanted, attempt()))).toBe('<!doctype html>');
  });

  test('fails as the second attempt does', async () => {
    const { line, asked } = serve(broken, say('', 404));
    const outcome = expect(requestFile(line, wanted, attempt())).rejects.toMatchObject({
      kind: 'not-found',
    });
    await vi.advanceTimersByTimeAsync(1000);
    await outcome;
    expect(asked()).toBe(2);
  });

  test('does not ask again where there is no network', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    const { line, asked } = serve(broken);
    await expect(requestFile(line, wanted, attempt())).rejects.toMatchObject({ kind: 'offline' });
    expect(asked()).toBe(1);
    vi.unstubAllGlobals();
  });

  test('ends with the reason of the signal, and leaves no timer', async () => {
    const control = new AbortController();
    const { line, offline } = serve(silent);
    const loading = requestFile(line, wanted, attempt(control.signal));
    control.abort(new Error('moved on'));
    await expect(loading).rejects.toThrow('moved on');
    expect([offline(), vi.getTimerCount()]).toEqual([0, 0]);
  });

  test('leaves no timer behind a file that came', async () => {
    const { line } = serve(say('text'));
    await requestFile(line, wanted, attempt());
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('requestHead', () => {
  test('gives up a silent server too', async () => {
    vi.useFakeTimers();
    const { line } = serve(silent);
    const outcome = expect(requestHead(line, '/x/', attempt())).rejects.toMatchObject({
      kind: 'offline',
    });
    await vi.advanceTimersByTimeAsync(silenceMs);
    await outcome;
    vi.useRealTimers();
  });
});
