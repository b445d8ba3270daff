import { decodeEntities } from '../text/entity.ts';
import { formatTag, valueOf } from '../html/format-tag.ts';
import type { TagAttribute } from '../html/format-tag.ts';
import { htmlLimits } from '../html/html-limits.ts';
import { formattingTags } from '../html/tag-sets.ts';

/** An element as its opening tag is published. */
export interface OpenElement {
  readonly name: string;
  readonly attributes: readonly TagAttribute[];
  readonly isSelfClosing: boolean;
}

/**
 * Writes the tags of a body's elements, and remembers what has to follow those that are open: a wide table scrolls within
 * a wrapper, a drawing has its title as its label, and formatting ends with its paragraph.
 */
export class OpenElements {
  readonly #out: string[];
  /** Place of the wrapper of the outermost open table, and how many are open. */
  #table: { readonly place: number; depth: number } | undefined;
  /** The open drawing: place of its tag, and its attributes. */
  #drawing: { readonly place: number; attributes: readonly TagAttribute[] } | undefined;
  /** Formatting left open in the block, by name. */
  readonly #formatting = new Map<string, number>();
  #isHtml = false;

  /** @param out - the body as it is written so far, in pieces */
  constructor(out: string[]) {
    this.#out = out;
  }

  get isDrawing(): boolean {
    return this.#drawing !== undefined;
  }

  /** Begins a block. In one that its author wrote as HTML formatting may run on from paragraph to paragraph. */
  enterBlock(isHtml: boolean): void {
    this.#isHtml = isHtml;
    this.#formatting.clear();
    this.#drawing = undefined;
  }

  /** Writes an opening tag, and gives the place of the tag in `out`. */
  open({ name, attributes, isSelfClosing }: OpenElement): number {
    if (name === 'table') this.#openTable();
    const place = this.#out.push(formatTag(name, attributes, isSelfClosing)) - 1;
    if (name === 'svg' && !isSelfClosing) this.#drawing = { place, attributes };
    if (formattingTags.has(name)) this.#formatting.set(name, (this.#formatting.get(name) ?? 0) + 1);
    return place;
  }

  /** Writes a closing tag. */
  close(name: string): void {
    const open = this.#formatting.get(name) ?? 0;
    if (open > 0) this.#formatting.set(name, open - 1);
    this.#out.push(`</${name}>`);
    if (name === 'table') this.#closeTable();
    if (name === 'svg') this.#drawing = undefined;
  }

  /** Ends formatting that a paragraph leaves open: it would otherwise run through the rest of the post. */
  closeFormatting(): void {
    if (this.#isHtml) return;
    for (const [name, count] of this.#formatting) {
      this.#out.push(`</${name}>`.repeat(Math.min(count, htmlLimits.depth)));
    }
    this.#formatting.clear();
  }

  /** Makes `title`, HTML, the label of the open drawing: as an element it could be taken for the title of the page. */
  labelDrawing(title: string): void {
    const label = decodeEntities(title.replaceAll(/<[^>]*>/g, '')).trim();
    if (this.#drawing === undefined || label === '') return;
    const { place, attributes } = this.#drawing;
    if (valueOf(attributes, 'aria-label') !== undefined) return;
    this.#drawing.attributes = [...attributes, { name: 'aria-label', value: label }];
    this.#out[place] = formatTag('svg', this.#drawing.attributes);
  }

  /** Takes away the wrapper of a table that is still open at the end of the body. */
  finish(): void {
    if (this.#table !== undefined) this.#out[this.#table.place] = '';
  }

  #openTable(): void {
    this.#table ??= { place: this.#out.push('<div class="scroll">') - 1, depth: 0 };
    this.#table.depth++;
  }

  #closeTable(): void {
    if (this.#table === undefined) return;
    this.#table.depth--;
    if (this.#table.depth > 0) return;
    this.#out.push('</div>');
    this.#table = undefined;
  }
}
