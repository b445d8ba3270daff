import { writeFileSync } from 'node:fs';
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
  await close();
  writeFileSync(join(folder, 'index.html'), page);
  const bytes = files.reduce((sum, { content }) => sum + content.length, 0);
  return { files: files.length, bytes, cpuSeconds: 0, wallSeconds: (performance.now() - wall) / 1000 };
}
