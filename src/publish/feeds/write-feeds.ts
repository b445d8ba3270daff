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
  /** File names that pages and the blogger's own files have: no feed takes an old name among them. */
  readonly taken?: ReadonlySet<string>;
}

/**
 * Names by which other generators publish a feed: Jekyll's Atom, Hugo's RSS, and the RSS of WordPress at `/feed/`. Programs
 * that read feeds follow no redirect page, so the feed itself stands there.
 */
const oldNames = [
  { name: 'feed.xml', format: formatAtom },
  { name: 'index.xml', format: formatRss },
  { name: 'feed/index.html', format: formatRss },
] as const;

/**
 * `atom.xml`, `rss.xml` and `feed.json` of the blog, of each keyword and, where posts are in several languages, of each
 * language (`fr/atom.xml`), with the full text of the newest dated posts. Those of the blog and of a language also lie
 * under the names that other generators give them. One feed is made at a time, so that a large blog does not hold all
 * of them.
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
  const home = { path: '/', folder: '/', title: site.title, language: site.language, isOld: true };
  yield* writeFeed(home, newest(catalog.entries, site), world);
  for (const [language, entries] of groupByLanguage(catalog.entries, site)) {
    const folder = `/${language.toLowerCase()}/`;
    yield* writeFeed({ ...home, folder, language }, newest(entries, site), world);
  }
  const byKeyword = groupByKeyword(catalog.entries);
  for (const { name, slug } of catalog.keywords) {
    const path = `/keywords/${slug}/`;
    const title = `${name} – ${site.title}`;
    const place = { path, folder: path, title, language: site.language, isOld: false };
    yield* writeFeed(place, newest(byKeyword.get(slug) ?? [], site), world);
  }
}

interface Place {
  /** Page that the feed follows, as a decoded path under the base. */
  readonly path: string;
  /** Folder of the feed's files, as such a path. */
  readonly folder: string;
  readonly title: string;
  readonly language: string;
  /** Whether other generators have the feed too. */
  readonly isOld: boolean;
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
  const feed: Feed = {
    title: place.title,
    description: world.site.description,
    language: place.language,
    author: world.site.author ?? world.site.title,
    pageUrl: world.toUrl(place.path),
    folderUrl: world.toUrl(place.folder),
    updated: entries.map(({ updated }) => updated).reduce(later, noMoment),
    entries,
  };
  const folder = place.folder.slice(1);
  yield { fileName: `${folder}atom.xml`, content: formatAtom(feed) };
  yield { fileName: `${folder}rss.xml`, content: formatRss(feed) };
  yield { fileName: `${folder}feed.json`, content: formatJsonFeed(feed) };
  for (const { name, format } of place.isOld ? oldNames : []) {
    const fileName = folder + name;
    if (world.taken?.has(fileName) !== true) yield { fileName, content: format(feed) };
  }
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

/** The posts of each language, where there are several, oldest first. */
function groupByLanguage(
  entries: readonly CatalogEntry[],
  { language }: Site,
): ReadonlyMap<string, readonly CatalogEntry[]> {
  const groups = groupBy(entries, ({ card }) => [card.language ?? language]);
  return groups.size > 1 || !groups.has(language) ? groups : new Map();
}

function groupByKeyword(entries: readonly CatalogEntry[]): Map<string, CatalogEntry[]> {
  return groupBy(entries, ({ card }) => card.keywords.map(({ slug }) => slug));
}

function groupBy(
  entries: readonly CatalogEntry[],
  listKeys: (entry: CatalogEntry) => readonly string[],
): Map<string, CatalogEntry[]> {
  const groups = new Map<string, CatalogEntry[]>();
  for (const entry of entries) {
    for (const key of listKeys(entry)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [entry]);
      else group.push(entry);
    }
  }
  return groups;
}
