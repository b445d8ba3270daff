import { Renderer } from 'marked';
import type { Token, Tokens } from 'marked';

import type { FormatCode } from '../code/plain-code.ts';
import type { BodyWords } from '../model/body-words.ts';
import { escapeHtml } from '../model/html.ts';
import type { Dialect } from './dialect.ts';
import { escapeKeepingReferences } from './text-transform.ts';
import type { TextTransform } from './text-transform.ts';

/** The tools that write the HTML of a body. */
export interface RendererTools {
  readonly formatCode: FormatCode;
  readonly transform: TextTransform;
  readonly words: BodyWords;
  readonly dialect: Dialect | undefined;
}

/**
 * Tokens → plain HTML. What depends on the whole body or on the world outside it (heading levels and ids, addresses, image
 * sizes, wrappers of tables) is done by `finish-html.ts`, alike for Markdown and for HTML the author wrote.
 */
export class PostRenderer extends Renderer {
  readonly #formatCode: FormatCode;
  readonly #transform: TextTransform;
  readonly #words: BodyWords;
  readonly #dialect: Dialect | undefined;

  constructor({ formatCode, transform, words, dialect }: RendererTools) {
    super();
    this.#words = words;
    this.#formatCode = formatCode;
    this.#transform = transform;
    this.#dialect = dialect;
  }

  override code({ text, lang }: Tokens.Code): string {
    return this.#formatCode(text, lang ?? '');
  }

  override heading({ tokens, depth, text }: Tokens.Heading): string {
    this.#transform.startBlock();
    const split = this.#dialect?.splitHeadingAttributes(tokens, text);
    const content = this.parser.parseInline(split?.content ?? tokens).trim();
    return `<h${depth}${split?.attributes ?? ''}>${content}</h${depth}>\n`;
  }

  override paragraph({ tokens }: Tokens.Paragraph): string {
    this.#transform.startBlock();
    return formatFigure(tokens, this) ?? `<p>${this.parser.parseInline(tokens)}</p>\n`;
  }

  override blockquote(quote: Tokens.Blockquote): string {
    const content = this.parser.parse(quote.tokens);
    const note = this.#dialect?.formatAlert(quote, content, (title) => {
      this.#transform.startBlock();
      return this.parser.parseInline(title);
    });
    return note ?? `<blockquote>\n${content}</blockquote>\n`;
  }

  override listitem(item: Tokens.ListItem): string {
    return `<li${item.task ? ' class="task"' : ''}>${this.parser.parse(item.tokens)}</li>\n`;
  }

  override checkbox({ checked }: Tokens.Checkbox): string {
    const name = escapeHtml(checked ? this.#words.done : this.#words.notDone);
    return `<input type="checkbox" disabled${checked ? ' checked' : ''} aria-label="${name}"> `;
  }

  override tablecell({ tokens, header, align }: Tokens.TableCell): string {
    this.#transform.startBlock();
    const html = this.parser.parseInline(tokens);
    const alignment = align === null ? '' : ` align="${align}"`;
    // An empty header cell would name a column nothing.
    if (header && html.trim() !== '') return `<th scope="col"${alignment}>${html}</th>\n`;
    return `<td${alignment}>${html}</td>\n`;
  }

  override image({ href, title, text, tokens }: Tokens.Image): string {
    const alt =
      tokens === undefined ? text : this.parser.parseInline(tokens, this.parser.textRenderer);
    return formatImage(href, alt, title ?? undefined);
  }

  override link({ href, title, text, tokens, autolink }: Tokens.Link): string {
    const content = autolink === true ? escapeHtml(text) : this.parser.parseInline(tokens);
    const address = autolink === true ? escapeHtml(href) : escapeKeepingReferences(href);
    const name = title ? ` title="${escapeKeepingReferences(title)}"` : '';
    return `<a href="${address}"${name}>${content}</a>`;
  }

  override text(token: Tokens.Text | Tokens.Escape): string {
    if ('tokens' in token && token.tokens !== undefined) {
      this.#transform.startBlock();
      return this.parser.parseInline(token.tokens);
    }
    if (token.type === 'escape') return escapeKeepingReferences(token.text);
    if ('escaped' in token && token.escaped === true) return token.text;
    return this.#transform.apply(token.text);
  }
}

/** An image alone in its paragraph that has a title is a figure; so is one that is linked. */
function formatFigure(tokens: readonly Token[], renderer: PostRenderer): string | undefined {
  const inner = tokens.filter((token) => !(token.type === 'text' && token.raw.trim() === ''));
  const [only] = inner;
  if (inner.length !== 1 || only === undefined) return undefined;
  const image = findOnlyImage(only);
  if (image?.title === null || image?.title === undefined || image.title.trim() === '')
    return undefined;
  const untitled = { ...image, title: null };
  const picture = renderer.image(untitled);
  const link = only.type === 'link' ? (only as Tokens.Link) : undefined;
  const shown =
    link === undefined ? picture : `<a href="${escapeKeepingReferences(link.href)}">${picture}</a>`;
  return `<figure>${shown}<figcaption>${escapeKeepingReferences(image.title)}</figcaption></figure>\n`;
}

function findOnlyImage(token: Token): Tokens.Image | undefined {
  if (token.type === 'image') return token as Tokens.Image;
  const [inner, ...rest] = token.type === 'link' ? (token.tokens ?? []) : [];
  return rest.length === 0 && inner?.type === 'image' ? (inner as Tokens.Image) : undefined;
}

/** An `img` as Markdown writes it; `finish-html.ts` adds its size and how it loads. */
export function formatImage(href: string, alt: string, title: string | undefined): string {
  const name = title === undefined ? '' : ` title="${escapeKeepingReferences(title)}"`;
  return `<img src="${escapeKeepingReferences(href)}" alt="${escapeKeepingReferences(alt)}"${name}>`;
}
