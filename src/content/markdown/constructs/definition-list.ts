import type { Token, TokenizerAndRendererExtension, Tokens } from 'marked';

import { isBlank, lineAt, readIndented } from '../base/line-reader.ts';
import { maxBlockDepth } from '../base/markdown-limits.ts';
import type { MarkdownState } from '../base/state.ts';

/** Terms and what each means, in order. */
interface DefinitionListToken extends Tokens.Generic {
  readonly type: 'definitionList';
  readonly items: readonly DefinitionItem[];
}

interface DefinitionItem {
  readonly tag: 'dt' | 'dd';
  readonly tokens: Token[];
}

/** Lines that begin another block cannot be a term; a tag that is part of a text may begin one. */
const notTerm =
  /^(?: {4}|\t| {0,3}(?:[:>#|]|<(?!(?:a|abbr|b|cite|code|dfn|em|i|kbd|mark|q|s|samp|small|span|strong|u|var)[\s>])|[*+-][ \t]|\d{1,9}[.)][ \t]|`{3}|~{3}|\[\^|={3}|-{3}))/;
const definition = /^ {0,3}:[ \t]{1,4}(\S[^\n]*)$/;
/** Below another definition, a marker without text is left out: converters write it for an empty one. */
const emptyDefinition = /^ {0,3}:[ \t]+$/;

/** Terms before a definition beyond this are a paragraph. */
const maxTerms = 6;

/** Definition lists of PHP Markdown Extra, kramdown and Goldmark: a term, then lines that begin with `: `. */
export function definitionListSyntax(state: MarkdownState): TokenizerAndRendererExtension[] {
  return [
    {
      name: 'definitionList',
      level: 'block',
      tokenizer(source) {
        if (state.blockDepth > maxBlockDepth) return undefined;
        const items: DefinitionItem[] = [];
        let end = 0;
        for (
          let group = readGroup(source, 0);
          group !== undefined;
          group = readGroup(source, end)
        ) {
          for (const term of group.terms)
            items.push({ tag: 'dt', tokens: this.lexer.inline(term.trim()) });
          end = readDefinitions(source, group.end, (text, isLoose) => {
            const { state: lexing } = this.lexer;
            const { top } = lexing;
            // As in a list item, lines of a tight definition are no paragraphs.
            lexing.top = isLoose;
            items.push({ tag: 'dd', tokens: this.lexer.blockTokens(text, []) });
            lexing.top = top;
          });
        }
        return items.length === 0
          ? undefined
          : { type: 'definitionList', raw: source.slice(0, end), items };
      },
      renderer(token) {
        const { items } = token as DefinitionListToken;
        const html = items.map(({ tag, tokens }) =>
          tag === 'dt'
            ? `<dt>${this.parser.parseInline(tokens)}</dt>\n`
            : `<dd>${this.parser.parse(tokens).trimEnd()}</dd>\n`,
        );
        return `<dl>\n${html.join('')}</dl>\n`;
      },
    },
  ];
}

interface TermGroup {
  readonly terms: readonly string[];
  /** Where the first definition begins. */
  readonly end: number;
}

/** The terms at `at` when a definition follows them. */
function readGroup(source: string, at: number): TermGroup | undefined {
  const terms: string[] = [];
  // Blank lines stand between two groups.
  let position = at === 0 ? 0 : skipBlank(source, at);
  let line = lineAt(source, position);
  while (line !== undefined && terms.length <= maxTerms) {
    if (terms.length > 0 && definition.test(line.text)) return { terms, end: position };
    if (isBlank(line.text)) {
      const next = lineAt(source, line.end);
      const isLoose = terms.length === 1 && next !== undefined && definition.test(next.text);
      return isLoose ? { terms, end: line.end } : undefined;
    }
    if (notTerm.test(line.text)) return undefined;
    terms.push(line.text);
    position = line.end;
    line = lineAt(source, position);
  }
  return undefined;
}

function skipBlank(source: string, at: number): number {
  let position = at;
  for (
    let line = lineAt(source, at);
    line !== undefined && isBlank(line.text);
    line = lineAt(source, position)
  ) {
    position = line.end;
  }
  return position;
}

/** Reads the definitions at `at`; the offset after them. */
function readDefinitions(
  source: string,
  at: number,
  found: (text: string, isLoose: boolean) => void,
): number {
  let position = at;
  let isLoose = at > 0 && source[at - 2] === '\n';
  for (;;) {
    let start = position;
    let line = lineAt(source, start);
    if (line !== undefined && isBlank(line.text)) {
      start = line.end;
      line = lineAt(source, start);
    }
    if (line !== undefined && position !== at && emptyDefinition.test(line.text)) {
      position = line.end;
      continue;
    }
    const first = definition.exec(line?.text ?? '')?.[1];
    if (line === undefined || first === undefined) return position;
    if (start !== position) isLoose = true;
    const block = readIndented(source, line.end, first, isDefinition);
    found(block.text, isLoose || block.hasBlank);
    position = block.end;
  }
}

function isDefinition(line: string): boolean {
  return definition.test(line) || emptyDefinition.test(line);
}
