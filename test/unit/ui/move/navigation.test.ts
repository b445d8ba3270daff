import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createFakeLibrary, type FakeLibrary } from '../../../support/fake-library.ts';
import { renderApp } from '../../../support/render-app.tsx';

const path = '/posts/near-by/';

function findLink(): HTMLAnchorElement {
  const link = document.querySelector<HTMLAnchorElement>(`main a[href="${path}"]`);
  if (link === null) throw new Error('The list does not have the post.');
  return link;
}

const tell = (target: Element, type: string): void =>
  void target.dispatchEvent(new Event(type, { bubbles: true }));

describe('createNavigation', () => {
  let library: FakeLibrary;
  const isFetched = (): boolean => library.calls.some((call) => call.endsWith(` ${path}`));

  beforeEach(async () => {
    library = createFakeLibrary([{ title: 'Near by', day: '2020-01-01' }, { title: 'Far' }]);
    await renderApp(library);
    vi.useFakeTimers();
  });

  afterEach(() => void vi.useRealTimers());

  test('fetches what a link leads to when the pointer has rested on it', () => {
    tell(findLink(), 'mouseover');
    vi.advanceTimersByTime(64);
    expect(isFetched()).toBe(false);
    vi.advanceTimersByTime(1);
    expect(isFetched()).toBe(true);
  });

  test('fetches nothing when the pointer has gone on before', () => {
    tell(findLink(), 'mouseover');
    vi.advanceTimersByTime(60);
    tell(document.body, 'mouseover');
    vi.advanceTimersByTime(1000);
    expect(isFetched()).toBe(false);
  });

  test.each(['touchstart', 'focusin'])('fetches what a link leads to at once at %s', (sign) => {
    tell(findLink(), sign);
    expect(isFetched()).toBe(true);
  });

  test('fetches the page of a chip never: it filters in place', async () => {
    library = createFakeLibrary([{ title: 'Near by', keywords: ['rust'] }]);
    vi.useRealTimers();
    await renderApp(library);
    vi.useFakeTimers();
    const before = library.calls.length;
    const chip = document.querySelector('[data-slug="rust"]');
    expect(chip).not.toBeNull();
    if (chip !== null) tell(chip, 'touchstart');
    expect(library.calls.slice(before)).toEqual([]);
  });
});
