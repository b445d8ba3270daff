// The net below recovery. It looks at single lines of a damaged front matter, so that no fault around
// `draft: true` can publish a draft.

/** A setting that keeps a post from the public, as a line of text has it. */
export interface HidingSetting {
  readonly name: 'draft' | 'published' | 'status';
  readonly value: string;
  /** 1-based line within the text. */
  readonly line: number;
}

/** A key at the start of a line, behind what YAML, TOML and JSON may have there, or in quotes anywhere; then its sign. */
const start = String.raw`(?:^ ?(?:[{,>|+*-] ?){0,3}["'“]?|["'])`;
const sign = String.raw`["'”]? ?[:=] ?["'“]?`;
/** What may follow a word that is the whole value. */
const end = String.raw`(?=["'”]? ?(?:[,;}#]|$))`;

/** An empty `draft` counts where the text around it is damaged. */
const settings = [
  ['draft', new RegExp(`${start}(?:is[-_]?)?draft${sign}(true|yes|y|on|1|)${end}`, 'im')],
  ['published', new RegExp(`${start}publish(?:ed)?${sign}(false|no|n|off|0)${end}`, 'im')],
  [
    'status',
    new RegExp(
      `${start}status${sign}(drafts?|hidden|private|pending|trash|skip|unpublished)${end}`,
      'im',
    ),
  ],
] as const;

/**
 * The first line of `text` that looks like `draft: true`, `published = false` or `"status": "private"`,
 * whatever stands around it. A comment does not count. Linear in the length of `text`.
 */
export function findHidingSetting(text: string): HidingSetting | undefined {
  // One blank for a run of them keeps the patterns linear.
  const plain = text.replace(/[^\S\n]+/g, ' ');
  for (const [name, pattern] of settings) {
    const match = pattern.exec(plain);
    if (match === null) continue;
    const line = plain.slice(0, match.index).split('\n').length;
    return { name, value: match[1] || 'true', line };
  }
  return undefined;
}
