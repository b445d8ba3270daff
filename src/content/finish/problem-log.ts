import type { Problem, ProblemKind, Severity } from '../model/problem.ts';
import type { MarkdownBlock } from '../markdown/render-markdown.ts';

/** A problem found while the HTML of a block was finished. */
export interface FoundProblem {
  readonly kind: ProblemKind;
  readonly severity: Severity;
  /** The thing at fault, which with `kind` tells the problems of a body apart: `<script>` or `style on <p>`. */
  readonly subject: string;
  readonly message: string;
  readonly remedy?: string;
  /** Text of the source at the place; without it the block's first line is named. */
  readonly needle?: string | undefined;
}

/** Gathers the problems of one body and finds their lines. */
export interface ProblemLog {
  /** Names the block that is read from now on. */
  enter(block: MarkdownBlock): void;
  /** Adds a problem of that block; a body has one of each kind and subject. */
  report(problem: FoundProblem): void;
  list(): readonly Problem[];
}

/** A body has no more problems than this listed. */
const maxProblems = 100;

/** The facts of a body that a problem log needs. */
export interface LoggedBody {
  /** Path of the file for problems. */
  readonly file: string;
  /** File line of each line of the Markdown. */
  readonly lines: readonly number[];
  /** The Markdown with spaces for all that is code. */
  readonly prose: () => string;
}

/** A log for the body of a file. */
export function createProblemLog({ file, lines, prose }: LoggedBody): ProblemLog {
  const problems = new Map<string, Problem>();
  let current: MarkdownBlock | undefined;

  const lineOf = (needle: string | undefined): number | undefined => {
    if (current === undefined) return lines[0];
    const { offset, source } = current;
    const at = needle ? findNeedle(prose().slice(offset, offset + source.length), needle) : -1;
    const within = at === -1 ? 0 : source.slice(0, at).split('\n').length - 1;
    return lines[current.line + within] ?? lines.at(-1);
  };

  return {
    enter(block) {
      current = block;
    },
    report({ kind, severity, subject, message, remedy, needle }) {
      const key = `${kind} ${subject}`;
      if (problems.has(key) || problems.size > maxProblems) return;
      problems.set(
        key,
        problems.size < maxProblems
          ? { kind, severity, file, line: lineOf(needle), subject, message, remedy }
          : {
              kind,
              severity: 'info',
              file,
              message: `There are more than ${maxProblems} problems; the others are not listed.`,
            },
      );
    },
    list: () => [...problems.values()],
  };
}

/** What stands before an address and what does not stand before a word of prose. */
const marks = ['(', '<', '="', "='", '=', ']: '];

/** The offset of `needle`, first where it looks like an address; -1 where it is not. */
function findNeedle(text: string, needle: string): number {
  const places = marks
    .map((mark) => [mark, text.indexOf(mark + needle)] as const)
    .flatMap(([mark, at]) => (at === -1 ? [] : [at + mark.length]));
  return places.length === 0 ? text.indexOf(needle) : Math.min(...places);
}
