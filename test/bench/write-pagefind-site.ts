import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { close, createIndex } from 'pagefind';

import type { BenchBlog } from './read-corpus.ts';
import type { IndexCost } from './write-search-site.ts';
import { listPages } from './write-search-site.ts';

/** The page that runs Pagefind as its own interface does: ten results with their data. */
const page = `<!doctype html><title>bench</title><link rel="icon" href="data:,"><script type="module">
let opened;
globalThis.runSearch = async (text) => {
  const start = performance.now();
  opened ??= import('/pagefind/pagefind.js');
  const pagefind = await opened;
  const found = await pagefind.search(text);
  const results = found.results.slice(0, 10).map((result) => result.data());
  const data = await Promise.all(results);
  return {
    milliseconds: performance.now() - start,
    titles: data.map(({ meta }) => meta.title),
    total: found.results.length,
    excerpts: data.length,
  };
};
</script>`;

/** Writes Pagefind's index of `blog` into `folder`. Its program's CPU time is that of the child process. */
export async function writePagefindSite(blog: BenchBlog, folder: string): Promise<IndexCost> {
  const wall = performance.now();
  const { index, errors } = await createIndex({ forceLanguage: 'en' });
  if (index === undefined) throw new Error(errors.join('; '));
  for (const { url, html } of listPages(blog)) await index.addHTMLFile({ url, content: html });
  await index.writeFiles({ outputPath: join(folder, 'pagefind') });
  const { files } = await index.getFiles();
  const program = readProgram();
  await close();
  writeFileSync(join(folder, 'index.html'), page);
  const bytes = files.reduce((sum, { content }) => sum + content.length, 0);
  return { files: files.length, bytes, ...program, wallSeconds: (performance.now() - wall) / 1000 };
}

/** Processor time and peak memory of Pagefind's own process; 0 where there is no /proc to tell. */
function readProgram(): { cpuSeconds: number; peakMegabytes: number } {
  const unknown = { cpuSeconds: 0, peakMegabytes: 0 };
  if (process.platform !== 'linux') return unknown;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      const isOurs = new RegExp(`^PPid:\\s+${process.pid}$`, 'm').test(status);
      if (!isOurs || !/^Name:\s+pagefind/m.test(status)) continue;
      const peak = Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0);
      // After the name in brackets: user and system time are fields 14 and 15, in hundredths.
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      const ticks = Number(fields[11]) + Number(fields[12]);
      return { cpuSeconds: ticks / 100, peakMegabytes: peak / 1024 };
    } catch {
      // The process ended while it was looked at.
    }
  }
  return unknown;
}
