import { nameSource } from '../../content/model/post.ts';
import type { Catalog } from '../../content/blog/catalog.ts';
import type { CatalogEntry } from '../../content/model/catalog-entry.ts';
import type { Problem } from '../../content/model/problem.ts';
import { findCover } from '../../content/finish/cover.ts';
import type { Overview } from '../../content/model/library.ts';
import { createOverview } from '../../content/files/post-index.ts';
import { encodePostRecord } from '../../content/files/post-record.ts';
import type { PostRecord } from '../../content/files/post-record.ts';
import { pageFile, recordFile } from '../../content/site/permalink.ts';
import type { Site } from '../../content/site/site.ts';
import { zonedDay } from '../../content/text/time-zone.ts';
import { checkImage, createRecord } from './create-record.ts';
import { formatContent } from '../feeds/feed.ts';
import type { FeedContent } from '../feeds/feed.ts';
import type { Fold } from '../disk/find-fold.ts';
import { createTargets, toPostTarget } from '../scan/find-target.ts';
import { listRoutes } from '../scan/list-routes.ts';
import type { Blog } from '../scan/load-blog.ts';
import type { OutputFile } from '../disk/output-file.ts';
import { followLinks } from './backlinks.ts';
import type { KnownLinks } from './backlinks.ts';
import { openRewritten } from './rewritten-posts.ts';
import { findHosts } from '../render/find-hosts.ts';
import type { Hosts } from '../render/find-hosts.ts';
import type { RenderedPost } from '../render/render-post.ts';
import type { RenderStore } from '../render/render-store.ts';
import { writeFeeds } from '../feeds/write-feeds.ts';
import { writePostIndex } from './write-post-index.ts';
import { writeRedirects } from './write-redirects.ts';
import { indexInThread } from '../search/index-in-thread.ts';
import { streamSearchIndex } from '../search/write-search-index.ts';
import type { SearchCache, SearchSource } from '../search/write-search-index.ts';
import { writeSiteFiles } from './write-site-files.ts';
import { writeSitemap } from './write-sitemap.ts';

/** What the files of a blog are made from. */
export interface PublishOptions {
  readonly blog: Blog;
  readonly site: Site;
  readonly base: string;
  /** How the disk that is published to compares names. */
  readonly fold: Fold;
  readonly store: RenderStore;
  /** Changes with what is published. */
  readonly buildId: string;
  /** Name of the settings file as the blogger knows it. */
  readonly settingsFile: string;
  /** Whether `post.json` tells of the faults of a post, for development. */
  readonly tellsProblems: boolean;
  /** Links of posts, some of which an earlier state of the blog may have told. */
  readonly knownLinks: KnownLinks;
  /** The bundled thread that makes the search index; `undefined` in development, where it is made in place. */
  readonly searchThread: string | undefined;
  /** What was read of posts for the search index before, in development. */
  readonly searchCache: SearchCache | undefined;
  /** Told how far {@link Publisher.writeAll} has come in each of its long steps. */
  readonly onProgress?: ((step: string, done: number, total: number) => void) | undefined;
}

/** A post's record and the faults found while it was made. */
export interface LoadedRecord {
  readonly record: PostRecord;
  /** What the body loads from. */
  readonly hosts: Hosts;
  readonly problems: readonly Problem[];
  readonly rendered: RenderedPost;
}

/** The files of a post and the faults found while it was made. */
export interface WrittenRecord {
  readonly file: OutputFile;
  /** The post as it is published, where it is not as it lies on the disk. */
  readonly source: OutputFile | undefined;
  /** What the body loads from. */
  readonly hosts: Hosts;
  readonly problems: readonly Problem[];
  readonly rendered: RenderedPost;
}

/** Makes the files that are published beside the pages. */
export interface Publisher {
  readonly blog: Blog;
  readonly overview: Overview;
  /** Renders all posts whose links are not known: records tell which posts lead to theirs. */
  findLinks(): Promise<void>;
  /** The rendered body of a post or free page. */
  loadBody(entry: CatalogEntry): Promise<RenderedPost>;
  /** What `post.json` tells of a post or free page. */
  loadRecord(entry: CatalogEntry): Promise<LoadedRecord>;
  /** `post.json` of a post or free page. */
  writeRecord(entry: CatalogEntry): Promise<WrittenRecord>;
  /** The post that is published at `fileName` otherwise than it lies on the disk. */
  findSource(fileName: string): Promise<OutputFile | undefined>;
  /** The one file at a path, made when it is asked for: for development. */
  findFile(fileName: string): Promise<OutputFile | undefined>;
  /** All files that are not of one post, but for the search index: lists, feeds, sitemap and the like. */
  writeAll(): AsyncIterable<OutputFile>;
  /** The files of the search index, made in a thread beside other work. */
  writeSearch(): AsyncIterable<OutputFile>;
  /** Faults found by {@link Publisher.writeAll}. */
  readonly problems: readonly Problem[];
}

/** A publisher of one state of the blog. */
export function createPublisher(options: PublishOptions): Publisher {
  const { blog } = options;
  const problems: Problem[] = [];
  const targetsOf = createTargets(blog.world.targets);
  const { store, backlinks, findLinks } = followLinks(options);
  const groups = createGroups({ ...options, store }, { problems, targetsOf });
  const made = new Map<Group, Promise<ReadonlyMap<string, OutputFile>>>();
  const rewritten = openRewritten(blog, store);
  const loadRecord = async (entry: CatalogEntry): Promise<LoadedRecord> => {
    const rendered = await store.load(entry);
    // Development shows a page of a large blog without having read all others.
    if (!options.tellsProblems || blog.catalog.entries.length <= maxAwaited) await findLinks();
    const findTarget = targetsOf(toPostTarget(entry.meta));
    const found = [...rendered.problems, ...checkImage(entry.meta, findTarget)];
    const record = createRecord(entry, {
      catalog: blog.catalog,
      rendered,
      findTarget,
      backlinks: backlinks.find(entry),
      problems: options.tellsProblems ? [...findProblems(entry, blog), ...found] : [],
    });
    return { record, problems: found, hosts: findHosts(rendered.body), rendered };
  };
  return {
    blog,
    overview: createOverview(blog.catalog, options.buildId),
    problems,
    findLinks,
    loadBody: (entry) => store.load(entry),
    loadRecord,
    async writeRecord(entry) {
      const { record, problems: found, hosts, rendered } = await loadRecord(entry);
      const file = {
        fileName: recordFile(entry.meta.permalink),
        content: encodePostRecord(record),
      };
      const source = await rewritten.find(nameSource(entry.meta));
      return { file, problems: found, source, hosts, rendered };
    },
    findSource: (fileName) => rewritten.find(fileName),
    async findFile(fileName) {
      for (const group of groups) {
        if (!group.pattern.test(fileName)) continue;
        const files = made.get(group) ?? collect(group);
        made.set(group, files);
        const file = (await files).get(fileName);
        if (file !== undefined) return file;
      }
      return undefined;
    },
    async *writeAll() {
      for (const { make, isSearch } of groups) if (isSearch !== true) yield* make();
    },
    async *writeSearch() {
      for (const { make, isSearch } of groups) if (isSearch === true) yield* make();
    },
  };
}

/** In development, in a blog of more posts a record tells of those that were rendered before. */
const maxAwaited = 300;

/** Faults of a post that were found before it was rendered. */
function findProblems({ meta }: CatalogEntry, blog: Blog): Problem[] {
  const file = nameSource(meta);
  return blog.problems.filter((problem) => problem.file === file);
}

/** Files made in one go, and the names by which development knows that one of them is asked for. */
interface Group {
  readonly pattern: RegExp;
  readonly make: () => Iterable<OutputFile> | AsyncIterable<OutputFile>;
  readonly isSearch?: boolean;
}

async function collect({ make }: Group): Promise<ReadonlyMap<string, OutputFile>> {
  const files = new Map<string, OutputFile>();
  for await (const file of make()) files.set(file.fileName, file);
  return files;
}

interface GroupTools {
  /** Takes the faults that are found. */
  readonly problems: Problem[];
  readonly targetsOf: ReturnType<typeof createTargets>;
}

function createGroups(
  options: PublishOptions,
  { problems, targetsOf }: GroupTools,
): readonly Group[] {
  const { blog, site, base, fold, store, buildId, settingsFile } = options;
  const { catalog } = blog;
  const tell = options.onProgress ?? ((): void => undefined);
  const report = (problem: Problem): void => void problems.push(problem);
  const keywordCount = catalog.keywords.length;
  const today = zonedDay(Date.now(), site.timeZone ?? 'UTC');
  const copied = new Set(blog.copies.map(({ fileName }) => fileName));
  const taken = new Set([...copied, ...listPageFiles(blog)]);
  const named = new Set([...taken, ...catalog.redirects.map(({ from }) => pageFile(from))]);
  const loadContent = async (entry: CatalogEntry): Promise<FeedContent> => {
    const { body } = await store.load(entry);
    return {
      html: formatContent(body),
      image: findCover(entry.meta.image, targetsOf(toPostTarget(entry.meta))),
    };
  };
  return [
    {
      pattern: /^data\/v1\/(?!s\/)/,
      make: () =>
        countFiles(writePostIndex(catalog, { buildId }), /\/new\.json$/, (done) =>
          tell('Writing lists', done, keywordCount + 1),
        ),
    },
    {
      pattern: /^data\/v1\/s\//,
      isSearch: true,
      make: () => {
        const sources = readSources(catalog, store, tell);
        const { searchThread: threadFile, searchCache: cache } = options;
        const { keywords } = catalog;
        const { language } = site;
        return threadFile === undefined
          ? streamSearchIndex(sources, { keywords, language, cache, report })
          : indexInThread(sources, { threadFile, keywords, language, report });
      },
    },
    {
      pattern: /(?:^|\/)(?:atom\.xml|rss\.xml|feed\.json|feed\.xml|index\.xml|feed\/index\.html)$/,
      make: () =>
        countFiles(
          writeFeeds(catalog, { site, base, today, loadContent, taken: named }),
          /^(?:keywords\/.*)?atom\.xml$/,
          (done) => tell('Writing feeds', done, keywordCount + 1),
        ),
    },
    {
      pattern: /^sitemap(?:-\d+)?\.xml$/,
      make: () => writeSitemap(catalog, { site, base, today }),
    },
    {
      pattern:
        /^(?:robots\.txt|favicon\.svg|apple-touch-icon\.png|manifest\.webmanifest|llms\.txt|CNAME|\.nojekyll)$/,
      make: () => {
        const written = writeSiteFiles(catalog, { site, base, settingsFile, taken: copied });
        problems.push(...written.problems);
        return written.files;
      },
    },
    {
      pattern: /\.html?$/i,
      make: () => {
        const written = writeRedirects(catalog, { site, base, taken, fold });
        problems.push(...written.problems);
        return written.files;
      },
    },
  ];
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

/** What is searched of each post, one post after the other. */
async function* readSources(
  { entries }: Catalog,
  store: RenderStore,
  tell: NonNullable<PublishOptions['onProgress']>,
): AsyncGenerator<SearchSource, void> {
  for (const [at, entry] of entries.entries()) {
    tell('Indexing', at + 1, entries.length);
    const { markdown, body } = await store.load(entry);
    const html = body.kind === 'html' ? String(body.html.content) : undefined;
    yield { card: entry.card, body: markdown, html };
  }
}

/** Names of the files of all pages. */
function listPageFiles({ catalog }: Blog): string[] {
  const routes = [...listRoutes(catalog), ...catalog.byPermalink.keys()];
  return routes.map(pageFile);
}
