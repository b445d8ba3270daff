import type { Problem } from '../../content/model/problem.ts';

/**
 * `problem` with the column at which its subject, such as the address of a picture, stands in its line. Where the line
 * does not have it, because a shortcode wrote it, the problem has no column.
 *
 * @param lines - of the file
 */
export function addColumn(problem: Problem, lines: readonly string[]): Problem {
  const { line, column, subject } = problem;
  if (line === undefined || column !== undefined || subject === undefined) return problem;
  const at = lines[line - 1]?.indexOf(subject) ?? -1;
  return at === -1 ? problem : { ...problem, column: at + 1 };
}
