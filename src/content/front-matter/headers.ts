import type { BlockReading, Fault } from './block.ts';
import { chooseValue, findHidingRule } from './base/hiding-rule.ts';
import { createTable } from './base/values.ts';

/**
 * Reads header lines as Pelican and MultiMarkdown have them: `Key: value`, all values text. An indented
 * line goes on with the value above it; a key given twice makes a list, but for one that decides whether the post
 * is published.
 */
export function readHeaders(text: string): BlockReading {
  const values = createTable();
  const faults: Fault[] = [];
  let last = '';
  for (const [index, line] of text.split('\n').entries()) {
    const colon = /^[ \t]/.test(line) ? -1 : line.indexOf(':');
    if (colon === -1) {
      const more = line.trim();
      const before = values[last];
      if (more !== '' && typeof before === 'string') values[last] = `${before} ${more}`.trim();
      continue;
    }
    last = line.slice(0, colon).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    const before = values[last];
    if (before === undefined) values[last] = value;
    else if (findHidingRule(last) === undefined) values[last] = [before, value].flat();
    else {
      const choice = chooseValue(last, { first: before, last: value }, 'last');
      values[last] = choice.value;
      const { message } = choice;
      const remedy = 'Remove one of the two.';
      faults.push({ line: index + 1, column: 1, message, remedy, repeated: last });
    }
  }
  return { values, faults };
}
