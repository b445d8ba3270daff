/** The kind of thing that went wrong, for switching on; the message is for people. */
export type ProblemKind =
  | 'site'
  | 'encoding'
  | 'front-matter'
  | 'date'
  | 'title'
  | 'keyword'
  | 'permalink'
  | 'hidden'
  | 'shortcode'
  | 'link'
  | 'asset'
  | 'html'
  | 'markdown'
  | 'limit'
  | 'math'
  /** A published data file or a message that does not have the form it should. */
  | 'data';

/**
 * The weight of a problem: an `error` fails the build (settings only), a `warning` was repaired or degraded, `info` is
 * worth knowing.
 */
export type Severity = 'error' | 'warning' | 'info';

/** One fault found in the blogger's files, with where it is and what to do about it. */
export interface Problem {
  readonly kind: ProblemKind;
  readonly severity: Severity;
  /** Path of the file as the blogger knows it, e.g. `posts/job.md`. */
  readonly file: string;
  /** 1-based line in the file; `undefined` when the whole file is meant. */
  readonly line?: number | undefined;
  /** 1-based column in UTF-16 code units. */
  readonly column?: number | undefined;
  /**
   * The thing at fault in a form that code may compare, such as `<script>` or a setting's name; with `kind` it tells
   * problems of one text apart. Never shown: the message is for people.
   */
  readonly subject?: string | undefined;
  /** What was wrong, with names and values in backticks. One sentence or two. */
  readonly message: string;
  /** What to do: an imperative sentence. */
  readonly remedy?: string | undefined;
  /** The line in question with a caret under the column, ready to print. */
  readonly frame?: string | undefined;
}

/** A problem as the page of its post shows it. */
export type ShownProblem = Omit<Problem, 'kind' | 'subject'>;

/** The one error class of the content and search rooms. Carries the {@link Problem} it reports. */
export class ContentError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, options?: ErrorOptions) {
    super(formatProblem(problem), options);
    this.name = 'ContentError';
    this.problem = problem;
  }
}

/** A problem as one line for a terminal: ``posts/job.md:3:8  message Remedy``; the frame is left out. */
export function formatProblem(problem: Problem): string {
  const line = problem.line === undefined ? '' : `:${problem.line}`;
  const column = line === '' || problem.column === undefined ? '' : `:${problem.column}`;
  const remedy = problem.remedy === undefined ? '' : ` ${problem.remedy}`;
  return `${problem.file}${line}${column}  ${problem.message}${remedy}`;
}

/** The line at `line` (1-based) of `source` with a caret under `column`, each on a row of its own. */
export function formatFrame(source: string, line: number, column = 1): string | undefined {
  const text = source
    .split('\n', line)
    .at(line - 1)
    ?.replace(/\r$/, '');
  if (text === undefined) return undefined;
  // A long line is cut around the caret so that the frame fits a terminal.
  const start = Math.max(0, column - 60);
  const shown = text.slice(start, start + 100);
  return `${shown}\n${' '.repeat(Math.max(0, column - 1 - start))}^`;
}

/** 1-based line and column of `offset` in `source`. Linear in `offset`. */
export function positionAt(source: string, offset: number): { line: number; column: number } {
  const before = source.slice(0, offset);
  const lastBreak = before.lastIndexOf('\n');
  let line = 1;
  for (let at = before.indexOf('\n'); at !== -1; at = before.indexOf('\n', at + 1)) line++;
  return { line, column: offset - lastBreak };
}
