import { Lexer, Tokenizer } from 'marked';
import type { MarkedOptions, Token, Tokens, TokensList } from 'marked';

import { findNoteKind } from './constructs/note-kind.ts';
import type { Dialect } from './dialect.ts';
import { inlineRules } from './inline-rules.ts';
import { isBlockMarkup } from '../html/known-tags.ts';
import { isBlank, lineAt } from './base/line-reader.ts';
import { maxBlockDepth, maxInlineDepth } from './base/markdown-limits.ts';
import { reportOnce } from './base/state.ts';
import type { MarkdownState } from './base/state.ts';

/** marked's lexer with a bound on nesting: beyond it marks are text, so that no input costs more than linear time. */
export class PostLexer extends Lexer {
  readonly #state: MarkdownState;
  #text = '';

  constructor(options: MarkedOptions, state: MarkdownState, dialect: Dialect | undefined) {
    const tokenizer = new PostTokenizer(state, dialect);
    super({ ...options, tokenizer });
    tokenizer.rules.inline = inlineRules;
    this.#state = state;
    state.locate = (source) => this.#locate(source);
  }

  override blockTokens(source: string, tokens?: Token[], lastParagraphClipped?: boolean): Token[];
  override blockTokens(
    source: string,
    tokens?: TokensList,
    lastParagraphClipped?: boolean,
  ): TokensList;
  override blockTokens(
    source: string,
    tokens: Token[] = [],
    lastParagraphClipped = false,
  ): Token[] {
    if (this.#state.blockDepth === 0) this.#text = source;
    this.#state.blockDepth++;
    try {
      return super.blockTokens(source, tokens, lastParagraphClipped);
    } finally {
      this.#state.blockDepth--;
    }
  }

  override inlineTokens(source: string, tokens: Token[] = []): Token[] {
    if (this.#state.inlineDepth >= maxInlineDepth) {
      tokens.push({ type: 'text', raw: source, text: source });
      return tokens;
    }
    this.#state.inlineDepth++;
    try {
      for (const run of splitRun(source)) super.inlineTokens(run, tokens);
      return tokens;
    } finally {
      this.#state.inlineDepth--;
    }
  }

  /** Exact at the top; in quotes and lists the place of the first such line in the block. */
  #locate(source: string): number {
    if (this.#state.blockDepth <= 1) return Math.max(0, this.#text.length - source.length);
    const start = this.tokens.reduce((sum, { raw }) => sum + raw.length, 0);
    const line = (lineAt(source, 0)?.text ?? '').trim();
    return Math.max(start, this.#text.indexOf(line, start));
  }
}

/**
 * A run of text longer than this is lexed piece by piece: marked takes quadratic time on a run, and no real paragraph is
 * as long. In UTF-16 code units.
 */
const maxRun = 10_000;

/** `source` in pieces of at most {@link maxRun}, cut at spaces where there are any. */
function splitRun(source: string): readonly string[] {
  if (source.length <= maxRun) return [source];
  const runs: string[] = [];
  for (let at = 0; at < source.length;) {
    const space = source.slice(at, at + maxRun).lastIndexOf(' ');
    let end = at + (space > 0 && at + maxRun < source.length ? space : maxRun);
    // Never between the two halves of a character.
    if (/[\uDC00-\uDFFF]/.test(source[end] ?? '')) end--;
    runs.push(source.slice(at, end));
    at = end;
  }
  return runs;
}

/** A label, and the parenthesis that makes it a link. Labels may hold brackets, so this looks for the first pair only. */
const linkStart = /^!?\[[^\]\n]*\]\(/;

/** Tables with more cells are shown as text. */
export const maxTableCells = 20_000;

/** Tells a table of more than `most` cells. */
function isTableOver(source: string, most: number): boolean {
  const delimiter = lineAt(source, lineAt(source, 0)?.end ?? 0);
  if (delimiter === undefined || !/^ {0,3}[|:-][|:\- \t]*$/.test(delimiter.text)) return false;
  // Dashes alone are the line below a heading.
  if (!/[|:]/.test(delimiter.text)) return false;
  const columns = delimiter.text.split('|').length;
  let rows = 1;
  for (
    let line = lineAt(source, delimiter.end);
    line !== undefined;
    line = lineAt(source, line.end)
  ) {
    if (isBlank(line.text) || ++rows * columns > most) break;
  }
  return rows * columns > most;
}

/** marked's tokenizer, which remembers languages, finds alerts by `dialect`, and leaves to prose what is not HTML. */
class PostTokenizer extends Tokenizer {
  readonly #state: MarkdownState;
  readonly #dialect: Dialect | undefined;

  constructor(state: MarkdownState, dialect: Dialect | undefined) {
    super();
    this.#state = state;
    this.#dialect = dialect;
  }

  override fences(source: string): Tokens.Code | undefined {
    const token = super.fences(source);
    if (token?.lang !== undefined) this.#state.languages.add(token.lang);
    return token;
  }

  override blockquote(source: string): Tokens.Blockquote | undefined {
    if (this.#isTooDeep(source, /^ {0,3}>/)) return undefined;
    const queued = this.lexer.inlineQueue.length;
    const token = super.blockquote(source);
    if (token === undefined || this.#dialect === undefined) return token;
    return this.#dialect.findAlert(token, {
      queue: this.lexer.inlineQueue.slice(queued),
      words: this.#state.settings.words,
      // Given from here: parts that both import it would share a chunk of their own, or one of them the other's.
      findKind: findNoteKind,
      readInline: (text) => this.lexer.inline(text),
    });
  }

  /** A link that fails after `](` was read to the end of the run: a run full of them would take quadratic time. */
  override link(source: string): Tokens.Link | Tokens.Image | undefined {
    if (!linkStart.test(source.slice(0, 2000))) return super.link(source);
    if (this.#state.searchBudget <= 0) return undefined;
    const token = super.link(source);
    if (token === undefined) this.#state.searchBudget -= source.length;
    return token;
  }

  /** A row is filled up to the width of the head, so a few bytes can ask for millions of cells. */
  override table(source: string): Tokens.Table | undefined {
    const most = this.#state.searchBudget > 0 ? maxTableCells : 0;
    if (!isTableOver(source, most)) return super.table(source);
    this.#state.searchBudget -= source.length;
    const problem = {
      kind: 'limit',
      severity: 'warning',
      subject: 'table',
    } as const;
    reportOnce(this.#state, problem, source);
    return this.#readAsText(source);
  }

  /** The block as a paragraph, at once: line by line marked would look for the rest of the table from each of them. */
  #readAsText(source: string): Tokens.Table {
    const raw = /^[^]*?\n(?=[ \t]*(?:\n|$))/.exec(source)?.[0] ?? source;
    const text = raw.trim();
    const paragraph: Tokens.Generic = {
      type: 'paragraph',
      raw,
      text,
      tokens: this.lexer.inline(text),
    };
    // marked takes any token from here.
    return paragraph as Tokens.Table;
  }

  override list(source: string): Tokens.List | undefined {
    if (this.#isTooDeep(source, /^ {0,3}(?:[*+-]|\d{1,9}[.)])[ \t]/)) return undefined;
    return super.list(source);
  }

  /** Only what may be markup is a block of HTML; `<leader>` and `<?php` are words. */
  override html(source: string): Tokens.HTML | undefined {
    const start = /^ {0,3}<(!--|\/?([A-Za-z][\w:.-]*))/.exec(source);
    if (start === null) return undefined;
    const [, mark, name] = start;
    if (mark === '!--') return this.#find(source, /-->/) ? super.html(source) : undefined;
    if (name === undefined || !isBlockMarkup(name)) return undefined;
    const isRaw = /^(?:script|style|textarea)$/i.test(name);
    if (isRaw && mark === name && !this.#find(source, new RegExp(`</${name}`, 'i')))
      return undefined;
    return super.html(source);
  }

  #isTooDeep(source: string, start: RegExp): boolean {
    if (this.#state.blockDepth <= maxBlockDepth || !start.test(source)) return false;
    reportOnce(this.#state, {
      kind: 'limit',
      severity: 'warning',
      subject: 'nesting',
    });
    return true;
  }

  /** Whether `mark` comes later; gives up when too much was searched in vain. */
  #find(source: string, mark: RegExp): boolean {
    if (this.#state.searchBudget <= 0) return false;
    const isFound = mark.test(source);
    if (!isFound) this.#state.searchBudget -= source.length;
    return isFound;
  }
}
