/**
 * What the reader is in the middle of while the app is loading: a button or key held down, a word being composed,
 * as in Japanese. It would be lost with its element, so the app takes the page over when the hands rest.
 */

/** Longest time between the end of a touch and its click. */
const clickMs = 300;

/** Event on the app's element when the reader's hands rest again. */
export const restEvent = 'rubric:rest';

/** Whether the reader is in the middle of something in `root`, which {@link watchHands} watches. */
export function isBusy(root: HTMLElement): boolean {
  return root.hasAttribute('data-busy');
}

/** Watches the reader's hands for as long as `root` is on the page. */
export function watchHands(root: HTMLElement): void {
  /** What is held, and the timer that will let it go. */
  const held = new Map<string, ReturnType<typeof setTimeout> | undefined>();
  const hold = (what: string): void => {
    clearTimeout(held.get(what));
    held.set(what, undefined);
    root.toggleAttribute('data-busy', true);
  };
  const release = (what: string): void => {
    clearTimeout(held.get(what));
    if (!held.delete(what) || held.size > 0) return;
    root.removeAttribute('data-busy');
    root.dispatchEvent(new Event(restEvent));
  };
  /** After what an event leads to: the click that follows a button or key that is let go. */
  const releaseLater = (what: string, ms: number): void => {
    if (!held.has(what)) return;
    clearTimeout(held.get(what));
    held.set(what, setTimeout(release, ms, what));
  };
  const on = <Type extends keyof HTMLElementEventMap>(
    type: Type,
    listener: (event: HTMLElementEventMap[Type]) => void,
  ): void => root.addEventListener(type, listener, { capture: true, passive: true });
  on('compositionstart', () => hold('word'));
  on('compositionend', () => release('word'));
  on('pointerdown', () => hold('pointer'));
  on('pointerup', () => releaseLater('pointer', clickMs));
  on('click', () => releaseLater('pointer', 0));
  on('pointercancel', () => release('pointer'));
  // A button that is released outside the window, or on a scroll bar, fires no event here.
  on('pointermove', ({ buttons }) => buttons === 0 && release('pointer'));
  on('keydown', ({ key }) => key === ' ' && hold('key'));
  on('keyup', () => releaseLater('key', 0));
  // Nor does what is released in another window.
  addEventListener('blur', () => [...held.keys()].forEach(release));
}
