import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { countViews } from '../../../../src/ui/services/count-views.ts';

const counter = { service: 'plausible', url: 'https://stats.example', site: 'b' } as const;
const fetched = vi.fn((_url: string, _init: RequestInit) => Promise.resolve(new Response()));

/** Paths that were counted. */
function listCounted(): readonly string[] {
  return fetched.mock.calls.map(([, { body }]) => {
    const { url } = JSON.parse(String(body)) as { readonly url: string };
    return new URL(url).pathname;
  });
}

/** Moves as the app does: the address, then the title. */
async function move(path: string): Promise<void> {
  history.pushState(null, '', path);
  document.title = path;
  // Observers are told after the task.
  await vi.advanceTimersByTimeAsync(5000);
}

let isHidden = false;

describe('countViews', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('fetch', fetched);
    isHidden = false;
    vi.spyOn(document, 'hidden', 'get').mockImplementation(() => isHidden);
    document.head.innerHTML = '<title>First</title>';
    history.replaceState(null, '', '/first/');
  });
  afterEach(() => {
    // Ends the watching of the head.
    document.head.remove();
    document.documentElement.prepend(document.createElement('head'));
    fetched.mockClear();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  test('counts the page, and each that the reader moves to, once', async () => {
    countViews(counter, undefined);
    await move('/second/');
    await move('/second/?keyword=rust');
    await move('/first/');
    expect(listCounted()).toEqual(['/first/', '/second/', '/first/']);
  });

  test('counts a page that is hidden, or drawn ahead, when it is seen', async () => {
    isHidden = true;
    countViews(counter, undefined);
    expect(listCounted()).toEqual([]);
    isHidden = false;
    document.dispatchEvent(new Event('visibilitychange'));
    expect(listCounted()).toEqual(['/first/']);
  });

  test('counts nothing without a connection', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    countViews(counter, undefined);
    await move('/second/');
    expect(listCounted()).toEqual([]);
  });

  test.each([
    ['globalPrivacyControl', true],
    ['doNotTrack', '1'],
  ])('counts nobody whose browser says %s', async (name, value) => {
    Object.defineProperty(navigator, name, { value, configurable: true });
    countViews(counter, undefined);
    await move('/second/');
    Reflect.deleteProperty(navigator, name);
    expect(listCounted()).toEqual([]);
  });

  test('counts at the address of the blog alone', () => {
    countViews(counter, 'https://elsewhere.example/blog/');
    expect(listCounted()).toEqual([]);
    countViews(counter, `${location.origin}/blog/`);
    expect(listCounted()).toEqual(['/first/']);
  });

  test('counts nothing where the policy of the page does not know the counter', () => {
    document.head.innerHTML = `<meta http-equiv="Content-Security-Policy" content="connect-src 'self'">`;
    countViews(counter, undefined);
    expect(listCounted()).toEqual([]);
  });

  test('is silent when the counter cannot be reached', async () => {
    fetched.mockRejectedValueOnce(new TypeError('no connection'));
    countViews(counter, undefined);
    await move('/second/');
    expect(listCounted()).toEqual(['/first/', '/second/']);
  });
});
