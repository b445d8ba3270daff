/** Loads what expands tags. */
export function loadShortcodes(): Promise<typeof import('./expand-shortcodes.ts')> {
  return import('./expand-shortcodes.ts');
}
