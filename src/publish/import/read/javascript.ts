// Literal facts in a program's text. Nothing of it is ever run: what is computed stays unknown, and is reported.

import { findLineOf } from './project.ts';
import type { Project } from './project.ts';
import type { ImportNote } from './reading.ts';

/** The text of a program, and what can be read of it. */
export interface Program {
  readonly file: string;
  readonly text: string;
  /** The first text that one of `names` is given: `site: 'x'`, `"site": "x"`, `const SITE = "x"`, `.site("x")`. */
  readonly find: (...names: readonly string[]) => string | undefined;
  /** A note about the first place of `pattern`. */
  readonly note: (kind: ImportNote['kind'], pattern: RegExp, message: string) => ImportNote;
  /** A note for each of `names` that is given something else than a text that can be read. */
  readonly listUnread: (names: readonly string[]) => readonly ImportNote[];
}

/** The first of the files that fit `pattern`; an empty program when there is none. */
export function readProgram(project: Project, pattern: RegExp): Program {
  const file = project.paths.find((path) => pattern.test(path)) ?? '';
  const source = file === '' ? '' : (project.read(file) ?? '');
  const text = withoutComments(source);
  const find = (...names: readonly string[]): string | undefined =>
    names.map((name) => findLiteral(text, name)).find((value) => value !== undefined);
  const note: Program['note'] = (kind, place, message) => ({
    kind,
    file,
    line: findLineOf(text, place),
    message,
  });
  return {
    file,
    text,
    find,
    note,
    listUnread: (names) =>
      names.flatMap((name) => {
        const given = new RegExp(`(?<![\\w.$])["']?${name}["']?\\s*[:=](?!=)`);
        const isUnread = given.test(text) && find(name) === undefined;
        return isUnread
          ? [
              note(
                'hand',
                given,
                `\`${name}\` is computed, and programs are not run: write it into \`site.toml\`.`,
              ),
            ]
          : [];
      }),
  };
}

/** The text that `name` is given as a literal. */
function findLiteral(text: string, name: string): string | undefined {
  const given = new RegExp(
    `(?:(?<![\\w.$])["']?${name}["']?\\s*[:=]|\\.${name}\\()\\s*(?:"((?:[^"\\\\\\n]|\\\\.)*)"|'((?:[^'\\\\\\n]|\\\\.)*)'|\`([^\`$\\\\]*)\`)`,
  );
  const [, double, single, plain] = given.exec(text) ?? [];
  return (double ?? single ?? plain)?.replace(/\\(.)/g, '$1');
}

/** `text` with blanks for its comments, so that places stay. */
function withoutComments(text: string): string {
  const part =
    /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|\/\*[\s\S]*?\*\/|(?<![:\w])\/\/[^\n]*/g;
  return text.replace(part, (found) =>
    found.startsWith('/') ? found.replace(/[^\n]/g, ' ') : found,
  );
}
