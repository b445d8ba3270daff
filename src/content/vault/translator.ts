import { slugify } from '../text/slug.ts';
import { readBlockMark, readInlineMark, readTag } from './inline-marks.ts';
import type { InlineMark } from './inline-marks.ts';
import { lineEnd } from './line-end.ts';
import { LinkWriter } from './wiki-link-writer.ts';
import { toDestination } from './media.ts';
import { reportOnce } from './shared-facts.ts';
import type { NoteStack, SharedFacts } from './shared-facts.ts';
import { VaultOutput } from './vault-output.ts';
import { describeOpenComment } from './vault-problems.ts';
import type { VaultProblem } from './vault-problems.ts';
import { createVerbatimFinder } from './verbatim-finder.ts';
import { escapeMarkdown, parseWikiLink } from './parse-wiki-link.ts';
import type { WikiLink } from './parse-wiki-link.ts';

/** The label of the footnote that the inline note of this number becomes. */
export function noteLabel(index: number): string {
  return `inline-${index + 1}`;
}

/** What Logseq notes of a block for itself, on a line of its own. */
const bookkeeping = /^[ \t]*(?:id:: [0-9a-f-]{36}|collapsed:: (?:true|false))[ \t]*(?:\n|$)/;

const special = /https?:\/\/|[\\`<$\]%![=~^#\n]/g;

/** Rewrites one text, that of the note or of one shown within it. */
export class Translator {
  readonly #source: string;
  readonly #shared: SharedFacts;
  readonly #stack: NoteStack;
  readonly #links: LinkWriter;
  readonly #isCommentsOnly: boolean;
  readonly #verbatim: ReturnType<typeof createVerbatimFinder>;
  #out = new VaultOutput(1);
  #line = 1;
  #counted = 0;
  #hasOpenComment = false;

  /** @param isCommentsOnly - whether only comments are taken away */
  constructor(source: string, shared: SharedFacts, stack: NoteStack, isCommentsOnly = false) {
    this.#source = source;
    this.#shared = shared;
    this.#stack = stack;
    this.#isCommentsOnly = isCommentsOnly;
    this.#verbatim = createVerbatimFinder(source);
    this.#links = new LinkWriter(shared, stack, {
      dropComments: (text) => new Translator(text, shared, [], true).run().text,
      translate: (text, inner) => new Translator(text, shared, inner).run().text,
    });
  }

  run(): VaultOutput {
    for (let at = 0; at < this.#source.length;) {
      const kept = this.#skipBookkeeping(at);
      const code = kept === at ? this.#verbatim.findBlock(at) : undefined;
      if (kept !== at) at = kept;
      else if (code === undefined) at = this.#scan(at, this.#source.length, true);
      else {
        this.#copy(at, code);
        at = code;
      }
    }
    return this.#out;
  }

  /** The place after a line that Logseq keeps for itself. */
  #skipBookkeeping(at: number): number {
    const { isVault } = this.#shared.options;
    const isKept = isVault && bookkeeping.test(this.#source.slice(at, at + 200));
    return isKept ? lineEnd(this.#source, at) : at;
  }

  /** Rewrites from `start`; a whole text up to the next line, a part of a line to `end`. Gives the place after it. */
  #scan(start: number, end: number, isWhole: boolean): number {
    const source = this.#source;
    let copied = start;
    for (let at = start; at < end;) {
      special.lastIndex = at;
      const found = special.exec(source)?.index ?? end;
      if (found >= end) break;
      at = found;
      if (source[at] === '\n' && isWhole) {
        this.#copy(copied, at + 1);
        return at + 1;
      }
      const span = this.#verbatim.findSpan(at);
      if (span !== undefined) {
        at = Math.min(span, end);
        continue;
      }
      const piece = this.#copyTo(copied, at);
      const next = this.#readMark(at, piece);
      if (next === undefined) {
        copied = at;
        at++;
      } else {
        at = next;
        copied = next;
        // A comment may end at the start of a line.
        if (isWhole && source[next - 1] === '\n') return next;
      }
    }
    this.#copy(copied, end);
    return end;
  }

  #copyTo(start: number, end: number): number {
    this.#copy(start, end);
    return this.#lineOf(end);
  }

  #copy(start: number, end: number): void {
    if (end > start) this.#out.copy(this.#source.slice(start, end), this.#lineOf(start));
  }

  /** The 1-based line of the place `at`; asked in order. */
  #lineOf(at: number): number {
    for (; this.#counted < at; this.#counted++) {
      if (this.#source[this.#counted] === '\n') this.#line++;
    }
    return this.#line;
  }

  /** Rewrites the mark at `at`, which stands on `line`; gives the place after it. */
  #readMark(at: number, line: number): number | undefined {
    const { options } = this.#shared;
    const source = this.#source;
    const sign = source[at];
    if (sign === '%') return options.isVault ? this.#readComment(at, line) : undefined;
    if (this.#isCommentsOnly) return undefined;
    if (sign === '[' || (sign === '!' && source[at + 1] === '[')) {
      // In prose `x[[1]]` is no link; in a vault it is one.
      const isWord = !options.isVault && /[\p{L}\p{N}\])]/u.test(source.charAt(at - 1));
      const link = isWord ? undefined : parseWikiLink(source, at);
      return link && this.#writeLink(link, at, line);
    }
    if (sign === '#' && options.hasTextTags) return this.#writeTag(at, line);
    if (!options.isVault) return undefined;
    const block = sign === '^' ? readBlockMark(source, at) : undefined;
    if (block !== undefined) {
      this.#writeBlockMark(block.id, line);
      return block.end;
    }
    const mark = readInlineMark(source, at);
    return mark && this.#writeInline(mark, line);
  }

  #readComment(at: number, line: number): number | undefined {
    const source = this.#source;
    if (source[at + 1] !== '%') return undefined;
    const isLine = this.#out.openLine.trim() === '';
    const close = this.#hasOpenComment ? -1 : source.indexOf('%%', at + 2);
    if (close === -1) {
      this.#hasOpenComment = true;
      this.#report(describeOpenComment(isLine), line);
      return isLine ? source.length : undefined;
    }
    const end = close + 2;
    const rest = lineEnd(source, end);
    const isAlone = this.#out.openLine === '' && source.slice(end, rest).trim() === '';
    if (isAlone) return rest;
    // One of the blanks around it is enough.
    return this.#out.last === ' ' && source[end] === ' ' ? end + 1 : end;
  }

  #writeTag(at: number, line: number): number | undefined {
    const tag = readTag(this.#source, at);
    const slug = tag === undefined ? '' : slugify(tag);
    if (tag === undefined || slug === '') return undefined;
    this.#shared.tags.add(tag);
    this.#out.write(`[#${escapeMarkdown(tag)}](/keywords/${toDestination(slug)}/)`, line);
    return at + 1 + tag.length;
  }

  #writeBlockMark(id: string, line: number): void {
    const open = this.#out.openLine;
    if (open.trim() !== '') this.#out.write(`<span id="^${id}"></span>`, line);
    else {
      // Alone on its line the mark is of the block above.
      this.#out.trimEnd();
      this.#out.write(`\n{: #^${id}}`, line);
    }
  }

  #writeInline({ kind, start, close, end }: InlineMark, line: number): number {
    if (kind === 'note') {
      const { notes } = this.#shared;
      const index = notes.push('') - 1;
      const outer = this.#out;
      this.#out = new VaultOutput(1);
      this.#scan(start, close, false);
      notes[index] = this.#out.text.replace(/\s*\n\s*/g, ' ').trim();
      this.#out = outer;
      this.#out.write(`[^${noteLabel(index)}]`, line);
      return end;
    }
    const tag = kind === 'highlight' ? 'mark' : kind;
    this.#out.write(`<${tag}>`, line);
    this.#scan(start, close, false);
    this.#out.write(`</${tag}>`, line);
    return end;
  }

  #writeLink(link: WikiLink, at: number, line: number): number | undefined {
    const end = at + link.raw.length;
    const open = this.#out.openLine;
    const isLast = this.#source.slice(end, lineEnd(this.#source, end)).trim() === '';
    const written = this.#links.format(link, { line, open, isLast });
    if (written === undefined) return undefined;
    this.#out.write(written, line);
    return end;
  }

  #report(report: Omit<VaultProblem, 'line'>, line: number): void {
    reportOnce(this.#shared, this.#stack, { ...report, line });
  }
}
