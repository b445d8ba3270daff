// Runs the browser tests: finds a browser, builds the blogs they read, serves them by the rules of
// GitHub Pages and starts Playwright. Arguments go on to Playwright: npm run e2e -- --project=root
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { runnerImport } from 'vite';
import { root } from './build-site.mjs';
import { buildForTests, listSites, workFolder } from './e2e-sites.mjs';
import { findChromium } from './find-chromium.mjs';
import { findFirefox } from './find-firefox.mjs';
import { findHeadlessShell } from './find-headless-shell.mjs';

const args = process.argv.slice(2);
const reportFile = join(workFolder, 'report.json');

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function main() {
  const browser = findChromium();
  const shell = findHeadlessShell() ?? browser;
  const firefox = findFirefox();
  mkdirSync(workFolder, { recursive: true });
  rmSync(reportFile, { force: true });
  const { servers, sites } = await serveSites();
  try {
    const sitesFile = join(workFolder, 'sites.json');
    writeFileSync(sitesFile, JSON.stringify(sites, undefined, 2));
    const status = await runPlaywright({
      RUBRIC_E2E_SITES: sitesFile,
      RUBRIC_E2E_BROWSER: browser,
      RUBRIC_E2E_SHELL: shell,
      ...(firefox !== undefined && { RUBRIC_E2E_FIREFOX: firefox }),
      RUBRIC_E2E_REPORT: reportFile,
    });
    printCounts();
    return status;
  } finally {
    await Promise.all(servers.map((server) => server.close()));
  }
}

/** Builds and serves the blogs that the chosen projects read, all if none is chosen. */
async function serveSites() {
  const { module } = await runnerImport(join(root, 'src/publish/serve-pages.ts'));
  const servers = [];
  const sites = {};
  const wanted = listSites().filter(isWanted);
  // Two at a time: half of a build runs on one core.
  for (let at = 0; at < wanted.length; at += 2) {
    await Promise.all(wanted.slice(at, at + 2).map(serve));
  }
  return { servers, sites };

  async function serve(site) {
    const built = await buildOrReuse(site);
    const base = new URL(site.settings.url).pathname;
    const server = await module.startPagesServer({ root: built.outDir, base, port: 0 });
    servers.push(server);
    sites[site.name] = { url: server.url, published: site.settings.url, base, ...built };
    console.log(`Built ${site.name} in ${built.seconds.toFixed(1)} s: ${server.url}`);
  }
}

function isWanted({ project }) {
  const chosen = args.flatMap((arg, index) => {
    if (arg.startsWith('--project=')) return [arg.slice('--project='.length)];
    return arg === '--project' ? [args[index + 1]] : [];
  });
  return chosen.length === 0 || chosen.includes(project);
}

/** `RUBRIC_E2E_REUSE=1` keeps what the last run built, for work on the tests themselves; a name keeps that blog alone. */
async function buildOrReuse(site) {
  const folder = join(workFolder, site.name);
  const outDir = join(folder, 'dist');
  const isKept = ['1', site.name].includes(process.env.RUBRIC_E2E_REUSE);
  if (isKept && existsSync(join(folder, 'build.log'))) {
    return { outDir, output: readFileSync(join(folder, 'build.log'), 'utf8'), seconds: 0 };
  }
  return buildForTests(site);
}

function runPlaywright(variables) {
  const cli = join(
    dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')),
    'cli.js',
  );
  const child = spawn(process.execPath, [cli, 'test', ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...variables },
  });
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (status) => done(status ?? 1));
  });
}

function printCounts() {
  if (!existsSync(reportFile)) return;
  const { stats } = JSON.parse(readFileSync(reportFile, 'utf8'));
  const passed = stats.expected + stats.flaky;
  console.log(
    `Browser tests: ${passed} passed (${stats.flaky} at the second try), ${stats.unexpected} failed, ${stats.skipped} skipped`,
  );
}
