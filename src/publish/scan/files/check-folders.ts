import { readFile, stat } from 'node:fs/promises';

import { ContentError, formatFrame, positionAt } from '../../../content/model/problem.ts';
import type { Problem } from '../../../content/model/problem.ts';

/** The folders of a blog and the file that may name them, as absolute paths. */
export interface NamedFolders {
  readonly posts: string;
  readonly pages: string;
  readonly static: string;
  readonly shortcodes: string;
  readonly file: string;
  /** Name of the settings file as the blogger knows it. */
  readonly name: string;
}

const folderNames = ['posts', 'pages', 'static', 'shortcodes'] as const;

/**
 * Throws a {@link ContentError} for a folder that the settings name and that is not there, and for a folder of posts that
 * is not there at all: an empty blog would be taken for a finished one.
 */
export async function checkFolders(files: NamedFolders): Promise<void> {
  const settings = await readFile(files.file, 'utf8').catch(() => '');
  for (const name of folderNames) {
    const place = findSetting(settings, name);
    const isWanted = name === 'posts' || place !== undefined;
    if (isWanted && !(await isFolder(files[name]))) throw describe(name, place, files);
  }
}

type Place = Pick<Problem, 'line' | 'column' | 'frame'>;

/** Where the settings name a folder; `undefined` where they leave it to the default. */
function findSetting(settings: string, name: string): Place | undefined {
  const match = new RegExp(`^[ \\t]*${name}[ \\t]*=[ \\t]*`, 'm').exec(settings);
  if (match === null) return undefined;
  const { line, column } = positionAt(settings, match.index + match[0].length);
  return { line, column, frame: formatFrame(settings, line, column) };
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    // Not there, or not to be read: either way there is nothing to publish from.
    return false;
  }
}

function describe(
  name: (typeof folderNames)[number],
  place: Place | undefined,
  files: NamedFolders,
): ContentError {
  const message =
    place === undefined
      ? `There is no folder \`${files[name]}\`, where posts are looked for when \`${name}\` is not set.`
      : `\`${name}\` names a folder that does not exist: \`${files[name]}\`.`;
  const remedy = `Create the folder, or set \`${name}\` in \`${files.name}\` to the one you mean.`;
  return new ContentError({
    kind: 'site',
    severity: 'error',
    file: files.name,
    ...place,
    message,
    remedy,
  });
}
