import { formatProblem } from '../../content/model/problem.ts';
import type { Problem, Severity } from '../../content/model/problem.ts';

/** Options of printing. */
export interface PrintOptions {
  /** True if to use the terminal's colours. */
  readonly hasColour: boolean;
}

/** Problems of one kind in one file beyond this many are counted, not listed. */
const longestRun = 10;

const colours: Readonly<Record<Severity | 'bold' | 'dim', number>> = {
  error: 31,
  warning: 33,
  info: 36,
  bold: 1,
  dim: 2,
};

/**
 * All problems as text for a terminal: grouped by file in the order of paths, each with its line, the
 * reason, the remedy and the line in question, and a last line that counts them. Empty without problems.
 */
export function formatProblems(problems: readonly Problem[], options: PrintOptions): string {
  if (problems.length === 0) return '';
  const paint = makePaint(options.hasColour);
  const blocks = [...groupByFile(problems)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, found]) => `${paint('bold', printable(file))}\n${formatFile(found, paint)}`);
  return `${blocks.join('\n\n')}\n\n${countProblems(problems)}\n`;
}

/** `3 warnings and 1 note in 2 files`: how many problems of each severity there are. */
export function countProblems(problems: readonly Problem[]): string {
  const count = (severity: Severity, one: string, many: string): string[] => {
    const number = problems.filter((problem) => problem.severity === severity).length;
    return number === 0 ? [] : [`${number} ${number === 1 ? one : many}`];
  };
  const parts = [
    ...count('error', 'error', 'errors'),
    ...count('warning', 'warning', 'warnings'),
    ...count('info', 'note', 'notes'),
  ];
  if (parts.length === 0) return 'no problems';
  const files = new Set(problems.map((problem) => problem.file)).size;
  return `${parts.join(', ')} in ${files} ${files === 1 ? 'file' : 'files'}`;
}

function groupByFile(problems: readonly Problem[]): Map<string, Problem[]> {
  const files = new Map<string, Problem[]>();
  for (const problem of problems) {
    const found = files.get(problem.file);
    if (found === undefined) files.set(problem.file, [problem]);
    else found.push(problem);
  }
  return files;
}

type Paint = (style: keyof typeof colours, text: string) => string;

function formatFile(problems: readonly Problem[], paint: Paint): string {
  const seen = new Map<string, number>();
  const lines: string[] = [];
  for (const problem of problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))) {
    const run = (seen.get(problem.kind) ?? 0) + 1;
    seen.set(problem.kind, run);
    if (run <= longestRun) lines.push(formatEntry(problem, paint));
  }
  for (const [kind, number] of seen) {
    if (number > longestRun) lines.push(`  … and ${number - longestRun} more about ${kind}`);
  }
  return lines.join('\n');
}

function formatEntry(problem: Problem, paint: Paint): string {
  // The file stands above; its name is cut off, the position kept.
  const text = formatProblem(problem).slice(problem.file.length).replace(/^:/, '').trim();
  const label = problem.severity === 'info' ? 'note' : problem.severity;
  const frame = problem.frame?.split('\n').map((row) => `\n      ${paint('dim', printable(row))}`);
  return `  ${paint(problem.severity, label)} ${printable(text)}${frame?.join('') ?? ''}`;
}

/** Anything that would steer the terminal or turn its text around, but for tabs and line ends. */
const steering = /(?![\t\n])[\p{Cc}\p{Bidi_Control}]/gu;

function printable(text: string): string {
  return text.replace(steering, '\uFFFD');
}

function makePaint(hasColour: boolean): Paint {
  return (style, text) => (hasColour ? `\u001B[${colours[style]}m${text}\u001B[0m` : text);
}
