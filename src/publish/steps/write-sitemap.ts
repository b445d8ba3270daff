import { createToUrl } from '../../content/site/absolute-url.ts';
import type { Catalog } from '../../content/blog/catalog.ts';
import type { CatalogEntry } from '../../content/model/catalog-entry.ts';
import type { PostMeta } from '../../content/model/post.ts';
import type { Site } from '../../content/site/site.ts';
import { escapeXml, formatElement, joinXml } from '../feeds/escape-xml.ts';
import type { OutputFile } from '../disk/output-file.ts';

/** Most addresses in one sitemap, by the protocol. */
export const sitemapLength = 50_000;

const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** What a sitemap is made with. */
export interface SitemapOptions {
  readonly site: Site;
  /** Path the blog lives under, with `/` at both ends. */
  readonly base: string;
  /** Day of the build in the site's time zone, `YYYY-MM-DD`. */
  readonly today: string;
  /** Addresses in one file. Default {@link sitemapLength}. */
  readonly length?: number;
}

/**
 * `sitemap.xml` with every post, free page and keyword page and the day each was last changed, but for what search
 * engines are to leave out; past
 * 50,000 addresses an index of `sitemap-1.xml`, `sitemap-2.xml` and so on. Nothing while `site.url`
 * is not set, as a sitemap needs whole addresses.
 *
 * @see sitemaps.org/protocol
 */
export function writeSitemap(catalog: Catalog, options: SitemapOptions): OutputFile[] {
  const { site, base, today, length = sitemapLength } = options;
  if (site.url === undefined) return [];
  const toUrl = createToUrl(site.url, base);
  const places = listPlaces(catalog, { today, url: site.url });
  if (places.length <= length)
    return [{ fileName: 'sitemap.xml', content: formatSet(places, toUrl) }];

  const parts: OutputFile[] = [];
  const listed: Place[] = [];
  for (let start = 0; start < places.length; start += length) {
    const part = places.slice(start, start + length);
    const fileName = `sitemap-${parts.length + 1}.xml`;
    parts.push({ fileName, content: formatSet(part, toUrl) });
    listed.push({ path: `/${fileName}`, day: newestDay(part) });
  }
  return [{ fileName: 'sitemap.xml', content: formatIndex(listed, toUrl) }, ...parts];
}

interface Place {
  /** Decoded path under the base. */
  readonly path: string;
  /** Day of the last change, `YYYY-MM-DD`; `undefined` when unknown. */
  readonly day: string | undefined;
}

/** Every address worth finding: not the older pages of lists, which change with each post. */
function listPlaces(
  { entries, pages, keywords }: Catalog,
  { today, url }: { readonly today: string; readonly url: string },
): Place[] {
  const toPlace = (entry: CatalogEntry): Place => ({
    path: entry.card.permalink,
    day: changedDay(entry, today),
  });
  const isListed = ({ meta }: CatalogEntry): boolean =>
    meta.isUnindexed !== true && meta.isOffSitemap !== true && !isElsewhere(meta, url);
  const posts = entries.filter(isListed).map(toPlace).toReversed();
  const newestOf = new Map<string, string>();
  for (const entry of entries) {
    const day = changedDay(entry, today);
    if (day === undefined) continue;
    for (const { slug } of entry.card.keywords) {
      if (day > (newestOf.get(slug) ?? '')) newestOf.set(slug, day);
    }
  }
  const newest = newestDay(posts);
  return [
    ...['/', '/archive/', '/keywords/'].map((path) => ({ path, day: newest })),
    ...pages.filter(isListed).map(toPlace),
    ...posts,
    ...keywords.map(({ slug }) => ({ path: `/keywords/${slug}/`, day: newestOf.get(slug) })),
  ];
}

/** Whether search engines are led to another site for the text. */
function isElsewhere({ canonical }: PostMeta, url: string): boolean {
  return canonical !== undefined && !canonical.startsWith('/') && !canonical.startsWith(url);
}

/** The last day up to `today` on which the post was changed: a later one is a mistake, or has yet to come. */
function changedDay({ meta }: CatalogEntry, today: string): string | undefined {
  const days = [meta.date?.day, meta.updated?.day].filter((day) => day !== undefined);
  return days
    .filter((day) => day <= today)
    .toSorted()
    .at(-1);
}

function newestDay(places: readonly Place[]): string | undefined {
  let newest: string | undefined;
  for (const { day } of places) if (day !== undefined && day > (newest ?? '')) newest = day;
  return newest;
}

function formatSet(places: readonly Place[], toUrl: (path: string) => string): string {
  const lines = places.map((place) => `<url>${formatPlace(place, toUrl)}</url>`);
  return joinXml([`<urlset ${namespace}>`, ...lines, '</urlset>']);
}

function formatIndex(places: readonly Place[], toUrl: (path: string) => string): string {
  const lines = places.map((place) => `<sitemap>${formatPlace(place, toUrl)}</sitemap>`);
  return joinXml([`<sitemapindex ${namespace}>`, ...lines, '</sitemapindex>']);
}

function formatPlace({ path, day }: Place, toUrl: (path: string) => string): string {
  return `<loc>${escapeXml(toUrl(path))}</loc>${formatElement('lastmod', day)}`;
}
