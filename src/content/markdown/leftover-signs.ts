// What `leftovers.ts` looks for in text. For the build only.

/** Signs of Markdown that its reader sees because nothing was made of them. */
export interface LeftoverSigns {
  readonly pattern: RegExp;
  /** The sentence behind the signs. */
  readonly fault: string;
  readonly remedy: string;
  /** Whether the first of them in a block stands for all. */
  readonly isOnce?: boolean;
}

const shown = 'is shown as it is written';

/** Signs wherever they are text. */
export const signs: readonly LeftoverSigns[] = [
  {
    pattern: /\]\((?=\S)[^()\n]{0,60}\)?/g,
    fault: `${shown}: it makes no link.`,
    remedy: 'Write `%20` for each blank in the address, or put the address between `<` and `>`.',
  },
  {
    pattern: /\[![A-Za-z][\w-]{0,40}\][+-]?/g,
    fault: `${shown}: it opens no note.`,
    remedy: 'Put it at the start of a quote: `> [!NOTE]`.',
  },
  {
    pattern: /(?<!\S)%%\s{0,3}[^%\s][^%]{0,60}(?:%%)?/g,
    fault: 'is shown to readers and found by search.',
    remedy: 'Write `<!-- … -->` for a comment.',
  },
  {
    pattern: /\{:(?=[\s.#]|[\w-]+=|toc)[^{}]{0,60}\}/g,
    fault: `${shown}: it stands behind nothing it could belong to.`,
    remedy: 'Put it right behind a link or an image, or on the line below a block.',
  },
  {
    pattern: /(?<=\n)[ \t]*\|?(?:[ \t]*:?-{2,}:?[ \t]*\|){1,30}[ \t]*(?::?-{2,}:?[ \t]*)?(?=\n|$)/g,
    fault: `${shown}: it makes no table.`,
    remedy: 'Give the line above it the same number of cells; write `\\|` for a bar within one.',
  },
  {
    pattern: /(?<=^|\n)\[[^\]^\n][^\]\n]{0,60}\]:(?=[ \t]+(?:$|[./#]))/g,
    fault: `${shown}: it defines no link.`,
    remedy: 'Put an address with blanks between `<` and `>`, and leave a blank line above.',
  },
  {
    pattern: /\[\^[^\]\s]{1,60}\]/g,
    fault: `${shown}: there is no such footnote.`,
    remedy: 'Define it with a line that begins with the same signs and `:`.',
  },
];

/** Signs of formulas where a post asks for these. */
export const signsOfFormulas: LeftoverSigns = {
  pattern: /\$[^$\n]{0,60}\\[A-Za-z]{2,}[^$\n]{0,60}\$?/g,
  fault: `${shown}: it is no formula.`,
  remedy: 'Write no space right behind the first `$` and before the last, and no digit behind it.',
};

/** Signs where an author wrote HTML, which Markdown leaves alone. */
export const signsInHtml: LeftoverSigns = {
  pattern:
    /(?<=\n)[ \t]*(?:(?:`{3,}|~{3,})[\w-]{0,20}|(?:[-*+]|\d{1,3}\.|#{1,6})[ \t]+[^\s\0][^\n\0]{0,40})|\*\*[^*\s][^*\n]{0,60}\*\*/g,
  fault: `${shown}: it stands within HTML.`,
  remedy: 'Leave a blank line before it.',
  isOnce: true,
};
