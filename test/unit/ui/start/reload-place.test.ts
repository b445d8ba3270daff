import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { holdPlace, shareScrolling } from '../../../../src/ui/start/reload-place.ts';

beforeEach(() => {
  vi.stubGlobal('scrollTo', vi.fn());
  history.scrollRestoration = 'auto';
});

afterEach(() => void vi.unstubAllGlobals());

describe('shareScrolling', () => {
  test('gives scrolling back to the browser while the page is away', () => {
    shareScrolling();
    history.scrollRestoration = 'manual';
    dispatchEvent(new Event('pagehide'));
    expect(history.scrollRestoration).toBe('auto');
    dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    expect(history.scrollRestoration).toBe('manual');
  });

  test('changes nothing for a page that is loaded', () => {
    shareScrolling();
    dispatchEvent(new Event('pagehide'));
    dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
    expect(history.scrollRestoration).toBe('auto');
  });
});

describe('holdPlace', () => {
  test.each([
    ['where the browser put it', 'auto', 300, 300],
    ['at the top, where no one was', 'auto', 0, 0],
    ['where the reader went meanwhile', 'manual', 300, 300],
  ] as const)('keeps the page %s', (_name, mode, place, expected) => {
    history.scrollRestoration = mode;
    vi.stubGlobal('scrollY', place);
    const restore = holdPlace();
    vi.stubGlobal('scrollY', 900);
    restore();
    expect(scrollTo).toHaveBeenCalledWith({ left: 0, top: expected, behavior: 'instant' });
  });

  test('leaves the page where the router put it when the browser was not to', () => {
    history.scrollRestoration = 'manual';
    const restore = holdPlace();
    vi.stubGlobal('scrollY', 900);
    restore();
    expect(scrollTo).not.toHaveBeenCalled();
  });
});
