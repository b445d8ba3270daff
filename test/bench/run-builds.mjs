// Runs the bench of builds: node test/bench/run-builds.mjs [--posts=0,100,1000] [--eleventy=FOLDER]
import { parseArgs } from 'node:util';
import { createServer } from 'vite';
import { findChromium } from '../support/find-chromium.mjs';

const { values } = parseArgs({
  options: { posts: { type: 'string', default: '0,100,1000' }, eleventy: { type: 'string' } },
});
const server = await createServer({
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, ws: false, watch: null },
});
try {
  const { benchBuilds } = await server.ssrLoadModule('/test/bench/bench-builds.ts');
  await benchBuilds({
    counts: values.posts.split(',').map(Number),
    eleventy: values.eleventy,
    chromium: findChromium(),
  });
} finally {
  await server.close();
}
