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

/** The colours of the browser's own frame, by scheme: those that the page came with. */
const frameColours: Partial<Record<'light' | 'dark', string>> = {};

const [theme, setTheme] = createSignal<Theme>('automatic');

/** The theme chosen on this device. `theme-start.js` has put it on the page before the first paint. */
export { theme };

/** Takes over the choice that `theme-start.js` applied, and follows it when the page comes back. */
export function startTheme(): void {
  for (const meta of findFrameColours()) frameColours[schemeOf(meta)] ??= meta.content;
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
  for (const meta of findFrameColours()) {
    meta.content = frameColours[next === 'automatic' ? schemeOf(meta) : next] ?? meta.content;
  }
}

function findFrameColours(): Iterable<HTMLMetaElement> {
  return document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]');
}

function schemeOf(meta: HTMLMetaElement): 'light' | 'dark' {
  return meta.matches('[media*="dark"]') ? 'dark' : 'light';
}
