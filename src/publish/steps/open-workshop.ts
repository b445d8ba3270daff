import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { zonedDay } from '../../content/text/time-zone.ts';
import { foldNothing } from '../disk/find-fold.ts';
import type { Fold } from '../disk/find-fold.ts';
import { bundleThread } from '../render/bundle-thread.ts';
import { openCache } from '../disk/cache.ts';
import { packageRoot } from '../package/package-root.ts';
import type { Cache } from '../disk/cache.ts';
import { loadBlog } from '../scan/load-blog.ts';
import type { Blog, LoadOptions } from '../scan/load-blog.ts';
import { hashBytes } from '../disk/hash-bytes.ts';
import type { ParsedFile } from '../scan/parse-file.ts';
import { createMentionReader } from '../scan/read-mentions.ts';
import { createPublisher } from './list-files.ts';
import type { Publisher, PublishOptions } from './list-files.ts';
import type { KnownLinks } from './backlinks.ts';
import { nameRules, openParsedFiles } from './parsed-files.ts';
import type { SiteFiles } from '../scan/read-site.ts';
import type { Site } from '../../content/site/site.ts';
import { createPreviews } from '../previews/previews.ts';
import type { Previews } from '../previews/previews.ts';
import { createRenderPool } from '../render/render-pool.ts';
import type { RenderPool } from '../render/render-pool.ts';
import { openFactsTable } from '../render/post-facts.ts';
import { createRenderStore } from '../render/render-store.ts';
import type { SearchCache } from '../search/write-search-index.ts';

/** What a workshop works on. */
export interface WorkshopOptions {
  readonly files: SiteFiles;
  readonly base: string;
  /** Where what is made is kept: see {@link findCacheFolder}. */
  readonly cacheFolder: string;
}

/** What the blog is published for. */
export interface PublisherOptions {
  readonly isDevelopment: boolean;
  /** How the disk compares names that the blog is written to; in memory all are told apart. */
  readonly fold?: Fold;
  readonly onProgress?: PublishOptions['onProgress'];
}

/** Threads and cache that turn a folder of posts into a blog, once for a build, again and again in development. */
export interface Workshop {
  /** Where all blogs of one checkout keep what is made of them. */
  readonly cacheFolder: string;
  /** The part of it that is this blog's own. */
  readonly blogFolder: string;
  readonly cache: Cache;
  /** The blog as it lies on the disk now. Only files that changed since the last time are parsed. */
  load(options?: Pick<LoadOptions, 'onProgress' | 'showsWaiting'>): Promise<Blog>;
  /** What publishes a blog that {@link Workshop.load} gave last. */
  openPublisher(blog: Blog, options: PublisherOptions): Publisher;
  /** Keeps for the next build what was read of the files and what is known of the rendered posts. */
  save(): void;
  /** Ends threads that have nothing to do; they start again when there is something. */
  rest(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Where what is made of the blog in `folder` is kept: in its `node_modules` as tools of Node do, in a hidden folder of its
 * own where the blog has no packages.
 */
export function findCacheFolder(folder: string): string {
  const hasPackages = ['package.json', 'node_modules'].some((name) =>
    existsSync(join(folder, name)),
  );
  return hasPackages ? join(folder, 'node_modules', '.cache', 'rubric') : join(folder, '.rubric');
}

/** Starts the threads' code and opens the cache. */
export async function openWorkshop(options: WorkshopOptions): Promise<Workshop> {
  const { files, base, cacheFolder } = options;
  // The threads find their packages from the folder of Rubric, not from the blog's.
  const thread = await bundleThread(findCacheFolder(packageRoot));
  const today = zonedDay(Date.now(), files.site.timeZone ?? 'UTC');
  const pool = createRenderPool({
    threadFile: thread.file,
    data: { site: files.site, base, today },
  });
  // Blogs built by the same checkout do not throw out each other's values.
  const blogFolder = join(cacheFolder, `blog-${hashBytes(files.file).slice(0, 16)}`);
  const cache = openCache(blogFolder);
  const known = new Map<string, Promise<ParsedFile>>();
  const searchCache: SearchCache = new Map();
  const knownLinks: KnownLinks = new Map();
  const facts = openFactsTable(cache);
  const parsed = openParsedFiles({
    cache,
    version: hashBytes(JSON.stringify([thread.hash, files.site, today])),
    parse: createParser(pool),
  });
  const listMentions = createMentionReader(files.site.url);
  return {
    cacheFolder,
    blogFolder,
    cache,
    async load(loadOptions) {
      const blog = await loadBlog({
        files,
        parse: (collection, file, rules) => {
          const key = `${file.file}\n${file.sizeBytes}\n${file.modifiedMs}\n${nameRules(rules)}`;
          const parsing = known.get(key) ?? parsed.parse(collection, file, rules);
          known.set(key, parsing);
          return parsing;
        },
        listMentions,
        ...loadOptions,
      });
      pool.setWorld(blog.world);
      return blog;
    },
    openPublisher(blog, { isDevelopment, fold = foldNothing, onProgress }) {
      const { shortcodes, vault } = blog.world;
      const parts = [thread.hash, files.site, base, shortcodes, vault?.rules];
      const version = hashBytes(JSON.stringify(parts));
      return createPublisher({
        blog,
        site: files.site,
        base,
        fold,
        store: createRenderStore({ blog, pool, cache, version, facts }),
        buildId: identify(blog, version),
        settingsFile: files.name,
        tellsProblems: isDevelopment,
        knownLinks,
        previews: isDevelopment ? undefined : openPreviews(blog, files.site, cache),
        searchThread: isDevelopment ? undefined : thread.searchFile,
        searchCache: isDevelopment ? searchCache : undefined,
        onProgress,
      });
    },
    save() {
      parsed.save();
      facts.save();
    },
    rest: () => pool.rest(),
    close: () => pool.close(),
  };
}

function openPreviews({ catalog, copies }: Blog, site: Site, cache: Cache): Previews {
  const taken = new Set(copies.map(({ fileName }) => fileName));
  return createPreviews({ site, postCount: catalog.entries.length, taken, cache });
}

/**
 * A name for the lists that are published: the same for the same cards, settings and code. A word more in a text leaves
 * it, so that no list and no page of one changes with it.
 */
function identify({ catalog }: Blog, version: string): string {
  const cards = catalog.entries.map(({ card }) => card);
  const pinned = catalog.pinned.map(({ card }) => card.permalink);
  return hashBytes(JSON.stringify([version, catalog.keywords, pinned, cards])).slice(0, 10);
}

function createParser(pool: RenderPool): LoadOptions['parse'] {
  return async (collection, file, vault) => {
    const outcome = await pool.parse({ file: file.file, path: file.path, collection, vault });
    if (outcome.kind === 'done') return outcome.value;
    const nothing = await pool.parseNothing({ file, collection, reason: outcome.kind });
    if (nothing.kind === 'done') return { ...nothing.value, isRewritten: vault.isVault };
    const reason = nothing.kind === 'failed' ? nothing.message : 'It took too long.';
    throw new Error(`\`${collection}/${file.path}\` cannot be read: ${reason}`);
  };
}
