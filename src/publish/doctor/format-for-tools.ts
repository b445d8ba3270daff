import type { Severity } from '../../content/model/problem.ts';
import type { Finding } from '../advice/finding.ts';
import { rules } from '../advice/rules.ts';
import { listRules } from './format-findings.ts';

/** Gives the path of a file, as the blogger knows it, from the folder that the command runs in. */
export type LocateFile = (file: string) => string;

/** `findings` as JSON for scripts; its shape is told in `docs/doctor.md`. */
export function formatJson(findings: readonly Finding[], locate: LocateFile): string {
  const list = findings.map(({ rule, severity, file, line, column, message, remedy, repair }) => ({
    rule,
    severity: nameSeverity(severity),
    file: locate(file),
    line,
    column,
    message,
    remedy,
    repair,
  }));
  const counts = Object.fromEntries(
    listRules(findings).map((name) => [name, findings.filter(({ rule }) => rule === name).length]),
  );
  return `${JSON.stringify({ version: 1, counts, findings: list }, undefined, 2)}\n`;
}

/**
 * `findings` as SARIF, which code hosts show beside the lines.
 *
 * @see SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function formatSarif(findings: readonly Finding[], locate: LocateFile): string {
  const driver = {
    name: 'rubric',
    rules: listRules(findings).map((id) => ({ id, shortDescription: { text: rules[id].title } })),
  };
  const results = findings.map(({ rule, severity, file, line, column, message, remedy }) => ({
    ruleId: rule,
    level: severity === 'info' ? 'note' : severity,
    message: { text: remedy === undefined ? message : `${message} ${remedy}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(locate(file)) },
          ...(line !== undefined && { region: { startLine: line, startColumn: column } }),
        },
      },
    ],
  }));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, results }],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

/** `findings` as commands of GitHub's workflows, which it shows beside the lines of a pull request. */
export function formatGithub(findings: readonly Finding[], locate: LocateFile): string {
  return findings
    .map(({ rule, severity, file, line, column, message, remedy }) => {
      const properties = [
        ['file', locate(file)],
        ['line', line],
        ['col', column],
        ['title', rule],
      ].flatMap(([name, value]) =>
        value === undefined ? [] : [`${String(name)}=${escapeProperty(String(value))}`],
      );
      const text = remedy === undefined ? message : `${message} ${remedy}`;
      return `::${nameSeverity(severity)} ${properties.join(',')}::${escapeData(text)}\n`;
    })
    .join('');
}

function nameSeverity(severity: Severity): 'error' | 'warning' | 'notice' {
  return severity === 'info' ? 'notice' : severity;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
