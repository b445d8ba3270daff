import { fileURLToPath } from 'node:url';
import solid from 'vite-plugin-solid';
import { defineConfig } from 'vitest/config';

import { generatedModules } from './src/publish/render/generated-modules.ts';

const support = (name: string): string =>
  fileURLToPath(new URL(`test/support/${name}`, import.meta.url));

// The blog's virtual modules are stood in for by plain files: a unit test needs no site.toml.
const alias = {
  'virtual:rubric/site': support('virtual-site.ts'),
  'virtual:rubric/shortcodes': support('virtual-shortcodes.ts'),
  'virtual:rubric/styles.css': support('virtual-styles.css'),
};

const report = process.env['RUBRIC_UNIT_REPORT'];

/** Unit tests only; `npm run e2e` runs those in a browser. */
export default defineConfig({
  test: {
    pool: 'threads',
    // Nobody waits for another core to be free.
    maxWorkers: '100%',
    // `npm test` adds up the counts of both kinds of tests.
    reporters: report === undefined ? ['default'] : ['default', ['json', { outputFile: report }]],
    projects: [
      {
        // Solid compiles to strings here, so that entry-server and the build can be tested as they run.
        plugins: [generatedModules(), solid({ ssr: true })],
        resolve: { alias },
        test: {
          name: 'rooms',
          // These rooms keep nothing in modules that a test could change: no new world for each of 200 files.
          isolate: false,
          environment: 'node',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          exclude: ['test/unit/ui/**', 'test/unit/entry-client.test.{ts,tsx}'],
          // A hang is found, a busy machine is not taken for one.
          testTimeout: 180_000,
          hookTimeout: 180_000,
          server: { deps: { inline: [/@solidjs\//, /solid-js/] } },
        },
      },
      {
        // Components run as a browser runs them.
        plugins: [generatedModules(), solid({ hot: false })],
        resolve: { alias },
        test: {
          name: 'ui',
          environment: 'jsdom',
          // Each file has a page of its own; jsdom itself, which takes longer to load than to use, is loaded once.
          pool: 'vmThreads',
          setupFiles: [support('page-of-browser.ts')],
          include: ['test/unit/ui/**/*.test.{ts,tsx}', 'test/unit/entry-client.test.{ts,tsx}'],
          // A hang is found, a busy machine is not taken for one.
          testTimeout: 180_000,
          hookTimeout: 180_000,
          server: { deps: { inline: [/@solidjs\//] } },
        },
      },
    ],
  },
});
