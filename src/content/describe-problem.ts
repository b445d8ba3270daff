import { htmlLimits } from './html/html-limits.ts';
import { rawTags } from './html/tag-sets.ts';
import { maximumListed } from './finish/headings.ts';
import type { LoggedProblem } from './finish/problem-log.ts';

// The words of what is found while a body is finished. Apart from what finds it: the build alone tells anyone.

/** What is wrong, and what to do. */
export interface ProblemWords {
  readonly message: string;
  readonly remedy?: string | undefined;
}

/** The words of `problem`, of which finishing tells no more than its kind and its subject. */
export function describeProblem(problem: Pick<LoggedProblem, 'kind' | 'subject'>): ProblemWords {
  const { kind, subject } = problem;
  switch (kind) {
    case 'asset':
      return {
        message: `The file \`${subject}\` is not there.`,
        remedy: 'Put it beside the post, or correct the name.',
      };
    case 'encoding':
      return { message: 'References to control characters, such as `&#1;`, were left out.' };
    case 'limit':
      return describeLimit(subject);
    case 'html':
      return describeRemoved(subject);
    default:
      return describeLink(subject);
  }
}

function describeLimit(subject: string): ProblemWords {
  switch (subject) {
    case 'headings':
      return {
        message: `The post has more than ${maximumListed} headings; those beyond are in no table of contents.`,
        remedy: 'Split it into several posts.',
      };
    case 'attributes':
      return {
        message: `A tag has more than ${htmlLimits.attributes} attributes; the others were left out.`,
        remedy: 'Make it simpler.',
      };
    default: {
      const counted = subject === 'depth' ? 'levels of tags inside each other' : 'tags';
      const most = subject === 'depth' ? htmlLimits.depth : htmlLimits.tags;
      return {
        message: `The post has more than ${most} ${counted}; those beyond were left out.`,
        remedy: 'Make it simpler.',
      };
    }
  }
}

/** Of an element `<script>`, of an attribute `onclick on <a>`, with the address of a link or a picture behind it. */
function describeRemoved(subject: string): ProblemWords {
  if (subject === 'no address')
    return {
      message: 'Embedded content without a web address was removed.',
      remedy: 'Link to it instead.',
    };
  const element = /^<(.*)>$/s.exec(subject)?.[1];
  if (element !== undefined)
    return rawTags.has(element)
      ? {
          message: `\`${subject}\` was removed with what is in it.`,
          remedy: 'Leave it out: posts run no scripts and carry no styles.',
        }
      : { message: `The tag \`${subject}\` was removed; what is in it stays.` };
  const [, name, tag, value] = /^(\S+) on (<[^\s>]*>) ?(.*)$/s.exec(subject) ?? [];
  if (name === undefined)
    return { message: `Content of \`${subject}\` is not embedded; a link takes its place.` };
  return name === 'href' || name === 'src'
    ? {
        message: `\`${value?.slice(0, 200)}\` in \`${name}\` of \`${tag}\` is no address a post may use; it was removed.`,
        remedy: 'Use an address that begins with `https:` or is within the blog.',
      }
    : { message: `\`${name}\` on \`${tag}\` was removed.` };
}

/** The start of an address of the web that lacks its scheme: `github.com/x`, `www.example.org`. */
const host =
  /^(?:www\.[\p{L}\p{N}-]+\.|(?:[\p{L}\p{N}-]+\.)+(?:(?!html?\b|md\b)[a-z]{2,24}\/|(?:com|org|net|edu|gov|io|dev|app|blog|wiki|info|de|fr|uk|jp|cn|eu)(?:[:?#]|$)))/iu;

function describeLink(subject: string): ProblemWords {
  if (subject.startsWith('#'))
    return {
      message: `\`${subject}\` names no place in this post.`,
      remedy: 'Correct it, or give the heading that id with `{#id}`.',
    };
  const lost = `\`${subject}\` leads to nothing in this blog`;
  return host.test(subject)
    ? {
        message: `${lost}: it looks like an address of the web without its scheme.`,
        remedy: 'Write `https://` before it.',
      }
    : { message: `${lost}.`, remedy: 'Correct the address, or remove the link.' };
}
