import type { Problem, ProblemKind, Severity } from '../content-error.ts';
import {
  allowedAttributes,
  checkAttribute,
  findEmbed,
  hostOf,
  isExternal,
  parseSrcset,
  safeId,
} from '../html-policy.ts';
import { createTagCounter, htmlLimits, isVoidTag, limitMarks } from '../html-limits.ts';
import type { HtmlLimit } from '../html-limits.ts';
import { decodeEntities } from '../entity.ts';
import { escapeHtml } from '../html.ts';
import { fragmentToHref, resolveAddress } from '../link.ts';
import type { MarkdownBlock } from '../markdown.ts';
import type { Heading, ImageSize } from '../post.ts';
import type { RenderContext } from '../render-context.ts';
import { formatToc } from '../toc.ts';
import { createHeadings } from './headings.ts';
import { attributeOf, createReadBudget, readTag } from './html-tags.ts';
import type { HtmlTag, ReadBudget } from './html-tags.ts';
import { isMarkup } from './known-tags.ts';
import { tocTag } from './toc-tag.ts';
import { wordList } from '../word-list.ts';

/**
 * The second half of rendering: one linear pass over the HTML of a body, whether Markdown or the author wrote it. It
 * resolves addresses, sizes images, numbers and names headings, wraps tables, shows unknown tags as text, takes away
 * what the policy takes away (so that it can be reported with its line; the sanitizer remains the boundary), and
 * keeps within `html-limits.ts`. Over 250 lines because each kind of tag has a small function here.
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
export interface FinishOptions {
  readonly context: RenderContext;
  /** Path of the file for problems. */
  readonly file: string;
  /** Title of the post: a first heading that says the same again goes. */
  readonly title: string;
  /** File line of each line of the Markdown. */
  readonly lines: readonly number[];
}

/** Images in this many blocks at the start load at once. */
const eagerBlocks = 3;

/** Further marks for a table of contents in the same post are left out. */
const maxTocs = 2;

/** A post has no more problems of HTML than this reported. */
const maxProblems = 100;

/** Finishes the HTML of a body. Linear in its length; never throws. */
export function finishHtml(blocks: readonly MarkdownBlock[], options: FinishOptions): FinishedHtml {
  return new Finisher(options).finish(blocks);
}

/** Elements that begin a block and so get a direction of their own when outermost. */
const directed: ReadonlySet<string> = new Set(
  wordList('p ul ol dl blockquote h2 h3 h4 h5 h6 div section details table figure'),
);

/** Elements of Markdown's own that hold a run of text. */
const textBlocks: ReadonlySet<string> = new Set(wordList('p li td th dt dd h1 h2 h3 h4 h5 h6'));

/** Elements that a parser opens again after a block that did not close them. */
const formatting: ReadonlySet<string> = new Set(
  wordList('a b big code em i s small strike strong tt u'),
);

/** Elements whose content a parser reads as text, or that go with all that is in them. */
const rawTags: ReadonlySet<string> = new Set(
  wordList(
    'annotation annotation-xml script style textarea xmp iframe noembed noframes noscript template select object applet',
  ),
);

/** Tags that go and leave their text, without a word: they only said how it should look, or held words together. */
const silentTags: ReadonlySet<string> = new Set([
  'font',
  'nobr',
  'basefont',
  'hgroup',
  'picture',
  'label',
  'data',
]);

/** Old or page-level elements and what takes their place. */
const renamed: Readonly<Record<string, string>> = {
  acronym: 'abbr',
  aside: 'div',
  main: 'div',
  dir: 'ul',
  menu: 'ul',
  image: 'img',
};

class Finisher {
  readonly #options: FinishOptions;
  readonly #out: string[] = [];
  readonly #headings = createHeadings();
  readonly #counter = createTagCounter();
  readonly #problems = new Map<string, Problem>();
  readonly #references: Record<string, string> = {};
  readonly #images: Record<string, ImageSize> = {};
  /** Places in `out` of links within the post: they can only be checked when all ids are known. */
  readonly #fragments: {
    readonly place: number;
    readonly id: string;
    readonly block: MarkdownBlock;
  }[] = [];
  readonly #tocs: number[] = [];
  /** Place of the wrapper of the outermost open table, and how many are open. */
  #table: { readonly place: number; depth: number } | undefined;
  #block: MarkdownBlock = { html: '', line: 0, source: '', isHtml: false };
  /** Formatting left open in the block, by name. */
  readonly #formatting = new Map<string, number>();
  /** Whether a one-letter element in capitals is closed in the block. */
  readonly #isClosed = new Map<string, boolean>();
  #blockIndex = 0;
  #budget: ReadBudget = createReadBudget(0);
  /** Elements open since the start of the block. */
  #depth = 0;

  constructor(options: FinishOptions) {
    this.#options = options;
  }

  finish(blocks: readonly MarkdownBlock[]): FinishedHtml {
    this.#budget = createReadBudget(blocks.reduce((sum, { html }) => sum + html.length, 0));
    for (const block of blocks) {
      this.#block = block;
      this.#depth = 0;
      this.#isClosed.clear();
      this.#formatting.clear();
      this.#readBlock(block.html);
      this.#closeFormatting();
      this.#headings.endBlock(this.#out);
      this.#blockIndex++;
    }
    if (this.#table !== undefined) this.#out[this.#table.place] = '';
    const headings = this.#headings.finish(this.#out, this.#options.title);
    for (const { place, id, block } of this.#fragments) this.#finishFragment(place, id, block);
    for (const place of this.#tocs) this.#out[place] = formatToc(headings);
    return {
      html: this.#out.join(''),
      headings,
      problems: [...this.#problems.values()],
      references: this.#references,
      images: this.#images,
    };
  }

  /** Bold text that a paragraph leaves open would otherwise run through the rest of the post. */
  #closeFormatting(): void {
    if (this.#block.isHtml) return;
    for (const [name, count] of this.#formatting) {
      this.#out.push(`</${name}>`.repeat(Math.min(count, 100)));
    }
    this.#formatting.clear();
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
    const isShort = /^<!--(?:-?>)/.exec(html.slice(open, open + 6));
    if (isShort !== null) return open + isShort[0].length;
    const end = this.#budget.left > 0 ? html.indexOf('-->', open + 4) : -1;
    if (end !== -1) return end + 3;
    this.#budget.left -= html.length - open;
    return this.#literal(open, '<', '&lt;');
  }

  #literal(at: number, written: string, shown: string): number {
    this.#out.push(shown);
    this.#headings.addText(shown);
    return at + written.length;
  }

  #tag(html: string, open: number): number {
    const tag = readTag(html, open, this.#budget);
    const isTag =
      tag !== undefined &&
      (tag.name === tocTag ||
        (isMarkup({
          writtenName: tag.writtenName,
          isClosing: tag.isClosing,
          hasAttributes: tag.attributes.length > 0,
          before: html[open - 1] ?? '',
        }) &&
          !this.#isLoneCapital(html, tag)));
    if (!isTag) return this.#literal(open, '<', '&lt;');
    if (tag.isClosing) {
      this.#close(renamed[tag.name] ?? tag.name);
      return tag.end;
    }
    if (rawTags.has(tag.name)) return this.#raw(html, open, tag);
    this.#open(tag);
    return tag.end;
  }

  /** `<U>` without `</U>` is a type, not an underline; a paragraph alone may stay open. */
  #isLoneCapital(html: string, tag: HtmlTag): boolean {
    if (tag.isClosing || !/^[A-OQ-Z]$/.test(tag.writtenName)) return false;
    const known = this.#isClosed.get(tag.name);
    const isClosed = known ?? html.toLowerCase().includes(`</${tag.name}>`);
    this.#isClosed.set(tag.name, isClosed);
    return !isClosed;
  }

  /** An element that goes with its content. */
  #raw(html: string, open: number, tag: HtmlTag): number {
    const close = this.#findClose(html, tag);
    if (close === undefined) {
      if (tag.name !== 'iframe' || !tag.isSelfClosing) return this.#literal(open, '<', '&lt;');
    }
    const content = html.slice(tag.end, close?.start ?? tag.end);
    const end = close?.end ?? tag.end;
    if (tag.name === 'iframe') this.#embed(tag);
    else if (tag.name === 'textarea') this.#listing(content);
    else this.#replaceRaw(tag, content);
    return end;
  }

  #findClose(html: string, tag: HtmlTag): { start: number; end: number } | undefined {
    if (this.#budget.left <= 0) return undefined;
    const pattern = new RegExp(`</${tag.name}\\s*>`, 'gi');
    pattern.lastIndex = tag.end;
    const match = pattern.exec(html);
    if (match === null) this.#budget.left -= html.length - tag.end;
    return match === null ? undefined : { start: match.index, end: match.index + match[0].length };
  }

  /** Listings stood in text fields when pages had no other way to keep their spaces. */
  #listing(content: string): void {
    this.#out.push(`<pre dir="ltr"><code>${escapeHtml(decodeEntities(content))}</code></pre>`);
  }

  #embed(tag: HtmlTag): void {
    const src = attributeOf(tag, 'src') ?? '';
    const embed = findEmbed(src);
    if (embed !== undefined) {
      const kept = tag.attributes.filter(({ name }) => ['width', 'height', 'title'].includes(name));
      this.#out.push(formatTag('iframe', [{ name: 'src', value: embed }, ...kept]), '</iframe>');
      return;
    }
    this.#embedLink(src);
  }

  /** What cannot be embedded is linked, so that the reader can still get there. */
  #embedLink(src: string): void {
    const host = hostOf(src);
    if (host === undefined) {
      this.#report(
        'html',
        'warning',
        `An embedded page without a web address was removed.`,
        'Link to it instead.',
        src,
      );
      return;
    }
    const href = src.trim().startsWith('//') ? `https:${src.trim()}` : src.trim();
    this.#out.push(
      `<a href="${escapeHtml(href)}" rel="noopener">Embedded content: ${escapeHtml(host)}</a>`,
    );
    this.#report(
      'html',
      'info',
      `Content of \`${host}\` is not embedded; a link takes its place.`,
      undefined,
      src,
    );
  }

  #replaceRaw(tag: HtmlTag, content: string): void {
    const src = attributeOf(tag, 'src') ?? '';
    const gist = /^(?:https?:)?\/\/gist\.github\.com\/([\w-]+\/[0-9a-f]+)\.js/i.exec(src)?.[1];
    if (tag.name === 'script' && gist !== undefined) {
      this.#out.push(
        `<a href="https://gist.github.com/${gist}" rel="noopener">Embedded content: gist.github.com</a>`,
      );
      return;
    }
    const inner =
      /<(?:embed|param)\b[^<>]{0,2000}?(?:src|value)\s*=\s*["']?((?:https?:)?\/\/[^"'\s>]+)/i.exec(
        content,
      )?.[1];
    const source = tag.name === 'object' ? (attributeOf(tag, 'data') ?? inner) : undefined;
    if (source !== undefined) {
      this.#embedLink(decodeEntities(source));
      return;
    }
    this.#report(
      'html',
      tag.name === 'style' ? 'info' : 'warning',
      `\`<${tag.name}>\` was removed with what is in it.`,
      'Posts run no scripts and carry no styles; leave it out.',
      `<${tag.writtenName}`,
    );
  }

  #close(name: string): void {
    if (textBlocks.has(name)) this.#closeFormatting();
    if (this.#headings.isHeading(name)) {
      this.#headings.close(this.#out);
      this.#counter.close(name);
      this.#depth = Math.max(0, this.#depth - 1);
      return;
    }
    if (silentTags.has(name) && name !== 'picture') return;
    if (!isVoidTag(name)) this.#depth = Math.max(0, this.#depth - 1);
    this.#counter.close(name);
    const open = this.#formatting.get(name) ?? 0;
    if (open > 0) this.#formatting.set(name, open - 1);
    this.#out.push(`</${name}>`);
    if (name === 'table') this.#closeTable();
    if (name === 'sup') this.#headings.leaveReference();
  }

  #open(tag: HtmlTag): void {
    const name = renamed[tag.name] ?? tag.name;
    if (name === tocTag) {
      if (this.#tocs.length < maxTocs) this.#tocs.push(this.#out.push('') - 1);
      return;
    }
    if (name === 'embed') {
      this.#embedLink(attributeOf(tag, 'src') ?? '');
      return;
    }
    if (silentTags.has(name) && name !== 'picture') return;
    const limit = this.#counter.open(name, tag.isSelfClosing);
    if (limit !== undefined) {
      this.#reportLimit(limit);
      return;
    }
    const attributes = this.#attributes(name, tag);
    if (this.#headings.isHeading(name)) {
      const isListed = !/\b(?:no[_-]toc|unlisted)\b/.test(attributeOf(tag, 'class') ?? '');
      this.#headings.open(this.#out, name, { attributes, block: this.#blockIndex, isListed });
      this.#depth++;
      return;
    }
    if (name === 'table') this.#openTable();
    const unique = attributes.filter(
      ({ name: key, value }) => key !== 'id' || value === undefined || this.#headings.addId(value),
    );
    if (
      name === 'sup' &&
      attributes.some(({ name: key, value }) => key === 'class' && value === 'fn-ref')
    ) {
      this.#headings.enterReference();
    }
    this.#out.push(formatTag(name, unique, tag.isSelfClosing));
    if (name === 'a') this.#rememberFragment(attributes);
    if (formatting.has(name)) this.#formatting.set(name, (this.#formatting.get(name) ?? 0) + 1);
    if (!isVoidTag(name) && !tag.isSelfClosing) this.#depth++;
  }

  #openTable(): void {
    if (this.#table === undefined)
      this.#table = { place: this.#out.push('<div class="scroll">') - 1, depth: 1 };
    else this.#table.depth++;
  }

  #closeTable(): void {
    if (this.#table === undefined) return;
    this.#table.depth--;
    if (this.#table.depth > 0) return;
    this.#out.push('</div>');
    this.#table = undefined;
  }

  #attributes(name: string, tag: HtmlTag): FinalAttribute[] {
    if (tag.attributes.length > htmlLimits.attributes) this.#reportLimit('attributes');
    const written = tag.attributes.slice(0, htmlLimits.attributes);
    const kept = this.#withAddresses(name, written);
    const attributes = kept.flatMap((attribute) => this.#checked(name, attribute));
    if (name === 'img') return this.#finishImage(attributes, attributeOf(tag, 'src') ?? '');
    if (
      name === 'a' &&
      attributes.some(({ name: key, value }) => key === 'href' && isExternal(value ?? ''))
    ) {
      return [
        ...attributes.filter(({ name: key }) => key !== 'rel'),
        { name: 'rel', value: 'noopener' },
      ];
    }
    const isCode = attributes.some(({ name: key, value }) => key === 'class' && value === 'code');
    const isDirected = this.#depth === 0 && !isCode && directed.has(name === 'h1' ? 'h2' : name);
    if (isDirected && !attributes.some(({ name: key }) => key === 'dir'))
      attributes.push({ name: 'dir', value: 'auto' });
    return attributes;
  }

  /** The attribute as the policy lets it be; none when it must go. */
  #checked(tag: string, { name, value }: FinalAttribute): FinalAttribute[] {
    if (tag === 'a' && name === 'name' && value !== undefined && value !== '')
      return [{ name: 'id', value: safeId(value) }];
    if (name === 'style') return this.#styleToAlign(tag, value ?? '');
    const isBare = value === undefined || value === '';
    if (
      isBare &&
      allowedAttributes.includes(name) &&
      !['class', 'id', 'href', 'src'].includes(name)
    )
      return [{ name, value }];
    const checked = allowedAttributes.includes(name)
      ? checkAttribute(tag, name, value ?? '')
      : undefined;
    if (checked === undefined) {
      this.#reportAttribute(tag, name);
      return [];
    }
    return [{ name, value: checked }];
  }

  /** Styles go, but alignment, which carries meaning in tables, has an attribute. */
  #styleToAlign(tag: string, style: string): FinalAttribute[] {
    const align = /(?:^|;)\s*text-align\s*:\s*(left|center|right)/i.exec(style)?.[1];
    const canAlign = ['td', 'th', 'tr', 'p', 'div', 'figure'].includes(tag) || /^h[1-6]$/.test(tag);
    if (align !== undefined && canAlign) return [{ name: 'align', value: align.toLowerCase() }];
    this.#reportAttribute(tag, 'style');
    return [];
  }

  #withAddresses(tag: string, attributes: readonly FinalAttribute[]): readonly FinalAttribute[] {
    return attributes.map((attribute) => {
      const { name, value } = attribute;
      if (value === undefined || value === '') return attribute;
      if (name === 'href' && tag === 'a') return { name, value: this.#link(value) };
      if ((name === 'src' || name === 'poster') && tag !== 'iframe')
        return { name, value: this.#asset(value).href };
      if (name === 'srcset') return { name, value: this.#srcset(value) };
      return attribute;
    });
  }

  #link(written: string): string {
    const address = resolveAddress(written, this.#options.context);
    switch (address.kind) {
      case 'external':
        return address.href;
      case 'fragment':
        return fragmentToHref(address.id);
      case 'internal':
        this.#references[address.reference] = address.target;
        return address.href;
      case 'broken':
        this.#report(
          'link',
          'warning',
          `\`${written}\` leads to nothing in this blog.`,
          'Correct the address, or remove the link.',
          written,
        );
        return address.href;
      default:
        return address satisfies never;
    }
  }

  #asset(written: string): { href: string; target: string | undefined } {
    if (/^data:/i.test(written.trim())) return { href: written.trim(), target: undefined };
    const address = resolveAddress(written, this.#options.context);
    if (address.kind === 'internal') {
      this.#references[address.reference] = address.target;
      return { href: address.href, target: address.target };
    }
    if (address.kind === 'broken') {
      this.#report(
        'asset',
        'warning',
        `The file \`${written}\` is not there.`,
        'Put it beside the post, or correct the name.',
        written,
      );
    }
    return { href: address.kind === 'fragment' ? written : address.href, target: undefined };
  }

  #srcset(value: string): string {
    return parseSrcset(value)
      .map(({ url, descriptor }) => `${this.#asset(url).href} ${descriptor}`.trim())
      .join(', ');
  }

  #finishImage(attributes: readonly FinalAttribute[], written: string): FinalAttribute[] {
    const { target } = written === '' ? { target: undefined } : this.#asset(written);
    const size = target === undefined ? undefined : this.#options.context.findImageSize(target);
    if (target !== undefined && size !== undefined) this.#images[target] = size;
    const own = attributes.filter(
      ({ name }) => !['loading', 'decoding', 'fetchpriority'].includes(name),
    );
    const isEager = this.#blockIndex < eagerBlocks;
    const loading = isEager
      ? [{ name: 'fetchpriority', value: 'high' }]
      : [
          { name: 'loading', value: 'lazy' },
          { name: 'decoding', value: 'async' },
        ];
    const hasAlt = own.some(({ name }) => name === 'alt');
    return [...withSize(own, size), ...(hasAlt ? [] : [{ name: 'alt', value: '' }]), ...loading];
  }

  #rememberFragment(attributes: readonly FinalAttribute[]): void {
    const href = attributes.find(({ name }) => name === 'href')?.value;
    if (href === undefined || !href.startsWith('#') || href === '#') return;
    this.#fragments.push({
      place: this.#out.length - 1,
      id: decodeFragment(href),
      block: this.#block,
    });
  }

  /** A link within the post whose id another generator would have spelled a little differently is put right. */
  #finishFragment(place: number, id: string, block: MarkdownBlock): void {
    const found = this.#headings.findId(id);
    if (found === id) return;
    if (found !== undefined) {
      const written = this.#out[place] ?? '';
      this.#out[place] = written.replace(
        `href="${escapeHtml(fragmentToHref(id))}"`,
        () => `href="${escapeHtml(fragmentToHref(found))}"`,
      );
      return;
    }
    this.#block = block;
    this.#report(
      'link',
      'info',
      `\`#${id}\` names no place in this post.`,
      'Correct it, or give the heading that id with `{#id}`.',
      `#${id}`,
    );
  }

  #reportAttribute(tag: string, name: string): void {
    // Classes and the like had no effect here anyway.
    if (!/^on|^style$|^srcdoc$|^href$|^src$/.test(name)) return;
    this.#report(
      'html',
      name === 'style' ? 'info' : 'warning',
      `\`${name}\` on \`<${tag}>\` was removed.`,
      undefined,
      name,
    );
  }

  #reportLimit(limit: HtmlLimit): void {
    const what = {
      depth: 'levels of tags inside each other',
      attributes: 'attributes on a tag',
      tags: 'tags',
      marks: 'marks on a letter',
    }[limit];
    this.#report(
      'limit',
      'warning',
      `The post has more than ${htmlLimits[limit]} ${what}; what is beyond was left out.`,
      'Make it simpler.',
      undefined,
    );
  }

  #report(
    kind: ProblemKind,
    severity: Severity,
    message: string,
    remedy: string | undefined,
    needle: string | undefined,
  ): void {
    if (this.#problems.has(message) || this.#problems.size >= maxProblems) return;
    const { source, line } = this.#block;
    const at = needle === undefined || needle === '' ? -1 : source.indexOf(needle);
    const within = at === -1 ? 0 : source.slice(0, at).split('\n').length - 1;
    const { file, lines } = this.#options;
    this.#problems.set(message, {
      kind,
      severity,
      file,
      line: lines[line + within] ?? lines.at(-1),
      message,
      remedy,
    });
  }
}

interface FinalAttribute {
  readonly name: string;
  readonly value: string | undefined;
}

/** A start tag. An attribute without a value is written without one. */
export function formatTag(
  name: string,
  attributes: readonly FinalAttribute[],
  isSelfClosing = false,
): string {
  const seen = new Set<string>();
  let html = `<${name}`;
  for (const { name: key, value } of attributes) {
    if (seen.has(key)) continue;
    seen.add(key);
    html += value === undefined ? ` ${key}` : ` ${key}="${escapeHtml(value)}"`;
  }
  return `${html}${isSelfClosing && !isVoidTag(name) ? '/>' : '>'}`;
}

/** `attributes` with the two sizes an image must have so that nothing moves when it comes. */
function withSize(
  attributes: readonly FinalAttribute[],
  size: ImageSize | undefined,
): FinalAttribute[] {
  const widthText = attributes.find(({ name }) => name === 'width')?.value;
  const heightText = attributes.find(({ name }) => name === 'height')?.value;
  if (widthText !== undefined && heightText !== undefined) return [...attributes];
  if (size === undefined || size.width === 0 || size.height === 0)
    return withClass(attributes, 'unsized');
  const width = pixels(widthText);
  const height = pixels(heightText);
  // A size in another unit than pixels is the author's and stays alone.
  if ((widthText ?? heightText) !== undefined && (width ?? height) === undefined)
    return [...attributes];
  const rest = attributes.filter(({ name }) => name !== 'width' && name !== 'height');
  const finalWidth =
    width ?? (height === undefined ? size.width : Math.round((height * size.width) / size.height));
  const finalHeight =
    height ?? (width === undefined ? size.height : Math.round((width * size.height) / size.width));
  return [
    ...rest,
    { name: 'width', value: String(finalWidth) },
    { name: 'height', value: String(finalHeight) },
  ];
}

function withClass(attributes: readonly FinalAttribute[], className: string): FinalAttribute[] {
  const own = attributes.find(({ name }) => name === 'class')?.value;
  const value = own === undefined ? className : `${own} ${className}`;
  return [...attributes.filter(({ name }) => name !== 'class'), { name: 'class', value }];
}

function pixels(text: string | undefined): number | undefined {
  const digits = /^\s*(\d{1,5})(?:px)?\s*$/.exec(text ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function decodeFragment(href: string): string {
  try {
    return decodeURIComponent(href.slice(1));
  } catch {
    // A lone `%` is meant as such.
    return href.slice(1);
  }
}
