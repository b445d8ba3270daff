import { isGramText, tokenize } from './tokenize.ts';
import type { WordToken } from './tokenize.ts';

/** One thing that posts must have. */
export type Clause =
  | {
      readonly kind: 'word';
      /** Folded. */
      readonly text: string;
      /** True if words that begin so match too: the one that is being typed. */
      readonly isPrefix: boolean;
    }
  | {
      readonly kind: 'phrase';
      /** Words as they must stand, without other forms. `at` counts from the first. */
      readonly terms: readonly { readonly text: string; readonly at: number }[];
    };

/** A typed text, understood. */
export interface Query {
  /** Posts must match all. */
  readonly required: readonly Clause[];
  /** Posts must match none. */
  readonly excluded: readonly Clause[];
  /** Names such as `std::mem`: their words are required, the whole name ranks higher. */
  readonly favoured: readonly string[];
}

/** More words are not searched: each costs the reader a file. */
export const maximumClauses = 6;
/** The longest query, in UTF-16 code units; the rest is cut off. */
export const maximumQueryLength = 1000;
/** From this many characters on, every other pair of a run of characters is enough to find it. */
const longRun = 5;

/** A phrase in quotes, or a run of other text without spaces; either may be excluded with `-`. */
const pieces = /(?<=^|\s)(-?)["“”„«]([^"“”«»]*)(?:["“”«»]|$)|(?<=^|\s)-(\S+)|\S+/gu;

/**
 * Takes apart what was typed: words, `"phrases"`, `-exclusions`. Any string will do.
 *
 * @example
 * parseQuery('rust -go')
 * // { required: [{ kind: 'word', text: 'rust', isPrefix: false }],
 * //   excluded: [{ kind: 'word', text: 'go', isPrefix: false }], favoured: [] }
 */
export function parseQuery(typed: string): Query {
  const text = typed.slice(0, maximumQueryLength);
  const required = new Map<string, Clause>();
  const excluded = new Map<string, Clause>();
  const favoured = new Set<string>();
  for (const match of text.matchAll(pieces)) {
    const [piece, minus, phrase, banned] = match;
    const isLast = match.index + piece.length === text.length;
    if (phrase !== undefined) {
      addPhrase(minus === '-' ? excluded : required, phrase);
    } else if (banned !== undefined) {
      addWords(excluded, tokenize(banned), false);
    } else {
      const tokens = tokenize(piece);
      addWords(required, tokens, isLast);
      for (const token of tokens) if (token.kind === 'whole') favoured.add(token.text);
    }
  }
  return {
    required: [...required.values()].slice(0, maximumClauses),
    excluded: [...excluded.values()].slice(0, maximumClauses),
    favoured: [...favoured].slice(0, 2),
  };
}

function addPhrase(clauses: Map<string, Clause>, text: string): void {
  const tokens = dropLastGrams(tokenize(text)).slice(0, maximumClauses);
  const [first] = tokens;
  if (first === undefined) return;
  // One word in quotes is that word and no other form of it.
  const terms = tokens.map((token) => ({ text: token.text, at: token.position - first.position }));
  clauses.set(`"${terms.map((term) => `${term.text}@${term.at}`).join(' ')}`, {
    kind: 'phrase',
    terms,
  });
}

function addWords(
  clauses: Map<string, Clause>,
  tokens: readonly WordToken[],
  isLast: boolean,
): void {
  const words = thinRuns(dropLastGrams(tokens));
  for (const [index, token] of words.entries()) {
    const isSingle = token.kind === 'gram' && isSingleCharacter(token.text);
    const isTyped = isLast && index === words.length - 1 && token.kind === 'word';
    const isPrefix = isSingle || (isTyped && token.text.length > 1 && !isGramText(token.text));
    const known = clauses.get(token.text);
    // The same word twice: the stricter holds.
    if (known?.kind === 'word' && !known.isPrefix) continue;
    clauses.set(token.text, { kind: 'word', text: token.text, isPrefix });
  }
}

/** Words and pairs of characters: no wholes, no parts, and of a run of characters not the last alone, unless it is the only one. */
function dropLastGrams(tokens: readonly WordToken[]): WordToken[] {
  return tokens.filter((token, index) => {
    if (token.kind === 'whole' || token.kind === 'part') return false;
    if (token.kind !== 'gram' || !isSingleCharacter(token.text)) return true;
    const before = tokens[index - 1];
    return before?.kind !== 'gram' || before.end !== token.end;
  });
}

/** Of a long run of characters every other pair and the last: they cover it. */
function thinRuns(tokens: readonly WordToken[]): WordToken[] {
  const kept: WordToken[] = [];
  let run: WordToken[] = [];
  const endRun = (): void => {
    const isLong = run.length >= longRun - 1;
    kept.push(...run.filter((_, index) => !isLong || index % 2 === 0 || index === run.length - 1));
    run = [];
  };
  for (const token of tokens) {
    const last = run.at(-1);
    const goesOn = token.kind === 'gram' && last !== undefined && token.start < last.end;
    if (!goesOn) endRun();
    if (token.kind === 'gram') run.push(token);
    else kept.push(token);
  }
  endRun();
  return kept;
}

function isSingleCharacter(text: string): boolean {
  return Array.from(text).length === 1;
}
