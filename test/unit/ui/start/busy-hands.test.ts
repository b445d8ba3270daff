import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isBusy, restEvent, watchHands } from '../../../../src/ui/start/busy-hands.ts';

describe('watchHands', () => {
  const rest = vi.fn();
  let root: HTMLElement;

  /** An event in the page, from the button that it holds. */
  function send(type: string, init: object = {}): void {
    const event = Object.assign(new Event(type, { bubbles: true }), init);
    root.querySelector('button')?.dispatchEvent(event);
  }

  beforeEach(() => {
    vi.useFakeTimers();
    rest.mockReset();
    document.body.innerHTML = '<div id="app"><button>Theme</button></div>';
    root = document.getElementById('app') ?? document.body;
    root.addEventListener(restEvent, rest);
    watchHands(root);
  });
  afterEach(() => void vi.useRealTimers());

  test('a word that is composed keeps the hands busy to its end', () => {
    expect(isBusy(root)).toBe(false);
    send('compositionstart');
    expect(isBusy(root)).toBe(true);
    send('compositionend');
    expect(isBusy(root)).toBe(false);
    expect(rest).toHaveBeenCalledOnce();
  });

  test('a button held down does so until its click is done', () => {
    send('pointerdown');
    send('pointerup');
    expect(isBusy(root)).toBe(true);
    send('click');
    expect(isBusy(root)).toBe(true);
    vi.advanceTimersByTime(0);
    expect(isBusy(root)).toBe(false);
    expect(rest).toHaveBeenCalledOnce();
  });

  test.each([
    ['a finger lifted without a click', 'pointerup', {}, 300],
    ['a touch that becomes a scroll', 'pointercancel', {}, 0],
    ['a button let go outside the window', 'pointermove', { buttons: 0 }, 0],
  ])('%s ends it', (_, type, init, ms) => {
    send('pointerdown');
    send('pointermove', { buttons: 1 });
    expect(isBusy(root)).toBe(true);
    send(type, init);
    vi.advanceTimersByTime(ms);
    expect(isBusy(root)).toBe(false);
  });

  test('Space presses a button when it is let go, other keys at once', () => {
    send('keydown', { key: 'Enter' });
    expect(isBusy(root)).toBe(false);
    send('keydown', { key: ' ' });
    expect(isBusy(root)).toBe(true);
    send('keyup', { key: ' ' });
    expect(isBusy(root)).toBe(true);
    vi.advanceTimersByTime(0);
    expect(isBusy(root)).toBe(false);
  });

  test('what is let go in another window is no longer held', () => {
    send('pointerdown');
    send('keydown', { key: ' ' });
    dispatchEvent(new Event('blur'));
    expect(isBusy(root)).toBe(false);
  });

  test('rests when everything is let go', () => {
    send('pointerdown');
    send('keydown', { key: ' ' });
    send('pointercancel');
    expect(isBusy(root)).toBe(true);
    send('keyup', { key: ' ' });
    vi.advanceTimersByTime(0);
    expect(rest).toHaveBeenCalledOnce();
  });
});
