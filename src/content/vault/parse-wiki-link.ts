/** What stands between double brackets: `[[Note#Heading|text]]`, `![[picture.png|300]]`. */
export interface WikiLink {
  /** The brackets and all in them, as written. */
  readonly raw: string;
  /** Whether `!` stands before it: the note or the file itself is to be shown. */
  readonly isEmbed: boolean;
  /** Name, path, title or alias of a note, or name of a file; empty for a place in the same note. */
  readonly name: string;
  /** Text of a heading; with `^` at the start, the id of a block; `undefined` for the whole note. */
  readonly fragment: string | undefined;
  /** What is shown instead of the name; for pictures, the size and the text. */
  readonly label: string | undefined;
}

const pattern = /^(!?)\[\[([^[\]\n]{1,600})\]\](?!\()/;

/** The link that begins at `at` in `source`; `undefined` where none does. */
export function parseWikiLink(source: string, at: number): WikiLink | undefined {
  const match = pattern.exec(source.slice(at, at + 620));
  if (match === null) return undefined;
  const [raw, mark = '', inner = ''] = match;
  // In a table the bar is escaped.
  const bar = /\\?\|/.exec(inner);
  const target = bar === null ? inner : inner.slice(0, bar.index);
  const label = bar === null ? undefined : inner.slice(bar.index + bar[0].length).trim();
  // `[[ -f x ]]` is a test of a shell, and a mark for the table of contents is no note.
  if (/^\s|\s$/.test(target) || target === '' || /^_?toc_?$/i.test(target)) return undefined;
  const hash = target.indexOf('#');
  const name = (hash === -1 ? target : target.slice(0, hash)).trim();
  const places = hash === -1 ? [] : target.slice(hash + 1).split('#');
  const fragment = places.at(-1)?.trim() || undefined;
  if (name === '' && fragment === undefined) return undefined;
  return { raw, isEmbed: mark === '!', name, fragment, label: label || undefined };
}

/** The words that `link` shows, as Markdown. */
export function formatLabel({ name, fragment, label }: WikiLink): string {
  if (label !== undefined) return label;
  if (fragment === undefined || (fragment.startsWith('^') && name !== ''))
    return escapeMarkdown(name);
  return escapeMarkdown(name === '' ? fragment.replace(/^\^/, '') : `${name} > ${fragment}`);
}

/** Plain text as Markdown that shows the same. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\*`<~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, String.raw`\$&`);
}
