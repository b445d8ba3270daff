import type { Problem } from './problem.ts';

/** The thing that was removed, and what its author can do about it. */
const remedies: readonly { readonly subject: RegExp; readonly remedy: string }[] = [
  { subject: /^on[\w-]* on </, remedy: 'Leave it out: posts run no scripts.' },
  {
    subject: /^style on </,
    remedy:
      'Leave it out: posts carry no styles. Use `width`, `height`, `align`, or a class that the theme knows.',
  },
  {
    subject: /^srcdoc on </,
    remedy: 'Link to the page: posts embed players of known hosts alone.',
  },
  { subject: /^<(?:form|input|button|select|textarea)\b/, remedy: 'Link to a page that has it.' },
  {
    subject: /^</,
    remedy: 'Write it in Markdown, or by an element that posts may have: see `docs/dialects.md`.',
  },
  {
    subject: /^[\w.-]+\.[\w-]+(?::\d+)?$/,
    remedy:
      'Leave the link, or allow the host: name it in `frame_hosts` of the settings. Hosts of known players need no naming.',
  },
];

/**
 * `problem`, if it is about HTML that was taken away, with what to do. It is told to the blogger alone, and not with the code that
 * renders posts for readers.
 */
export function addRemedy(problem: Problem): Problem {
  if (problem.kind !== 'html' || problem.remedy !== undefined) return problem;
  const found = remedies.find(({ subject }) => subject.test(problem.subject ?? ''));
  return found === undefined ? problem : { ...problem, remedy: found.remedy };
}
