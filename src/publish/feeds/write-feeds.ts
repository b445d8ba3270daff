import { createToUrl } from '../../content/site/absolute-url.ts';
import type { Catalog } from '../../content/blog/catalog.ts';
import type { CatalogEntry } from '../../content/model/catalog-entry.ts';
import type { Site } from '../../content/site/site.ts';
import { createFeedEntry, noMoment } from './feed.ts';
import type { Feed, FeedContent, FeedEntry, FeedEntryOptions } from './feed.ts';
import { formatAtom } from './format-atom.ts';
import { formatJsonFeed } from './format-json-feed.ts';
import { formatRss } from './format-rss.ts';
import type { OutputFile } from '../disk/output-file.ts';

/** What feeds are made with. */
export interface FeedOptions {
  readonly site: Site;
  /** Path the blog lives under, with `/` at both ends. */
  readonly base: string;
  /** Day of the build in the site's time zone, `YYYY-MM-DD`. */
  readonly today: string;
  /** Body and cover of a post. Asked once for every feed that has the post. */
  readonly loadContent: (entry: CatalogEntry) => Promise<FeedContent>;
}

/**
 * `atom.xml`, `rss.xml` and `feed.json` of the blog and of each keyword, with the full text of the newest
 * dated posts. One feed is made at a time, so that a large blog does not hold all of them.
 *
 * Nothing at all while `site.url` is not set: feeds need whole addresses.
 */
export async function* writeFeeds(
  catalog: Catalog,
  options: FeedOptions,
): AsyncGenerator<OutputFile, void> {
  const { site } = options;
  if (site.url === undefined) return;
  const world = {
    ...options,
    timeZone: site.timeZone ?? 'UTC',
    toUrl: createToUrl(site.url, options.base),
  };
  yield* writeFeed({ path: '/', title: site.title }, newest(catalog.entries, site), world);
  const byKeyword = groupByKeyword(catalog.entries);
  for (const { name, slug } of catalog.keywords) {
    const place = { path: `/keywords/${slug}/`, title: `${name} – ${site.title}` };
    yield* writeFeed(place, newest(byKeyword.get(slug) ?? [], site), world);
  }
}

interface Place {
  /** Page that the feed follows, as a decoded path under the base. */
  readonly path: string;
  readonly title: string;
}

async function* writeFeed(
  place: Place,
  chosen: readonly CatalogEntry[],
  world: FeedOptions & FeedEntryOptions,
): AsyncGenerator<OutputFile, void> {
  const entries: FeedEntry[] = [];
  for (const entry of chosen) {
    const made = createFeedEntry(entry, await world.loadContent(entry), world);
    if (made !== undefined) entries.push(made);
  }
  const pageUrl = world.toUrl(place.path);
  const feed: Feed = {
    title: place.title,
    description: world.site.description,
    language: world.site.language,
    author: world.site.author ?? world.site.title,
    pageUrl,
    folderUrl: pageUrl,
    updated: entries.map(({ updated }) => updated).reduce(later, noMoment),
    entries,
  };
  const folder = place.path.slice(1);
  yield { fileName: `${folder}atom.xml`, content: formatAtom(feed) };
  yield { fileName: `${folder}rss.xml`, content: formatRss(feed) };
  yield { fileName: `${folder}feed.json`, content: formatJsonFeed(feed) };
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}

/** The newest dated ones of `entries`, which are oldest first with undated ones before all. */
function newest(entries: readonly CatalogEntry[], { feedLength }: Site): CatalogEntry[] {
  return entries
    .slice(-feedLength)
    .filter(({ card }) => card.day !== undefined)
    .toReversed();
}

function groupByKeyword(entries: readonly CatalogEntry[]): Map<string, CatalogEntry[]> {
  const groups = new Map<string, CatalogEntry[]>();
  for (const entry of entries) {
    for (const { slug } of entry.card.keywords) {
      const group = groups.get(slug);
      if (group === undefined) groups.set(slug, [entry]);
      else group.push(entry);
    }
  }
  return groups;
}
