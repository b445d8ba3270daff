// Runs the bench of list files: node test/bench/run-lists.mjs [count of posts]…
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'vite';
import { buildSite } from '../support/build-site.mjs';
import { findChromium } from '../support/find-chromium.mjs';

const counts = process.argv.slice(2).map(Number);
const server = await createServer({
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, ws: false, watch: null },
});
const folder = mkdtempSync(join(tmpdir(), 'rubric-bench-'));
try {
  // A blog without posts: the app that is clicked in.
  for (const own of ['posts', 'pages', 'static', 'shortcodes']) mkdirSync(join(folder, own));
  const { outDir } = await buildSite(folder, {
    title: 'Bench',
    posts: join(folder, 'posts'),
    pages: join(folder, 'pages'),
    static: join(folder, 'static'),
    shortcodes: join(folder, 'shortcodes'),
  });
  const { benchLists } = await server.ssrLoadModule('/test/bench/bench-lists.ts');
  await benchLists(counts.length > 0 ? counts : [30, 300, 3000, 10_000, 100_000], {
    chromium: findChromium(console.error),
    appFolder: outDir,
  });
} finally {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}
