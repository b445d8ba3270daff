import { Parser } from 'marked';
import type { MarkedOptions, Renderer, TextRenderer, Token } from 'marked';

import { tocTag } from '../html/known-tags.ts';
import { addAttributes } from './base/attribute-list.ts';
import { attachAttributes, attributesOf } from './constructs/attach-attributes.ts';
import { createHighlighter } from '../code/highlight.ts';
import { emojiMark } from './constructs/emoji.ts';
import { loadEmoji } from './constructs/load-emoji.ts';
import { formatFootnotes } from './constructs/footnotes.ts';
import { PostLexer } from './lexer.ts';
import { PostRenderer } from './renderer.ts';
import { createState, reportOnce } from './base/state.ts';
import { blankCode, findPlaces } from './token-place.ts';
import type { MarkdownProblem, MarkdownSettings, MarkdownState } from './base/state.ts';
import { createSyntax } from './syntax.ts';
import { parseFenceInfo } from '../code/fence-info.ts';
import { loadMath } from './constructs/math.ts';
import { createTextTransform } from './text-transform.ts';

/** A top-level block of a body. */
export interface MarkdownBlock {
  /** Not sanitized, addresses and headings as written. */
  readonly html: string;
  /** Where the block starts in the text. */
  readonly offset: number;
  /** 0-based line of the text on which the block starts. */
  readonly line: number;
  /** The Markdown it came from. */
  readonly source: string;
  /** Whether the author wrote it as HTML, which may leave elements open for later blocks. */
  readonly isHtml: boolean;
}

/** A body as HTML, block by block. */
export interface MarkdownResult {
  readonly blocks: readonly MarkdownBlock[];
  readonly problems: readonly PlacedProblem[];
  /** The text with spaces for all that is code: where to look for what is wrong. */
  readonly prose: () => string;
}

/** A fault with the 0-based line of the text it is on; `undefined` when the whole text is meant. */
export interface PlacedProblem extends MarkdownProblem {
  readonly line: number | undefined;
}

/** `text` as HTML, top-level block by block. Loads grammars, formulas and emoji names only when the text has such. */
export async function renderMarkdown(
  text: string,
  settings: MarkdownSettings,
): Promise<MarkdownResult> {
  const state = createState(settings, text.length);
  const options = createSyntax(state);
  const tokens = lexMarkdown(text, options, state);
  attachAttributes(tokens);
  for (const { tokens: note } of state.footnotes.values()) attachAttributes(note);
  const [highlighter, emoji] = await Promise.all([
    createHighlighter(
      [...state.languages].map((info) => parseFenceInfo(info).language),
      (language, reason) => reportOnce(state, describePlain(language, reason)),
    ),
    text.search(emojiMark) === -1 ? undefined : loadEmoji(),
    state.hasMath ? loadMath() : undefined,
  ]);
  const { abbreviations } = state;
  const transform = createTextTransform({ ...settings, emoji, abbreviations });
  const renderer = new PostRenderer(highlighter, transform, settings.words);
  const parser = new PostParser({ ...options, renderer });
  const blocks = renderBlocks(tokens, parser);
  const notes = formatFootnotes(state, (note) => parser.parse(note));
  if (notes !== '') blocks.push({ html: notes, offset: 0, line: 0, source: text, isHtml: false });
  let prose: string | undefined;
  return {
    blocks,
    problems: placeProblems(tokens, text, state),
    prose: () => (prose ??= blankCode(tokens, text, state)),
  };
}

/** The tokens of `text` by our syntax. For tests of the syntax alone. */
export function lexMarkdown(text: string, options: MarkedOptions, state: MarkdownState): Token[] {
  return new PostLexer(options, state).lex(text);
}

function renderBlocks(tokens: readonly Token[], parser: Parser): MarkdownBlock[] {
  const blocks: MarkdownBlock[] = [];
  let [offset, line] = [0, 0];
  for (const token of tokens) {
    const html = parser.parse([token]);
    if (html.trim() !== '')
      blocks.push({ html, offset, line, source: token.raw, isHtml: token.type === 'html' });
    offset += token.raw.length;
    line += countBreaks(token.raw);
  }
  return blocks;
}

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

function placeProblems(
  tokens: readonly Token[],
  text: string,
  state: MarkdownState,
): readonly PlacedProblem[] {
  const wanted = state.problems.map(({ token }) => token).filter((token) => token !== undefined);
  const places = findPlaces(new Set(wanted), tokens, text, state);
  return state.problems.map((problem) => {
    const { token, offset = token && places.get(token) } = problem;
    const line = offset === undefined ? undefined : countBreaks(text.slice(0, offset));
    return { ...problem, line };
  });
}

function describePlain(language: string, reason: string): MarkdownProblem {
  const message = `Code in \`${language}\` could not be coloured (${reason.slice(0, 200)}); it is shown plain.`;
  return { kind: 'markdown', severity: 'info', subject: language, message };
}

function countBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
