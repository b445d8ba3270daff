// The element that an address names, and the reading position on it.

import { decodePath } from '../../content/site/permalink.ts';

/** Puts the reading position on `element` without scrolling or showing a ring. */
export function focusQuietly(element: HTMLElement | null | undefined): void {
  if (!element) return;
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

/** Puts the reading position on `target`; without one on the heading of the page. */
export function focusTarget(target: HTMLElement | null = null): void {
  focusQuietly(target ?? document.querySelector<HTMLElement>('main h1'));
}

/** The element a hash names. */
export function findTarget(hash: string): HTMLElement | null {
  return document.getElementById(decodePath(hash.slice(1)) ?? '');
}

/** Marks the element a hash names, as `:target` knows only what the page was loaded with. */
export function showTarget(hash: string): void {
  document.documentElement.dataset['moved'] = '';
  document.querySelector('[data-target]')?.removeAttribute('data-target');
  findTarget(hash)?.setAttribute('data-target', '');
}

/** For a page whose text came after the move to it: goes to what the address names, unless the reader has moved on. */
export function arriveLate(): void {
  const target = findTarget(location.hash);
  showTarget(location.hash);
  if (scrollY === 0) target?.scrollIntoView();
  // The heading of the waiting page had focus, and is gone.
  if (document.activeElement !== document.body) return;
  focusTarget(target);
}
