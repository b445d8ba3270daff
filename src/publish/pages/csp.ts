import { createHash } from 'node:crypto';

import type { Hosts } from '../render/find-hosts.ts';

/** The parts of a page that stand in the page itself and are allowed by their hash. */
export interface InlineParts {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

/** Names of the Trusted Types policies that the app creates. */
const policies = ['dompurify', 'rubric-templates', 'rubric-workers'];

/** More hosts of a kind would lengthen every page: any host over HTTPS is allowed then. */
const namedHosts = 12;

/**
 * The policy of a page, for `<meta http-equiv="Content-Security-Policy">`: everything from the blog's own
 * origin, the page's own inline parts by SHA-256, and images, media and frames of `hosts`. Nothing may be evaluated, and the
 * DOM takes no unchecked HTML.
 *
 * `hosts` are those of all posts: the app opens other posts within the page, and the policy that came with it holds.
 */
export function formatPolicy(inline: InlineParts, hosts: Hosts): string {
  const directives: readonly (readonly string[])[] = [
    ['default-src', "'none'"],
    ['script-src', "'self'", ...inline.scripts.map(hashSource)],
    ['style-src', "'self'", ...inline.styles.map(hashSource)],
    ['font-src', "'self'"],
    ['img-src', "'self'", 'data:', ...listOrigins(hosts.images)],
    ['media-src', "'self'", ...listOrigins(hosts.media)],
    ['connect-src', "'self'"],
    ['worker-src', "'self'"],
    ['manifest-src', "'self'"],
    [
      'frame-src',
      ...(hosts.frames.size === 0 ? ["'none'"] : [...hosts.frames].toSorted().map(toOrigin)),
    ],
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

function listOrigins(hosts: ReadonlySet<string>): readonly string[] {
  return hosts.size > namedHosts || hosts.has('*')
    ? ['https:']
    : [...hosts].toSorted().map(toOrigin);
}

function toOrigin(host: string): string {
  return `https://${host}`;
}
