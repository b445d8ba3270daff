import { nameSource } from '../model/post.ts';
import type { CatalogEntry } from '../model/catalog-entry.ts';
import type { PostMeta } from '../model/post.ts';
import type { Problem } from '../model/problem.ts';
import { foldPath } from '../text/fold.ts';
import type { KeywordCount } from '../model/library.ts';
import { isReservedForAliases } from '../site/reserved-address.ts';

/** An old address and where it leads now. */
export interface Redirect {
  /** Decoded path under the base with `/` at the start, as the blogger wrote it: `/old.html`, `/old/`. */
  readonly from: string;
  /** Permalink of the post, or address of another page; a whole address for a post that has moved to another site. */
  readonly to: string;
  /** Whether it is left out without a word where something else is at its address. Default: false. */
  readonly isOptional?: boolean;
}

/** The redirects of all posts, by address, and the aliases that could not be kept. */
export interface CollectedAliases {
  readonly redirects: readonly Redirect[];
  readonly problems: readonly Problem[];
}

/**
 * Collects the aliases of `entries`. One that the blog itself or a keyword needs, at which a post lives or that an
 * earlier post claimed is reported and left out. A post's own address among its aliases is left out in silence;
 * one that differs from it in capitals is an address of its own.
 */
export function collectAliases(
  entries: readonly CatalogEntry[],
  byPermalink: ReadonlyMap<string, CatalogEntry>,
  keywords: readonly KeywordCount[],
): CollectedAliases {
  const slugs = new Set(keywords.map(({ slug }) => foldPath(slug)));
  const redirects = new Map<string, Redirect>();
  const problems: Problem[] = [];
  for (const { meta } of entries) {
    for (const from of meta.aliases) {
      const place = placeOf(from);
      const to = meta.permalink;
      if (place === to) continue;
      const keyword = /^\/keywords\/([^/]+)/.exec(foldPath(place))?.[1] ?? '';
      const rival = byPermalink.has(place) ? place : redirects.get(place)?.to;
      const fault =
        isReservedForAliases(place) || slugs.has(keyword)
          ? describeReserved({ from, to })
          : describeRival({ from, to }, rival);
      if (fault === undefined) {
        if (rival === undefined) redirects.set(place, { from, to });
      } else {
        const file = nameSource(meta);
        problems.push({ kind: 'permalink', severity: 'warning', file, ...fault });
      }
    }
  }
  const sorted = [...redirects].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { redirects: sorted.map(([, redirect]) => redirect), problems };
}

/**
 * The redirects of posts among `metas` that have moved and of pages that a theme makes. One whose address is `taken` is
 * reported, but for a theme's page at the very address of ours.
 */
export function collectMoves(
  metas: readonly PostMeta[],
  taken: readonly string[],
): CollectedAliases {
  const known = new Set(taken.map(placeOf));
  const redirects: Redirect[] = [];
  const problems: Problem[] = [];
  for (const { hidden, permalink: from, ...meta } of metas) {
    if (hidden?.kind !== 'moved' && hidden?.kind !== 'theme') continue;
    const { to } = hidden;
    if (to === from) continue;
    if (!known.has(from) && !isReservedForAliases(from)) {
      known.add(from);
      redirects.push({ from, to });
    } else if (hidden.kind === 'moved') {
      const message = `The address \`${from}\` is that of another page, so none there leads to \`${to}\`.`;
      const remedy = 'Give it another `slug`.';
      problems.push({
        kind: 'permalink',
        severity: 'warning',
        file: nameSource(meta),
        message,
        remedy,
      });
    }
  }
  return { redirects, problems };
}

type AliasFault = Pick<Problem, 'message' | 'remedy'>;

function describeReserved({ from, to }: Redirect): AliasFault {
  return {
    message: `The alias \`${from}\` is an address of the blog itself, so no page there leads to \`${to}\`.`,
    remedy: 'Write a path that nothing else has, such as `/old-name/`.',
  };
}

/** @param rival - permalink of the post that lives at the alias or claimed it before */
function describeRival({ from, to }: Redirect, rival: string | undefined): AliasFault | undefined {
  if (rival === undefined || rival === to) return undefined;
  return {
    message: `The alias \`${from}\` already leads to \`${rival}\`.`,
    remedy: 'Remove it from one of the two posts.',
  };
}

/** The folder an alias fills: `/old`, `/old/` and `/old/index.html` are one. */
function placeOf(alias: string): string {
  const path = alias.replace(/\/index\.html?$/i, '/');
  return path.endsWith('/') || /\.html?$/i.test(path) ? path : `${path}/`;
}
