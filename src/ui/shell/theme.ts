import { createSignal } from 'solid-js';

/** `automatic` follows the system and stores nothing. */
export type Theme = 'automatic' | 'light' | 'dark';

const key = 'rubric-theme';
const order: readonly Theme[] = ['automatic', 'light', 'dark'];

/** The paper of each scheme (`--paper` of tokens.css), for the browser's own frame. */
const paper = { light: '#f9fafc', dark: '#10151f' } as const;

const [theme, setTheme] = createSignal<Theme>('automatic');

/** The theme chosen on this device. `theme-start.js` has put it on the page before the first paint. */
export { theme };

/** Takes over the choice that `theme-start.js` applied. */
export function startTheme(): void {
  applyTheme(parseTheme(document.documentElement.dataset['theme']));
}

/** Goes on to the next theme, applies and stores it. */
export function cycleTheme(): Theme {
  const next = order[(order.indexOf(theme()) + 1) % order.length] ?? 'automatic';
  applyTheme(next);
  try {
    if (next === 'automatic') localStorage.removeItem(key);
    else localStorage.setItem(key, next);
  } catch {
    // Storage is refused (private window, policy): the choice holds until the page is left.
  }
  return next;
}

function applyTheme(next: Theme): void {
  setTheme(next);
  if (next === 'automatic') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = next;
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    meta.content = paper[next === 'automatic' ? schemeOf(meta.media) : next];
  }
}

function schemeOf(media: string): 'light' | 'dark' {
  return media.includes('dark') ? 'dark' : 'light';
}

function parseTheme(value: string | undefined): Theme {
  return value === 'light' || value === 'dark' ? value : 'automatic';
}
