import { formatFrame } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import type { Block } from './plain-block.ts';

/** The place of a setting. */
export type Place = Pick<Problem, 'file' | 'line' | 'column' | 'frame'>;

/** The place of the value of `key`. Searches the text for it: only done where something is wrong with the value. */
export function findPlace(key: string, block: Block, file: string): Place {
  // Settings are looked up without `_`, `-` and blanks: `last_modified_at` is found as `lastmodifiedat`.
  const quoted = Array.from(key, (sign) => sign.replace(/[^a-z0-9]/i, '\\$&')).join('[-_ ]?');
  const atKey = new RegExp(`^[ \\t{]*["']?${quoted}["']?[ \\t]*[:=][ \\t]*`, 'im');
  return { file, ...findPattern(atKey, block) };
}

/** The place behind the first match of `pattern`. */
export function findPattern(pattern: RegExp, block: Block): Omit<Place, 'file'> {
  const match = pattern.exec(block.text);
  if (match === null) return {};
  const before = block.text.slice(0, match.index).split('\n').length;
  const column = match[0].length + 1;
  const frame = formatFrame(block.text, before, column);
  return { line: before + block.line - 1, column, frame };
}
