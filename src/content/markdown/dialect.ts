// The constructs of posts beyond GFM, but for formulas. Imported by `import()`
// only: a chunk of its own, which plain posts do without. `syntax-needs.ts` tells from the text whether anything of it can
// be in there.

import { Parser } from 'marked';
import type { Renderer, TextRenderer, Token, TokenizerAndRendererExtension } from 'marked';

import { tocTag } from '../html/known-tags.ts';
import {
  addAttributes,
  attributeListSyntax,
  splitHeadingAttributes,
} from './base/attribute-list.ts';
import { abbreviationSyntax, fillContents, tocSyntax } from './base/marks.ts';
import type { MarkdownState } from './base/state.ts';
import { findAlert, formatAlert } from './constructs/alert.ts';
import { attachAttributes, attributesOf } from './constructs/attach-attributes.ts';
import { containerSyntax } from './constructs/containers.ts';
import { definitionListSyntax } from './constructs/definition-list.ts';
import { markTasks } from './constructs/task-signs.ts';
import { footnoteSyntax, formatFootnotes } from './constructs/footnotes.ts';
import { htmlMarkdownSyntax } from './html-markdown.ts';

/** marked's parser, which puts on each token's HTML the attributes that a list beside it gave it. */
class PostParser extends Parser {
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

/** The constructs of the dialects: what lexing, parsing and writing a body with them takes. */
export const dialect = {
  PostParser,
  /** Ties what is read of blocks to its neighbours: lists of attributes, and headings that ask for their contents, tasks. */
  attachAttributes: (tokens: Token[]): void => {
    attachAttributes(tokens);
    fillContents(tokens);
    markTasks(tokens);
  },
  findAlert,
  formatAlert,
  formatFootnotes,
  splitHeadingAttributes,
  /** marked's extensions, the strongest last. */
  createSyntax: (state: MarkdownState): readonly TokenizerAndRendererExtension[] => [
    ...footnoteSyntax(state),
    ...attributeListSyntax(),
    ...abbreviationSyntax(state),
    ...tocSyntax(),
    ...containerSyntax(state),
    ...definitionListSyntax(state),
    ...htmlMarkdownSyntax(state),
  ],
};

/** See {@link dialect}. */
export type Dialect = typeof dialect;
