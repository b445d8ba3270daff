import { formatProblem } from '../../content/model/problem.ts';
import type { Problem, Severity } from '../../content/model/problem.ts';
import { groupBy, groupProblems } from './group-problems.ts';
import type { ProblemGroup } from './group-problems.ts';

/** Options of printing. */
export interface PrintOptions {
  /** True if to use the terminal's colours. */
  readonly hasColour: boolean;
  /** The likely cause of what is said again and again. */
  readonly findCause?: (problems: readonly Problem[]) => string | undefined;
  /** Where the whole list is, if not all of it is printed. */
  readonly listFile?: string;
}

/** As many problems of a group are printed, and after them as many lines of other problems as a screen or two hold. */
const examples = 3;
const longestRest = 100;

const colours: Readonly<Record<Severity | 'bold' | 'dim', number>> = {
  error: 31,
  warning: 33,
  info: 36,
  bold: 1,
  dim: 2,
};

/**
 * The problems as text for a terminal: what is said again and again once, with its number, three examples, the likely
 * cause and the remedy; the others by file in the order of paths, each with its line, the reason, the remedy and the line
 * in question. Last comes where the whole list is, and how many there are. Empty without problems.
 */
export function formatProblems(problems: readonly Problem[], options: PrintOptions): string {
  if (problems.length === 0) return '';
  const paint = makePaint(options.hasColour);
  const { groups, rest } = groupProblems(problems);
  const shown = selectShown(rest);
  const more = rest.length - shown.length;
  const isWhole = groups.length === 0 && more === 0;
  const { listFile } = options;
  return [
    ...formatFiles(shown, paint),
    ...(more === 0 ? [] : [`… and ${more} more like these`]),
    ...groups.map((group) => formatGroup(group, paint, options)),
    ...(isWhole || listFile === undefined ? [] : [`All of them, by file: ${printable(listFile)}`]),
    `${countProblems(problems)}\n`,
  ].join('\n\n');
}

/** All problems by file, in plain text: the list that a terminal has no room for. */
export function listProblems(problems: readonly Problem[]): string {
  return `${formatFiles(problems, makePaint(false)).join('\n\n')}\n`;
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

/** All errors, and others up to {@link longestRest}. */
function selectShown(problems: readonly Problem[]): readonly Problem[] {
  let left = longestRest;
  return problems.filter(({ severity }) => severity === 'error' || left-- > 0);
}

export type Paint = (style: keyof typeof colours, text: string) => string;

function formatFiles(problems: readonly Problem[], paint: Paint): readonly string[] {
  return [...groupBy(problems, ({ file }) => file)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, found]) => {
      const sorted = found.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
      const entries = sorted.map((problem) => formatEntry(problem, paint));
      return [paint('bold', printable(file)), ...entries].join('\n');
    });
}

function formatGroup(
  { severity, message, problems }: ProblemGroup,
  paint: Paint,
  { findCause }: PrintOptions,
): string {
  const shown = spread(problems).slice(0, examples);
  const cause = findCause?.(problems);
  const remedy = shown[0]?.remedy;
  const label = severity === 'info' ? 'notes' : `${severity}s`;
  const rows = [
    `${paint('bold', formatNumber(problems.length))} ${paint(severity, label)} ${message}`,
    ...shown.map((problem) => `  ${formatExample(problem, message)}`),
    `  … and ${formatNumber(problems.length - shown.length)} more`,
    ...(cause === undefined ? [] : [`  Likely cause: ${cause}`]),
    ...(remedy === undefined ? [] : [`  ${remedy}`]),
  ];
  return rows.map(printable).join('\n');
}

/** Problems that tell most of their group first: those that differ in both file and sentence from all before. */
function spread(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  const isNew = ({ file, message }: Problem): boolean => {
    const isKnown = seen.has(file) || seen.has(message);
    seen.add(file).add(message);
    return !isKnown;
  };
  const [first, others] = partition(problems, isNew);
  const messages = new Set(first.map(({ message }) => message));
  const [next, rest] = partition(others, ({ message }) => {
    const isKnown = messages.has(message);
    messages.add(message);
    return !isKnown;
  });
  return [...first, ...next, ...rest];
}

function partition<Item>(items: readonly Item[], test: (item: Item) => boolean): [Item[], Item[]] {
  const passed: Item[] = [];
  const failed: Item[] = [];
  for (const item of items) (test(item) ? passed : failed).push(item);
  return [passed, failed];
}

/** The place of a problem, and the sentence where it differs from that of its group. */
function formatExample(problem: Problem, message: string): string {
  const { frame: _frame, remedy: _remedy, ...rest } = problem;
  return problem.message === message
    ? formatProblem({ ...rest, message: '' }).trim()
    : formatProblem(rest);
}

function formatNumber(number: number): string {
  return number.toLocaleString('en');
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

export function printable(text: string): string {
  return text.replace(steering, '\uFFFD');
}

export function makePaint(hasColour: boolean): Paint {
  return (style, text) => (hasColour ? `\u001B[${colours[style]}m${text}\u001B[0m` : text);
}
