import { attributeOf, createReadBudget, readTag } from '../../content/html/html-tags.ts';
import type { HtmlTag } from '../../content/html/html-tags.ts';
import { decodeEntities } from '../../content/html/entity-names.ts';
import { maximumTextLength } from './text-blocks.ts';
import type { TextBlock } from './text-blocks.ts';

/** Elements whose text stands by itself. */
const blockTags: ReadonlySet<string> = new Set(
  (
    'address article aside audio blockquote caption dd details dialog div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr iframe legend li main nav ol p pre section summary table tbody tfoot ' +
    'thead tr ul video'
  ).split(' '),
);
const hiddenTags: ReadonlySet<string> = new Set(['script', 'style', 'template', 'annotation']);

/**
 * The text of a rendered and sanitized body in blocks: what its page shows, with what shortcodes print, and images by
 * their words. Numbers and links that come with notes and headings are left out. Linear.
 */
export function extractHtmlBlocks(html: string): TextBlock[] {
  const source = html.slice(0, maximumTextLength * 4);
  const budget = createReadBudget(source.length);
  const reader = new BlockCollector();
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf('<', at);
    const tag = open === -1 ? undefined : readTag(source, open, budget);
    const isText = open !== -1 && tag === undefined;
    const stop = open === -1 ? source.length : isText ? open + 1 : open;
    reader.addText(source.slice(at, stop));
    if (tag !== undefined) reader.addTag(tag);
    at = tag?.end ?? stop;
  }
  reader.end();
  return reader.blocks;
}

class BlockCollector {
  readonly blocks: TextBlock[] = [];
  #kind: TextBlock['kind'] = 'text';
  #id: string | undefined;
  #text = '';
  /** The element that is left out, and how many of its name are open. */
  #skipped: { readonly name: string; depth: number } | undefined;
  /** The words of the last image. */
  #alt = '';
  #last: HtmlTag | undefined;

  addText(text: string): void {
    if (this.#skipped === undefined) this.#text += text;
  }

  addTag(tag: HtmlTag): void {
    const before = this.#last;
    this.#last = tag;
    if (this.#skipped !== undefined) this.#skip(this.#skipped, tag);
    else if (!tag.isClosing && isLeftOut(tag, before))
      this.#skipped = { name: tag.name, depth: tag.isSelfClosing ? 0 : 1 };
    else if (blockTags.has(tag.name)) this.#addBlockTag(tag);
    else if (tag.name === 'img') this.#addImage(attributeOf(tag, 'alt') ?? '');
    else if (tag.name === 'br') this.#text += '\n';
    else if (tag.name === 'td' || tag.name === 'th') this.#text += ' ';
  }

  /** Ends the block that is open. */
  end(): void {
    const plain = decodeEntities(this.#text);
    const text = (this.#kind === 'code' ? plain : plain.replace(/\s+/g, ' ')).trim();
    // Where an image has no words of its own, its caption stands for them.
    const isCaption = text === this.#alt && text === this.blocks.at(-1)?.text;
    if (text !== '' && !isCaption) this.blocks.push({ kind: this.#kind, text, id: this.#id });
    this.#text = '';
    this.#id = undefined;
    this.#kind = 'text';
  }

  #addImage(alt: string): void {
    this.#alt = alt.replace(/\s+/g, ' ').trim();
    // Decoded with the text around it.
    this.#text += ` ${alt.replaceAll('&', '&amp;')} `;
  }

  #addBlockTag(tag: HtmlTag): void {
    this.end();
    if (tag.isClosing) return;
    if (tag.name === 'pre') this.#kind = 'code';
    if (!/^h[1-6]$/.test(tag.name)) return;
    this.#kind = 'heading';
    this.#id = attributeOf(tag, 'id');
  }

  #skip(skipped: { readonly name: string; depth: number }, tag: HtmlTag): void {
    if (tag.name === skipped.name) skipped.depth += tag.isClosing ? -1 : 1;
    if (skipped.depth <= 0) this.#skipped = undefined;
  }
}

/** Elements that the renderer adds to a text: anchors, numbers of notes, names of languages, contents, gaps for shortcodes. */
function isLeftOut(tag: HtmlTag, before: HtmlTag | undefined): boolean {
  const classes = attributeOf(tag, 'class') ?? '';
  const follows = (name: string, className: string): boolean =>
    before?.name === name && attributeOf(before, 'class')?.split(' ').includes(className) === true;
  switch (tag.name) {
    case 'a':
      return classes === 'anchor' || (attributeOf(tag, 'href') ?? '').startsWith('#fnref');
    case 'sup':
      return classes === 'fn-ref';
    case 'nav':
      return classes === 'contents';
    case 'span':
      return classes === 'shortcode';
    case 'header':
      return follows('figure', 'code');
    case 'h2':
      return follows('section', 'footnotes');
    default:
      return hiddenTags.has(tag.name);
  }
}
