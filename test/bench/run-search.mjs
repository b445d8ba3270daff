// Runs the search bench: node test/bench/run-search.mjs [sample | mnt.io | mnt.io+18f | efcl | <count> | <count>s]…
// A count followed by `s` is of short posts. CORPORA names a folder of real blogs.
import { existsSync } from 'node:fs';

import { createServer } from 'vite';

import { findChromium } from '../support/find-chromium.mjs';

const names = process.argv.slice(2);
const corpora = process.env.CORPORA ?? '../shared/corpora';
const settings = {
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, ws: false, watch: null },
};
// Posts of real blogs are parsed with modules that a plugin makes; it is TypeScript itself.
const tools = await createServer(settings);
const { generatedModules } = await tools.ssrLoadModule('/src/publish/render/generated-modules.ts');
const server = await createServer({ ...settings, plugins: [generatedModules()] });
try {
  const { benchSearch, indexApart } = await server.ssrLoadModule('/test/bench/bench-search.ts');
  const known = existsSync(corpora) ? corpora : undefined;
  if (names[0] === '--index')
    await indexApart({ name: names[1], folder: names[2], corpora: known });
  else
    await benchSearch({
      names: names.length > 0 ? names : ['sample', 'mnt.io+18f', 'efcl', '300', '3000'],
      chromium: findChromium(),
      corpora: known,
    });
} finally {
  await server.close();
  await tools.close();
}
