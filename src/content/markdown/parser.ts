import { Parser } from 'marked';
import type { Renderer, TextRenderer, Token } from 'marked';

import { attributesOf } from './constructs/attach-attributes.ts';
import { addAttributes } from './base/attribute-list.ts';
import { tocTag } from '../html/toc-tag.ts';

/** marked's parser, which puts on each token's HTML the attributes that a list beside it gave it. */
export class PostParser extends Parser {
  override parse(tokens: Token[]): string {
    if (!tokens.some(attributesOf)) return super.parse(tokens);
    return tokens.map((token) => withAttributes(token, super.parse([token]))).join('');
  }

  override parseInline(tokens: Token[], renderer: Renderer | TextRenderer = this.renderer): string {
    if (renderer !== this.renderer || !tokens.some(attributesOf))
      return super.parseInline(tokens, renderer);
    return tokens.map((token) => withAttributes(token, super.parseInline([token]))).join('');
  }
}

function withAttributes(token: Token, html: string): string {
  const list = attributesOf(token);
  if (list === undefined) return html;
  // `{:toc}` below a list makes it the table of contents.
  if (token.type === 'list' && list.words.includes('toc')) return `<${tocTag}>\n`;
  return addAttributes(html, list);
}
