import type { Finding, Repair } from '../advice/finding.ts';
import type { CopiedFile } from '../disk/output-file.ts';
import { parentOf } from '../disk/path-parts.ts';

/**
 * The repair of a problem that a build told of, where there is one that cannot be wrong: a scheme before the name of a
 * host, and the name of a file as it is written on the disk. `undefined` for all else.
 *
 * @param copies - all published files
 */
export function findRepair(
  { rule, subject, file, line, column }: Finding,
  copies: readonly Pick<CopiedFile, 'fileName'>[],
): Repair | undefined {
  if (subject === undefined || line === undefined || column === undefined) return undefined;
  if (rule === 'no-scheme') return { from: subject, to: `https://${subject}` };
  return rule === 'missing-file' ? findByCase(subject, file, copies) : undefined;
}

/** The same path in the capitals of the one file that differs in them alone. */
function findByCase(
  written: string,
  from: string,
  copies: readonly Pick<CopiedFile, 'fileName'>[],
): Repair | undefined {
  const path = written.replace(/^(?:\.\/)+/, '');
  if (/^[a-z]+:|[?#%]|(?:^|\/)\.\.\//i.test(path)) return undefined;
  const whole = path.startsWith('/') ? path.slice(1) : `${parentOf(from)}/${path}`;
  const fitting = copies.filter(({ fileName }) => fileName.toLowerCase() === whole.toLowerCase());
  const [found] = fitting;
  if (found === undefined || fitting.length > 1) return undefined;
  const prefix = written.slice(0, written.length - path.length);
  const tail = path.startsWith('/') ? `/${found.fileName}` : found.fileName.slice(-path.length);
  return { from: written, to: prefix + tail };
}
