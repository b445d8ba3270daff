import { isVoidTag, limitMarks } from '../html/html-limits.ts';
import { dropEmptyReferences } from '../html/entity.ts';
import { dropControls } from '../text/control-characters.ts';
import type { MarkdownBlock } from '../markdown/render-markdown.ts';
import type { Heading, ImageSize } from '../model/post.ts';
import type { RenderContext } from '../site/render-context.ts';
import { createTocMarks } from './toc.ts';
import type { TocMarks } from './toc.ts';
import { AttributeFinisher } from './finish-attributes.ts';
import { valueOf } from '../html/format-tag.ts';
import { createFragmentLinks } from './fragment-links.ts';
import type { FragmentLinks } from './fragment-links.ts';
import { createHeadings } from './headings.ts';
import type { Headings } from './headings.ts';
import { attributeOf } from '../html/html-tags.ts';
import type { HtmlTag } from '../html/html-tags.ts';
import { MarkupReader } from './markup-reader.ts';
import type { HtmlPiece } from './markup-reader.ts';
import { OpenElements } from './open-elements.ts';
import { createProblemLog } from './problem-log.ts';
import type { LoggedProblem, ProblemLog } from './problem-log.ts';
import type { EmbedOptions } from './raw-element.ts';
import { createTagGate } from './tag-gate.ts';
import type { TagGate } from './tag-gate.ts';
import { renameTag, textBlocks } from '../html/tag-sets.ts';
import { tocTag } from '../html/known-tags.ts';

/** The finished HTML of a body and what was met on the way. */
export interface FinishedHtml {
  readonly html: string;
  readonly headings: readonly Heading[];
  readonly problems: readonly LoggedProblem[];
  readonly references: Readonly<Record<string, string>>;
  readonly images: Readonly<Record<string, ImageSize>>;
  /** True if {@link FinishOptions.raw} is wanted: what it would have written is not there. */
  readonly lacksRaw: boolean;
}

/** What finishes elements that are read or taken away as a whole: a part of its own, as most posts have none. */
export type RawElements = typeof import('./raw-element.ts');

/** Loads {@link RawElements}. */
export function loadRawElements(): Promise<RawElements> {
  return import('./raw-element.ts');
}

/** The facts that finishing needs beyond the blocks. */
export interface FinishOptions {
  readonly context: RenderContext;
  /** Title of the post: a first heading that says the same again goes. */
  readonly title: string;
  readonly raw?: RawElements | undefined;
}

/** Images in this many blocks at the start load at once. */
const eagerBlocks = 3;

/**
 * Finishes the HTML of a body in one pass, whether Markdown or the author wrote it: resolves addresses, sizes images, names
 * headings, wraps tables, shows unknown tags as text, takes away what the policy takes away (so that it can be reported
 * with its line; the sanitizer remains the boundary), and keeps within `html-limits.ts`. Linear; never throws.
 */
export function finishHtml(blocks: readonly MarkdownBlock[], options: FinishOptions): FinishedHtml {
  const length = blocks.reduce((sum, { html }) => sum + html.length, 0);
  return new Finisher(options, length).finish(blocks);
}

class Finisher {
  readonly #title: string;
  readonly #log: ProblemLog;
  readonly #embeds: EmbedOptions;
  readonly #raw: RawElements | undefined;
  #lacksRaw = false;
  readonly #attributes: AttributeFinisher;
  readonly #reader: MarkupReader;
  readonly #gate: TagGate;
  readonly #fragments: FragmentLinks;
  readonly #out: string[] = [];
  readonly #elements = new OpenElements(this.#out);
  readonly #headings: Headings;
  readonly #tocs: TocMarks;
  #block: MarkdownBlock = { html: '', offset: 0, line: 0, source: '', isHtml: false };
  #blockIndex = 0;
  /** Elements open since the start of the block. */
  #depth = 0;
  #isInSummary = false;

  constructor(options: FinishOptions, length: number) {
    const { words, site } = options.context;
    this.#title = options.title;
    this.#log = createProblemLog();
    this.#embeds = { log: this.#log, words, site };
    this.#raw = options.raw;
    this.#attributes = new AttributeFinisher(options.context, this.#log);
    this.#reader = new MarkupReader(length);
    this.#gate = createTagGate(this.#log);
    this.#fragments = createFragmentLinks(this.#log);
    this.#headings = createHeadings(words.sectionLink, this.#attributes, this.#log);
    this.#tocs = createTocMarks(words.contents);
  }

  finish(blocks: readonly MarkdownBlock[]): FinishedHtml {
    for (const block of blocks) this.#finishBlock(block);
    this.#elements.finish();
    const headings = this.#headings.finish(this.#out, this.#title);
    this.#fragments.finish(this.#out, (id) => this.#headings.findId(id));
    this.#tocs.finish(this.#out, headings);
    return {
      html: this.#out.join(''),
      headings,
      problems: this.#log.list(),
      references: this.#attributes.references,
      images: this.#attributes.images,
      lacksRaw: this.#lacksRaw,
    };
  }

  #finishBlock(block: MarkdownBlock): void {
    this.#block = block;
    this.#log.enter(block);
    this.#depth = 0;
    this.#elements.enterBlock(block.isHtml);
    const isDrawing = (): boolean => this.#elements.isDrawing;
    for (const piece of this.#reader.read(block.html, isDrawing)) this.#write(piece);
    this.#closeFormatting();
    this.#headings.endBlock(this.#out);
    this.#blockIndex++;
  }

  #write(piece: HtmlPiece): void {
    switch (piece.kind) {
      case 'text':
        return this.#writeText(piece.text);
      case 'tag':
        return piece.tag.isClosing
          ? this.#close(renameTag(piece.tag.name))
          : this.#open(renameTag(piece.tag.name), piece.tag);
      case 'element':
        return this.#writeWhole(piece.tag, piece.content);
      default:
        return piece satisfies never;
    }
  }

  #writeText(written: string): void {
    // marked has made characters of some references.
    const text = dropControls(dropEmptyReferences(written));
    this.#out.push(limitMarks(text));
    this.#headings.addText(text);
    if (text !== written)
      this.#log.report({
        kind: 'encoding',
        severity: 'warning',
        subject: 'control',
        needle: '&#',
      });
  }

  #writeWhole(tag: HtmlTag, content: string): void {
    if (tag.name === 'title') return this.#elements.labelDrawing(content);
    const raw = this.#findRaw();
    const picture = raw?.pictureOf(tag);
    if (picture !== undefined) this.#open('img', { ...tag, name: 'img', attributes: picture });
    else if (raw) this.#out.push(raw.replaceRawElement(tag, content, this.#embeds));
  }

  /** Whoever finishes is told when it is not there. */
  #findRaw(): RawElements | undefined {
    if (this.#raw === undefined) this.#lacksRaw = true;
    return this.#raw;
  }

  #open(name: string, tag: HtmlTag): void {
    if (name === tocTag) this.#tocs.add(this.#out);
    else if (name === 'embed')
      this.#out.push(
        this.#findRaw()?.formatEmbedLink(attributeOf(tag, 'src') ?? '', this.#embeds) ?? '',
      );
    else if (this.#gate.admits(name, tag)) this.#openElement(name, tag);
  }

  #openElement(name: string, tag: HtmlTag): void {
    const isEager = this.#blockIndex < eagerBlocks;
    const isOutermost = this.#depth === 0;
    const attributes = this.#attributes.finish(name, tag, { isEager, isOutermost });
    const { isSelfClosing } = tag;
    if (!isVoidTag(name) && !isSelfClosing) this.#depth++;
    if (this.#headings.isHeading(name)) {
      const isListed = !/\b(?:no[_-]toc|unlisted)\b/.test(attributeOf(tag, 'class') ?? '');
      const [block, isHandle] = [this.#blockIndex, this.#isInSummary];
      this.#headings.open(this.#out, name, { attributes, block, isListed, isHandle });
      return;
    }
    if (/^(?:summary|details)$/.test(name)) this.#isInSummary = name === 'summary';
    if (name === 'sup' && valueOf(attributes, 'class') === 'fn-ref')
      this.#headings.enterReference();
    const own = this.#headings.dropTakenIds(attributes);
    const place = this.#elements.open({ name, attributes: own, isSelfClosing });
    if (name === 'a') this.#fragments.add(place, valueOf(attributes, 'href'), this.#block);
  }

  #close(name: string): void {
    if (textBlocks.has(name)) this.#closeFormatting();
    if (!this.#gate.admitsClosing(name)) return;
    if (!isVoidTag(name)) this.#depth = Math.max(0, this.#depth - 1);
    if (this.#headings.isHeading(name)) {
      this.#headings.close(this.#out);
      return;
    }
    this.#elements.close(name);
    if (name === 'summary' || name === 'details') this.#isInSummary = false;
    if (name === 'sup') this.#headings.leaveReference();
  }

  /** The gate must know, or what it takes for open would keep later tags out. */
  #closeFormatting(): void {
    this.#elements.closeFormatting((name) => void this.#gate.admitsClosing(name));
  }
}
