import { onCleanup } from 'solid-js';
import { focusTarget } from './target.ts';

/** For what may go away while it has focus: focus then goes to the heading of the page, not to nowhere. */
export function keepFocus(element: HTMLElement): void {
  onCleanup(() => {
    if (element.contains(document.activeElement)) focusTarget();
  });
}
