/**
 * Cuts a Markdown body into text and tags in one pass. Code (fenced, indented, spans, `<pre>`,
 * `<code>`), HTML comments and formulas are text, whatever braces they hold.
 *
 * Over 250 lines: the constructs share the cursor and the state of the line.
 */

import { ClosingMarks, closingPattern } from './closing-marks.ts';
import { TagFinder } from './find-tag.ts';
import { isTagStart, LineTracker } from './line-tracker.ts';
import type { LineStart } from './line-tracker.ts';
import type { Place, Tag, Token } from './tag.ts';

/** The facts that the scanner needs beside the text. */
export interface ScanOptions {
  /** Whether `$…$` and `$$…$$` are formulas. */
  readonly math: boolean;
  /** Whether a tag of this name takes its body as it is written. */
  isVerbatim(tag: Tag): boolean;
}

const rawOpen = /\{%[-~]?\s*raw\s*[-~]?%\}/y;
const rawClose = /\{%[-~]?\s*endraw\s*[-~]?%\}/y;
const formulaStart = /\\(?:[([]|begin\{)/y;
const formulaEnds: ReadonlyMap<string, string> = new Map([
  ['\\(', '\\)'],
  ['\\[', '\\]'],
  ['\\begin{', '\\end{'],
]);
/** Before a line that is blank but for quote marks, or starts a fence, a heading or a list item. */
const paragraphEnd = /\n[ \t>]*(?=\r?\n|`{3}|~{3}|#{1,6}[ \t]|[-+*][ \t]|\d{1,9}[.)][ \t])/g;
const htmlCode = /<(pre|script|style|textarea|code)(?=[\s>])/iy;

/** Cuts `text` into tokens that cover it in order, except indentation that must not be printed. */
export function scan(text: string, options: ScanOptions): Token[] {
  return new Scanner(text, options).run();
}

class Scanner {
  readonly #text: string;
  readonly #options: ScanOptions;
  readonly #tags: TagFinder;
  readonly #lines: LineTracker;
  readonly #closings: ClosingMarks;
  readonly #tokens: Token[] = [];
  #at = 0;
  /** Start of the text that is not yet in a token. */
  #textFrom = 0;
  #line: LineStart | undefined;
  #lineTo = 0;
  /** While everything before this offset on the line is markers and tags, it is where the rest starts. */
  #contentFrom = -1;
  /** Offset of the end of the paragraph that `#at` is in; found when first needed. */
  #paragraphTo = -1;
  /** The mark that ends the HTML tag being passed: `>` or a quote. */
  #htmlTag: string | undefined;
  #inDestination = false;
  /** Where a `{% raw %}` inside a code block waits for its end. */
  #openRaw: { codeBlock: number; index: number; from: number; to: number } | undefined;

  constructor(text: string, options: ScanOptions) {
    this.#text = text;
    this.#options = options;
    this.#closings = new ClosingMarks(text);
    this.#tags = new TagFinder(text, this.#closings);
    this.#lines = new LineTracker(text);
  }

  run(): Token[] {
    while (this.#at < this.#text.length) {
      const line = this.#startLine();
      if (line.kind === 'code') this.#scanCode(this.#lineTo, line.codeBlock);
      else this.#scanText();
    }
    this.#endRaw();
    this.#flush(this.#text.length);
    return this.#tokens;
  }

  #startLine(): LineStart {
    const from = this.#at;
    this.#lineTo = this.#endOfLine(from);
    const line = this.#lines.startLine(from, this.#lineTo);
    for (const strip of line.strips) {
      this.#flush(strip.from);
      this.#textFrom = strip.to;
    }
    if (line.kind === 'blank') {
      this.#htmlTag = undefined;
      this.#paragraphTo = -1;
    }
    this.#inDestination = false;
    this.#line = line;
    this.#contentFrom = line.contentFrom;
    this.#at = line.contentFrom;
    return line;
  }

  /** Passes code up to `to`, printing escaped tags as they are meant and dropping `raw` marks. */
  #scanCode(to: number, codeBlock: number): void {
    if (this.#openRaw !== undefined && this.#openRaw.codeBlock !== codeBlock) this.#endRaw();
    for (;;) {
      const brace = this.#text.indexOf('{', this.#at);
      if (brace === -1 || brace >= to) break;
      this.#at = brace + 1;
      if (isTagStart(this.#text, brace)) this.#scanCodeBraces(brace, to, codeBlock);
    }
    this.#at = Math.min(to + 1, this.#text.length);
  }

  #scanCodeBraces(brace: number, limit: number, codeBlock: number): void {
    const mark = matchAt(this.#openRaw === undefined ? rawOpen : rawClose, this.#text, brace);
    if (mark !== undefined) {
      const to = brace + mark.length;
      this.#literal('', brace, to);
      const opened = { codeBlock, index: this.#tokens.length - 1, from: brace, to };
      this.#openRaw = this.#openRaw === undefined ? opened : undefined;
      return;
    }
    if (this.#openRaw !== undefined) return;
    const escaped = this.#tags.findEscaped(brace);
    if (escaped !== undefined && escaped.to <= limit)
      this.#literal(escaped.text, brace, escaped.to);
  }

  /** A `raw` mark without its end was meant to be read: it is put back. */
  #endRaw(): void {
    if (this.#openRaw !== undefined) {
      const { index, from, to } = this.#openRaw;
      this.#tokens[index] = { kind: 'text', from, to };
    }
    this.#openRaw = undefined;
  }

  /** Scans inline text to the end of the line; constructs may carry it over several lines. */
  #scanText(): void {
    while (this.#at < this.#text.length) {
      const character = this.#text[this.#at] ?? '';
      if (character === '\n') {
        this.#at++;
        return;
      }
      this.#scanCharacter(character);
    }
  }

  #scanCharacter(character: string): void {
    switch (character) {
      case '\\':
        return this.#scanBackslash();
      case '`':
        return this.#scanCodeSpan();
      case '<':
        return this.#scanLess();
      case '{':
        return this.#scanBraces();
      case '$':
        return this.#scanFormula();
      case ']':
        this.#inDestination = /^\](?:\(|:\s)/.test(this.#text.slice(this.#at, this.#at + 3));
        this.#at += this.#inDestination ? 2 : 1;
        while (this.#inDestination && this.#text[this.#at] === ' ') this.#at++;
        return;
      default:
        if (character === ')' || character === ' ') this.#inDestination = false;
        this.#scanInHtmlTag(character);
        this.#at++;
    }
  }

  #scanInHtmlTag(character: string): void {
    if (this.#htmlTag === '>') {
      if (character === '>') this.#htmlTag = undefined;
      else if (character === '"' || character === "'") this.#htmlTag = character;
    } else if (this.#htmlTag === character) this.#htmlTag = '>';
  }

  #scanCodeSpan(): void {
    const from = this.#at;
    let open = from;
    while (this.#text[open] === '`') open++;
    const length = open - from;
    const close = this.#closings.findBackticks(open, length);
    this.#at = open;
    if (close === -1 || close >= this.#endOfParagraph()) return;
    this.#scanCode(close, -1 - from);
    this.#endRaw();
    this.#jumpTo(close + length);
  }

  #scanLess(): void {
    const text = this.#text;
    if (text.startsWith('<!--', this.#at)) return this.#passTo('-->', Infinity, 4);
    const name = matchAt(htmlCode, text, this.#at)?.slice(1).toLowerCase();
    if (name !== undefined) {
      return this.#passTo(`</${name}>`, name === 'code' ? this.#endOfParagraph() : Infinity, 1);
    }
    if (/[A-Za-z/]/.test(text[this.#at + 1] ?? '') && this.#htmlTag === undefined)
      this.#htmlTag = '>';
    this.#at++;
  }

  /** Passes everything up to and with `mark`, if it stands before `limit`; else `length` characters. */
  #passTo(mark: string, limit: number, length: number): void {
    const at = this.#closings.find(mark, this.#at);
    if (at === -1 || at >= limit) {
      this.#at += length;
      return;
    }
    this.#scanCode(at, -1 - this.#at);
    this.#endRaw();
    this.#jumpTo(at + mark.length);
  }

  #scanBackslash(): void {
    const open = this.#options.math ? matchAt(formulaStart, this.#text, this.#at) : undefined;
    const close = open === undefined ? undefined : formulaEnds.get(open);
    if (close !== undefined) return this.#passTo(close, this.#endOfParagraph(), 2);
    this.#at += this.#text[this.#at + 1] === '\n' ? 1 : 2;
  }

  #scanFormula(): void {
    const text = this.#text;
    const mark = text[this.#at + 1] === '$' ? '$$' : '$';
    const from = this.#at + mark.length;
    this.#at = from;
    if (!this.#options.math) return;
    const close = this.#closings.find(mark, from);
    if (close === -1 || close >= this.#endOfParagraph()) return;
    // `$5 and $6` is money: a formula does not start with a space, nor end with one unless a command of TeX is in it.
    const isMoney =
      /\s/.test(text[from] ?? ' ') ||
      (/\s/.test(text[close - 1] ?? ' ') && !/\\[A-Za-z]/.test(text.slice(from, close)));
    if (mark === '$$' || !isMoney) this.#jumpTo(close + mark.length);
  }

  #scanBraces(): void {
    const from = this.#at;
    this.#at++;
    if (!isTagStart(this.#text, from)) return;
    const escaped = this.#tags.findEscaped(from);
    if (escaped !== undefined) {
      this.#literal(escaped.text, from, escaped.to);
      return this.#jumpTo(escaped.to);
    }
    // No dialect has three braces: they are text, of which none may get lost.
    const tag = this.#text.startsWith('{{{', from) ? undefined : this.#tags.find(from);
    if (tag === undefined) {
      this.#flush(from);
      this.#tokens.push({ kind: 'stray', from, to: from + 2 });
      this.#textFrom = from + 2;
      return this.#jumpTo(from + 2);
    }
    this.#addTag(tag);
  }

  #addTag(tag: Tag): void {
    this.#flush(tag.from);
    const place = this.#placeOf(tag.from, tag.to);
    const body = this.#findVerbatimBody(tag);
    const index = this.#tokens.length;
    this.#textFrom = body?.closeTo ?? tag.to;
    this.#jumpTo(this.#textFrom);
    const end = this.#placeOf(tag.from, this.#textFrom);
    const verbatim = body && { from: tag.to, ...body, end };
    this.#tokens[index] = { kind: 'tag', tag, place, verbatim };
    if (place.startsLine) this.#contentFrom = this.#textFrom;
    if (place.startsLine && end.endsLine) this.#lines.breakParagraph();
  }

  #findVerbatimBody(tag: Tag): { to: number; closeTo: number } | undefined {
    if (tag.role !== 'open' || !this.#options.isVerbatim(tag)) return undefined;
    return this.#closings.findPattern(closingPattern(tag), tag.to);
  }

  #placeOf(from: number, to: number): Place {
    const startsLine = this.#contentFrom !== -1 && isBlank(this.#text, this.#contentFrom, from);
    const inAttribute = !startsLine && (this.#htmlTag !== undefined || this.#inDestination);
    return {
      prefix: this.#line?.prefix ?? '',
      startsLine,
      endsLine: isBlank(this.#text, to, to <= this.#lineTo ? this.#lineTo : this.#endOfLine(to)),
      afterMarker: this.#line?.afterMarker ?? false,
      within: inAttribute ? 'attribute' : 'prose',
    };
  }

  #literal(text: string, from: number, to: number): void {
    this.#flush(from);
    this.#tokens.push({ kind: 'literal', text, from, to });
    this.#textFrom = to;
    this.#at = to;
  }

  #flush(to: number): void {
    if (to > this.#textFrom) this.#tokens.push({ kind: 'text', from: this.#textFrom, to });
    this.#textFrom = Math.max(this.#textFrom, to);
  }

  /** Moves on to `at`; when that is on a later line, what that line begins with is not known. */
  #jumpTo(at: number): void {
    this.#at = at;
    if (at <= this.#lineTo) return;
    this.#lineTo = this.#endOfLine(at);
    this.#contentFrom = -1;
    if (at > this.#paragraphTo) this.#paragraphTo = -1;
  }

  #endOfLine(from: number): number {
    const end = this.#text.indexOf('\n', from);
    return end === -1 ? this.#text.length : end;
  }

  #endOfParagraph(): number {
    if (this.#paragraphTo < this.#at) {
      const end = this.#closings.findPattern(paragraphEnd, this.#at);
      this.#paragraphTo = end?.to ?? this.#text.length;
    }
    return this.#paragraphTo;
  }
}

/** Whether there are only spaces between `from` and `to`. Stops at the first other character. */
function isBlank(text: string, from: number, to: number): boolean {
  let at = from;
  while (at < to && /\s/.test(text[at] ?? '')) at++;
  return at >= to;
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
