// Imported by `import()` only: a chunk of its own, which texts without a sign of damage do without.

import { formatFrame, positionAt } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import { findMojibake, repairMojibake } from '../text/mojibake.ts';

/** A text with its mojibake repaired, and what there was to report. */
export interface RepairedText {
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** Repairs the mojibake of `text`, which is that of `file`. */
export function repairText(text: string, file: string): RepairedText {
  const repaired = repairMojibake(text);
  return { text: repaired, problems: repaired === text ? [] : describeMojibake(text, file) };
}

function describeMojibake(text: string, file: string): readonly Problem[] {
  const found = findMojibake(text);
  const [first] = found;
  if (first === undefined) return [];
  const { line, column } = positionAt(text, first.index);
  const places = found.length === 1 ? '' : ` and ${found.length - 1} more`;
  const message = `\`${first.damaged.slice(0, 20)}\`${places} was read as \`${first.repaired.slice(0, 20)}\`.`;
  const remedy =
    'The file was saved in a wrong encoding once: replace these characters and save it as UTF-8.';
  const frame = formatFrame(text, line, column);
  return [{ kind: 'encoding', severity: 'warning', file, line, column, message, remedy, frame }];
}
