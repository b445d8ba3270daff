import { resolve } from 'node:path';

import type { ViteBuilder } from 'vite';

import { ContentError } from '../content/content-error.ts';
import type { Problem } from '../content/content-error.ts';
import { countProblems, formatProblems } from './check-content.ts';
import { openWorkshop } from './open-workshop.ts';
import type { WorkshopOptions } from './open-workshop.ts';
import type { SiteFiles } from './read-site.ts';
import { createProgress } from './report-progress.ts';
import { pathWithin } from './walk-folder.ts';
import { createWriter } from './write-output.ts';

/** Posts rendered at a time: enough to keep every thread busy. */
const parallelPosts = 16;

/** Builds the app and publishes the whole blog into the output folder. */
export async function buildBlog(builder: ViteBuilder, options: WorkshopOptions): Promise<void> {
  const start = Date.now();
  const { config } = builder;
  const folder = resolve(options.root, config.build.outDir);
  refuseSources(folder, options.files);
  const isTerminal = process.stdout.isTTY && !process.env['CI'];
  const progress = createProgress({
    isTerminal,
    write: (text) => void process.stdout.write(text),
    now: () => Date.now(),
  });
  const workshop = await openWorkshop(options);
  try {
    const { client } = builder.environments;
    if (client === undefined) throw new Error('Vite has no client environment.');
    await builder.build(client);

    const blog = await workshop.load((done, total) => progress.tell('Reading', done, total));
    const publisher = workshop.openPublisher(blog, { tellsProblems: false });
    const writer = createWriter(folder);
    const problems: Problem[] = [...blog.problems];

    for (const file of blog.copies) await writer.copy(file);
    const entries = [...blog.catalog.pages, ...blog.catalog.entries];
    let done = 0;
    await runParallel(entries, parallelPosts, async (entry) => {
      const record = await publisher.writeRecord(entry);
      problems.push(...record.problems);
      await writer.write(record.file);
      progress.tell('Rendering', ++done, entries.length);
    });
    for await (const file of publisher.writeAll()) await writer.write(file);
    problems.push(...publisher.problems, ...writer.problems);
    await workshop.cache.prune();
    progress.end();

    const hasColour = process.stdout.isTTY && !process.env['NO_COLOR'];
    const text = formatProblems(problems, { hasColour });
    if (text !== '') config.logger.warn(`\n${text}`);
    const seconds = ((Date.now() - start) / 1000).toFixed(1);
    config.logger.info(
      `${blog.catalog.entries.length} posts, ${blog.hidden.length} hidden, ${countProblems(problems)}; ` +
        `${writer.count} files, ${Math.round(writer.sizeBytes / 1000)} kB written in ${seconds} s`,
    );
  } finally {
    progress.end();
    await workshop.close();
  }
}

/** Runs `work` on each of `items`, at most `width` at a time, in order of start. */
async function runParallel<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const rest = items.values();
  const run = async (): Promise<void> => {
    for (const item of rest) await work(item);
  };
  await Promise.all(Array.from({ length: width }, run));
}

/** The output folder is emptied first: it must not be one that the blogger's files lie in. */
function refuseSources(folder: string, files: SiteFiles): void {
  for (const source of [files.file, files.posts, files.pages, files.static]) {
    if (pathWithin(folder, source) === undefined) continue;
    throw new ContentError({
      kind: 'site',
      severity: 'error',
      file: files.file,
      message: `The output folder \`${folder}\` holds \`${source}\` and would be emptied.`,
      remedy: 'Give another folder with `--outDir`.',
    });
  }
}
