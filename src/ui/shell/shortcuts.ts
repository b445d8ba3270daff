import { useNavigate } from '@solidjs/router';
import { onCleanup, onMount } from 'solid-js';
import { useApp } from '../frame/app-context.ts';
import { findField } from '../list/find-field.ts';
import { ownFocus } from '../move/navigation.ts';

const key = 'rubric-single-keys';

/** True if `/` and `?` act by themselves on this device. On unless turned off. */
export function readSingleKeys(): boolean {
  try {
    return localStorage.getItem(key) !== 'off';
  } catch {
    // Storage is refused: nothing was ever turned off.
    return true;
  }
}

/** Turns `/` and `?` on or off on this device. */
export function writeSingleKeys(isOn: boolean): void {
  try {
    if (isOn) localStorage.removeItem(key);
    else localStorage.setItem(key, 'off');
  } catch {
    // Storage is refused: the choice cannot be kept.
  }
}

/** Keys that work on every page: search and the dialog of shortcuts. Called once, in the shell. */
export function createShortcuts(openDialog: () => void): void {
  const app = useApp();
  const navigate = useNavigate();
  const search = (): void => {
    const field = findField();
    if (field === null) {
      const to = `${app.href('/')}?q=`;
      if (app.canOpen(app.href('/'))) navigate(to, { resolve: false, state: ownFocus });
      else location.assign(to);
    } else {
      field.focus();
      field.select();
    }
  };
  const press = (event: KeyboardEvent): void => {
    const action = findAction(event);
    if (action === undefined || event.defaultPrevented || app.isStrict()) return;
    event.preventDefault();
    if (action === 'search') search();
    else openDialog();
  };
  onMount(() => addEventListener('keydown', press));
  onCleanup(() => removeEventListener('keydown', press));
}

function findAction(event: KeyboardEvent): 'search' | 'shortcuts' | undefined {
  if (event.isComposing || event.altKey) return undefined;
  // By pattern: filling in a form by the browser sends key events that have no key.
  if (/^k$/i.test(event.key) && event.ctrlKey !== event.metaKey && !event.shiftKey) {
    return 'search';
  }
  if (event.ctrlKey || event.metaKey || isField(event.target) || !readSingleKeys())
    return undefined;
  if (event.key === '/') return 'search';
  return event.key === '?' ? 'shortcuts' : undefined;
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, dialog, [contenteditable]') !== null
  );
}
