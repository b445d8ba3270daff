import type { Finding } from '../advice/finding.ts';

/** A text with its repairs made. */
export interface RepairedText {
  readonly text: string;
  /** Findings whose repair was made; the others no longer fit the text. */
  readonly made: readonly Finding[];
}

/**
 * `text` with those repairs of `findings` made that fit it: what a repair replaces must stand at its very place. Ends of
 * lines stay as they are.
 */
export function repairText(text: string, findings: readonly Finding[]): RepairedText {
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/);
  const made: Finding[] = [];
  // From the end of a line to its start, so that places before a repair stay true.
  for (const finding of findings.toSorted((a, b) => (b.column ?? 0) - (a.column ?? 0))) {
    const { repair, line, column } = finding;
    const old = line === undefined ? undefined : lines[line - 1];
    if (repair === undefined || line === undefined || column === undefined) continue;
    if (
      old
        ?.slice(column - 1)
        .toLowerCase()
        .startsWith(repair.from.toLowerCase()) !== true
    )
      continue;
    lines[line - 1] =
      old.slice(0, column - 1) + repair.to + old.slice(column - 1 + repair.from.length);
    made.push(finding);
  }
  return { text: lines.join(''), made: made.toReversed() };
}

/** The lines in which two texts of as many lines differ, the old one above the new one, as `diff` shows them. */
export function formatDifference(file: string, before: string, after: string): string {
  const [old, now] = [before, after].map((text) => text.split(/\r\n|\n|\r/));
  const rows = (old ?? []).flatMap((line, index) =>
    line === now?.[index] ? [] : [`@@ line ${index + 1} @@`, `-${line}`, `+${now?.[index] ?? ''}`],
  );
  return [`--- ${file}`, `+++ ${file}`, ...rows].join('\n');
}
