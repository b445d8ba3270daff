import { createLineSource } from './line-source.ts';
import type { LineSource } from './line-source.ts';
import { readVerbatim } from './verbatim.ts';

/** A block of a Markdown body. */
export interface MarkdownBlock {
  /** `item`: of a list or a quote. A term and its meaning are a `paragraph`. `table`: one row. `embedded`: an element such as a figure. */
  readonly kind: 'heading' | 'paragraph' | 'item' | 'note' | 'table' | 'embedded' | 'code';
  /** Markdown without the signs that make the block; code as it is shown. */
  readonly text: string;
  /** Headings only: the id its author gave it with `{#id}`. */
  readonly id: string | undefined;
  /** Within a quote or a list. */
  readonly isNested: boolean;
}

const heading = /^ {0,3}#{1,6}(?:[ \t]+(.*))?$/;
const underline = /^ {0,3}(?:=+|-+)\s*$/;
/** Rules between paragraphs, and what parts the head of a table from its rows. */
const rule = /^[\s|:*_=+-]*[-*_=|][\s|:*_=+-]*$/;
const tableRule = /^\s*\|?\s*:?-+:?\s*\|[\s|:-]*$/;
const quote = /^\s{0,3}>(?:\s?>)*\s?/;
const item = /^\s*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX/<>!?*"~-]\][ \t]+)?/;
const alert =
  /^\s*\[![\p{L}\p{N}][\p{L}\p{M}\p{N}_ -]{0,40}(?:\|[^\]\n]{0,60})?\](?![([])[+-]?\s*/u;
/** What says the meaning of the term in the line before. */
const meaning = /^ {0,3}:[ \t]+/;
const definition = /^\s{0,3}\[(?!\^)[^\]\n]{1,300}\]:\s*\S+/;
const abbreviation = /^\s{0,3}\*\[[^\]\n]{1,80}\]:/;
const footnote = /^\s{0,3}\[\^[^\]\s]{1,80}\]:\s*/;
/** Lines of containers, of attributes, of contents and of `{% raw %}`. */
const mark =
  /^\s*(?::{3,}.*|\{:.*\}|\+{3,}|\[\[?_?toc_?\]\]?|<!--.*-->|\{%-?\s*(?:end)?(?:raw|verbatim)\b[^%]{0,300}%\})\s*$/i;

/**
 * The blocks of a Markdown body without front matter, in order, as far as they are asked for. Comments, scripts and
 * definitions are left out. An approximation line by line: the exact way is the Markdown renderer, which lists and
 * search in the browser must not need. Linear.
 */
export function* readBlocks(body: string): Generator<MarkdownBlock, void> {
  const lines = createLineSource(body);
  const reader = new BlockReader();
  while (lines.line !== undefined) {
    dropComment(lines);
    const verbatim = readVerbatim(lines);
    if (verbatim === undefined) {
      reader.read(lines.line, lines.nextLine ?? '');
      lines.advance();
    } else {
      reader.end();
      if (verbatim.kind !== 'hidden')
        reader.blocks.push({
          kind: verbatim.kind,
          text: verbatim.text,
          id: undefined,
          isNested: false,
        });
    }
    yield* reader.blocks.splice(0);
  }
  reader.end();
  yield* reader.blocks;
}

/** Joins the line to be read with what follows the comment that it opens and another line closes. */
function dropComment(lines: LineSource): void {
  for (;;) {
    const { line = '' } = lines;
    const at = line.lastIndexOf('<!--');
    if (at === -1 || line.includes('-->', at) || isInCode(line, at)) return;
    const { nextLine } = lines;
    if (nextLine === undefined || !lines.hasAhead('-->')) return;
    const before = line.slice(0, at);
    let end = -1;
    while (end === -1 && lines.line !== undefined) {
      lines.advance();
      end = lines.line?.indexOf('-->') ?? -1;
    }
    lines.replace(`${before}${lines.line?.slice(end + 3) ?? ''}`);
  }
}

function isInCode(line: string, at: number): boolean {
  return (
    /^(?: {4}|\t|\s*(?:`{3}|~{3}))/.test(line) ||
    (line.slice(0, at).match(/`/g)?.length ?? 0) % 2 === 1
  );
}

/** Puts lines together to blocks. */
class BlockReader {
  /** Those that have ended. */
  readonly blocks: MarkdownBlock[] = [];
  #kind: MarkdownBlock['kind'] = 'paragraph';
  #text: string[] = [];
  #isNested = false;
  #isTable = false;
  /** Whether indented lines belong to a list. */
  #isList = false;

  read(line: string, nextLine: string): void {
    const isQuoted = quote.test(line);
    const content = line.replace(quote, '');
    const title = heading.exec(content);
    if (content.trim() === '') {
      this.end();
      this.#isTable = false;
    } else if (title !== null) {
      this.end();
      this.#pushHeading(title[1] ?? '', isQuoted);
    } else if (this.#kind === 'paragraph' && this.#text.length > 0 && underline.test(line)) {
      this.#pushHeading(this.#text.splice(0).join('\n'), false);
    } else if (this.#isSkipped(content)) this.end();
    else if (content.includes('|') && (this.#isTable || isTableStart(content, nextLine))) {
      this.#isTable = true;
      this.#begin('table', content.replace(/(?<!\\)\|/g, ' '));
    } else this.#readText(content, isQuoted);
  }

  /** Ends the block that is open. */
  end(): void {
    const text = this.#text.splice(0).join('\n');
    if (text.trim() !== '')
      this.blocks.push({ kind: this.#kind, text, id: undefined, isNested: this.#isNested });
    this.#kind = 'paragraph';
    this.#isNested = false;
  }

  #readText(content: string, isQuoted: boolean): void {
    const isIndented = /^(?: {2}|\t)/.test(content);
    if (this.#text.length === 0 && !isIndented) this.#isList = false;
    if (item.test(content)) {
      this.#isList = true;
      this.#begin('item', content.replace(item, ''));
    } else if (footnote.test(content)) this.#begin('note', content.replace(footnote, ''));
    else if (meaning.test(content) && this.#text.length > 0)
      this.#text.push(content.replace(meaning, ''));
    else if (isQuoted && !this.#isNested) this.#begin('item', content.replace(alert, ''));
    else if (this.#text.length > 0) this.#continue(content);
    else if (isIndented && this.#isList) this.#begin('item', content);
    else if (/^(?: {4}|\t)/.test(content)) this.#begin('code', content);
    else this.#text.push(content.replace(meaning, ''));
  }

  #continue(content: string): void {
    if (this.#kind === 'code' && !/^(?: {4}|\t)/.test(content)) this.#begin('paragraph', content);
    else this.#text.push(content);
  }

  #begin(kind: MarkdownBlock['kind'], content: string): void {
    this.end();
    this.#kind = kind;
    this.#isNested = kind === 'item';
    this.#text.push(content);
  }

  /** Lines that show nothing. A definition cannot stand in the middle of a paragraph. */
  #isSkipped(content: string): boolean {
    return (
      rule.test(content) ||
      mark.test(content) ||
      abbreviation.test(content) ||
      (this.#text.length === 0 && definition.test(content))
    );
  }

  #pushHeading(source: string, isNested: boolean): void {
    const id = /\{\s*#([^\s}]{1,200})[^}]{0,200}\}\s*#*\s*$/.exec(source)?.[1];
    const text = source
      .replace(/\s*\{\s*[#.:][^}]{0,300}\}\s*$/, '')
      .replace(/(?:^|\s)#+\s*$/, '')
      .trim();
    this.#isList = false;
    if (text !== '') this.blocks.push({ kind: 'heading', text, id, isNested });
  }
}

function isTableStart(content: string, nextLine: string): boolean {
  return /^\s*\|/.test(content) || tableRule.test(nextLine);
}
