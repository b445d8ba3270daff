import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';

import type { ViteBuilder } from 'vite';

import { ContentError } from '../content/model/problem.ts';
import type { Problem } from '../content/model/problem.ts';
import { bundleApp } from './pages/bundle-app.ts';
import type { AppBundle } from './pages/bundle-app.ts';
import { describeDiskFault } from './report/describe-disk-fault.ts';
import { holdOutput } from './hold-output.ts';
import { countProblems, formatProblems } from './report/format-problems.ts';
import { findLikelyCause } from './report/likely-cause.ts';
import { writeProblemList } from './report/write-problem-list.ts';
import type { Cache } from './disk/cache.ts';
import { hashBytes } from './disk/hash-bytes.ts';
import { openKeptPages } from './pages/kept-pages.ts';
import { createMemoryLibrary } from './pages/memory-library.ts';
import { findFold } from './disk/find-fold.ts';
import { findCacheFolder, openWorkshop } from './steps/open-workshop.ts';
import type { WorkshopOptions } from './steps/open-workshop.ts';
import { createPageFormatter, iconNames, minifyThemeScript } from './pages/page-html.ts';
import { prerender } from './pages/prerender.ts';
import { addHosts, joinHosts } from './render/find-hosts.ts';
import type { Hosts } from './render/find-hosts.ts';
import type { OutputFile } from './disk/output-file.ts';
import type { Publisher } from './steps/list-files.ts';
import type { SiteFiles } from './scan/read-site.ts';
import { readShortcodes } from './scan/read-shortcodes.ts';
import { recordAnswers } from './pages/record-answers.ts';
import { createProgress } from './report/report-progress.ts';
import type { Progress } from './report/report-progress.ts';
import { pathWithin } from './disk/walk-folder.ts';
import { createWriter } from './disk/write-output.ts';
import type { OutputWriter } from './disk/write-output.ts';
import { createSavedList } from './steps/saved-list.ts';
import type { SavedList } from './steps/saved-list.ts';
import { listDefaultIcons } from './steps/write-site-files.ts';

/** Posts rendered at a time: enough to keep every thread busy. */
const parallelPosts = 16;

/** Sets the theme before the first paint; inlined in every page. */
const themeFile = 'src/ui/shell/theme-start.js';

/** What is built, and by what. */
export interface BuildOptions extends WorkshopOptions {
  /** Ids of the modules that Vite has met: filled while it builds the app. */
  readonly modules: ReadonlySet<string>;
}

/** Builds the app and publishes the whole blog into the output folder. */
export async function buildBlog(builder: ViteBuilder, options: BuildOptions): Promise<void> {
  const folder = resolve(options.root, builder.config.build.outDir);
  refuseSources(folder, options.files);
  const lock = `lock-${hashBytes(folder).slice(0, 16)}`;
  let release: (() => void) | undefined;
  try {
    release = holdOutput(folder, join(findCacheFolder(options.root), lock));
    await publishBlog(builder, options, folder);
  } catch (error) {
    throw describeDiskFault(error, folder);
  } finally {
    release?.();
  }
}

async function publishBlog(
  builder: ViteBuilder,
  options: BuildOptions,
  folder: string,
): Promise<void> {
  const start = Date.now();
  const { config } = builder;
  const progress = startProgress();
  const workshop = await openWorkshop(options);
  let app: AppBundle | undefined;
  try {
    const { templates } = await readShortcodes(options.files.shortcodes);
    app = await bundleApp(builder, {
      cacheFolder: workshop.cacheFolder,
      settings: [options.files.site, templates],
      isOffline: options.files.site.offline,
      modules: options.modules,
    });
    const blog = await workshop.load((done, total) => progress.tell('Reading', done, total));
    const fold = await findFold(folder);
    const publisher = workshop.openPublisher(blog, {
      isDevelopment: false,
      fold,
      onProgress: progress.tell,
    });
    const writer = createWriter(folder, fold);
    const saved = createSavedList({
      catalog: blog.catalog,
      buildId: publisher.overview.buildId,
      base: options.base,
      copies: blog.copies,
    });
    for (const file of app.files) await writer.write(file);

    for (const [at, file] of blog.copies.entries()) {
      progress.tell('Copying', at, blog.copies.length);
      if (file.isRewritten !== true) await writer.copy(file);
    }
    await writer.settle();
    await publisher.findLinks();
    const records = await writeRecords(publisher, { writer, saved, progress });
    const { cache } = workshop;
    const pageCount = await writeFilesAndPages(publisher, {
      writer,
      saved,
      progress,
      app,
      options,
      cache,
      folder,
      hosts: addHosts(records.hosts, options.files.site),
    });
    await writer.finish((done, total) => progress.tell('Tidying up', done, total));
    workshop.save();
    await workshop.cache.prune();
    progress.end();

    const problems = [
      ...blog.problems,
      ...records.problems,
      ...publisher.problems,
      ...writer.problems,
    ];
    const posts = blog.catalog.entries.map(({ meta }) => ({ ...meta, day: meta.date?.day }));
    const text = formatProblems(problems, {
      hasColour: hasColour(),
      findCause: (alike) => findLikelyCause(alike, posts),
      listFile: relative(process.cwd(), await writeProblemList(workshop.blogFolder, problems)),
    });
    if (text !== '') config.logger.warn(`\n${text}`);
    const summary = [
      `${pageCount} pages of ${blog.catalog.entries.length} posts`,
      ...(blog.hidden.length === 0 ? [] : [`${blog.hidden.length} left out`]),
      countProblems(problems),
      `${writer.count} files, ${formatBytes(writer.sizeBytes)}`,
      `${((Date.now() - start) / 1000).toFixed(1)} s`,
    ];
    config.logger.info(`\n${summary.join(' · ')}`);
  } finally {
    progress.end();
    await Promise.all([app?.remove(), workshop.close()]);
  }
}

/** Writes the records of all posts; gives back the faults found on the way, and the hosts that bodies load from. */
async function writeRecords(
  publisher: Publisher,
  { writer, saved, progress }: Pick<PageTools, 'writer' | 'saved' | 'progress'>,
): Promise<{ readonly problems: readonly Problem[]; readonly hosts: Hosts }> {
  const { pages, entries } = publisher.blog.catalog;
  const problems: Problem[] = [];
  const hosts: Hosts[] = [];
  const total = pages.length + entries.length;
  let done = 0;
  await runParallel([...pages, ...entries], async (entry) => {
    const record = await publisher.writeRecord(entry);
    problems.push(...record.problems);
    hosts.push(record.hosts);
    for (const file of [record.file, ...(record.source === undefined ? [] : [record.source])]) {
      saved.note(file.fileName, file.content);
      await writer.write(file);
    }
    progress.tell('Writing records', ++done, total);
  });
  return { problems, hosts: joinHosts(hosts) };
}

interface PageTools {
  readonly writer: OutputWriter;
  /** Takes note of what readers may save. */
  readonly saved: SavedList;
  readonly progress: Progress;
  readonly app: AppBundle;
  readonly options: WorkshopOptions;
  readonly cache: Cache;
  /** The output folder. */
  readonly folder: string;
  readonly hosts: Hosts;
}

/** Writes what is made from all posts, the search index in a thread beside the rest; gives back the number of pages. */
async function writeFilesAndPages(publisher: Publisher, tools: PageTools): Promise<number> {
  const writeAll = async (files: AsyncIterable<OutputFile>): Promise<void> => {
    for await (const file of files) {
      tools.saved.note(file.fileName, file.content);
      await tools.writer.write(file);
    }
  };
  const writeRest = async (): Promise<number> => {
    await writeAll(publisher.writeAll());
    return writePages(publisher, tools);
  };
  const [pageCount] = await Promise.all([writeRest(), writeAll(publisher.writeSearch())]);
  if (tools.options.files.site.offline) {
    for (const file of tools.saved.list()) await tools.writer.write(file);
  }
  return pageCount;
}

/** Prerenders every page; gives back how many there are. */
async function writePages(
  publisher: Publisher,
  { writer, saved, progress, app, options, cache, folder, hosts }: PageTools,
): Promise<number> {
  const { files, base, root } = options;
  const { blog } = publisher;
  const own = new Set(blog.copies.map(({ fileName }) => fileName));
  const named = new Set([...own, ...listDefaultIcons(own).map(({ fileName }) => fileName)]);
  const icons = iconNames.filter((name) => named.has(name));
  const format = createPageFormatter({
    base,
    assets: app.assets,
    themeScript: minifyThemeScript(await readFile(resolve(root, themeFile), 'utf8')),
    icons,
    hosts,
  });
  const library = createMemoryLibrary({
    catalog: blog.catalog,
    overview: publisher.overview,
    loadRecord: async (entry) => (await publisher.loadRecord(entry)).record,
    loadBody: (entry) => publisher.loadBody(entry),
  });
  const version = hashBytes(
    JSON.stringify([app.hash, icons, ...Object.values(hosts).map(listSorted)]),
  );
  const kept = openKeptPages({ cache, folder, version, library });
  let count = 0;
  for await (const page of prerender({
    catalog: blog.catalog,
    site: files.site,
    base,
    renderPage: app.renderPage,
    openLibrary: () => recordAnswers(library),
    kept,
    format,
    onProgress: (done, total) => progress.tell('Writing pages', done, total),
  })) {
    saved.note(page.fileName, page.html);
    if (page.content === undefined) writer.keep(page.fileName);
    else await writer.write({ fileName: page.fileName, content: page.content });
    count++;
  }
  kept.save();
  return count;
}

function listSorted(hosts: ReadonlySet<string>): readonly string[] {
  return [...hosts].toSorted();
}

/** Runs `work` on each of `items`, {@link parallelPosts} at a time, in order of start. */
async function runParallel<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> {
  const rest = items.values();
  const run = async (): Promise<void> => {
    for (const item of rest) await work(item);
  };
  await Promise.all(Array.from({ length: parallelPosts }, run));
}

function startProgress(): Progress {
  return createProgress({
    isTerminal: process.stdout.isTTY && !process.env['CI'],
    write: (text) => void process.stdout.write(text),
    now: () => Date.now(),
  });
}

function hasColour(): boolean {
  return process.stdout.isTTY && !process.env['NO_COLOR'];
}

function formatBytes(bytes: number): string {
  return bytes < 1e6 ? `${Math.round(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** What is no part of the blog is removed from the output folder: the blogger's files must not lie in it. */
function refuseSources(folder: string, files: SiteFiles): void {
  for (const source of [
    files.file,
    files.posts,
    files.pages,
    files.static,
    ...files.assets.map((assets) => assets.folder),
  ]) {
    if (pathWithin(folder, source) === undefined) continue;
    throw new ContentError({
      kind: 'site',
      severity: 'error',
      file: files.name,
      message: `The output folder \`${folder}\` holds \`${source}\` and would lose it.`,
      remedy: 'Give another folder with `--outDir`.',
    });
  }
}
