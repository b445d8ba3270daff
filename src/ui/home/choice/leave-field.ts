import { findField } from '../../list/find-field.ts';

/** Goes with the arrow key from the search field to the results; Escape empties it with `type`, then leaves it. */
export function leaveField(event: KeyboardEvent, type: (text: string) => void): void {
  if (event.isComposing) return;
  if (event.key === 'ArrowDown') {
    const first = document.querySelector<HTMLElement>('[data-results] a');
    if (first === null) return;
    event.preventDefault();
    first.focus();
  } else if (event.key === 'Escape') {
    event.preventDefault();
    const field = findField();
    if (field?.value !== '') type('');
    else document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  }
}
