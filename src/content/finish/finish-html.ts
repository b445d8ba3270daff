import type { Problem } from '../model/problem.ts';
import { createTagCounter, htmlLimits, isVoidTag, limitMarks } from '../html/html-limits.ts';
import type { HtmlLimit } from '../html/html-limits.ts';
import { decodeEntities } from '../text/entity.ts';
import { escapeHtml } from '../model/html.ts';
import { fragmentToHref } from './link.ts';
import type { MarkdownBlock } from '../markdown/render-markdown.ts';
import type { Heading, ImageSize } from '../model/post.ts';
import { decodePath } from '../site/permalink.ts';
import type { RenderContext } from '../site/render-context.ts';
import { formatToc } from './toc.ts';
import { AttributeFinisher } from './finish-attributes.ts';
import { formatTag, valueOf } from '../html/format-tag.ts';
import type { TagAttribute } from '../html/format-tag.ts';
import { createHeadings } from './headings.ts';
import { attributeOf, createReadBudget, readTag } from '../html/html-tags.ts';
import type { HtmlTag, ReadBudget } from '../html/html-tags.ts';
import { isMarkup } from '../html/known-tags.ts';
import { createProblemLog } from './problem-log.ts';
import type { LoggedBody, ProblemLog } from './problem-log.ts';
import { formatEmbedLink, pictureOf, replaceRawElement } from './raw-element.ts';
import {
  formattingTags,
  keptTags,
  rawTags,
  renameTag,
  silentTags,
  textBlocks,
} from '../html/tag-sets.ts';
import { tocTag } from '../html/toc-tag.ts';

/**
 * The second half of rendering: one linear pass over the HTML of a body, whether Markdown or the author wrote it. It
 * resolves addresses, sizes images, numbers and names headings, wraps tables, shows unknown tags as text, takes away
 * what the policy takes away (so that it can be reported with its line; the sanitizer remains the boundary), and
 * keeps within `html-limits.ts`. Over 250 lines: it is one walk with one state.
 */

/** The finished HTML of a body and what was met on the way. */
export interface FinishedHtml {
  readonly html: string;
  readonly headings: readonly Heading[];
  readonly problems: readonly Problem[];
  readonly references: Readonly<Record<string, string>>;
  readonly images: Readonly<Record<string, ImageSize>>;
}

/** What finishing needs beyond the blocks. */
export interface FinishOptions extends LoggedBody {
  readonly context: RenderContext;
  /** Title of the post: a first heading that says the same again goes. */
  readonly title: string;
}

/** Images in this many blocks at the start load at once. */
const eagerBlocks = 3;

/** Further marks for a table of contents in the same post are left out. */
const maxTocs = 2;

/** Finishes the HTML of a body. Linear in its length; never throws. */
export function finishHtml(blocks: readonly MarkdownBlock[], options: FinishOptions): FinishedHtml {
  return new Finisher(options).finish(blocks);
}

class Finisher {
  readonly #title: string;
  readonly #log: ProblemLog;
  readonly #attributes: AttributeFinisher;
  readonly #out: string[] = [];
  readonly #headings = createHeadings();
  readonly #counter = createTagCounter();
  /** Places in `out` of links within the post: they can only be checked when all ids are known. */
  readonly #fragments: {
    readonly place: number;
    readonly id: string;
    readonly block: MarkdownBlock;
  }[] = [];
  readonly #tocs: number[] = [];
  /** Place of the wrapper of the outermost open table, and how many are open. */
  #table: { readonly place: number; depth: number } | undefined;
  /** The open drawing: place of its tag, and its attributes. */
  #drawing: { readonly place: number; attributes: readonly TagAttribute[] } | undefined;
  #block: MarkdownBlock = { html: '', offset: 0, line: 0, source: '', isHtml: false };
  #blockIndex = 0;
  /** Formatting left open in the block, by name. */
  readonly #formatting = new Map<string, number>();
  /** Whether a one-letter element in capitals is closed in the block. */
  readonly #isClosed = new Map<string, boolean>();
  /** Elements open since the start of the block. */
  #depth = 0;
  #budget: ReadBudget = createReadBudget(0);

  constructor(options: FinishOptions) {
    const { context, title } = options;
    this.#title = title;
    this.#log = createProblemLog(options);
    this.#attributes = new AttributeFinisher(context, this.#log);
  }

  finish(blocks: readonly MarkdownBlock[]): FinishedHtml {
    this.#budget = createReadBudget(blocks.reduce((sum, { html }) => sum + html.length, 0));
    for (const block of blocks) this.#finishBlock(block);
    if (this.#table !== undefined) this.#out[this.#table.place] = '';
    const headings = this.#headings.finish(this.#out, this.#title);
    for (const { place, id, block } of this.#fragments) this.#finishFragment(place, id, block);
    for (const place of this.#tocs) this.#out[place] = formatToc(headings);
    return {
      html: this.#out.join(''),
      headings,
      problems: this.#log.list(),
      references: this.#attributes.references,
      images: this.#attributes.images,
    };
  }

  #finishBlock(block: MarkdownBlock): void {
    this.#block = block;
    this.#log.enter(block);
    this.#depth = 0;
    this.#isClosed.clear();
    this.#formatting.clear();
    this.#drawing = undefined;
    this.#readBlock(block.html);
    this.#closeFormatting();
    this.#headings.endBlock(this.#out);
    this.#blockIndex++;
  }

  #readBlock(html: string): void {
    let at = 0;
    while (at < html.length) {
      const open = html.indexOf('<', at);
      this.#text(html.slice(at, open === -1 ? html.length : open));
      if (open === -1) return;
      at = html.startsWith('<!--', open) ? this.#comment(html, open) : this.#tag(html, open);
    }
  }

  #text(text: string): void {
    if (text === '') return;
    this.#out.push(limitMarks(text));
    this.#headings.addText(text);
  }

  /** Comments go: they are for the author. */
  #comment(html: string, open: number): number {
    const empty = /^<!---?>/.exec(html.slice(open, open + 6));
    if (empty !== null) return open + empty[0].length;
    const end = this.#budget.left > 0 ? html.indexOf('-->', open + 4) : -1;
    if (end !== -1) return end + 3;
    this.#budget.left -= html.length - open;
    return this.#lessThan(open);
  }

  /** A `<` that begins nothing, for the reader to see. */
  #lessThan(at: number): number {
    this.#text('&lt;');
    return at + 1;
  }

  #tag(html: string, open: number): number {
    const tag = readTag(html, open, this.#budget);
    if (tag?.name === 'title' && this.#drawing !== undefined) return this.#drawingTitle(html, tag);
    if (tag === undefined || !this.#isTag(html, open, tag)) return this.#lessThan(open);
    if (tag.isClosing) {
      this.#close(renameTag(tag.name));
      return tag.end;
    }
    if (rawTags.has(tag.name)) return this.#raw(html, open, tag);
    this.#open(tag);
    return tag.end;
  }

  #isTag(html: string, open: number, tag: HtmlTag): boolean {
    const { name, writtenName, isClosing } = tag;
    if (name === tocTag) return true;
    const hasAttributes = tag.attributes.length > 0;
    const before = html[open - 1] ?? '';
    if (!isMarkup({ writtenName, isClosing, hasAttributes, before })) return false;
    // `<U>` without `</U>` is a type, not an underline; a paragraph alone may stay open.
    if (isClosing || !/^[A-OQ-Z]$/.test(writtenName)) return true;
    const isClosed = this.#isClosed.get(name) ?? html.toLowerCase().includes(`</${name}>`);
    this.#isClosed.set(name, isClosed);
    return isClosed;
  }

  /** The title of a drawing becomes its label: as an element it could be taken for the page's. */
  #drawingTitle(html: string, tag: HtmlTag): number {
    const close = tag.isClosing ? undefined : this.#findClose(html, tag);
    if (close === undefined || this.#drawing === undefined) return tag.end;
    const { place, attributes } = this.#drawing;
    const label = decodeEntities(
      html.slice(tag.end, close.start).replaceAll(/<[^>]*>/g, ''),
    ).trim();
    if (label !== '' && valueOf(attributes, 'aria-label') === undefined) {
      this.#drawing.attributes = [...attributes, { name: 'aria-label', value: label }];
      this.#out[place] = formatTag('svg', this.#drawing.attributes);
    }
    return close.end;
  }

  /** An element that is read as a whole. One that is not closed is text. */
  #raw(html: string, open: number, tag: HtmlTag): number {
    const close = this.#findClose(html, tag);
    if (close === undefined) return this.#lessThan(open);
    const picture = pictureOf(tag);
    if (picture !== undefined) this.#open({ ...tag, name: 'img', attributes: picture });
    else this.#out.push(replaceRawElement(tag, html.slice(tag.end, close.start), this.#log));
    return close.end;
  }

  #findClose(html: string, tag: HtmlTag): { start: number; end: number } | undefined {
    if (tag.isSelfClosing && tag.name === 'iframe') return { start: tag.end, end: tag.end };
    if (this.#budget.left <= 0) return undefined;
    const pattern = new RegExp(`</${tag.name}\\s*>`, 'gi');
    pattern.lastIndex = tag.end;
    const match = pattern.exec(html);
    if (match === null) this.#budget.left -= html.length - tag.end;
    return match === null ? undefined : { start: match.index, end: match.index + match[0].length };
  }

  #open(tag: HtmlTag): void {
    const name = renameTag(tag.name);
    if (name === tocTag) {
      if (this.#tocs.length < maxTocs) this.#tocs.push(this.#out.push('') - 1);
      return;
    }
    if (name === 'embed') {
      this.#out.push(formatEmbedLink(attributeOf(tag, 'src') ?? '', this.#log));
      return;
    }
    if (this.#isDropped(name, tag)) return;
    const limit = this.#counter.open(name, tag.isSelfClosing);
    if (limit === undefined) this.#write(name, tag);
    else this.#reportLimit(limit);
  }

  /** Tags that a post may not have go; what is in them stays. */
  #isDropped(name: string, tag: HtmlTag): boolean {
    if (silentTags.has(name) || name.includes(':')) return true;
    const isField = name === 'input' && !/^checkbox$/i.test(attributeOf(tag, 'type') ?? '');
    if (keptTags.has(name) && !isField) return false;
    this.#log.report({
      kind: 'html',
      severity: 'info',
      subject: `<${name}>`,
      message: `The tag \`<${name}>\` was removed; what is in it stays.`,
      needle: `<${tag.writtenName}`,
    });
    return true;
  }

  #write(name: string, tag: HtmlTag): void {
    const isEager = this.#blockIndex < eagerBlocks;
    const isOutermost = this.#depth === 0;
    const attributes = this.#attributes.finish(name, tag, { isEager, isOutermost });
    if (!isVoidTag(name) && !tag.isSelfClosing) this.#depth++;
    if (this.#headings.isHeading(name)) {
      const isListed = !/\b(?:no[_-]toc|unlisted)\b/.test(attributeOf(tag, 'class') ?? '');
      this.#headings.open(this.#out, name, { attributes, block: this.#blockIndex, isListed });
      return;
    }
    if (name === 'table') this.#openTable();
    if (name === 'sup' && valueOf(attributes, 'class') === 'fn-ref')
      this.#headings.enterReference();
    const unique = attributes.filter((attribute) => this.#isFirst(attribute));
    const place = this.#out.push(formatTag(name, unique, tag.isSelfClosing)) - 1;
    if (name === 'svg' && !tag.isSelfClosing) this.#drawing = { place, attributes: unique };
    if (name === 'a') this.#rememberFragment(place, valueOf(attributes, 'href'));
    if (formattingTags.has(name)) this.#formatting.set(name, (this.#formatting.get(name) ?? 0) + 1);
  }

  /** Whether the attribute is not an id that the body has already. */
  #isFirst({ name, value }: TagAttribute): boolean {
    return name !== 'id' || value === undefined || this.#headings.addId(value);
  }

  #close(name: string): void {
    if (textBlocks.has(name)) this.#closeFormatting();
    if (silentTags.has(name) || !keptTags.has(name)) return;
    if (!isVoidTag(name)) this.#depth = Math.max(0, this.#depth - 1);
    this.#counter.close(name);
    if (this.#headings.isHeading(name)) {
      this.#headings.close(this.#out);
      return;
    }
    const open = this.#formatting.get(name) ?? 0;
    if (open > 0) this.#formatting.set(name, open - 1);
    this.#out.push(`</${name}>`);
    if (name === 'table') this.#closeTable();
    if (name === 'svg') this.#drawing = undefined;
    if (name === 'sup') this.#headings.leaveReference();
  }

  /** Bold text that a paragraph leaves open would otherwise run through the rest of the post. */
  #closeFormatting(): void {
    if (this.#block.isHtml) return;
    for (const [name, count] of this.#formatting) {
      this.#out.push(`</${name}>`.repeat(Math.min(count, htmlLimits.depth)));
    }
    this.#formatting.clear();
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

  #rememberFragment(place: number, href: string | undefined): void {
    if (href === undefined || !href.startsWith('#') || href === '#') return;
    const id = href.slice(1);
    this.#fragments.push({ place, id: decodePath(id) ?? id, block: this.#block });
  }

  /** A link within the post whose id another generator would have spelled a little differently is put right. */
  #finishFragment(place: number, id: string, block: MarkdownBlock): void {
    const found = this.#headings.findId(id);
    if (found === id) return;
    if (found !== undefined) {
      const written = `href="${escapeHtml(fragmentToHref(id))}"`;
      const right = `href="${escapeHtml(fragmentToHref(found))}"`;
      this.#out[place] = this.#out[place]?.replace(written, () => right) ?? '';
      return;
    }
    this.#log.enter(block);
    this.#log.report({
      kind: 'link',
      severity: 'info',
      subject: `#${id}`,
      message: `\`#${id}\` names no place in this post.`,
      remedy: 'Correct it, or give the heading that id with `{#id}`.',
      needle: `#${id}`,
    });
  }

  #reportLimit(limit: HtmlLimit): void {
    const what = limit === 'depth' ? 'levels of tags inside each other' : 'tags';
    this.#log.report({
      kind: 'limit',
      severity: 'warning',
      subject: limit,
      message: `The post has more than ${htmlLimits[limit]} ${what}; those beyond were left out.`,
      remedy: 'Make it simpler.',
    });
  }
}
