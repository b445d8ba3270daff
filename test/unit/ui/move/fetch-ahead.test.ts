import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createFetchAhead, type FetchAhead } from '../../../../src/ui/move/fetch-ahead.ts';

let show: (...links: readonly Element[]) => void;
let observed: Element[];

class FakeObserver {
  constructor(callback: IntersectionObserverCallback) {
    show = (...links) => {
      const entries = links.map((target) => ({ isIntersecting: true, target }));
      callback(entries as IntersectionObserverEntry[], this as unknown as IntersectionObserver);
    };
  }
  observe(link: Element): void {
    observed.push(link);
  }
  disconnect(): void {
    observed = [];
  }
}

const showAll = (): void => show(...observed);

describe('createFetchAhead', () => {
  let loaded: string[];
  let ahead: FetchAhead;
  let open: () => void;

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('matchMedia', () => ({ matches: false }));
    vi.stubGlobal('requestIdleCallback', (then: () => void) => setTimeout(then, 1));
    vi.stubGlobal('IntersectionObserver', FakeObserver);
    loaded = [];
    observed = [];
    const posts = Array.from({ length: 6 }, (_, at) => `<a href="/posts/${at}/">${at}</a>`);
    document.body.innerHTML =
      `<main>${posts.join('')}<a href="/keywords/a/">a</a><a href="/">home</a>` +
      '<a href="https://other.example/x/">other</a><a href="/posts/kept/">kept</a>' +
      '<div class="prose"><a href="/posts/said/">said</a></div></main><a href="/about/">about</a>';
    ahead = createFetchAhead(
      {
        hasPost: (permalink) => permalink === '/posts/kept/',
        loadPost: (permalink) => {
          loaded.push(permalink);
          return new Promise((resolve) => (open = () => resolve(undefined)));
        },
      },
      '/',
    );
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  test('fetches posts in view one after the other, four at most', async () => {
    ahead.watch();
    showAll();
    for (let at = 0; at < 6; at++) {
      await vi.advanceTimersByTimeAsync(10);
      if (at === 0) expect(loaded).toEqual(['/posts/0/']);
      open();
    }
    expect(loaded).toEqual(['/posts/0/', '/posts/1/', '/posts/2/', '/posts/3/']);
  });

  test('leaves lists, other sites, posts in memory and links in a text alone', () => {
    ahead.watch();
    expect(observed.map(({ textContent }) => textContent)).not.toContain('said');
    show(...observed.slice(6));
    vi.advanceTimersByTime(100);
    expect(loaded).toEqual([]);
  });

  test('fetches no more for a view that was left', async () => {
    ahead.watch();
    showAll();
    await vi.advanceTimersByTimeAsync(10);
    ahead.stop();
    open();
    await vi.advanceTimersByTimeAsync(100);
    expect(loaded).toEqual(['/posts/0/']);
  });

  test('fetches nothing without a connection', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    ahead.watch();
    showAll();
    await vi.advanceTimersByTimeAsync(100);
    expect(loaded).toEqual([]);
  });

  test('watches nothing on a lean connection', () => {
    vi.stubGlobal('matchMedia', () => ({ matches: true }));
    ahead.watch();
    expect(observed).toEqual([]);
  });
});
