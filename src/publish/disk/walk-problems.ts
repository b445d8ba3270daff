import { ContentError } from '../../content/model/problem.ts';
import type { Problem } from '../../content/model/problem.ts';
import { walkFolder } from './walk-folder.ts';
import type { FolderFile, WalkFault, WalkOptions } from './walk-folder.ts';

/** What lies in a folder, and what of it is left out for a fault. */
export interface WalkedFolder {
  readonly files: readonly FolderFile[];
  readonly problems: readonly Problem[];
}

/** A folder of the blog as the blogger knows it. */
export interface NamedFolder extends Omit<WalkOptions, 'onFault'> {
  readonly folder: string;
  /** Before the paths in messages: `posts/`. */
  readonly prefix: string;
}

/**
 * Walks a folder of the blog, and tells of all that is left out. Throws a `ContentError` when the folder itself cannot be
 * read: a blog without its posts would take the place of the one that is published.
 */
export async function walkWithProblems({
  folder,
  prefix,
  ...options
}: NamedFolder): Promise<WalkedFolder> {
  const problems: Problem[] = [];
  const onFault = (fault: WalkFault): void => void problems.push(describeFault(fault, prefix));
  try {
    const files = await walkFolder(folder, { ...options, onFault });
    return { files, problems: problems.toSorted((a, b) => (a.file < b.file ? -1 : 1)) };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ContentError(
      {
        kind: 'site',
        severity: 'error',
        file: prefix,
        message: `The folder \`${folder}\` cannot be read: ${reason}.`,
        remedy: 'Allow it to be read. What was published before is left as it is.',
      },
      { cause },
    );
  }
}

const texts: Readonly<Record<WalkFault['kind'], Pick<Problem, 'message' | 'remedy'>>> = {
  unreadable: { message: 'It cannot be read, and is left out', remedy: 'Allow it to be read.' },
  outside: {
    message: 'The link leads out of the folder, and is left out.',
    remedy: 'Put what it leads to into the folder, or remove the link.',
  },
  circle: {
    message: 'The link leads to itself or to a folder it lies in, and is left out.',
    remedy: 'Remove it.',
  },
  nowhere: { message: 'The link leads nowhere, and is left out.', remedy: 'Remove it.' },
  name: {
    message: 'The name of the file is not UTF-8, so that it cannot be opened; it is left out.',
    remedy: 'Rename it.',
  },
};

function describeFault({ path, kind, code }: WalkFault, prefix: string): Problem {
  const { message, remedy } = texts[kind];
  const whole = code === undefined ? message : `${message}: \`${code}\`.`;
  return { kind: 'asset', severity: 'warning', file: prefix + path, message: whole, remedy };
}
