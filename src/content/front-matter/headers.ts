import type { BlockReading } from './fault.ts';
import { createTable } from './values.ts';

/**
 * Reads header lines as Pelican and MultiMarkdown have them: `Key: value`, all values text. An indented
 * line goes on with the value above it; a key given twice makes a list.
 */
export function readHeaders(text: string): BlockReading {
  const values = createTable();
  let last = '';
  for (const line of text.split('\n')) {
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
    values[last] = before === undefined ? value : [before, value].flat();
  }
  return { values, faults: [] };
}
