// Marks of Obsidian and its like, rewritten as Markdown that every reader of Markdown knows. The rewritten text is what the
// build renders, searches and publishes, so that the app, which renders the published file, shows the same.

import { slugify } from '../text/slug.ts';
import { formatQuote, takeText } from './embed.ts';
import { readBlockMark, readInlineMark, readTag } from './inline-marks.ts';
import type { InlineMark } from './inline-marks.ts';
import { lineEnd } from './line-end.ts';
import { formatMedia, toDestination } from './media.ts';
import type { FindNote, FoundNote } from './note-names.ts';
import { headingId } from './note-section.ts';
import { VaultOutput } from './vault-output.ts';
import {
  describeLeftEmbed,
  describeMissing,
  describeOpenComment,
  describeTie,
} from './vault-problems.ts';
import type { VaultProblem } from './vault-problems.ts';
import { createVerbatimFinder } from './verbatim.ts';
import { escapeMarkdown, formatLabel, parseWikiLink } from './wiki-link.ts';
import type { WikiLink } from './wiki-link.ts';

/** The world outside the text of a note. */
export interface VaultOptions {
  /** Whether the folder is a vault, in which all marks are read; elsewhere only brackets that name something are. */
  readonly isVault: boolean;
  /** Whether `#tag` in the text is a link to the keyword. */
  readonly hasTextTags: boolean;
  /** Path of the note's file, such as `posts/folder/Note.md`. */
  readonly source: string;
  readonly find: FindNote;
  /** The Markdown of a note by the path of its file; without it nothing embedded is shown. */
  readonly readNote?: ((source: string) => string | undefined) | undefined;
}

/** A text without the marks of vaults. */
export interface VaultText {
  readonly text: string;
  /** For each of its lines the 1-based line of the note's text. */
  readonly lines: readonly number[];
  readonly problems: readonly VaultProblem[];
  /** Names between double brackets, each once. */
  readonly names: readonly string[];
  /** Tags in the text, each once, where they are asked for. */
  readonly tags: readonly string[];
}

/** Notes shown within one note, and how deep within each other. */
const maxEmbeds = 30;
const maxDepth = 3;
/** Text that one note shows of others, in UTF-16 code units. */
const maxEmbedded = 200_000;

/** Facts that a note and all that is shown within it share. */
interface Shared {
  readonly options: VaultOptions;
  readonly problems: Map<string, VaultProblem>;
  readonly names: Set<string>;
  readonly tags: Set<string>;
  /** Texts of inline notes. */
  readonly notes: string[];
  embeds: number;
  embedded: number;
}

/** `text`, the Markdown of a note, without the marks of vaults. Linear in its length; never throws. */
export function translateVault(text: string, options: VaultOptions): VaultText {
  const shared: Shared = {
    options,
    problems: new Map(),
    names: new Set(),
    tags: new Set(),
    notes: [],
    embeds: 0,
    embedded: 0,
  };
  const out = new Translator(text, shared, [options.source]).run();
  if (shared.notes.length > 0) {
    out.trimEnd();
    const notes = shared.notes.map((note, index) => `\n\n[^${noteLabel(index)}]: ${note}`);
    out.write(`${notes.join('')}\n`, text.split('\n').length);
  }
  return {
    text: out.text,
    lines: out.lines,
    problems: [...shared.problems.values()],
    names: [...shared.names],
    tags: [...shared.tags],
  };
}

/** `text` without the comments of a vault. */
function dropComments(text: string, shared: Shared): string {
  return new Translator(text, shared, [], true).run().text;
}

function noteLabel(index: number): string {
  return `inline-${index + 1}`;
}

const special = /https?:\/\/|[\\`<$\]%![=~^#\n]/g;

/** Rewrites one text, that of the note or of one shown within it. */
class Translator {
  readonly #source: string;
  readonly #shared: Shared;
  /** Files of the note and of those it is shown in, the outermost first. */
  readonly #stack: readonly string[];
  readonly #isCommentsOnly: boolean;
  readonly #verbatim: ReturnType<typeof createVerbatimFinder>;
  #out = new VaultOutput(1);
  #line = 1;
  #counted = 0;
  #hasOpenComment = false;

  constructor(source: string, shared: Shared, stack: readonly string[], isCommentsOnly = false) {
    this.#source = source;
    this.#shared = shared;
    this.#stack = stack;
    this.#isCommentsOnly = isCommentsOnly;
    this.#verbatim = createVerbatimFinder(source);
  }

  run(): VaultOutput {
    for (let at = 0; at < this.#source.length;) {
      const code = this.#verbatim.findBlock(at);
      if (code === undefined) at = this.#scan(at, this.#source.length, true);
      else {
        this.#copy(at, code);
        at = code;
      }
    }
    return this.#out;
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
      const link = parseWikiLink(source, at);
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
    const { options, names } = this.#shared;
    const end = at + link.raw.length;
    if (link.name === '') {
      if (!options.isVault) return undefined;
      this.#out.write(`[${formatLabel(link)}](${formatFragment(link)})`, line);
      return end;
    }
    names.add(link.name);
    const found = options.find(link.name, this.#stack.at(-1) ?? '');
    if (found === undefined) {
      if (!options.isVault) return undefined;
      this.#report(describeMissing(link), line);
      if (!link.isEmbed || options.readNote !== undefined) this.#out.write(formatLabel(link), line);
      return end;
    }
    if (found.rivals.length > 0) this.#report(describeTie(link, found), line);
    this.#out.write(this.#formatFound(link, found, { line, end }), line);
    return end;
  }

  #formatFound(
    link: WikiLink,
    found: FoundNote,
    { line, end }: { readonly line: number; readonly end: number },
  ): string {
    const href = toDestination(found.target);
    if (found.kind === 'file')
      return link.isEmbed ? formatMedia(link, href) : `[${formatLabel(link)}](${href})`;
    const address = href + formatFragment(link);
    if (link.isEmbed) {
      const { readNote } = this.#shared.options;
      if (readNote === undefined) return '';
      const embed = this.#formatEmbed({ link, found, address, readNote, end, line });
      if (embed !== undefined) return embed;
    }
    return `[${formatLabel(link)}](${address})`;
  }

  /** The note itself as a quotation; `undefined` where a link must do. */
  #formatEmbed({ link, found, address, readNote, end, line }: EmbedPlace): string | undefined {
    const shared = this.#shared;
    const open = this.#out.openLine;
    const isAlone =
      /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)?$/.test(open) &&
      this.#source.slice(end, lineEnd(this.#source, end)).trim() === '';
    const reason = this.#findLimit(found, isAlone);
    if (reason !== undefined) {
      this.#report(describeLeftEmbed(link, reason), line);
      return undefined;
    }
    const number = ++shared.embeds;
    const body = dropComments(readNote(found.source) ?? '', shared);
    const text = takeText({ link, source: found.source, href: address, body, number });
    if (text === undefined || (shared.embedded += text.length) > maxEmbedded) {
      const why =
        text === undefined ? 'there is no such place in the note' : 'too much is shown already';
      this.#report(describeLeftEmbed(link, why), line);
      return undefined;
    }
    const inner = new Translator(text, shared, [...this.#stack, found.source]).run().text;
    const prefix = open.replace(/[^>\s]/g, ' ');
    return `${formatQuote(inner, { link, address, prefix })}\n${prefix.trimEnd()}`;
  }

  #findLimit({ source }: FoundNote, isAlone: boolean): string | undefined {
    if (this.#stack.includes(source)) return 'the note would be shown within itself';
    if (this.#stack.length > maxDepth) return `notes are shown at most ${maxDepth} deep`;
    if (this.#shared.embeds >= maxEmbeds) return `at most ${maxEmbeds} notes are shown within one`;
    return isAlone ? undefined : 'other words stand on its line';
  }

  /** Adds a fault of the note itself; those of others are reported with them. */
  #report(report: Omit<VaultProblem, 'line'>, line: number): void {
    if (this.#stack.length !== 1) return;
    const { problems } = this.#shared;
    const key = `${report.kind} ${report.subject ?? ''}`;
    if (!problems.has(key)) problems.set(key, { ...report, line });
  }
}

interface EmbedPlace {
  readonly link: WikiLink;
  readonly found: FoundNote;
  /** Of the note, with the place in it. */
  readonly address: string;
  readonly readNote: (source: string) => string | undefined;
  /** The place after the link. */
  readonly end: number;
  readonly line: number;
}

/** `#id` of the place that `link` names, or nothing. */
function formatFragment({ fragment }: WikiLink): string {
  if (fragment === undefined) return '';
  return fragment.startsWith('^') ? `#${fragment}` : `#${encodeURIComponent(headingId(fragment))}`;
}
