import type { Severity } from '../../content/model/problem.ts';
import { formatProblem } from '../../content/model/problem.ts';
import type { Finding } from '../advice/finding.ts';
import { ruleNames, rules } from '../advice/rules.ts';
import { groupBy } from '../report/group-problems.ts';
import { countProblems, makePaint, printable } from '../report/format-problems.ts';

/** How findings are printed. */
export interface FindingOptions {
  readonly hasColour: boolean;
  /** Whether each finding is printed, not the first few of a kind. */
  readonly isWhole: boolean;
}

/** Findings of one kind that are printed without being asked for. */
const shown = 8;

const weights: readonly Severity[] = ['error', 'warning', 'info'];

/**
 * `findings` as text for a terminal: by kind, the heaviest and most frequent first, each with its number, the places of
 * the first few, and what to do. Last come the numbers of all.
 */
export function formatFindings(
  findings: readonly Finding[],
  { hasColour, isWhole }: FindingOptions,
): string {
  const paint = makePaint(hasColour);
  const blocks = groupByRule(findings).map((group) => {
    const [first] = group;
    const listed = isWhole ? group : group.slice(0, shown);
    const more = group.length - listed.length;
    const severity = first?.severity ?? 'info';
    const remedies = new Set(group.map(({ remedy }) => remedy));
    const [remedy] = remedies.size === 1 ? remedies : [];
    return [
      `${paint('bold', nameGroup(group))}  ${paint(severity, String(group.length))} ${paint('dim', first?.rule ?? '')}`,
      ...listed.map((finding) => `  ${formatOne(finding, remedy)}`),
      ...(more === 0 ? [] : [`  … and ${more} more: \`--all\` lists them`]),
      ...(remedy === undefined ? [] : [`  ${paint('dim', remedy)}`]),
    ]
      .map(printable)
      .join('\n');
  });
  return [...blocks, formatEnd(findings)].join('\n\n');
}

/**
 * What only the doctor found, as one sentence for the end of a build, with a count for each kind; empty when there is
 * nothing.
 */
export function formatShort(findings: readonly Finding[], command: string): string {
  const groups = groupByRule(findings);
  if (groups.length === 0) return '';
  const counts = groups.map((group) => `${nameGroup(group)}: ${group.length}`);
  return `Also worth a look (\`${command}\` tells where)\n${counts.map((row) => `  ${row}`).join('\n')}`;
}

/** Findings by rule: the heaviest rule first, then the one with most. */
function groupByRule(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const groups = [...groupBy(findings, ({ rule }) => rule).values()].map((group) =>
    group.toSorted((a, b) => weightOf(a) - weightOf(b)),
  );
  return groups.toSorted((a, b) => heaviest(a) - heaviest(b) || b.length - a.length);
}

function heaviest([first]: readonly Finding[]): number {
  return first === undefined ? 0 : weightOf(first);
}

function weightOf({ severity }: Finding): number {
  return weights.indexOf(severity);
}

function nameGroup([first]: readonly Finding[]): string {
  return first === undefined ? '' : rules[first.rule].title;
}

/** One finding in a line; its remedy only where it is not that of all its kind. */
function formatOne(finding: Finding, told: string | undefined): string {
  const { frame: _frame, remedy, ...rest } = finding;
  return formatProblem(remedy === undefined || remedy === told ? rest : { ...rest, remedy });
}

function formatEnd(findings: readonly Finding[]): string {
  const count = findings.filter(({ repair }) => repair !== undefined).length;
  const repairs = count === 0 ? '' : ` \`--fix\` puts ${count} of them right.`;
  const numbers = countProblems(findings);
  return `${numbers.charAt(0).toUpperCase()}${numbers.slice(1)}.${repairs}\n`;
}

/** The names of the rules of `findings`, in the order of the table. */
export function listRules(findings: readonly Finding[]): readonly (typeof ruleNames)[number][] {
  const used = new Set(findings.map(({ rule }) => rule));
  return ruleNames.filter((name) => used.has(name));
}
