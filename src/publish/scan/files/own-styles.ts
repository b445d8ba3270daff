import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';

import { ContentError, formatFrame } from '../../../content/model/problem.ts';
import { hashBytes } from '../../disk/hash-bytes.ts';

/** A style sheet of the blogger's. */
export interface StyleFile {
  readonly file: string;
  /** Its path as the settings name it. */
  readonly name: string;
}

/** The blogger's own style sheet, made ready for the bundle. */
export interface OwnStyles {
  /** In a layer after all of ours; empty where the settings name no file. Files are named by their whole paths. */
  readonly css: string;
  /** Changes with the files that it names. */
  readonly hash: string;
}

/** An address in a style sheet, in quotes or without. */
const address = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^\s"')]+))\s*\)/g;

/**
 * The style sheet that the setting `styles` names. Addresses in it that begin with `/` are files of the static folder, others
 * lie beside the sheet; they are bundled with it.
 *
 * Throws a {@link ContentError} where the sheet or a file that it names is not there, and for what the policy of pages refuses.
 */
export async function readOwnStyles({
  styles,
  static: statics,
}: {
  readonly styles?: StyleFile | undefined;
  /** The static folder. */
  readonly static: string;
}): Promise<OwnStyles> {
  if (styles === undefined) return { css: '', hash: '' };
  const source = await readSheet(styles);
  const text = blankComments(source);
  const fail = (at: number, message: string, remedy: string): ContentError =>
    describeFault({ source, at, file: styles.name, message, remedy });
  const imported = text.indexOf('@import');
  if (imported !== -1) throw fail(imported, 'The sheet has an `@import`.', 'Copy its rules here.');
  const files: string[] = [];
  const css = text.replace(address, (whole, double, single, bare, at: number) => {
    const url = [double, single, bare].find((part) => typeof part === 'string') ?? '';
    if (/^(?:data:|#)/i.test(url)) return whole;
    if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url)) {
      const remedy = 'Put the file into the static folder.';
      throw fail(at, `\`${url}\` is on another site, from which pages load no styles.`, remedy);
    }
    const path = decodeURI(url.replace(/[?#].*$/s, ''));
    const file = path.startsWith('/') ? join(statics, path) : resolve(dirname(styles.file), path);
    if (!existsSync(file)) {
      const remedy = 'An address with `/` at its start is a file of the static folder.';
      throw fail(at, `There is no file \`${url}\`.`, remedy);
    }
    files.push(file);
    return `url(${JSON.stringify(file.split(sep).join('/'))})`;
  });
  const parts = await Promise.all(files.map(async (file) => hashBytes(await readFile(file))));
  return { css: `@layer own {\n${css}\n}\n`, hash: hashBytes([css, ...parts].join()) };
}

async function readSheet({ file, name }: StyleFile): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).replace(/^\ufeff/, '');
  } catch (cause) {
    const problem = {
      kind: 'site' as const,
      severity: 'error' as const,
      file: 'site.toml',
      message: `The style sheet \`${name}\` of the setting \`styles\` cannot be read.`,
      remedy: 'Write its path from the folder of the settings.',
    };
    throw new ContentError(problem, { cause });
  }
}

/** `source` with blanks for comments, so that nothing in them is read and places stay. */
function blankComments(source: string): string {
  return source.replace(/\/\*.*?\*\//gs, (comment) => comment.replace(/[^\n]/g, ' '));
}

interface StyleFault {
  readonly source: string;
  readonly at: number;
  readonly file: string;
  readonly message: string;
  readonly remedy: string;
}

function describeFault({ source, at, ...told }: StyleFault): ContentError {
  const before = source.slice(0, at).split('\n');
  const line = before.length;
  const column = (before.at(-1)?.length ?? 0) + 1;
  const frame = formatFrame(source, line, column);
  return new ContentError({ ...told, kind: 'site', severity: 'error', line, column, frame });
}
