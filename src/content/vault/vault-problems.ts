import type { Problem } from '../model/problem.ts';
import type { FoundNote } from './note-names.ts';
import type { WikiLink } from './parse-wiki-link.ts';

/** A fault of the marks of a vault; `line` counts from 1 in the text that was read. */
export type VaultProblem = Pick<
  Problem,
  'kind' | 'severity' | 'subject' | 'message' | 'remedy' | 'line'
>;

type Report = Omit<VaultProblem, 'line'>;

/** A link to a note or a file that is not there, or not published. */
export function describeMissing({ raw, isEmbed, name }: WikiLink): Report {
  const isFile = isEmbed && /\.[a-z0-9]{2,5}$/i.test(name);
  return {
    kind: isFile ? 'asset' : 'link',
    severity: 'warning',
    subject: raw,
    message: `\`${raw}\` names nothing that is published; its words stay as text.`,
    remedy: isFile
      ? 'Put the file into the folder, or correct the name.'
      : 'Correct the name, or publish a note that bears it as its file name, title or alias.',
  };
}

/** A name that several notes or files bear. */
export function describeTie({ raw, name }: WikiLink, { source, rivals }: FoundNote): Report {
  const others = rivals.slice(0, 3).map((rival) => `\`${rival}\``);
  const more = rivals.length > others.length ? ' and others' : '';
  return {
    kind: 'link',
    severity: 'warning',
    subject: `tie ${name}`,
    message: `\`${raw}\` may mean ${others.join(', ')}${more} too; it leads to \`${source}\`, whose path is shortest.`,
    remedy: 'Write more of the path, such as `[[folder/Note]]`.',
  };
}

/** A link to a heading or block that its note does not have. */
export function describeNoPlace({ raw, fragment = '' }: WikiLink, { source }: FoundNote): Report {
  return {
    kind: 'link',
    severity: 'warning',
    subject: raw,
    message: `\`${raw}\` leads to the top of \`${source}\`, which has no \`${fragment}\`.`,
    remedy: 'Write the heading as it stands in the note, or `^` and the name of a block.',
  };
}

/** A note that is not shown within this one; a link stands for it. */
export function describeLeftEmbed({ raw }: WikiLink, reason: string): Report {
  return {
    kind: 'markdown',
    severity: 'warning',
    subject: raw,
    message: `\`${raw}\` is a link here: ${reason}.`,
    remedy: 'Show less within one note, or link to it by `[[…]]`.',
  };
}

/** A comment that goes on to the end, or a mark of one that begins none. */
export function describeOpenComment(isWhole: boolean): Report {
  return {
    kind: 'markdown',
    severity: 'warning',
    subject: '%%',
    message: isWhole
      ? 'A comment `%%` is never closed; all that follows is left out.'
      : 'A `%%` within a line is never closed; it stays as text.',
    remedy: 'Close it with `%%`, or write `\\%%` for the signs.',
  };
}
