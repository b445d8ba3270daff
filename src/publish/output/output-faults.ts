import { relative } from 'node:path';

import type { Problem } from '../../content/model/problem.ts';

/** The trouble with one file, without its name. */
export type Fault = Pick<Problem, 'kind' | 'message' | 'remedy'>;

/** The fault of a file that would lie outside of the folder. */
export const outside: Fault = {
  kind: 'permalink',
  message: 'The address leads out of the published folder; the file is left out.',
  remedy: 'Give the post another `slug`.',
};

/** The fault of a file of the blogger's own, at `source`, whose name a file of the blog takes. */
export function describeReplaced(source: string): Fault {
  return {
    kind: 'asset',
    message: `Your \`${relative('', source)}\` is not published: the blog writes a file of its own there.`,
    remedy: 'Give yours another name.',
  };
}

/** The fault of a folder of the blogger's own, with `count` files, whose name a file of the blog takes. */
export function describeReplacedFolder(name: string, count: number): Fault {
  return {
    kind: 'asset',
    message: `The blog writes a file \`${name}\`, so your folder of that name is not published, with ${count} ${count === 1 ? 'file' : 'files'} in it.`,
    remedy: 'Give the folder another name, or remove it.',
  };
}

/** The fault of a folder that the disk has under another spelling already. */
export function describeSpellings(first: string, other: string): Fault {
  return {
    kind: 'permalink',
    message: `On this disk \`${first}\` and \`${other}\` are one folder, with the first name; a host that tells them apart does not find the other.`,
    remedy: 'Give both one spelling: rename the folder of the post, or write its name as `slug`.',
  };
}

/** The fault of one file, when the error is about that file alone. */
export function describeFault(error: unknown): Fault | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const isCopy = error instanceof Error && 'syscall' in error && error.syscall === 'copyfile';
  if (['ENAMETOOLONG', 'EINVAL', 'EISDIR', 'ENOTDIR', 'EEXIST'].includes(code)) {
    const message = 'The disk does not take a file of this name; it is left out.';
    return { kind: 'permalink', message, remedy: 'Give the post another `slug`.' };
  }
  const isUnreadable = code === 'ENOENT' || (code === 'EACCES' && isCopy);
  if (!isUnreadable) return undefined;
  return { kind: 'asset', message: 'The file cannot be read; it is left out.', remedy: undefined };
}

/** True if an error is about one file alone. */
export function isOfOneFile(error: unknown): boolean {
  return describeFault(error) !== undefined;
}
