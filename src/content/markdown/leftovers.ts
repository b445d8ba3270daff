// The check of a rendered text for what should not be there. For the build only: readers do without it.

import type { Token, Tokens } from 'marked';

import { splitHeadingAttributes } from './base/attribute-list.ts';
import { countBreaks } from './base/line-reader.ts';
import type { MarkdownState } from './base/state.ts';
import { listSurplusCells } from './constructs/wide-row.ts';
import { signs as known, signsInHtml, signsOfFormulas } from './leftover-signs.ts';
import type { LeftoverSigns } from './leftover-signs.ts';
import type { LexedText } from './render-markdown.ts';
import { walkTokens } from './token-place.ts';
import type { PlacedProblem } from './token-place.ts';

/** A text has no more of these problems than that. */
const maxLeftovers = 100;

/**
 * The faults of a rendered text that only its reader would see: signs that nothing was made of, cells and footnotes that
 * are not shown, fences that are not closed. Linear.
 */
export function findLeftovers(lexed: LexedText): readonly PlacedProblem[] {
  const search = new Search(lexed);
  walkTokens(lexed, (token, start, end) => search.visit(token, start, end));
  return search.list();
}

class Search {
  readonly #text: string;
  readonly #state: MarkdownState;
  readonly #found = new Map<string, PlacedProblem>();
  readonly #footnotes = new Set<string>();
  /** Where the last escaped sign ends. */
  #escaped = -1;
  /** Texts that are no text: attribute lists of headings. */
  readonly #hidden = new Set<Token>();

  constructor({ text, state }: LexedText) {
    this.#text = text;
    this.#state = state;
  }

  list(): readonly PlacedProblem[] {
    return [...this.#found.values()];
  }

  visit(token: Token, start: number, end: number): void {
    // The rest is shown as it is written, which is said once.
    if (this.#state.pieces <= 0) return;
    switch (token.type) {
      case 'heading':
        return this.#visitHeading(token as Tokens.Heading);
      case 'table':
        return this.#visitTable(token as Tokens.Table, start);
      case 'code':
        return this.#visitCode(token as Tokens.Code, start, end);
      case 'footnoteDefinition':
        return this.#visitFootnote(token as Tokens.Generic, start);
      case 'html':
        return this.#visitHtml(token as Tokens.HTML, start, end);
      case 'escape':
        this.#escaped = end;
        return;
      case 'codespan':
        return this.#visitCodeSpan(token as Tokens.Codespan, start);
      case 'text':
        return this.#hidden.has(token)
          ? undefined
          : this.#visitText(token as Tokens.Text, start, end);
      default:
    }
  }

  #visitHeading({ tokens, text }: Tokens.Heading): void {
    const last = tokens.at(-1);
    if (last !== undefined && splitHeadingAttributes(tokens, text).attributes !== '')
      this.#hidden.add(last);
  }

  #visitTable({ raw, header }: Tokens.Table, start: number): void {
    const columns = header.length;
    for (const [index, row] of raw.split('\n').entries()) {
      const lost = index < 2 ? [] : listSurplusCells(row, columns);
      const subject = `${start} row ${index}`;
      if (lost.length === 0 || this.#isKnown(subject)) continue;
      this.#report({
        subject,
        message: `A row has more cells than the ${columns} columns of its table; \`${lost.join(' | ').slice(0, 60)}\` is not shown.`,
        remedy: 'Add a column, or write `\\|` for a bar within a cell.',
        line: this.#lineOf(start) + index,
      });
    }
  }

  #visitCode({ raw, codeBlockStyle }: Tokens.Code, start: number, end: number): void {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(raw)?.[1];
    if (mark === undefined || codeBlockStyle === 'indented') return;
    const lines = raw.trimEnd().split('\n');
    if (lines.length > 1 && lines.at(-1)?.trim().startsWith(mark) === true) return;
    const rest = this.#text.slice(end).trim() === '' ? 'the post' : 'its block';
    this.#report({
      subject: `fence ${start}`,
      message: `The code that begins here is not closed; the rest of ${rest} is code.`,
      remedy: `Close it with a line \`${mark.startsWith('~') ? mark : 'of backticks'}\`.`,
      line: this.#lineOf(start),
    });
  }

  #visitFootnote(token: Tokens.Generic, start: number): void {
    const { label } = token as Tokens.Generic & { readonly label: string };
    const isSecond = this.#footnotes.has(label);
    this.#footnotes.add(label);
    const note = this.#state.footnotes.get(label);
    if (note === undefined || (note.number > 0 && !isSecond)) return;
    const name = `\`[^${note.label}]\``;
    this.#report({
      subject: `footnote ${label} ${isSecond ? start : ''}`,
      message: isSecond
        ? `The footnote ${name} is defined again; only the first text is shown.`
        : `Nothing refers to the footnote ${name}; its text is not shown.`,
      remedy: isSecond ? 'Give it another name.' : `Write ${name} where it belongs, or remove it.`,
      line: this.#lineOf(start),
    });
  }

  /** A backtick in a label and one further on make code of the link's end. */
  #visitCodeSpan({ text }: Tokens.Codespan, start: number): void {
    const [end] = /^[^[]*?\]\(\S[^()\s]{0,60}\)/.exec(text)?.[0].match(/\]\(.*$/s) ?? [];
    if (end === undefined) return;
    this.#report({
      subject: `code ${start}`,
      message: `\`${end}\` is shown as code, which a backtick in the label before it opens; it makes no link.`,
      remedy: 'Write `\\` before that backtick.',
      line: this.#lineOf(start),
    });
  }

  #visitText({ raw, tokens, escaped }: Tokens.Text, start: number, end: number): void {
    if (tokens !== undefined || escaped === true) return;
    // `\[a](b)` is meant to be read as it is.
    const source = start === this.#escaped ? raw.replace(/^[^[\]]*\]/, blank) : raw;
    const kinds = this.#state.settings.math ? [...known, signsOfFormulas] : known;
    this.#findIn(source, { start, end }, kinds);
  }

  #visitHtml({ raw, block }: Tokens.HTML, start: number, end: number): void {
    if (block) this.#findIn(blankMarkup(raw), { start, end }, [...known, signsInHtml]);
  }

  #findIn(
    source: string,
    { start, end }: { readonly start: number; readonly end: number },
    kinds: readonly LeftoverSigns[],
  ): void {
    for (const { pattern, fault, remedy, isOnce } of kinds) {
      for (const match of source.matchAll(pattern)) {
        const signs = match[0].trim();
        // Finding its line takes time in proportion to the text.
        if (this.#isKnown(signs)) continue;
        const isWhole = end - start === source.length;
        const at = isWhole ? match.index : Math.max(0, this.#text.slice(start, end).indexOf(signs));
        const message = `\`${signs.replaceAll('`', '´')}\` ${fault}`;
        const line = this.#lineOf(start + at);
        this.#report({ subject: signs, message, remedy, line });
        if (isOnce === true) break;
      }
    }
  }

  /** Tells what need not be reported: it was before, or there is no room for more. */
  #isKnown(subject: string): boolean {
    return this.#found.has(subject) || this.#found.size >= maxLeftovers;
  }

  #lineOf(offset: number): number {
    // Nothing more is reported, and looking for lines takes time in proportion to the text.
    if (this.#found.size >= maxLeftovers) return 0;
    return countBreaks(this.#text.slice(0, offset));
  }

  #report(problem: Pick<PlacedProblem, 'subject' | 'message' | 'remedy' | 'line'>): void {
    const { subject } = problem;
    if (!this.#isKnown(subject))
      this.#found.set(subject, { kind: 'markdown', severity: 'warning', ...problem });
  }
}

const markup =
  /<!--[^]*?(?:-->|$)|<(pre|code|kbd|samp|script|style|textarea|svg|math)\b[^]*?(?:<\/\1\s*>|$)|<\/?[a-z][^<>]*>/gi;

/** `html` with blanks for its tags and for all that shows text as it is written. */
function blankMarkup(html: string): string {
  return html.replace(markup, blank);
}

/** With a sign that no pattern looks for. */
function blank(text: string): string {
  return text.replace(/[^\n]/g, '\0');
}
