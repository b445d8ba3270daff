import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { warmLinks } from '../../../../src/ui/start/warm-links.ts';

const warm = (): readonly string[] =>
  [...document.querySelectorAll('[data-warm]')].map(({ id }) => id);

const point = (selector: string, type = 'mouseover'): void => {
  document.querySelector(selector)?.dispatchEvent(new MouseEvent(type, { bubbles: true }));
};

describe('warmLinks', () => {
  const stop = { current: new AbortController() };
  const onWarm = vi.fn();
  const fetched: string[] = [];
  const aborted: string[] = [];

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('matchMedia', () => ({ matches: false }));
    vi.stubGlobal('fetch', (url: string, { signal }: RequestInit) => {
      const { pathname } = new URL(url);
      fetched.push(pathname);
      return new Promise<Response>((resolve, reject) => {
        signal?.addEventListener('abort', () => {
          aborted.push(pathname);
          reject(new Error('aborted'));
        });
        if (pathname === '/y/') resolve(new Response(''));
      });
    });
    history.replaceState(null, '', '/here/');
    document.body.innerHTML =
      '<a id="x" href="/x/">x</a><a id="y" href="/y/">y</a><a id="here" href="/here/#a">here</a>' +
      '<a id="chip" href="/keywords/a/" data-slug="a">a</a><a id="q" href="/?q=">search</a>' +
      '<a id="file" href="/x.pdf">file</a><p>text</p>';
    stop.current = new AbortController();
    warmLinks({ base: '/', onWarm, signal: stop.current.signal });
  });
  afterEach(() => {
    stop.current.abort();
    fetched.length = 0;
    aborted.length = 0;
    onWarm.mockClear();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  test('marks the link that the pointer rests on, and no other', async () => {
    point('#x');
    expect(warm()).toEqual([]);
    await vi.advanceTimersByTimeAsync(100);
    expect(warm()).toEqual(['x']);
    expect(onWarm).toHaveBeenCalledOnce();
    point('#y');
    expect(warm()).toEqual([]);
    await vi.advanceTimersByTimeAsync(100);
    expect(warm()).toEqual(['y']);
    point('p');
    expect(warm()).toEqual([]);
  });

  test.each(['focusin', 'touchstart', 'mousedown'])('marks at once at %s', (type) => {
    point('#x', type);
    expect(warm()).toEqual(['x']);
  });

  test('leaves a pointer alone that is on its way', async () => {
    point('#x');
    await vi.advanceTimersByTimeAsync(10);
    point('p');
    await vi.advanceTimersByTimeAsync(100);
    expect(warm()).toEqual([]);
  });

  test.each(['#here', '#chip', '#q', '#file'])('leaves %s alone', (selector) => {
    point(selector, 'focusin');
    expect(warm()).toEqual([]);
  });

  test('fetches nothing on a lean connection', () => {
    vi.stubGlobal('matchMedia', () => ({ matches: true }));
    point('#x', 'focusin');
    expect(warm()).toEqual([]);
    expect(fetched).toEqual([]);
  });

  test('fetches a page once, and again only what was given up before it was whole', async () => {
    for (const selector of ['#x', '#y', '#x', '#y']) {
      point(selector, 'focusin');
      await vi.advanceTimersByTimeAsync(0);
    }
    expect(fetched).toEqual(['/x/', '/y/', '/x/']);
    expect(aborted).toContain('/x/');
  });

  test('stops, and leaves no mark', () => {
    point('#x', 'focusin');
    stop.current.abort();
    expect(warm()).toEqual([]);
    point('#y', 'focusin');
    expect(warm()).toEqual([]);
  });
});
