// MDX as the Markdown that is in it. Imported by `import()` only: a chunk of its own, which other posts do without.
// Over 250 lines because one pass over the text has one state.

import type { Problem } from '../model/problem.ts';
import { findClose } from './balanced.ts';
import type { Budget } from './balanced.ts';
import { findTitle, translateTag } from './component.ts';
import { formatElement } from './html-element.ts';
import { findStatementEnd, isStatement, readConstants, readImports } from './esm.ts';
import { readLiteral, readTag } from './jsx-tag.ts';
import type { JsxTag } from './jsx-tag.ts';
import { MdxReport } from './mdx-report.ts';

/** A text of MDX, and what is known of its file. */
export interface MdxSource {
  readonly body: string;
  /** 1-based line of the file on which `body` starts. */
  readonly bodyLine: number;
  /** Path to name in problems. */
  readonly file: string;
  /** Its front matter, which expressions may name. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** Markdown with as many lines as the MDX had, and a note on each thing that was left out. */
export interface CleanedMdx {
  readonly body: string;
  readonly problems: readonly Problem[];
}

/**
 * The Markdown of a text of MDX, line for line: `import` and `export` are blank lines, components that mean something here
 * are HTML or shortcodes, the tags of others are gone and what is between them stays. Of expressions stays what is text:
 * strings, values of the front matter, and exported ones. Code, formulas and escaped signs stay as they are. Linear. Never throws.
 */
export function cleanMdx(source: MdxSource): CleanedMdx {
  const cleaner = new Cleaner(source);
  return { body: cleaner.clean(), problems: cleaner.report.problems };
}

/** A component that is open; what is in it may be indented, which is no code in MDX. */
interface OpenComponent {
  readonly name: string;
  /** Blanks before its first line; `undefined` until that is read. */
  indent: number | undefined;
}

/** Lines with more blanks around a tag are none of its own, in UTF-16 code units. */
const longestMargin = 200;

/** Deeper components are not told apart. */
const maxDepth = 100;

const fence = /[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}|~{3,})[^\n]*/y;

class Cleaner {
  readonly report: MdxReport;
  readonly #source: string;
  readonly #values: MdxSource['values'];
  readonly #budget: Budget;
  readonly #out: string[] = [];
  readonly #open: OpenComponent[] = [];
  readonly #imports = new Map<string, string>();
  /** Code of what the text exports. */
  readonly #constants = new Map<string, string>();
  #at = 0;

  constructor({ body, bodyLine, file, values }: MdxSource) {
    this.#source = body;
    this.#values = values;
    this.#budget = { left: body.length * 4 + 1000 };
    this.report = new MdxReport(body, bodyLine, file);
  }

  clean(): string {
    let isLineStart = true;
    let isBlockStart = true;
    while (this.#at < this.#source.length) {
      if (isLineStart) {
        if (isBlockStart && isStatement(this.#source, this.#at)) this.#dropStatements();
        else {
          this.#dropIndent();
          this.#keepFence();
        }
      }
      const sign = this.#source.charAt(this.#at);
      const start = this.#at;
      this.#readSign(sign);
      isLineStart = this.#source.charAt(this.#at - 1) === '\n';
      isBlockStart = isLineStart && (start === 0 || this.#source.charAt(start - 1) === '\n');
    }
    return this.#out.join('');
  }

  /** Reads what begins with `sign` where the cleaner is; one sign at least. */
  #readSign(sign: string): void {
    switch (sign) {
      case '\\':
        return this.#keep(Math.min(this.#source.length, this.#at + 2));
      case '`':
        return this.#keepCode();
      case '$':
        return this.#keepFormula();
      case '<':
        return this.#readTag();
      case '{':
        return this.#readExpression();
      default: {
        const text = /[^\\`$<{\n]+/y;
        text.lastIndex = this.#at;
        return this.#keep(this.#at + Math.max(1, text.exec(this.#source)?.[0].length ?? 1));
      }
    }
  }

  #dropStatements(): void {
    const end = findStatementEnd(this.#source, this.#at, this.#budget);
    const statements = this.#source.slice(this.#at, end);
    for (const [name, path] of readImports(statements)) this.#imports.set(name, path);
    for (const [name, code] of readConstants(statements)) this.#constants.set(name, code);
    this.report.add({ kind: 'statement', name: /^\w+/.exec(statements)?.[0] ?? '', at: this.#at });
    this.#replace(end, '');
  }

  /** Leaves out the blanks by which the line is indented for standing in components. */
  #dropIndent(): void {
    const blanks = /[ \t]*/y;
    blanks.lastIndex = this.#at;
    const width = blanks.exec(this.#source)?.[0].length ?? 0;
    const inner = this.#open.at(-1);
    if (width === 0 || this.#source.charAt(this.#at + width) === '\n') return;
    if (inner === undefined) return;
    // A closing tag stands further left than what it closes.
    const isClosing = this.#source.startsWith('</', this.#at + width);
    inner.indent ??= isClosing ? 0 : width;
    this.#at += isClosing ? width : Math.min(width, inner.indent);
  }

  #keepFence(): void {
    fence.lastIndex = this.#at;
    const match = fence.exec(this.#source);
    const mark = match?.[1];
    if (match === null || mark === undefined) return;
    const indent = this.#open.at(-1)?.indent ?? 0;
    const close = new RegExp(`\\n[ \\t>]*${mark.charAt(0)}{${mark.length},}[ \\t]*(?=\\n|$)`, 'g');
    close.lastIndex = this.#at + match[0].length;
    const found = close.exec(this.#source);
    const end = found === null ? this.#source.length : found.index + found[0].length;
    const code = this.#source.slice(this.#at, end);
    const shifted =
      indent === 0 ? code : code.replace(new RegExp(`\\n[ \\t]{1,${indent}}`, 'g'), '\n');
    this.#out.push(shifted);
    this.#at = end;
  }

  #keepCode(): void {
    const run = /`+/y;
    run.lastIndex = this.#at;
    const mark = run.exec(this.#source)?.[0] ?? '`';
    const start = this.#at + mark.length;
    const close = new RegExp(`(?<!\`)${mark}(?!\`)|\\n[ \\t]*\\n`, 'g');
    close.lastIndex = start;
    const found = this.#budget.left > 0 ? close.exec(this.#source) : null;
    this.#budget.left -= (found?.index ?? this.#source.length) - start;
    this.#keep(found === null || found[0].startsWith('\n') ? start : found.index + mark.length);
  }

  /** Braces in a formula are its own. */
  #keepFormula(): void {
    const formula =
      /\$\$(?:[^$\\]|\\[\s\S]){1,4000}\$\$|\$(?![\s$])(?:[^$\n\\]|\\.){0,400}(?<![\s\\])\$(?!\d)/y;
    formula.lastIndex = this.#at;
    this.#keep(this.#at + (formula.exec(this.#source)?.[0].length ?? 1));
  }

  #readTag(): void {
    const tag = readTag(this.#source, this.#at, this.#budget);
    if (tag === undefined) return this.#keep(this.#at + 1);
    // Elements of HTML have plain names; `callout-info` is a component.
    if (/^[a-z][a-z\d]*$/.test(tag.name)) return this.#readElement(tag);
    const isAlone = this.#isAlone(tag);
    const known = translateTag(tag, (name) => this.#imports.get(name));
    if (known === undefined && !/^(?:React\.)?(?:Fragment)?$/.test(tag.name))
      this.report.add({
        kind: tag.role === 'whole' ? 'component' : 'wrapper',
        name: tag.name,
        at: this.#at,
      });
    const title = known === undefined && isAlone ? findTitle(tag) : undefined;
    this.#track(tag, isAlone);
    this.#replace(
      tag.end,
      known ?? (title === undefined ? '' : `**${title.replace(/[*\\]/g, '\\$&')}**`),
    );
  }

  /** An element of HTML: kept as it is, but for what only JSX has. */
  #readElement(tag: JsxTag): void {
    const isAlone = this.#isAlone(tag);
    if (isAlone) this.#track(tag, isAlone);
    const html = formatElement(tag, { isAlone, findImport: (name) => this.#imports.get(name) });
    if (html === undefined) this.#keep(tag.end);
    else this.#replace(tag.end, html);
  }

  /** Whether `tag`, which begins where the cleaner is, has its lines to itself. */
  #isAlone(tag: JsxTag): boolean {
    const start = Math.max(0, this.#at - longestMargin);
    const before = this.#source.slice(start, this.#at);
    const after = this.#source.slice(tag.end, tag.end + longestMargin);
    return (
      (start === 0 ? /(?:^|\n)[ \t]*$/ : /\n[ \t]*$/).test(before) && /^[ \t]*(?:\n|$)/.test(after)
    );
  }

  #track({ name, role }: JsxTag, isAlone: boolean): void {
    if (role === 'open' && isAlone && this.#open.length < maxDepth)
      this.#open.push({ name, indent: undefined });
    if (role !== 'close') return;
    const at = this.#open.findLastIndex((each) => each.name === name);
    if (at !== -1) this.#open.length = at;
  }

  #readExpression(): void {
    const before = this.#source.slice(Math.max(0, this.#at - 40), this.#at);
    // `{#id}` of a heading, and the arguments of a formula that has no marks.
    const isText = this.#source.startsWith('{#', this.#at) || /(?:[_^]|\\[a-z]+\}?)$/i.test(before);
    const end = isText ? -1 : findClose(this.#source, this.#at, this.#budget);
    if (end === -1) return this.#keep(this.#at + 1);
    const code = this.#source.slice(this.#at + 1, end - 1).trim();
    const text = this.#evaluate(code);
    if (text === undefined && !/^(?:\/\*[\s\S]*\*\/)?$/.test(code))
      this.report.add({
        kind: 'expression',
        name: code.split('\n', 1)[0]?.slice(0, 60) ?? '',
        at: this.#at,
      });
    this.#replace(end, text ?? '');
  }

  /** What `code` says, where that is a text or a value of the front matter. */
  #evaluate(code: string): string | undefined {
    if (/^(["'])\s+\1$/.test(code)) return ' ';
    // The end of the opening, which MDX cannot have as a comment of HTML.
    if (/^\/\*\s*(?:more|truncate|excerpt)\s*\*\/$/i.test(code)) return '<!-- more -->';
    const [, key = ''] = /^(?:props\.)?frontmatter\.(\w+)$/.exec(code) ?? [];
    const value = Object.hasOwn(this.#values, key.toLowerCase())
      ? this.#values[key.toLowerCase()]
      : undefined;
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    return readLiteral(this.#constants.get(code) ?? code)?.replace(/\n/g, ' ');
  }

  /** Keeps the text up to `end`. */
  #keep(end: number): void {
    this.#out.push(this.#source.slice(this.#at, end));
    this.#at = end;
  }

  /** Puts `text` in the place of what ends at `end`, with as many line breaks. */
  #replace(end: number, text: string): void {
    this.#out.push(text, '\n'.repeat(this.#source.slice(this.#at, end).split('\n').length - 1));
    this.#at = end;
  }
}
