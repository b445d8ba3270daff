import { findCover } from '../../content/finish/cover.ts';
import type { CatalogEntry } from '../../content/model/catalog-entry.ts';
import type { Problem } from '../../content/model/problem.ts';
import { pageFile } from '../../content/site/permalink.ts';
import type { Site } from '../../content/site/site.ts';
import { zonedDay } from '../../content/text/time-zone.ts';
import type { Fold } from '../disk/find-fold.ts';
import { hashBytes } from '../disk/hash-bytes.ts';
import type { OutputFile } from '../disk/output-file.ts';
import { formatContent } from '../feeds/feed.ts';
import { listFeeds } from '../feeds/write-feeds.ts';
import type { FeedFiles } from '../feeds/write-feeds.ts';
import { listOwnIcons, writeIcons } from '../icons/write-icons.ts';
import type { IconOptions } from '../icons/write-icons.ts';
import type { RenderStore } from '../render/render-store.ts';
import { createTargets, toPostTarget } from '../scan/find-target.ts';
import { listRoutes } from '../scan/list-routes.ts';
import type { Blog } from '../scan/load-blog.ts';
import { indexInThread } from '../search/index-in-thread.ts';
import { streamSearchIndex } from '../search/write-search-index.ts';
import type { SearchCache, SearchSource } from '../search/write-search-index.ts';
import { writePostIndex } from './write-post-index.ts';
import { writeRedirects } from './write-redirects.ts';
import { writeSiteFiles } from './write-site-files.ts';
import { writeSitemap } from './write-sitemap.ts';

/** What files that are not of one post are made from. */
export interface GroupOptions {
  readonly blog: Blog;
  readonly site: Site;
  readonly base: string;
  /** How the disk that is published to compares names. */
  readonly fold: Fold;
  readonly store: RenderStore;
  /** Changes with what lists say. */
  readonly buildId: string;
  /** Name of the settings file as the blogger knows it. */
  readonly settingsFile: string;
  /** The bundled thread that makes the search index; `undefined` in development, where it is made in place. */
  readonly searchThread: string | undefined;
  /** What was read of posts for the search index before, in development. */
  readonly searchCache: SearchCache | undefined;
  /** Told how far each long step has come. */
  readonly onProgress?: ((step: string, done: number, total: number) => void) | undefined;
}

/** Files of one kind, and the names by which development knows that one of them is asked for. */
export interface FileGroup {
  readonly pattern: RegExp;
  readonly isSearch?: boolean;
  readonly parts: readonly FilePart[];
}

/** Files made in one go. */
export interface FilePart {
  /** Told apart from all others by it. */
  readonly name: string;
  /** A hash of all that the files follow from beside code and settings; `undefined` for what is made anew each time. */
  readonly hashInputs?: () => string | Promise<string>;
  make(report: (problem: Problem) => void): Iterable<OutputFile> | AsyncIterable<OutputFile>;
}

/** All files that are not of one post, by kind. */
export function createFileGroups(options: GroupOptions): readonly FileGroup[] {
  return [listGroup(options), searchGroup(options), feedGroup(options), ...siteGroups(options)];
}

type Tell = NonNullable<GroupOptions['onProgress']>;

function telling({ onProgress }: GroupOptions): Tell {
  return onProgress ?? ((): void => undefined);
}

function listGroup(options: GroupOptions): FileGroup {
  const { catalog } = options.blog;
  const { buildId } = options;
  const tell = telling(options);
  const total = catalog.keywords.length + 1;
  const make = (): AsyncIterable<OutputFile> =>
    countFiles(writePostIndex(catalog, { buildId }), /\/new\.json$/, (done) =>
      tell('Writing lists', done, total),
    );
  const part = { name: 'lists', hashInputs: () => buildId, make };
  return { pattern: /^data\/v1\/(?!s\/)/, parts: [part] };
}

function searchGroup(options: GroupOptions): FileGroup {
  const { blog, site, store, searchThread: threadFile, searchCache: cache } = options;
  const { keywords } = blog.catalog;
  const { language } = site;
  const part: FilePart = {
    name: 'search',
    hashInputs: () => hashSources(options),
    make(report) {
      const sources = readSources(blog.catalog.entries, store, telling(options));
      return threadFile === undefined
        ? streamSearchIndex(sources, { keywords, language, cache, report })
        : indexInThread(sources, { threadFile, keywords, language, report });
    },
  };
  return { pattern: /^data\/v1\/s\//, isSearch: true, parts: [part] };
}

async function hashSources({ blog, site, store }: GroupOptions): Promise<string> {
  const { keywords, entries } = blog.catalog;
  const parts: unknown[] = [keywords, site.language];
  for (const entry of entries) parts.push([entry.card, (await store.loadFacts(entry)).hash]);
  return hashBytes(JSON.stringify(parts));
}

/** What is searched of each post, one post after the other. */
async function* readSources(
  entries: readonly CatalogEntry[],
  store: RenderStore,
  tell: Tell,
): AsyncGenerator<SearchSource, void> {
  for (const [at, entry] of entries.entries()) {
    tell('Indexing', at + 1, entries.length);
    const { markdown, body } = await store.load(entry);
    const html = body.kind === 'html' ? String(body.html.content) : undefined;
    yield { card: entry.card, body: markdown, html };
  }
}

function feedGroup(options: GroupOptions): FileGroup {
  const { blog, site, base, store } = options;
  const { catalog } = blog;
  const targetsOf = createTargets(blog.world.targets);
  const today = zonedDay(Date.now(), site.timeZone ?? 'UTC');
  const redirected = catalog.redirects.map(({ from }) => pageFile(from));
  const taken = new Set([...listTaken(blog, site), ...redirected]);
  const coverOf = ({ meta }: CatalogEntry): string | undefined =>
    findCover(meta.image, targetsOf(toPostTarget(meta)));
  const loadContent: Parameters<typeof listFeeds>[1]['loadContent'] = async (entry, isWhole) => ({
    html: isWhole ? formatContent((await store.load(entry)).body) : undefined,
    image: coverOf(entry),
  });
  const feeds = listFeeds(catalog, { site, base, today, loadContent, taken });
  const hashes = new Map<CatalogEntry, string>();
  const hashEntry = async (entry: CatalogEntry): Promise<string> => {
    const { hash } = await store.loadFacts(entry);
    const made =
      hashes.get(entry) ??
      hashBytes(JSON.stringify([entry.meta, entry.card, hash, coverOf(entry)]));
    hashes.set(entry, made);
    return made;
  };
  const tell = telling(options);
  const openPart = (feed: FeedFiles, at: number): FilePart => ({
    name: `feed ${feed.folder}`,
    async hashInputs() {
      const entries = await Promise.all(feed.entries.map(hashEntry));
      return hashBytes(JSON.stringify([today, feed.fileNames, entries]));
    },
    async *make() {
      yield* feed.make();
      tell('Writing feeds', at + 1, feeds.length);
    },
  });
  return {
    pattern: /(?:^|\/)(?:atom\.xml|rss\.xml|feed\.json|feed\.xml|index\.xml|feed\/index\.html)$/,
    parts: feeds.map(openPart),
  };
}

/** Sitemap, files at the root and redirects: all are made from the catalog in no time. */
function siteGroups({ blog, site, base, fold, settingsFile }: GroupOptions): readonly FileGroup[] {
  const { catalog } = blog;
  const today = zonedDay(Date.now(), site.timeZone ?? 'UTC');
  const own = new Map(blog.copies.map(({ fileName, file }) => [fileName, file]));
  const copied = listCopied(blog);
  const taken = listTaken(blog, site);
  return [
    {
      pattern: /^sitemap(?:-\d+)?\.xml$/,
      parts: [{ name: 'sitemap', make: () => writeSitemap(catalog, { site, base, today }) }],
    },
    {
      pattern: /^(?:robots\.txt|llms\.txt|CNAME|\.nojekyll)$/,
      parts: [
        {
          name: 'site',
          make(report) {
            const written = writeSiteFiles(catalog, { site, base, settingsFile, taken: copied });
            written.problems.forEach(report);
            return written.files;
          },
        },
      ],
    },
    iconGroup({ site, base, own }),
    {
      pattern: /\.html?$/i,
      parts: [
        {
          name: 'redirects',
          make(report) {
            const written = writeRedirects(catalog, { site, base, taken, fold });
            written.problems.forEach(report);
            return written.files;
          },
        },
      ],
    },
  ];
}

/** Icons and the manifest that names them. */
function iconGroup(options: IconOptions): FileGroup {
  const part: FilePart = {
    name: 'icons',
    hashInputs: () =>
      hashBytes(JSON.stringify([options.site, options.base, listOwnIcons(options)])),
    make: () => writeIcons(options),
  };
  return {
    pattern: /^(?:favicon\.svg|apple-touch-icon\.png|icon-.*\.png|manifest\.webmanifest)$/,
    parts: [part],
  };
}

/** Names of the blogger's own files. */
function listCopied({ copies }: Blog): ReadonlySet<string> {
  return new Set(copies.map(({ fileName }) => fileName));
}

/** Those, and the names of the files of all pages. */
function listTaken(blog: Blog, site: Site): ReadonlySet<string> {
  const { catalog } = blog;
  const routes = [...listRoutes(catalog, site), ...catalog.byPermalink.keys()];
  return new Set([...listCopied(blog), ...routes.map(pageFile)]);
}

/** `files`, and how many of them with a name that matches `pattern` have been there. */
async function* countFiles(
  files: Iterable<OutputFile> | AsyncIterable<OutputFile>,
  pattern: RegExp,
  tell: (done: number) => void,
): AsyncGenerator<OutputFile, void> {
  let done = 0;
  for await (const file of files) {
    yield file;
    if (pattern.test(file.fileName)) tell(++done);
  }
}
