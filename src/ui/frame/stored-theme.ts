/** The theme chosen on this device: stored, and shown as an attribute that the styles read. */

/** Also read by `theme-start.js`, before the first paint. */
const key = 'rubric-theme';

/** A theme that the reader has chosen over that of the system. */
export type ChosenTheme = 'light' | 'dark';

/** The stored choice; `undefined` where there is none, or storage is refused. */
export function readTheme(): ChosenTheme | undefined {
  try {
    return parseTheme(localStorage.getItem(key));
  } catch {
    // Storage is refused (private window, policy): as if nothing were stored.
    return undefined;
  }
}

/** Stores a choice; `undefined` forgets it. Where storage is refused it holds until the page is left. */
export function storeTheme(theme: ChosenTheme | undefined): void {
  try {
    if (theme === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
  } catch {
    // As the comment of the function says.
  }
}

/** The theme that the page shows by choice. */
export function findShownTheme(): ChosenTheme | undefined {
  return parseTheme(document.documentElement.dataset['theme']);
}

/** Shows a choice, on the page and in the browser's own frame; `undefined` follows the system. */
export function showTheme(theme: ChosenTheme | undefined): void {
  if (theme === undefined) delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  const metas = document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]');
  for (const meta of metas) frameColours[schemeOf(meta)] ??= meta.content;
  for (const meta of metas) meta.content = frameColours[theme ?? schemeOf(meta)] ?? meta.content;
}

/** The colours of the browser's own frame, by scheme: those that the page came with. */
const frameColours: Partial<Record<ChosenTheme, string>> = {};

function schemeOf(meta: HTMLMetaElement): ChosenTheme {
  return meta.matches('[media*="dark"]') ? 'dark' : 'light';
}

/** Calls `show` when a page that was put aside, or drawn ahead, comes before the reader: the choice may be another by then. */
export function onReturn(show: () => void): void {
  addEventListener('pageshow', (event) => {
    if (event.persisted) show();
  });
  document.addEventListener('prerenderingchange', show);
}

function parseTheme(value: string | null | undefined): ChosenTheme | undefined {
  return value === 'light' || value === 'dark' ? value : undefined;
}
