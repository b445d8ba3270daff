import { parse as parseToml, TomlError } from 'smol-toml';
import { ContentError, formatFrame } from '../model/problem.ts';
import { explainTomlFault } from './explain-toml.ts';

/** The table that `source`, the text of a settings file, is. @throws ContentError with the place where it is no TOML */
export function readTable(source: string, file: string): Record<string, unknown> {
  try {
    return parseToml(source.replaceAll('\r\n', '\n'));
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    // The first line of smol-toml's message is the reason, the others repeat the place.
    const reason = error.message.split('\n', 1)[0]?.replace(/^Invalid TOML document: /, '') ?? '';
    const { line } = error;
    const text = source.split('\n')[line - 1]?.replace(/\r$/, '') ?? '';
    const { message, remedy, column = error.column } = explainTomlFault(reason, text);
    const problem = {
      kind: 'site' as const,
      severity: 'error' as const,
      file,
      line,
      column,
      message,
      remedy,
      frame: formatFrame(source, line, column),
    };
    throw new ContentError(problem, { cause: error });
  }
}

/** A setting that is wrong. */
export interface SettingFault {
  readonly source: string;
  readonly file: string;
  /** Its name as written, and within it the names that lead to what is wrong. */
  readonly key: string;
  readonly inner?: readonly string[] | undefined;
  readonly message: string;
  readonly remedy: string;
  /** Whether the name itself is wrong, and not the value. */
  readonly isName: boolean;
}

/** The error that tells of `fault`, with its line where it can be found. */
export function createFault(fault: SettingFault): ContentError {
  const { source, file, key, inner = [], message, remedy } = fault;
  const problem = { kind: 'site', severity: 'error', file, message, remedy } as const;
  const index = findKey(source, [key, ...inner]);
  if (index === undefined) return new ContentError(problem);
  const line = source.slice(0, index).split('\n').length;
  const text = source.split('\n')[line - 1] ?? '';
  // The caret stands under the value, or under the name where the name is wrong or a table's.
  const beforeValue = /^[^=]*=[ \t]*/.exec(text)?.[0].length;
  const isName = beforeValue === undefined || fault.isName;
  const column = 1 + (isName ? Math.max(0, text.search(/[^\s[]/)) : beforeValue);
  return new ContentError({ ...problem, line, column, frame: formatFrame(source, line, column) });
}

/** Where the line begins on which the last of `names` is set that can be found, each within the one before. */
function findKey(source: string, names: readonly string[]): number | undefined {
  let found: number | undefined;
  for (const name of names) {
    const quoted = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const start = `^[ \\t]*(?:\\[+[ \\t]*)?(?:[\\w.-]+\\.)?["']?${quoted}["']?[ \\t]*[=.\\]]`;
    const atKey = new RegExp(
      found === undefined ? start.replace('(?:[\\w.-]+\\.)?', '') : start,
      'm',
    );
    const index = source.slice(found ?? 0).search(atKey);
    if (index !== -1) found = (found ?? 0) + index;
  }
  return found;
}
