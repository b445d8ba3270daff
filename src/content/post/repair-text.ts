// Imported by `import()` only: a chunk of its own, which texts without a sign of damage do without.

import { formatFrame, positionAt } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import { countControls, dropControls, findControl } from '../text/control-characters.ts';
import { findMojibake, repairMojibake } from '../text/mojibake.ts';

/** A text that was repaired, and what there was to report. */
export interface RepairedText {
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** Repairs the mojibake of `text`, which is that of `file`, and leaves out what are control characters after that. */
export function repairText(text: string, file: string): RepairedText {
  const repaired = repairMojibake(text);
  const mojibake = repaired === text ? [] : describeMojibake(text, file);
  const clean = dropControls(repaired);
  return { text: clean, problems: [...mojibake, ...describeControls(repaired, clean, file)] };
}

function describeControls(text: string, clean: string, file: string): readonly Problem[] {
  const first = findControl(text);
  if (first === -1) return [];
  const { line, column } = positionAt(text, first);
  const code = text.charCodeAt(first).toString(16).toUpperCase().padStart(4, '0');
  const more = countControls(text) - 1;
  const others = more === 0 ? '' : `, and ${more} more`;
  const message = `\`U+${code}\` is a control character; it was left out${others}.`;
  const remedy = 'Remove the control characters: no page can show them.';
  // Of the clean text: a terminal acts on control characters.
  const frame = formatFrame(clean, line, column);
  return [{ kind: 'encoding', severity: 'warning', file, line, column, message, remedy, frame }];
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
