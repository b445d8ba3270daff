// Runs the bench of the worst posts that the bounds allow: node test/bench/run-worst.mjs
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'vite';
import { root } from '../support/build-site.mjs';
import { findChromium } from '../support/find-chromium.mjs';

const server = await createServer({
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, ws: false, watch: null },
});
const folder = mkdtempSync(join(tmpdir(), 'rubric-worst-'));
try {
  const { benchWorst } = await server.ssrLoadModule('/test/bench/bench-worst.ts');
  await benchWorst({ chromium: findChromium(console.error), folder, root });
} finally {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}
