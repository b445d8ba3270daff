import { join, relative } from 'node:path';

import type { Logger } from 'vite';

import { ContentError } from '../content/model/problem.ts';
import { hashBytes } from './disk/hash-bytes.ts';
import { pathWithin } from './disk/walk-folder.ts';
import { holdOutput } from './hold-output.ts';
import type { AppBundle } from './pages/app-bundle.ts';
import type { HeaderHost } from './output/host-headers.ts';
import { formatShort } from './doctor/format-findings.ts';
import { describeDiskFault } from './report/describe-disk-fault.ts';
import { countProblems, formatProblems } from './report/format-problems.ts';
import { findLikelyCause } from './report/likely-cause.ts';
import { createProgress } from './report/report-progress.ts';
import type { Progress } from './report/report-progress.ts';
import { writeProblemList } from './report/write-problem-list.ts';
import type { Blog } from './scan/load-blog.ts';
import { readOwnStyles } from './scan/files/own-styles.ts';
import { readShortcodes } from './scan/read-shortcodes.ts';
import type { SiteFiles } from './scan/read-site.ts';
import { openWorkshop } from './steps/open-workshop.ts';
import type { Workshop, WorkshopOptions } from './steps/open-workshop.ts';
import { writeBlog } from './write-blog.ts';
import type { WrittenBlog } from './write-blog.ts';

/** Where terminals are told of a build. */
export type BuildLogger = Pick<Logger, 'info' | 'warn'>;

/** What is built, and by what. */
export interface BuildOptions extends WorkshopOptions {
  /** The output folder. */
  readonly folder: string;
  readonly logger: BuildLogger;
  /** Gives the app, made from what {@link readAppSettings} gives. */
  readonly openApp: (settings: unknown) => Promise<AppBundle>;
  /** The host that headers are written for. */
  readonly headers?: HeaderHost | undefined;
}

/** Publishes the whole blog into the output folder. */
export async function buildBlog(options: BuildOptions): Promise<void> {
  const { folder } = options;
  refuseSources(folder, options.files);
  const lock = `lock-${hashBytes(folder).slice(0, 16)}`;
  let release: (() => void) | undefined;
  try {
    release = holdOutput(folder, join(options.cacheFolder, lock));
    await publishBlog(options);
  } catch (error) {
    throw describeDiskFault(error, folder);
  } finally {
    release?.();
  }
}

/** The settings, templates and styles of the blog, which the generated modules of the app are made from. */
export async function readAppSettings(files: SiteFiles): Promise<unknown> {
  const { templates } = await readShortcodes(files.shortcodes);
  return [files.site, templates, await readOwnStyles(files)];
}

async function publishBlog(options: BuildOptions): Promise<void> {
  const { folder, logger, files } = options;
  const start = Date.now();
  const progress = startProgress();
  const workshop = await openWorkshop(options);
  let app: AppBundle | undefined;
  try {
    app = await options.openApp(await readAppSettings(files));
    const blog = await workshop.load({
      onProgress: (done, total) => progress.tell('Reading', done, total),
    });
    const written = await writeBlog(blog, { workshop, app, options, folder, progress });
    progress.end();
    await report(written, { blog, workshop, logger, start });
  } finally {
    progress.end();
    await Promise.all([app?.remove(), workshop.close()]);
  }
}

interface Finished {
  readonly blog: Blog;
  readonly workshop: Workshop;
  readonly logger: BuildLogger;
  /** When the build began, in milliseconds. */
  readonly start: number;
}

/** Prints the faults and the sum of a build. */
async function report(
  { problems, findings, pageCount, fileCount, sizeBytes }: WrittenBlog,
  { blog, workshop, logger, start }: Finished,
): Promise<void> {
  const { entries } = blog.catalog;
  const posts = entries.map(({ meta }) => ({ ...meta, day: meta.date?.day }));
  const text = formatProblems(problems, {
    hasColour: hasColour(),
    findCause: (alike) => findLikelyCause(alike, posts),
    listFile: relative(process.cwd(), await writeProblemList(workshop.blogFolder, problems)),
  });
  if (text !== '') logger.warn(`\n${text}`);
  const short = formatShort(findings, 'rubric doctor');
  if (short !== '') logger.info(short);
  const summary = [
    `${pageCount} pages of ${entries.length} posts`,
    ...(blog.hidden.length === 0 ? [] : [`${blog.hidden.length} left out`]),
    countProblems(problems),
    `${fileCount} files, ${formatBytes(sizeBytes)}`,
    `${((Date.now() - start) / 1000).toFixed(1)} s`,
  ];
  logger.info(`\n${summary.join(' · ')}`);
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
