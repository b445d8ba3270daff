import { createSignal } from 'solid-js';
import {
  type ChosenTheme,
  findShownTheme,
  onReturn,
  readTheme,
  showTheme,
  storeTheme,
} from '../frame/stored-theme.ts';

/** `automatic` follows the system and stores nothing. */
export type Theme = 'automatic' | ChosenTheme;

const order: readonly Theme[] = ['automatic', 'light', 'dark'];

const [theme, setTheme] = createSignal<Theme>('automatic');

/** The theme chosen on this device. `theme-start.js` has put it on the page before the first paint. */
export { theme };

/** Takes over the choice that `theme-start.js` applied, and follows it when the page comes back. */
export function startTheme(): void {
  applyTheme(findShownTheme() ?? 'automatic');
  onReturn(() => applyTheme(readTheme() ?? 'automatic'));
}

/** Goes on to the next theme, applies and stores it. */
export function cycleTheme(): Theme {
  const next = order[(order.indexOf(theme()) + 1) % order.length] ?? 'automatic';
  applyTheme(next);
  storeTheme(next === 'automatic' ? undefined : next);
  return next;
}

function applyTheme(next: Theme): void {
  setTheme(next);
  showTheme(next === 'automatic' ? undefined : next);
}
