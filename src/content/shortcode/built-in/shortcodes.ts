import { blockShortcodes } from './block-shortcodes.ts';
import type { Shortcode } from '../base/call.ts';
import { codeShortcodes } from './code-shortcodes.ts';
import { embedShortcodes } from './embed-shortcodes.ts';
import { linkShortcodes } from './link-shortcodes.ts';
import { mediaShortcodes } from './media-shortcodes.ts';

/** Every shortcode that is built in, by name. */
export const shortcodes: ReadonlyMap<string, Shortcode> = new Map([
  ...mediaShortcodes,
  ...embedShortcodes,
  ...linkShortcodes,
  ...blockShortcodes,
  ...codeShortcodes,
]);

/** The shortcode of that name, without regard to case, folder and `-` or `_`. */
export function findShortcode(name: string): Shortcode | undefined {
  const base = name.slice(name.lastIndexOf('/') + 1).toLowerCase();
  return shortcodes.get(name) ?? shortcodes.get(base) ?? shortcodes.get(base.replace(/-/g, '_'));
}
