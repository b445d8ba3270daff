import { decodeEntities } from '../html/entity.ts';
import { formatTag, valueOf } from '../html/format-tag.ts';
import type { TagAttribute } from '../html/format-tag.ts';
import { htmlLimits, isVoidTag } from '../html/html-limits.ts';
import { formattingTags } from '../html/tag-sets.ts';

/** Parts of drawings and formulas that hold HTML. A parser passes over the end of one while an element of HTML is open in it. */
const htmlPoint = /^(desc|m[inos]|mtext)$/;

/** An element as its opening tag is published. */
export interface OpenElement {
  readonly name: string;
  readonly attributes: readonly TagAttribute[];
  readonly isSelfClosing: boolean;
}

/**
 * Writes the tags of a body's elements, and remembers what has to follow those that are open: a wide table scrolls within
 * a wrapper, a drawing has its title as its label, formatting ends with its paragraph, and HTML within a drawing or a formula
 * with the part that it is in.
 */
export class OpenElements {
  readonly #out: string[];
  /** Place of the wrapper of the outermost open table, and how many are open. */
  #table: { readonly place: number; depth: number } | undefined;
  /** The open drawing: place of its tag, its attributes, and whether anything in it can be read. */
  #drawing:
    { readonly place: number; attributes: readonly TagAttribute[]; hasText: boolean } | undefined;
  /** Formatting left open in the block, by name. */
  readonly #formatting = new Map<string, number>();
  /** Elements open since the outermost {@link htmlPoint}, which comes first. */
  readonly #inPoint: string[] = [];
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
    this.#inPoint.length = 0;
    this.#drawing = undefined;
  }

  /** Writes an opening tag, and gives the place of the tag in `out`. */
  open({ name, attributes, isSelfClosing }: OpenElement): number {
    if (name === 'table') this.#openTable();
    const place = this.#out.push(formatTag(name, attributes, isSelfClosing)) - 1;
    if (name === 'svg' && !isSelfClosing) this.#drawing = { place, attributes, hasText: false };
    if (this.#drawing !== undefined && /^(?:text|desc)$/.test(name)) this.#drawing.hasText = true;
    if (formattingTags.has(name)) this.#formatting.set(name, (this.#formatting.get(name) ?? 0) + 1);
    const isInPoint = this.#inPoint.length > 0 || htmlPoint.test(name);
    if (isInPoint && !isSelfClosing && !isVoidTag(name)) this.#inPoint.push(name);
    return place;
  }

  /**
   * Writes a closing tag, after those of what is open within a point of HTML that it closes.
   */
  close(name: string): void {
    const known = this.#inPoint.lastIndexOf(name);
    if (known >= 0 || /^(svg|math)$/.test(name)) {
      while (this.#inPoint.length > known + 1) this.#writeClosing(this.#inPoint.pop() ?? '');
      this.#inPoint.pop();
    }
    this.#writeClosing(name);
  }

  #writeClosing(name: string): void {
    const open = this.#formatting.get(name) ?? 0;
    if (open > 0) this.#formatting.set(name, open - 1);
    this.#out.push(`</${name}>`);
    if (name === 'table') this.#closeTable();
    if (name === 'svg') this.#closeDrawing();
  }

  /** A drawing with a name is a picture of that name; one without name or words is told to nobody. */
  #closeDrawing(): void {
    if (this.#drawing === undefined) return;
    const { place, attributes, hasText } = this.#drawing;
    this.#drawing = undefined;
    const isNamed = attributes.some(({ name }) => /^aria-label(?:ledby)?$/.test(name));
    const has = (wanted: string): boolean => attributes.some(({ name }) => name === wanted);
    if (has('role') || has('aria-hidden') || (hasText && !isNamed)) return;
    const added = isNamed ? { name: 'role', value: 'img' } : { name: 'aria-hidden', value: 'true' };
    this.#out[place] = formatTag('svg', [...attributes, added]);
  }

  /**
   * Ends formatting that a paragraph leaves open: it would otherwise run through the rest of the post.
   *
   * @param onClose - called with the name of each tag that is written
   */
  closeFormatting(onClose: (name: string) => void): void {
    if (this.#isHtml) return;
    for (const [name, count] of this.#formatting) {
      for (let left = Math.min(count, htmlLimits.depth); left > 0; left--) {
        this.#out.push(`</${name}>`);
        onClose(name);
      }
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
