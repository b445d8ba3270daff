import type { MarkdownBlock } from '../markdown/render-markdown.ts';
import type { ProblemKind, Severity } from '../model/problem.ts';

/** A problem found while the HTML of a block was finished. `place-problems.ts` has the words, which readers need not fetch. */
export interface FoundProblem {
  readonly kind: ProblemKind;
  readonly severity: Severity;
  /** The thing at fault, which with `kind` tells the problems of a body apart: `<script>` or `style on <p>`. */
  readonly subject: string;
  /** Text of the source at the place; without it the block's first line is named. */
  readonly needle?: string | undefined;
}

/** A problem and the block it was found in; `undefined` before the first. */
export interface LoggedProblem extends FoundProblem {
  readonly block: MarkdownBlock | undefined;
}

/** Gathers the problems of one body. `place-problems.ts` finds their lines, where somebody asks for them. */
export interface ProblemLog {
  /** Names the block that is read from now on. */
  enter(block: MarkdownBlock): void;
  /** Adds a problem of that block; a body has one of each kind and subject. */
  report(problem: FoundProblem): void;
  /** The problems in order; one more than {@link maxProblems} when there were more. */
  list(): readonly LoggedProblem[];
}

/** A body has no more problems than this listed. */
export const maxProblems = 100;

/** An empty log. */
export function createProblemLog(): ProblemLog {
  const problems = new Map<string, LoggedProblem>();
  let block: MarkdownBlock | undefined;
  return {
    enter(entered) {
      block = entered;
    },
    report(problem) {
      const key = `${problem.kind} ${problem.subject}`;
      if (!problems.has(key) && problems.size <= maxProblems)
        problems.set(key, { ...problem, block });
    },
    list: () => [...problems.values()],
  };
}
