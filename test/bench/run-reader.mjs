// Runs the bench of reading: node test/bench/run-reader.mjs [options]
//   --runs=5            repetitions; 0: only prints what --into has
//   --quick             few rows, two runs
//   --rows=first,back   flows by the start of their names
//   --lines=cable       `slow 4G` or `cable`
//   --subjects=Rubric,hand-written
//   --minutes=4         begins no row after so many
//   --into=FILE         adds the numbers to those of FILE, so that a long run can be done in parts
//   --dist=FOLDER       a blog built before (by this bench: its folder is told) instead of building one
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { createServer } from 'vite';

import { buildSite, readSampleSettings, root } from '../support/build-site.mjs';
import { listCorpora } from '../support/e2e-sites.mjs';
import { findChromium } from '../support/find-chromium.mjs';

const { values } = parseArgs({
  options: {
    runs: { type: 'string' },
    quick: { type: 'boolean' },
    rows: { type: 'string' },
    lines: { type: 'string' },
    subjects: { type: 'string' },
    minutes: { type: 'string' },
    into: { type: 'string' },
    dist: { type: 'string' },
  },
});
// Playwright closes its browser on these signals and would leave this process waiting for it.
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => setTimeout(() => process.exit(1), 2000));
}

const quickRows = ['paint', 'first-not-started-100ms', 'back', 'keyword', 'chip'];
const folder = join(root, '.cache', 'bench-reader');
const server = await createServer({
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, ws: false, watch: null },
});
try {
  const { benchReader } = await server.ssrLoadModule('/test/bench/reader/bench-reader.ts');
  await benchReader({
    chromium: findChromium(console.error),
    dist: values.dist ?? (await buildBlog()),
    folder: join(folder, 'others'),
    runs: Number(values.runs ?? (values.quick ? 2 : 5)),
    rows: values.rows?.split(',') ?? (values.quick ? quickRows : []),
    lines: values.lines?.split(',') ?? (values.quick ? ['slow 4G'] : []),
    subjects: values.subjects?.split(',') ?? [],
    endsAtMs: performance.now() + Number(values.minutes ?? 600) * 60_000,
    into: values.into,
  });
} finally {
  await server.close();
}

/** Builds the posts of mnt.io where they are at hand, else the sample blog; all of them in the feed, which the bench reads. */
async function buildBlog() {
  const corpus = listCorpora().find(({ name }) => name === 'mnt.io');
  const settings = corpus?.settings ?? { ...readSampleSettings(), url: 'https://blog.example/' };
  for (const own of ['posts', 'pages', 'static', 'shortcodes']) {
    if (!existsSync(settings[own])) mkdirSync(settings[own], { recursive: true });
  }
  const { outDir } = await buildSite(folder, { ...settings, feed_length: 1000 });
  console.error(`reader: the blog is in ${outDir}`);
  return outDir;
}
