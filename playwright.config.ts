import { readFileSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

/** A blog built and served for the tests, as `test/support/run-e2e.mjs` describes it. */
interface ServedSite {
  readonly url: string;
}

const { RUBRIC_E2E_SITES, RUBRIC_E2E_SHELL, RUBRIC_E2E_REPORT } = process.env;
if (RUBRIC_E2E_SITES === undefined || RUBRIC_E2E_SHELL === undefined) {
  throw new Error('Start the browser tests by `npm run e2e`: it builds and serves what they read.');
}

const sites = JSON.parse(readFileSync(RUBRIC_E2E_SITES, 'utf8')) as Readonly<
  Record<string, ServedSite | undefined>
>;
const isRoot = process.getuid?.() === 0;

/** Browser tests; each project reads one blog of `test/support/e2e-sites.mjs`. */
export default defineConfig({
  outputDir: 'test-results',
  fullyParallel: true,
  // Pages wait more than they work: one for each core, not for every second one.
  workers: '100%',
  forbidOnly: process.env['CI'] !== undefined,
  // A test that fails once on a busy machine is named as flaky in the report; a fault fails twice.
  retries: process.env['CI'] === undefined ? 0 : 1,
  // A hang is found, a busy machine is not taken for one.
  timeout: 150_000,
  // A machine for tests may have one slow core.
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: RUBRIC_E2E_REPORT ?? 'test-results/report.json' }]],
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 800 },
    // It would answer before the faults that tests put in the way; those that are about it let it in.
    serviceWorkers: 'block',
    // Recording makes every test half as long again: asked for when one fails.
    trace: process.env['RUBRIC_E2E_TRACE'] === '1' ? 'retain-on-failure' : 'off',
    launchOptions: {
      executablePath: RUBRIC_E2E_SHELL,
      // Chromium refuses its sandbox to root, which is who runs tests in a container.
      chromiumSandbox: !isRoot,
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'root', testDir: 'test/e2e/reader', use: { baseURL: sites['root']?.url } },
    {
      name: 'repo',
      testDir: 'test/e2e/reader',
      // The same pages, but for their addresses: what does not depend on those is not looked at twice.
      testIgnore:
        '**/{accessibility,back-places,browser-moves,deploys,faults,firefox,layout-shift,place,post,sequences,shell,storage}.test.ts',
      grepInvert: /in one that does not|keeps focus on/,
      use: { baseURL: sites['repo']?.url },
    },
    { name: 'many', testDir: 'test/e2e/many', use: { baseURL: sites['many']?.url } },
    { name: 'attacks', testDir: 'test/e2e/attacks', use: { baseURL: sites['attacks']?.url } },
    // Sources come one by one in development.
    { name: 'dev', testDir: 'test/e2e/dev', expect: { timeout: 60_000 } },
    { name: 'corpus', testDir: 'test/e2e/corpus' },
  ],
});
