import type { CatalogEntry } from './catalog-entry.ts';
import type { Problem } from './content-error.ts';
import { foldPath } from './fold-path.ts';
import { isReserved } from './reserved-address.ts';

/** An old address and where it leads now. */
export interface Redirect {
  /** Decoded path under the base with `/` at the start, as the blogger wrote it: `/old.html`, `/old/`. */
  readonly from: string;
  /** Permalink of the post. */
  readonly to: string;
}

/** The redirects of all posts, by address, and the aliases that could not be kept. */
export interface CollectedAliases {
  readonly redirects: readonly Redirect[];
  readonly problems: readonly Problem[];
}

/**
 * Collects the aliases of `entries`. One that the blog itself needs, at which a post lives or that an earlier post
 * claimed is reported and left out, also where only capitals differ: on some disks the redirect would take
 * the place of the page. A post's own address among its aliases is left out in silence.
 */
export function collectAliases(
  entries: readonly CatalogEntry[],
  byPermalink: ReadonlyMap<string, CatalogEntry>,
): CollectedAliases {
  const pages = new Map([...byPermalink.keys()].map((page) => [foldPath(page), page]));
  const claims = new Map<string, string>();
  const redirects = new Map<string, Redirect>();
  const problems: Problem[] = [];
  for (const { meta } of entries) {
    for (const from of meta.aliases) {
      const place = placeOf(from);
      if (place === meta.permalink) continue;
      const key = foldPath(place);
      const fault = findFault({ from, place, to: meta.permalink }, pages.get(key), claims.get(key));
      if (fault === undefined) {
        claims.set(key, meta.permalink);
        if (!redirects.has(place)) redirects.set(place, { from, to: meta.permalink });
      } else {
        const file = `${meta.collection}/${meta.path}`;
        problems.push({ kind: 'permalink', severity: 'warning', file, ...fault });
      }
    }
  }
  const sorted = [...redirects].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { redirects: sorted.map(([, redirect]) => redirect), problems };
}

interface Claim extends Redirect {
  readonly place: string;
}

/** Why `claim` cannot be: `page` is the permalink of what lives there, `owner` that of who claimed it before. */
function findFault(
  { from, place, to }: Claim,
  page: string | undefined,
  owner: string | undefined,
): Pick<Problem, 'message' | 'remedy'> | undefined {
  if (isReserved(place)) {
    return {
      message: `The alias \`${from}\` is an address of the blog itself, so no page there leads to \`${to}\`.`,
      remedy: 'Write a path that nothing else has, such as `/old-name/`.',
    };
  }
  if (page !== undefined && page !== place) {
    return {
      message: `The alias \`${from}\` differs from \`${page}\` only in how it is spelled, and some disks cannot tell the two apart.`,
      remedy: 'Remove it; a post gets the very address it shall have by `permalink`.',
    };
  }
  const rival = page ?? owner;
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
