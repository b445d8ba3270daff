import type { Token, TokenizerAndRendererExtension, Tokens } from 'marked';

import { maxBlockDepth } from './base/markdown-limits.ts';
import type { MarkdownState } from './base/state.ts';

/** An element of HTML whose content is Markdown because the author said so. */
interface HtmlMarkdownToken extends Tokens.Generic {
  readonly type: 'htmlMarkdown';
  /** The start tag without its `markdown` attribute. */
  readonly start: string;
  readonly name: string;
  readonly isInline: boolean;
  readonly tokens: Token[];
}

const start =
  /^ {0,3}(<([a-z][a-z0-9]*)(?=\s)[^<>]*?)\smarkdown\s*=\s*["']?(1|block|span|true)["']?([^<>]*>)/i;

/** Elements whose content is a line of text, not blocks. */
const inlineTags =
  /^(?:p|h[1-6]|span|dt|summary|figcaption|caption|a|em|strong|small|th|cite|q|address)$/i;

/** `<div markdown="1">` of PHP Markdown Extra, kramdown and Python-Markdown. */
export function htmlMarkdownSyntax(state: MarkdownState): TokenizerAndRendererExtension[] {
  return [
    {
      name: 'htmlMarkdown',
      level: 'block',
      tokenizer(source) {
        if (state.blockDepth > maxBlockDepth || !/^ {0,3}<[a-z]/i.test(source)) return undefined;
        const match = start.exec(source.slice(0, 2000));
        if (match === null) return undefined;
        const [whole, before = '', name = '', mode = '', after = ''] = match;
        const close = findClose(source, whole.length, name, state);
        if (close === undefined) return undefined;
        const text = dedent(source.slice(whole.length, close.start));
        const isInline = mode === 'span' || (mode !== 'block' && inlineTags.test(name));
        const tokens = isInline ? this.lexer.inline(text.trim()) : this.lexer.blockTokens(text, []);
        const raw = source.slice(0, close.end);
        return { type: 'htmlMarkdown', raw, start: before + after, name, isInline, tokens };
      },
      renderer(token) {
        const { start: tag, name, isInline, tokens } = token as HtmlMarkdownToken;
        const inner = isInline ? this.parser.parseInline(tokens) : `\n${this.parser.parse(tokens)}`;
        return `${tag}${inner}</${name}>\n`;
      },
      childTokens: ['tokens'],
    },
  ];
}

/** Where the element that is open at `at` closes, elements of its name inside it counted. */
function findClose(
  source: string,
  at: number,
  name: string,
  state: MarkdownState,
): { start: number; end: number } | undefined {
  if (state.searchBudget <= 0) return undefined;
  const tag = new RegExp(`<(/?)${name}(?=[\\s/>])`, 'gi');
  tag.lastIndex = at;
  let depth = 1;
  for (let match = tag.exec(source); match !== null; match = tag.exec(source)) {
    depth += match[1] === '/' ? -1 : 1;
    if (depth > 0) continue;
    const stop = source.indexOf('>', match.index);
    if (stop === -1) break;
    // The rest of the line belongs to the block when it is empty.
    const lineEnd = /^[ \t]*\n/.exec(source.slice(stop + 1, stop + 200))?.[0].length ?? 0;
    return { start: match.index, end: stop + 1 + lineEnd };
  }
  state.searchBudget -= source.length - at;
  return undefined;
}

/** The lines without the indentation that all of them share. */
function dedent(text: string): string {
  const lines = text.split('\n');
  const indents = lines
    .filter((line) => line.trim() !== '')
    .map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const indent = indents.reduce((least, width) => Math.min(least, width), Infinity);
  return Number.isFinite(indent) && indent > 0
    ? lines.map((line) => line.slice(indent)).join('\n')
    : text;
}
