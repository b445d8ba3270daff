import type { Token } from 'marked';

import type { BodyWords } from '../../model/body-words.ts';
import type { ProblemKind, Severity } from '../../model/problem.ts';
import { maxPieces } from './markdown-limits.ts';

/** The facts that one rendering of Markdown gathers. One object a body, never shared. */
export interface MarkdownState {
  readonly settings: MarkdownSettings;
  /** Blocks around the one being lexed. */
  blockDepth: number;
  /** Spans around the one being lexed. */
  inlineDepth: number;
  /** Info strings' languages, to load their grammars before rendering. */
  readonly languages: Set<string>;
  /** Whether a formula was met. */
  hasMath: boolean;
  /** Footnotes by label in lower case. */
  readonly footnotes: Map<string, Footnote>;
  /** Those that were referred to, in that order. */
  readonly numbered: Footnote[];
  /** Characters of formulas so far. */
  formulaLength: number;
  /** What short forms stand for. */
  readonly abbreviations: Map<string, string>;
  /** Characters that may still be read in vain while looking for closing marks; keeps hostile texts linear. */
  searchBudget: number;
  /** Pieces of Markdown that may still be read; what comes after the last is shown as text. */
  pieces: number;
  readonly problems: MarkdownProblem[];
  /** The offset in the text of `source`, which is what is left to lex. Set by the lexer. */
  locate: (source: string) => number;
}

/** Constructs beyond GFM that are read, and words for readers. */
export interface MarkdownSettings {
  readonly math: boolean;
  readonly smartPunctuation: boolean;
  readonly words: BodyWords;
}

/** A footnote's text. */
export interface Footnote {
  readonly label: string;
  readonly tokens: Token[];
  /** 1-based place in the list; 0 until it is referred to. */
  number: number;
  /** How often it was referred to. */
  references: number;
}

/** A fault found while lexing or rendering. */
export interface MarkdownProblem {
  readonly kind: ProblemKind;
  readonly severity: Severity;
  /** The thing at fault: with `kind` it tells faults of a text apart. */
  readonly subject: string;
  /** Left out for limits: `token-place.ts` says them for the build, and readers need not fetch the words. */
  readonly message?: string | undefined;
  readonly remedy?: string | undefined;
  /** Offset in the text, when it was found while lexing. Without it and a token the whole text is meant. */
  readonly offset?: number | undefined;
  /** The token at fault, when it was found while rendering. */
  readonly token?: Token | undefined;
}

/** The state before the first character of a text of `length` characters. */
export function createState(settings: MarkdownSettings, length: number): MarkdownState {
  return {
    settings,
    blockDepth: 0,
    inlineDepth: 0,
    languages: new Set(),
    hasMath: false,
    footnotes: new Map(),
    numbered: [],
    formulaLength: 0,
    abbreviations: new Map(),
    searchBudget: 16 * length + 4096,
    pieces: maxPieces,
    problems: [],
    locate: () => 0,
  };
}

/**
 * Adds `problem` unless one of its kind and subject was found already: a post has each fault once. `source` is what the
 * lexer has left from the fault on.
 */
export function reportOnce(state: MarkdownState, problem: MarkdownProblem, source?: string): void {
  const isKnown = state.problems.some(
    ({ kind, subject }) => kind === problem.kind && subject === problem.subject,
  );
  if (isKnown || state.problems.length >= 200) return;
  const offset = source === undefined ? undefined : state.locate(source);
  state.problems.push({ ...problem, offset });
}
