import { findLoadedPath } from '../move/loaded-path.ts';

/**
 * Whether the page is not the one that the reader wants: an empty one, the missing page, a search, a selection, that of
 * another address, as Back has led on already; or whether they have begun, or chosen a theme, which its button does not know,
 * or whether something waits for their yes, which the app takes.
 */
export function isAppNeeded(root: HTMLElement): boolean {
  return (
    root.childElementCount === 0 ||
    location.search !== '' ||
    location.pathname !== findLoadedPath() ||
    isMissingPage() ||
    document.documentElement.dataset['theme'] !== undefined ||
    root.querySelector('.remote') !== null ||
    root.contains(document.activeElement) ||
    [...root.querySelectorAll<HTMLInputElement>('input[id]')].some(
      (field) => field.value !== field.defaultValue,
    )
  );
}

/** Whether a frame would load again, and a film in it stop, when the app takes the page over: only for what needs the app. */
export function isFragile(root: HTMLElement): boolean {
  return !('moveBefore' in Element.prototype) && root.querySelector('.prose iframe') !== null;
}

/** True on the page of missing posts, which stands at any address. */
export function isMissingPage(): boolean {
  return document.querySelector('meta[name="robots"][content="noindex"]') !== null;
}
