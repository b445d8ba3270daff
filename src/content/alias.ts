import type { CatalogEntry } from './catalog-entry.ts';
import type { Problem } from './content-error.ts';

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
 * Collects the aliases of `entries`. An alias at which a post lives, or that an earlier post claimed,
 * is reported and left out; a post's own address among its aliases is left out in silence.
 */
export function collectAliases(
  entries: readonly CatalogEntry[],
  byPermalink: ReadonlyMap<string, CatalogEntry>,
): CollectedAliases {
  const redirects = new Map<string, Redirect>();
  const problems: Problem[] = [];
  for (const { meta } of entries) {
    for (const from of meta.aliases) {
      const place = placeOf(from);
      const owner = byPermalink.get(place)?.meta.permalink ?? redirects.get(place)?.to;
      if (owner === undefined) redirects.set(place, { from, to: meta.permalink });
      else if (owner !== meta.permalink) {
        problems.push({
          kind: 'permalink',
          severity: 'warning',
          file: `${meta.collection}/${meta.path}`,
          message: `The alias \`${from}\` already leads to \`${owner}\`.`,
          remedy: 'Remove it from one of the two posts.',
        });
      }
    }
  }
  const sorted = [...redirects].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { redirects: sorted.map(([, redirect]) => redirect), problems };
}

/** The folder an alias fills: `/old`, `/old/` and `/old/index.html` are one. */
function placeOf(alias: string): string {
  const path = alias.replace(/\/index\.html?$/i, '/');
  return path.endsWith('/') || /\.html?$/i.test(path) ? path : `${path}/`;
}
