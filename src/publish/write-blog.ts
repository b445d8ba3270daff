import type { Problem } from '../content/model/problem.ts';
import type { Finding } from './advice/finding.ts';
import { findFold } from './disk/find-fold.ts';
import type { Fold } from './disk/find-fold.ts';
import type { OutputFile } from './disk/output-file.ts';
import { createQueue } from './disk/work-queue.ts';
import { openBlogCheck } from './doctor/check-blog.ts';
import type { BlogCheck } from './doctor/check-blog.ts';
import { openKeptFiles } from './output/kept-files.ts';
import type { KeptFiles } from './output/kept-files.ts';
import { openPages } from './open-pages.ts';
import type { Pages, WriteTools } from './open-pages.ts';
import type { HeaderHost } from './output/host-headers.ts';
import { writeHeaders } from './output/host-headers.ts';
import { createWriter } from './output/write-output.ts';
import type { OutputWriter } from './output/write-output.ts';
import { addHosts, joinHosts } from './render/find-hosts.ts';
import type { Hosts } from './render/find-hosts.ts';
import type { Progress } from './report/report-progress.ts';
import type { Blog } from './scan/load-blog.ts';
import type { KeptParts, Publisher } from './steps/list-files.ts';
import { createSavedList } from './steps/saved-list.ts';
import type { SavedList } from './steps/saved-list.ts';

/** Posts whose records are made at a time: enough to keep every thread busy where a post is rendered for one. */
const parallelPosts = 16;

/** What was written. */
export interface WrittenBlog {
  readonly problems: readonly Problem[];
  /** What the doctor alone would say more of. */
  readonly findings: readonly Finding[];
  readonly pageCount: number;
  readonly fileCount: number;
  readonly sizeBytes: number;
}

/**
 * Publishes `blog` into the output folder: files that would come out as they are there already are not made again. When it
 * fails before everything is made, the folder is as it was.
 */
export async function writeBlog(blog: Blog, tools: WriteTools): Promise<WrittenBlog> {
  const fold = await findFold(tools.folder);
  const writer = createWriter(tools.folder, fold);
  try {
    return await writeInto(writer, blog, { ...tools, fold });
  } catch (error) {
    await writer.discard();
    throw error;
  }
}

async function writeInto(
  writer: OutputWriter,
  blog: Blog,
  tools: WriteTools & { readonly fold: Fold },
): Promise<WrittenBlog> {
  const { workshop, app, folder, progress, options, fold } = tools;
  const publisher = workshop.openPublisher(blog, {
    isDevelopment: false,
    fold,
    onProgress: progress.tell,
  });
  for (const file of app.files) await writer.write(file);
  for (const [at, file] of blog.copies.entries()) {
    progress.tell('Copying', at, blog.copies.length);
    if (file.isRewritten !== true) await writer.copy(file);
  }
  await writer.settle();
  await publisher.findLinks();
  const { base, files } = options;
  const saved = createSavedList({
    catalog: blog.catalog,
    buildId: publisher.overview.buildId,
    base,
    copies: blog.copies,
    cache: workshop.cache,
    folder,
  });
  const output = noteIn(saved, writer);
  const check = openBlogCheck(blog, { base, image: files.site.image });
  const records = await writeRecords(publisher, { writer: output, progress, check });
  // All posts are rendered now: what the threads hold makes room for the search index.
  await workshop.rest();
  const hosts = addHosts(records.hosts, files.site);
  const keptFiles = openKeptFiles({ cache: workshop.cache, folder, version: app.hash });
  const preview = await publisher.findPreview();
  if (preview !== undefined) await writer.write(preview);
  const image = files.site.image ?? (preview && `/${preview.fileName}`);
  const pages = await openPages(publisher, { ...tools, hosts, image });
  const [pageCount] = await Promise.all([
    writeRest(publisher, { writer: output, keptFiles, pages }),
    writeAll(publisher.writeSearch(keepIn(output, keptFiles)), output),
  ]);
  const headers = await writeHostFile(blog, { writer, pages, host: options.headers });
  if (files.site.offline) for (const file of saved.list()) await writer.write(file);
  await writer.finish((done, total) => progress.tell('Tidying up', done, total));
  pages.kept.save();
  keptFiles.save();
  saved.save();
  workshop.save();
  await workshop.cache.prune();
  const problems = [
    ...blog.problems,
    ...records.problems,
    ...publisher.problems,
    ...writer.problems,
    ...headers,
  ];
  const { count: fileCount, sizeBytes } = writer;
  return { problems, findings: await check.finish(), pageCount, fileCount, sizeBytes };
}

/** Writes the file by which `host` sends headers, if there is one; gives back what there is to say. */
async function writeHostFile(
  { copies }: Blog,
  tools: {
    readonly writer: Output;
    readonly pages: Pages;
    readonly host: HeaderHost | undefined;
  },
): Promise<readonly Problem[]> {
  const { writer, pages, host } = tools;
  if (host === undefined) return [];
  const own = new Set(copies.map(({ fileName }) => fileName));
  const { files, problems } = writeHeaders({ host, policy: pages.policy, own });
  for (const file of files) await writer.write(file);
  return problems;
}

/** Where finished files go. */
type Output = Pick<OutputWriter, 'write' | 'keep'>;

/** An output whose files are noted for those who save them. */
function noteIn(saved: SavedList, writer: Output): Output {
  return {
    write(file) {
      saved.note(file.fileName, file.content);
      return writer.write(file);
    },
    keep(fileName) {
      saved.keep(fileName);
      writer.keep(fileName);
    },
  };
}

interface RecordTools {
  readonly writer: Output;
  readonly progress: Progress;
  /** Takes every post, for what else there is to say. */
  readonly check: BlogCheck;
}

/** Writes the records of all posts; gives back the faults found on the way, and the hosts that bodies load from. */
async function writeRecords(
  publisher: Publisher,
  { writer, progress, check }: RecordTools,
): Promise<{ readonly problems: readonly Problem[]; readonly hosts: Hosts }> {
  const { pages, entries } = publisher.blog.catalog;
  const all = [...pages, ...entries];
  const problems: Problem[] = [];
  const hosts: Hosts[] = [];
  const run = createQueue(parallelPosts);
  let done = 0;
  for (const entry of all) {
    await run(async () => {
      const record = await publisher.writeRecord(entry);
      problems.push(...record.problems);
      hosts.push(record.hosts);
      check.add(entry, record.facts);
      await writer.write(record.file);
      if (record.source !== undefined) await writer.write(record.source);
      if (record.preview !== undefined) await writer.write(record.preview);
      progress.tell('Writing records', ++done, all.length);
    });
  }
  await run.finish();
  return { problems, hosts: joinHosts(hosts) };
}

/** Finds files that are there already, and has them stay. */
function keepIn(writer: Output, kept: KeptFiles): KeptParts {
  return {
    ...kept,
    find(name, inputs) {
      const found = kept.find(name, inputs);
      for (const fileName of found?.fileNames ?? []) writer.keep(fileName);
      return found;
    },
  };
}

async function writeAll(files: AsyncIterable<OutputFile>, writer: Output): Promise<void> {
  for await (const file of files) await writer.write(file);
}

/** Writes what is made from all posts, but for the search index; gives back the number of pages. */
async function writeRest(
  publisher: Publisher,
  {
    writer,
    keptFiles,
    pages,
  }: { readonly writer: Output; readonly keptFiles: KeptFiles; readonly pages: Pages },
): Promise<number> {
  await writeAll(publisher.writeAll(keepIn(writer, keptFiles)), writer);
  let count = 0;
  for await (const { fileName, content } of pages.make()) {
    if (content === undefined) writer.keep(fileName);
    else await writer.write({ fileName, content });
    count++;
  }
  return count;
}
