import { describeProblem } from './describe-problem.ts';
import type { Problem } from './model/problem.ts';
import { maxProblems } from './finish/problem-log.ts';
import type { LoggedProblem } from './finish/problem-log.ts';

/** The facts of a body by which the places of its problems are found. */
export interface LoggedBody {
  /** Path of the file for problems. */
  readonly file: string;
  /** File line of each line of the Markdown. */
  readonly lines: readonly number[];
  /** The Markdown with spaces for all that is code. */
  readonly prose: () => string;
}

/** The faults that were met while the HTML of a body was finished, with their lines. */
export function placeProblems(
  problems: readonly LoggedProblem[],
  body: LoggedBody,
): readonly Problem[] {
  const { file } = body;
  return problems.map((problem, index): Problem => {
    const { kind, severity, subject } = problem;
    const { message, remedy } = describeProblem(problem);
    if (index < maxProblems)
      return { kind, severity, file, line: findLine(problem, body), subject, message, remedy };
    const more = `There are more than ${maxProblems} problems; the others are not listed.`;
    return { kind, severity: 'info', file, message: more };
  });
}

function findLine(
  { block, needle }: LoggedProblem,
  { lines, prose }: LoggedBody,
): number | undefined {
  if (block === undefined) return lines[0];
  const { offset, source, line } = block;
  const at = needle ? findNeedle(prose().slice(offset, offset + source.length), needle) : -1;
  const within = at === -1 ? 0 : source.slice(0, at).split('\n').length - 1;
  return lines[line + within] ?? lines.at(-1);
}

/** Marks that stand before an address and do not stand before a word of prose. */
const marks = ['(', '<', '="', "='", '=', ']: '];

/** The offset of `needle`, first where it looks like an address; -1 where it is not. */
function findNeedle(text: string, needle: string): number {
  const places = marks
    .map((mark) => [mark, text.indexOf(mark + needle)] as const)
    .flatMap(([mark, at]) => (at === -1 ? [] : [at + mark.length]));
  return places.length === 0 ? text.indexOf(needle) : Math.min(...places);
}
