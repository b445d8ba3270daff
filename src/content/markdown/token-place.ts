// Where in a text its tokens stand. marked tells no positions, and the text of what is in quotes and lists lacks the
// marks that every line of the source has.

import type { Token, Tokens } from 'marked';

import { countBreaks } from './base/line-reader.ts';
import { childrenOf } from './base/token-children.ts';
import { maxBlockDepth, maxPieces } from './base/markdown-limits.ts';
import type { MarkdownProblem, MarkdownState } from './base/state.ts';
import { maxTableCells } from './base/text-limits.ts';
import type { LexedText } from './render-markdown.ts';

/** A fault with the 0-based line of the text it is on; `undefined` when the whole text is meant. */
export interface PlacedProblem extends MarkdownProblem {
  readonly message: string;
  readonly line: number | undefined;
}

/** A token is looked for in that many characters behind the one before it. */
const longestGap = 2000;

/** Called in {@link walkTokens} with a token and where it begins and ends in the text. */
type Visit = (token: Token, start: number, end: number) => void;

/** The faults that were met in a text, with their lines. */
export function placeTokenProblems({ text, tokens, state }: LexedText): readonly PlacedProblem[] {
  const wanted = state.problems.map(({ token }) => token).filter((token) => token !== undefined);
  const places = findPlaces(new Set(wanted), tokens, text, state);
  return state.problems.map((problem) => {
    const { token, offset = token && places.get(token) } = problem;
    const line = offset === undefined ? undefined : countBreaks(text.slice(0, offset));
    const { message = '', remedy } = { ...findWords(problem), ...problem };
    return { ...problem, message, remedy, line };
  });
}

/** The words of a limit, which the lexer has none of. */
function findWords({
  kind,
  subject,
}: MarkdownProblem): Pick<MarkdownProblem, 'message' | 'remedy'> | undefined {
  if (kind !== 'limit') return undefined;
  switch (subject) {
    case 'table':
      return {
        message: `A table has more than ${maxTableCells} cells; it is shown as text.`,
        remedy: 'Split it.',
      };
    case 'pieces':
      return {
        message: `The post has more than ${maxPieces} blocks, marks and stretches of text; the rest is shown as it is written.`,
        remedy: 'Split it into several posts.',
      };
    default:
      return {
        message: `Quotes and lists are nested more than ${maxBlockDepth} deep; what is deeper is shown as text.`,
        remedy: 'Nest less.',
      };
  }
}

/** The offset in `text` of each of `wanted`, which are among `tokens` or below them. */
export function findPlaces(
  wanted: ReadonlySet<Token>,
  tokens: readonly Token[],
  text: string,
  state: MarkdownState,
): ReadonlyMap<Token, number> {
  const places = new Map<Token, number>();
  if (wanted.size === 0) return places;
  new Walk(text, state, (token, start) => {
    if (wanted.has(token)) places.set(token, start);
  }).walk(tokens, 0);
  return places;
}

/** `text` with spaces for all that is code, so that what is looked for is not found in an example of it. */
export function blankCode(tokens: readonly Token[], text: string, state: MarkdownState): string {
  let prose = '';
  new Walk(text, state, (token, start, end) => {
    if (token.type !== 'code' && token.type !== 'codespan') return;
    const from = Math.max(start, prose.length);
    prose += text.slice(prose.length, from) + text.slice(from, end).replace(/[^\n]/g, ' ');
  }).walk(tokens, 0);
  return prose + text.slice(prose.length);
}

/** Calls `visit` with every token of a text in order, those of footnotes where these are defined. */
export function walkTokens({ text, tokens, state }: LexedText, visit: Visit): void {
  new Walk(text, state, visit).walk(tokens, 0);
}

class Walk {
  readonly #text: string;
  readonly #state: MarkdownState;
  readonly #visit: Visit;

  constructor(text: string, state: MarkdownState, visit: Visit) {
    this.#text = text;
    this.#state = state;
    this.#visit = visit;
  }

  /** Visits `tokens`, the first of which begins at `from` or behind it. The offset behind the last. */
  walk(tokens: readonly Token[], from: number): number {
    let at = from;
    for (const token of tokens) {
      const start = this.#findStart(token.raw, at);
      const end = this.#findEnd(token.raw, start);
      this.#visit(token, start, end);
      let inner = start;
      for (const group of this.#groupsOf(token)) inner = this.walk(group, inner);
      at = end;
    }
    return at;
  }

  #groupsOf(token: Token): readonly (readonly Token[])[] {
    if (token.type !== 'footnoteDefinition') return childrenOf(token);
    const { label } = token as Tokens.Generic & { readonly label: string };
    const note = this.#state.footnotes.get(label);
    return note === undefined ? [] : [note.tokens];
  }

  /** Quotes and lists put marks before the first line; blank lines above it belong to the token before. */
  #findStart(raw: string, at: number): number {
    if (this.#text.startsWith(raw, at)) return at;
    const line = firstLine(raw);
    const found = this.#text.slice(at, at + longestGap + line.length).indexOf(line);
    return found === -1 ? at : at + found;
  }

  /** Where the last line of a token that begins at `start` ends. */
  #findEnd(raw: string, start: number): number {
    if (this.#text.startsWith(raw, start)) return start + raw.length;
    const lines = raw.trim().split('\n');
    let at = start;
    for (const [index, line] of lines.entries()) {
      const end = this.#text.indexOf('\n', at);
      if (index === lines.length - 1) {
        const found = this.#text.slice(at, end === -1 ? undefined : end).indexOf(line.trim());
        return found === -1 ? at : at + found + line.trim().length;
      }
      if (end === -1) return this.#text.length;
      at = end + 1;
    }
    return at;
  }
}

function firstLine(raw: string): string {
  return raw.trimStart().split('\n', 1)[0]?.trimEnd() ?? '';
}
