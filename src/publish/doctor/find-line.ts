import { readFile } from 'node:fs/promises';

import { positionAt } from '../../content/model/problem.ts';
import type { Problem } from '../../content/model/problem.ts';
import { decodeText } from '../../content/text/decode-text.ts';

/** The place of the first `needle` in a file; none where it is not, or the file cannot be read. */
export async function findLine(
  file: string | undefined,
  needle: string,
): Promise<Pick<Problem, 'line' | 'column'>> {
  if (file === undefined || needle === '') return {};
  try {
    const { text } = decodeText(await readFile(file));
    const at = text.indexOf(needle);
    return at === -1 ? {} : positionAt(text, at);
  } catch {
    // The file was read a moment ago; a place is not worth the whole report.
    return {};
  }
}
