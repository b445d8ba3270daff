import { Parser } from 'marked';
import type { MarkedOptions, Token } from 'marked';

import { loadCode } from '../code/load-code.ts';
import { formatPlainCode } from '../code/plain-code.ts';
import type { CodeBlocks } from '../code/code-block.ts';
import type { PartName } from '../model/part.ts';
import { emojiMark } from './constructs/emoji.ts';
import { loadEmoji } from './constructs/load-emoji.ts';
import { PostLexer } from './lexer.ts';
import { PostRenderer } from './renderer.ts';
import { createState, reportOnce } from './base/state.ts';
import type { MarkdownProblem, MarkdownSettings, MarkdownState } from './base/state.ts';
import { createSyntax } from './syntax.ts';
import { countBreaks } from './base/line-reader.ts';
import { findSyntaxNeeds, loadSyntaxParts } from './syntax-needs.ts';
import type { SyntaxParts } from './syntax-needs.ts';
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
  /** The text as it was lexed, and what was met: `token-place.ts` finds places by it. */
  readonly lexed: LexedText;
  /** Parts that the text took. */
  readonly needs: readonly PartName[];
  /** Languages of its code that are coloured, by their names in highlight.js. */
  readonly languages: readonly string[];
}

/** The state that lexing writes into, and the parts that it reads with. */
export interface LexTools {
  readonly state: MarkdownState;
  readonly parts: SyntaxParts;
}

/** A text, its tokens and what was met in it. */
export interface LexedText {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly state: MarkdownState;
}

/** `text` as HTML, top-level block by block. Loads what the text takes beyond GFM. */
export async function renderMarkdown(
  text: string,
  settings: MarkdownSettings,
): Promise<MarkdownResult> {
  const state = createState(settings, text.length);
  const syntaxNeeds = findSyntaxNeeds(text, settings);
  const parts = await loadSyntaxParts(syntaxNeeds);
  const { dialect, math } = parts;
  const options = createSyntax(state, parts);
  const tokens = lexMarkdown(text, options, { state, parts });
  const hasEmoji = text.search(emojiMark) !== -1;
  const [code, emoji] = await Promise.all([
    openCode(state),
    hasEmoji ? loadEmoji() : undefined,
    state.hasMath ? math?.loadMath() : undefined,
  ]);
  const transform = createTextTransform({ ...settings, emoji, abbreviations: state.abbreviations });
  const formatCode = code?.format ?? formatPlainCode;
  const { words } = settings;
  const renderer = new PostRenderer({ formatCode, transform, words, dialect });
  const parser = new (dialect?.PostParser ?? Parser)({ ...options, renderer });
  const blocks = renderBlocks(tokens, parser);
  const notes = dialect?.formatFootnotes(state, (note) => parser.parse(note)) ?? '';
  if (notes !== '') blocks.push({ html: notes, offset: 0, line: 0, source: text, isHtml: false });
  return {
    blocks,
    lexed: { text, tokens, state },
    needs: [
      ...syntaxNeeds,
      ...(code === undefined ? [] : (['code'] as const)),
      ...(code !== undefined && code.languages.length > 0 ? (['grammar'] as const) : []),
      ...(state.hasMath ? (['formulas'] as const) : []),
      ...(hasEmoji ? (['emoji'] as const) : []),
    ],
    languages: code?.languages ?? [],
  };
}

/** The tools for fences that say something; `undefined` where none does. */
async function openCode(state: MarkdownState): Promise<CodeBlocks | undefined> {
  const infos = [...state.languages].filter((info) => info.trim() !== '');
  if (infos.length === 0) return undefined;
  const { openCodeBlocks } = await loadCode();
  return openCodeBlocks(infos, (language, reason) =>
    reportOnce(state, describePlain(language, reason)),
  );
}

/** The tokens of `text` by our syntax, with the attributes of blocks and spans. Apart for tests of the syntax alone. */
export function lexMarkdown(
  text: string,
  options: MarkedOptions,
  { state, parts }: LexTools,
): Token[] {
  const tokens = new PostLexer(options, state, parts.dialect).lex(text);
  parts.dialect?.attachAttributes(tokens);
  for (const { tokens: note } of state.footnotes.values()) parts.dialect?.attachAttributes(note);
  return tokens;
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

function describePlain(language: string, reason: string): MarkdownProblem {
  const message = `Code in \`${language}\` could not be coloured (${reason.slice(0, 200)}); it is shown plain.`;
  return { kind: 'markdown', severity: 'info', subject: language, message };
}
