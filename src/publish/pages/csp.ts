import { createHash } from 'node:crypto';

import type { PageHosts } from '../render/find-hosts.ts';

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
 * origin, the page's own inline parts by SHA-256, images, media and frames of `hosts`, and requests to its services. Nothing
 * may be evaluated, and the DOM takes no unchecked HTML.
 *
 * `hosts` are those of all posts: the app opens other posts within the page, and the policy that came with it holds.
 */
export function formatPolicy(inline: InlineParts, hosts: PageHosts): string {
  return format(inline, {
    images: ['data:', ...listOrigins(hosts.images)],
    media: listOrigins(hosts.media),
    frames: [...hosts.frames].toSorted().map(toOrigin),
    services: [...hosts.services].toSorted().map(toOrigin),
  });
}

/**
 * The policy of the draft desk: as {@link formatPolicy}, but pictures, sound and films come from the blog itself and from
 * files that the page was given (`blob:`), and from nowhere else, so that nothing in a draft can tell others of it.
 */
export function formatDeskPolicy(inline: InlineParts): string {
  return format(inline, { images: ['data:', 'blob:'], media: ['blob:'], frames: [], services: [] });
}

/**
 * The policy for a header that comes with every file of the blog: what the policy of each page allows, the draft desk's
 * included. Styles in pages differ, so all are allowed here and by their hash in each page; the stricter of both holds. In
 * addition no other site may frame a page, which only a header can say.
 *
 * @param scripts - scripts that stand in pages
 */
export function formatHeaderPolicy(scripts: readonly string[], hosts: PageHosts): string {
  const policy = format(
    { scripts, styles: [] },
    {
      styles: ["'unsafe-inline'"],
      images: ['data:', 'blob:', ...listOrigins(hosts.images)],
      media: ['blob:', ...listOrigins(hosts.media)],
      frames: [...hosts.frames].toSorted().map(toOrigin),
      services: [...hosts.services].toSorted().map(toOrigin),
    },
  );
  return `${policy}; frame-ancestors 'self'`;
}

/** Sources beside the blog's own origin, which frames do not have. */
interface Sources {
  readonly images: readonly string[];
  readonly media: readonly string[];
  readonly frames: readonly string[];
  readonly services: readonly string[];
  readonly styles?: readonly string[];
}

function format(inline: InlineParts, sources: Sources): string {
  const directives: readonly (readonly string[])[] = [
    ['default-src', "'none'"],
    ['script-src', "'self'", ...inline.scripts.map(hashSource)],
    ['style-src', "'self'", ...inline.styles.map(hashSource), ...(sources.styles ?? [])],
    ['font-src', "'self'"],
    ['img-src', "'self'", ...sources.images],
    ['media-src', "'self'", ...sources.media],
    ['connect-src', "'self'", ...sources.services],
    ['worker-src', "'self'"],
    ['manifest-src', "'self'"],
    ['frame-src', ...(sources.frames.length === 0 ? ["'none'"] : sources.frames)],
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
