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
  /** Cover of a post, and its body if the feed has it whole. Asked once for every feed that has the post. */
  readonly loadContent: (entry: CatalogEntry, isWhole: boolean) => Promise<FeedContent>;
  /** File names that pages and the blogger's own files have: no feed takes an old name among them. */
  readonly taken?: ReadonlySet<string>;
}

const ownNames = [
  { name: 'atom.xml', format: formatAtom },
  { name: 'rss.xml', format: formatRss },
  { name: 'feed.json', format: formatJsonFeed },
] as const;

/**
 * Names by which other generators publish a feed: Jekyll's Atom, Hugo's RSS, and the RSS of WordPress at `/feed/`. Programs
 * that read feeds follow no redirect page, so the feed itself stands there.
 */
const oldNames = [
  { name: 'feed.xml', format: formatAtom },
  { name: 'index.xml', format: formatRss },
  { name: 'feed/index.html', format: formatRss },
] as const;

/** In a blog of more posts feeds of keywords have the text of their newest alone: hundreds of feeds with a page of texts weigh more than their posts. */
const maxWhole = 300;

/** Posts whose text such a feed has: more than a program that reads feeds misses between two looks. */
const wholeInKeyword = 5;

/** The files of one feed. */
export interface FeedFiles {
  /** Folder of its files, with `/` at both ends. */
  readonly folder: string;
  readonly fileNames: readonly string[];
  /** Its posts, newest first. */
  readonly entries: readonly CatalogEntry[];
  make(): AsyncGenerator<OutputFile, void>;
}

/** The files of all feeds of {@link listFeeds}. */
export async function* writeFeeds(
  catalog: Catalog,
  options: FeedOptions,
): AsyncGenerator<OutputFile, void> {
  for (const feed of listFeeds(catalog, options)) yield* feed.make();
}

/**
 * `atom.xml`, `rss.xml` and `feed.json` of the blog, of each keyword and, where posts are in several languages, of each
 * language (`fr/atom.xml`), with the full text of the newest dated posts; in a blog of hundreds of posts feeds of keywords
 * have that of a few, and of the others the summary. Those of the blog and of a language also lie
 * under the names that other generators give them. One feed is made at a time, so that a large blog does not hold all
 * of them.
 *
 * Nothing at all while `site.url` is not set: feeds need whole addresses.
 */
export function listFeeds(catalog: Catalog, options: FeedOptions): readonly FeedFiles[] {
  const { site } = options;
  if (site.url === undefined) return [];
  const world = {
    ...options,
    timeZone: site.timeZone ?? 'UTC',
    toUrl: createToUrl(site.url, options.base),
  };
  const home = { path: '/', folder: '/', title: site.title, language: site.language, isOld: true };
  const open = (place: Place, all: readonly CatalogEntry[]): FeedFiles => {
    const formats = listFormats(place, world);
    const entries = newest(all, site);
    const isSparing = !place.isOld && catalog.entries.length > maxWhole;
    const wholes = isSparing ? wholeInKeyword : entries.length;
    return {
      folder: place.folder,
      fileNames: [...formats.keys()],
      entries,
      make: () => writeFeed(place, { entries, wholes, formats }, world),
    };
  };
  const byKeyword = groupByKeyword(catalog.entries);
  return [
    open(home, catalog.entries),
    ...[...groupByLanguage(catalog.entries, site)].map(([language, entries]) =>
      open({ ...home, folder: `/${language.toLowerCase()}/`, language }, entries),
    ),
    ...catalog.keywords.map(({ name, slug }) => {
      const path = `/keywords/${slug}/`;
      const title = `${name} – ${site.title}`;
      const place = { path, folder: path, title, language: site.language, isOld: false };
      return open(place, byKeyword.get(slug) ?? []);
    }),
  ];
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

type Formats = ReadonlyMap<string, (feed: Feed) => string>;

/** The formats of a feed by the names of its files. */
function listFormats({ folder, isOld }: Place, { taken }: FeedOptions): Formats {
  const start = folder.slice(1);
  const old = isOld ? oldNames.filter(({ name }) => taken?.has(start + name) !== true) : [];
  return new Map([...ownNames, ...old].map(({ name, format }) => [start + name, format] as const));
}

interface Chosen {
  readonly entries: readonly CatalogEntry[];
  /** The first so many have their text. */
  readonly wholes: number;
  readonly formats: Formats;
}

async function* writeFeed(
  { title, language, path, folder }: Place,
  chosen: Chosen,
  world: FeedOptions & FeedEntryOptions,
): AsyncGenerator<OutputFile, void> {
  const entries: FeedEntry[] = [];
  for (const [place, entry] of chosen.entries.entries()) {
    // A post of pictures alone has no summary.
    const isWhole = place < chosen.wholes || entry.card.summary === '';
    const made = createFeedEntry(entry, await world.loadContent(entry, isWhole), world);
    if (made !== undefined) entries.push(made);
  }
  const feed: Feed = {
    title,
    description: world.site.description,
    language,
    author: world.site.author ?? world.site.title,
    pageUrl: world.toUrl(path),
    folderUrl: world.toUrl(folder),
    hub: world.site.hub,
    updated: entries.map(({ updated }) => updated).reduce(later, noMoment),
    entries,
  };
  for (const [fileName, format] of chosen.formats) yield { fileName, content: format(feed) };
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
