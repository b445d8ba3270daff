import { createReadBudget, readTag } from '../html/html-tags.ts';
import type { HtmlTag, ReadBudget } from '../html/html-tags.ts';
import { isMarkup, tocTag } from '../html/known-tags.ts';
import { rawTags } from '../html/tag-sets.ts';

/** A piece of HTML text. */
export type HtmlPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'tag'; readonly tag: HtmlTag }
  /** An element that is taken as a whole: an opening tag and the text up to its closing one. */
  | { readonly kind: 'element'; readonly tag: HtmlTag; readonly content: string };

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads the HTML of one body block by block: text, tags and elements that are taken as a whole. Comments are left out, as
 * they are for the author; a `<` that begins nothing is text.
 */
export class MarkupReader {
  readonly #budget: ReadBudget;
  #html = '';
  /** Whether a one-letter element in capitals is closed in the block, by name. */
  readonly #isClosed = new Map<string, boolean>();

  /** @param length - characters of all blocks together, which bounds how many are read in vain */
  constructor(length: number) {
    this.#budget = createReadBudget(length);
  }

  /**
   * The pieces of `html` in order, each read when it is asked for. Linear in the length of all blocks.
   *
   * @param isDrawing - whether a drawing is open after the pieces so far: its title is taken as a whole
   */
  *read(html: string, isDrawing: () => boolean): Generator<HtmlPiece, void> {
    this.#html = html;
    this.#isClosed.clear();
    let at = 0;
    while (at < html.length) {
      const open = html.indexOf('<', at);
      const stop = open === -1 ? html.length : open;
      if (stop > at) yield { kind: 'text', text: html.slice(at, stop) };
      if (open === -1) return;
      const { piece, end } = this.#readAt(open, isDrawing());
      if (piece !== undefined) yield piece;
      at = end;
    }
  }

  /** The piece that begins with the `<` at `open`, if it shows anything, and the offset after it. */
  #readAt(open: number, isDrawing: boolean): { piece?: HtmlPiece; end: number } {
    if (this.#html.startsWith('<!--', open)) {
      const end = this.#findCommentEnd(open);
      return end === undefined ? lessThan(open) : { end };
    }
    const tag = readTag(this.#html, open, this.#budget);
    if (tag === undefined) return lessThan(open);
    if (tag.name === 'title' && isDrawing)
      return (tag.isClosing ? undefined : this.#readElement(tag)) ?? { end: tag.end };
    if (!this.#isTag(open, tag)) return lessThan(open);
    if (!tag.isClosing && rawTags.has(tag.name)) return this.#readElement(tag) ?? lessThan(open);
    return { piece: { kind: 'tag', tag }, end: tag.end };
  }

  #findCommentEnd(open: number): number | undefined {
    const empty = /^<!---?>/.exec(this.#html.slice(open, open + 6));
    if (empty !== null) return open + empty[0].length;
    const end = this.#budget.left > 0 ? this.#html.indexOf('-->', open + 4) : -1;
    if (end !== -1) return end + 3;
    this.#budget.left -= this.#html.length - open;
    return undefined;
  }

  #isTag(open: number, tag: HtmlTag): boolean {
    const { name, writtenName, isClosing } = tag;
    if (name === tocTag) return true;
    const hasAttributes = tag.attributes.length > 0;
    const before = this.#html[open - 1] ?? '';
    if (!isMarkup({ writtenName, isClosing, hasAttributes, before })) return false;
    // `<U>` without `</U>` is a type, not an underline; a paragraph alone may stay open.
    if (isClosing || !/^[A-OQ-Z]$/.test(writtenName)) return true;
    const isClosed = this.#isClosed.get(name) ?? this.#html.toLowerCase().includes(`</${name}>`);
    this.#isClosed.set(name, isClosed);
    return isClosed;
  }

  /** The element that `tag` opens, as a whole; `undefined` when it is not closed. */
  #readElement(tag: HtmlTag): { piece: HtmlPiece; end: number } | undefined {
    const close = this.#findClose(tag);
    if (close === undefined) return undefined;
    const content = this.#html.slice(tag.end, close.start);
    return { piece: { kind: 'element', tag, content }, end: close.end };
  }

  #findClose(tag: HtmlTag): Stretch | undefined {
    if (tag.isSelfClosing && tag.name === 'iframe') return { start: tag.end, end: tag.end };
    if (this.#budget.left <= 0) return undefined;
    const pattern = new RegExp(`</${tag.name}(?=[\\s/>])[^<>]*>`, 'gi');
    pattern.lastIndex = tag.end;
    const match = pattern.exec(this.#html);
    if (match !== null) return { start: match.index, end: match.index + match[0].length };
    this.#budget.left -= this.#html.length - tag.end;
    return undefined;
  }
}

/** A `<` that begins nothing, for the reader to see. */
function lessThan(open: number): { piece: HtmlPiece; end: number } {
  return { piece: { kind: 'text', text: '&lt;' }, end: open + 1 };
}
