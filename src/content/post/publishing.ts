// Settings that the build alone asks for: the app has what follows from them in the records of posts.

import { toFlag } from '../front-matter/base/flag.ts';
import { toText } from '../front-matter/fields.ts';
import type { Fields } from '../front-matter/fields.ts';
import type { Collection, PostMeta } from '../model/post.ts';
import { wordList } from '../text/word-list.ts';
import { readPageKind } from './page-kind.ts';
import type { PageFacts } from './page-kind.ts';

/** The facts that {@link readPublishing} reads. */
export interface PublishingFacts extends PageFacts {
  readonly collection: Collection;
}

/** The place of a file among the others, and what was wrong. */
export interface Publishing {
  /** Why there is no page of it, but a way to another one. */
  readonly hidden: PostMeta['hidden'];
  readonly meta: Pick<
    PostMeta,
    'isPage' | 'canonical' | 'isUnindexed' | 'isOffSitemap' | 'pin' | 'weight'
  >;
  readonly faults: readonly {
    readonly field: string;
    readonly message: string;
    readonly remedy: string;
  }[];
}

/** See {@link readPublishing}. */
export type ReadPublishing = (facts: PublishingFacts) => Publishing;

/** The place of a file among the others: a post or a page, pinned or not, moved or not, found by search engines or not. */
export function readPublishing(facts: PublishingFacts): Publishing {
  const { fields, collection } = facts;
  const read = readPageKind(facts);
  // What lies among the pages is a page, unless a theme would fill it.
  const kind = collection === 'posts' || !facts.hasText ? read : undefined;
  const to = readMove(fields);
  const canonical = readCanonical(fields);
  const isCanonical = canonical !== undefined && isAddress(canonical);
  const moved = to !== undefined && isAddress(to) ? ({ kind: 'moved', to } as const) : undefined;
  return {
    hidden: kind?.kind === 'theme' ? kind : moved,
    meta: {
      ...(collection === 'posts' && kind?.kind === 'page' && { isPage: true }),
      ...(isCanonical && { canonical }),
      ...readIndexing(fields),
      ...readPin(fields),
    },
    faults: [
      ...(to === undefined || moved !== undefined ? [] : [describeAddress('redirect_to', to)]),
      ...(canonical === undefined || isCanonical ? [] : [describeAddress('canonical', canonical)]),
    ],
  };
}

function describeAddress(field: string, value: string): Publishing['faults'][number] {
  const message = `\`${field}\` is \`${value.slice(0, 60)}\`, which is no address.`;
  const remedy = 'Write a whole address, or a path that begins with `/`.';
  return { field, message, remedy };
}

const canonicalNames = wordList('canonicalurl canonical canonicallink originalurl');

/** The address of the text's first place: `canonicalURL` and its other names, as written. */
export function readCanonical(fields: Fields): string | undefined {
  return fields.findText(...canonicalNames);
}

/** The address that a post has moved to: `redirect_to` of jekyll-redirect-from, as written. */
export function readMove(fields: Fields): string | undefined {
  return fields.findText('redirectto');
}

/** An address of a setting that leads somewhere: a whole one, or a path under the base with `/` at the start. */
export function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]+\S*$/i.test(text) || /^\/(?!\/)\S*$/.test(text);
}

/** The wishes of a post about search engines: out of their index, or out of the sitemap alone. */
export function readIndexing(fields: Fields): Pick<PostMeta, 'isUnindexed' | 'isOffSitemap'> {
  const robots = toText(fields.find('robots')?.value)?.toLowerCase() ?? '';
  const isUnindexed =
    fields.findFlag('noindex', 'robotsnoindex') === true ||
    fields.findFlag('seo.noindex') === true ||
    /\bno(?:index|ne)\b/.test(robots);
  const isOffSitemap =
    fields.findFlag('sitemap') === false ||
    fields.findFlag(
      'sitemap.disable',
      'sitemap.exclude',
      'sitemapexclude',
      'excludefromsitemap',
    ) === true;
  return { ...(isUnindexed && { isUnindexed }), ...(isOffSitemap && { isOffSitemap }) };
}

/**
 * The place of a post among those that come first on home: `pin`, `pinned`, `featured`, `sticky` and `top` by yes, or by a
 * number of which the greatest comes first; `weight` of Hugo, of which the least does.
 */
export function readPin(fields: Fields): Pick<PostMeta, 'pin' | 'weight'> {
  const field = pinNames
    .map((name) => fields.find(name))
    .find((each) => pinOf(each?.value) !== undefined);
  const pin = pinOf(field?.value);
  const weight = toNumber(fields.findAtTop('weight')?.value);
  return {
    ...(pin !== undefined && { pin }),
    ...(weight !== undefined && weight !== 0 && { weight }),
  };
}

const pinNames = wordList('pin pinned featured sticky top');

function pinOf(value: unknown): number | undefined {
  const number = toNumber(value);
  if (number !== undefined) return number > 0 ? -number : undefined;
  return toFlag(value) === true ? 0 : undefined;
}

function toNumber(value: unknown): number | undefined {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : '';
  return /^-?\d{1,9}$/.test(text) ? Number(text) : undefined;
}

const fence = /^[ \t>]*(?:[-*+][ \t]+)?(`{3,}|~{3,})/;

/** Tells a body that has a formula between `$$`, or in an environment of LaTeX, outside of code. Linear. */
export function hasDisplayMath(body: string): boolean {
  if (!body.includes('$$') && !body.includes('\\begin{')) return false;
  let open: string | undefined;
  let marks = 0;
  for (const line of body.split('\n')) {
    const mark = fence.exec(line)?.[1];
    if (mark !== undefined && (open === undefined || mark.startsWith(open)))
      open = open === undefined ? mark : undefined;
    if (open !== undefined || mark !== undefined || /^(?: {4}|\t)/.test(line)) continue;
    const text = line.replace(/`[^`]*`/g, '');
    if (/^\s*\\begin\{(?:equation|align|gather|multline)\*?\}/.test(text)) return true;
    marks += text.split('$$').length - 1;
    if (marks >= 2) return true;
  }
  return false;
}
