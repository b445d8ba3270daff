import { Lexer, Tokenizer } from 'marked';
import type { MarkedOptions, Token, Tokens, TokensList } from 'marked';

import { findNoteKind } from './constructs/note-kind.ts';
import type { Dialect } from './dialect.ts';
import { inlineRules } from './inline-rules.ts';
import { isBlockMarkup } from '../html/known-tags.ts';
import { lineAt } from './base/line-reader.ts';
import { maxBlockDepth, maxInlineDepth } from './base/markdown-limits.ts';
import { reportOnce } from './base/state.ts';
import type { MarkdownState } from './base/state.ts';
import {
  countCells,
  cutLines,
  longestList,
  maxTableCells,
  splitRun,
  tooManyCells,
  tooManyPieces,
} from './base/text-limits.ts';

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
    if (this.#state.inlineDepth >= maxInlineDepth || this.#state.pieces <= 0) {
      tokens.push({ type: 'text', raw: source, text: source });
      return tokens;
    }
    this.#state.inlineDepth++;
    try {
      for (const run of splitRun(source)) this.#readRun(run, tokens);
      return tokens;
    } finally {
      this.#state.inlineDepth--;
    }
  }

  #readRun(run: string, tokens: Token[]): void {
    const before = tokens.length;
    if (this.#state.pieces > 0) super.inlineTokens(run, tokens);
    else tokens.push({ type: 'text', raw: run, text: run });
    this.#state.pieces -= tokens.length - before;
    if (this.#state.pieces <= 0) reportOnce(this.#state, tooManyPieces);
  }

  /** Exact at the top; in quotes and lists the place of the first such line in the block. */
  #locate(source: string): number {
    if (this.#state.blockDepth <= 1) return Math.max(0, this.#text.length - source.length);
    const start = this.tokens.reduce((sum, { raw }) => sum + raw.length, 0);
    const line = (lineAt(source, 0)?.text ?? '').trim();
    return Math.max(start, this.#text.indexOf(line, start));
  }
}

/** A label, and the parenthesis that makes it a link. Labels may hold brackets, so this looks for the first pair only. */
const linkStart = /^!?\[[^\]\n]*\]\(/;

/** marked's tokenizer, which remembers languages, finds alerts by `dialect`, and leaves to prose what is not HTML. */
class PostTokenizer extends Tokenizer {
  readonly #state: MarkdownState;
  readonly #dialect: Dialect | undefined;

  constructor(state: MarkdownState, dialect: Dialect | undefined) {
    super();
    this.#state = state;
    this.#dialect = dialect;
  }

  /** marked asks for this before all other blocks of Markdown, so that here is where a text ends that has too many. */
  override space(source: string): Tokens.Space | undefined {
    if (--this.#state.pieces > 0) return super.space(source);
    reportOnce(this.#state, tooManyPieces, source);
    const paragraph: Tokens.Generic = {
      type: 'paragraph',
      raw: source,
      text: source,
      tokens: [{ type: 'text', raw: source, text: source }],
    };
    // marked takes any token from here.
    return paragraph as Tokens.Space;
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
    const most = this.#state.searchBudget > 0 ? Math.min(maxTableCells, this.#state.pieces) : 0;
    const cells = countCells(source, most);
    if (cells <= most) {
      const table = super.table(source);
      if (table !== undefined) this.#state.pieces -= cells;
      return table;
    }
    this.#state.searchBudget -= source.length;
    const isLast = most < maxTableCells && this.#state.pieces <= most;
    reportOnce(this.#state, isLast ? tooManyPieces : tooManyCells, source);
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
    return super.list(cutLines(source, longestList));
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
