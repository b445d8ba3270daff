/**
 * Parts of the renderer that are chunks of their own in the browser, loaded for the posts that need them:
 *
 * - `settings`: all settings of a front matter, for a post that the build has not seen, and for shortcodes
 * - `mdx`: the Markdown of MDX
 * - `repair`: text that was once saved in a wrong encoding
 * - `front-matter`, `toml`, `yaml`: front matter beyond plain keys and values, and the packages of its formats
 * - `shortcodes`, `liquid`: tags in braces
 * - `dialect`: blocks beyond GFM, such as notes, definition lists and footnotes
 * - `leniency`: what GFM would lose or show raw, such as addresses with blanks
 * - `code`, `grammar`: fences that name a language, and what colours them
 * - `math`, `formulas`: the marks of formulas, and what sets them
 * - `emoji`: emoji by name
 * - `entities`: names of characters, such as `&eacute;`
 * - `elements`: elements that are read or taken away as a whole, such as players
 * - `purify`: no part of the renderer, but of the page that shows what it gives: the sanitizer of HTML that is not plain
 */
export const partNames = [
  'settings',
  'mdx',
  'repair',
  'front-matter',
  'toml',
  'yaml',
  'shortcodes',
  'liquid',
  'dialect',
  'leniency',
  'code',
  'grammar',
  'math',
  'formulas',
  'emoji',
  'entities',
  'elements',
  'purify',
] as const;

/** A part of the renderer. */
export type PartName = (typeof partNames)[number];

/** Tells the name of a part. */
export function isPartName(name: string): name is PartName {
  return (partNames as readonly string[]).includes(name);
}
