import { createHash } from 'node:crypto';

/** The parts of a page that stand in the page itself and are allowed by their hash. */
export interface InlineParts {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

/** Names of the Trusted Types policies that the app creates. */
const policies = ['dompurify', 'rubric-templates', 'rubric-workers'];

/**
 * The policy of a page, for `<meta http-equiv="Content-Security-Policy">`: everything from the blog's own
 * origin, the page's own inline parts by SHA-256, images and media of posts from anywhere over HTTPS, and
 * frames of `frameHosts`. Nothing may be evaluated, and the DOM takes no unchecked HTML.
 */
export function formatPolicy(inline: InlineParts, frameHosts: readonly string[]): string {
  const directives: readonly (readonly string[])[] = [
    ['default-src', "'none'"],
    ['script-src', "'self'", ...inline.scripts.map(hashSource)],
    ['style-src', "'self'", ...inline.styles.map(hashSource)],
    ['font-src', "'self'"],
    ['img-src', "'self'", 'data:', 'https:'],
    ['media-src', "'self'", 'https:'],
    ['connect-src', "'self'"],
    ['worker-src', "'self'"],
    ['manifest-src', "'self'"],
    ['frame-src', ...(frameHosts.length === 0 ? ["'none'"] : frameHosts.map(toOrigin))],
    ['form-action', "'self'"],
    ['base-uri', "'none'"],
    ['require-trusted-types-for', "'script'"],
    ['trusted-types', ...policies],
  ];
  return directives.map((words) => words.join(' ')).join('; ');
}

function hashSource(content: string): string {
  return `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
}

function toOrigin(host: string): string {
  return `https://${host}`;
}
