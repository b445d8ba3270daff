/**
 * Readers who do things at random, each alike for the same seed. `RUBRIC_SEQUENCES=300` runs so many of them;
 * `RUBRIC_SEED=17` that one alone.
 */
import type { Browser, Page } from '@playwright/test';
import { createRandom } from '../../bench/random.ts';
import { type DeployedBlog, deployBlog } from '../support/deploys.ts';
import { expect, getSite, markPages, openPage, test, watchFaults } from '../support/fixtures.ts';
import { createRandomReader, ignoreDeploy } from '../support/random-reader.ts';
import { readScreen, type Screen } from '../support/screen.ts';

const count = Number(process.env['RUBRIC_SEQUENCES'] ?? 5);
const only = process.env['RUBRIC_SEED'];
/** Sequences that share a server. */
const groupSize = 12;
const seeds =
  only === undefined ? Array.from({ length: count }, (_, at) => at + 1) : [Number(only)];
const groups = Array.from({ length: Math.ceil(seeds.length / groupSize) }, (_, at) =>
  seeds.slice(at * groupSize, (at + 1) * groupSize),
);

/** What a browser says by itself of a request that fails. */
const ofRequests =
  /Failed to load resource|net::ERR|MIME type|The page works without its app|when fetching the script/;

for (const group of groups) {
  test(`sequences ${group[0]} to ${group.at(-1)} end as their address says`, async ({
    browser,
  }, testInfo) => {
    test.setTimeout(300_000);
    const blog = await deployBlog(getSite(testInfo.project.name));
    const known = new Map<string, string>();
    for (const seed of group) await runSequence({ browser, blog, seed, known });
    await blog.close();
  });
}

interface Sequence {
  readonly browser: Browser;
  readonly blog: DeployedBlog;
  readonly seed: number;
  /** Screens of addresses that were loaded in a browser of its own. */
  readonly known: Map<string, string>;
}

async function runSequence({ browser, blog, seed, known }: Sequence): Promise<void> {
  const context = await browser.newContext({ serviceWorkers: 'allow' });
  const page = await context.newPage();
  const faults = watchFaults(page);
  const random = createRandom(seed);
  const reader = createRandomReader(page, blog, random);
  const done: string[] = [];
  await openPage(page, blog.url);
  const steps = 6 + Math.floor(random() * 10);
  for (let step = 0; step < steps; step++) done.push(await reader.step());
  await reader.mend();
  const log = `seed ${seed}: ${done.join(' · ')}`;
  const expected = (): Promise<string> => readFresh(browser, page.url(), known);
  await expect
    .poll(async () => ignoreDeploy(await settle(page)) === (await expected()), {
      message: log,
      timeout: 30_000,
    })
    .toBe(true)
    .catch(async () => expect(ignoreDeploy(await settle(page)), log).toBe(await expected()));
  expect(
    faults.filter((fault) => !ofRequests.test(fault)),
    log,
  ).toEqual([]);
  await expectSmall(page, log);
  await context.close();
}

/** The screen, after the one action of a note, if there is one. */
async function settle(page: Page): Promise<Screen | undefined> {
  const screen = await readScreen(page).catch(() => undefined);
  if (screen === undefined && (await isForeign(page))) await page.reload().catch(() => undefined);
  const action = page.locator(
    '.page-note button, [data-results] button, [data-static-note] button',
  );
  if ((await action.count()) > 0)
    await action
      .first()
      .click({ timeout: 1000 })
      .catch(() => undefined);
  return screen;
}

/** True for the browser's own page of an error, and one that a server with a fault has sent. */
function isForeign(page: Page): Promise<boolean> {
  return page.evaluate(() => document.getElementById('app') === null).catch(() => false);
}

/** The screen of an address in a browser that has seen nothing of the blog. */
async function readFresh(
  browser: Browser,
  url: string,
  known: Map<string, string>,
): Promise<string> {
  const before = known.get(url);
  if (before !== undefined) return before;
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await markPages(page);
  await openPage(page, url);
  let last = '';
  await expect
    .poll(async () => {
      const now = ignoreDeploy(await readScreen(page));
      const isSame = now === last && now !== undefined;
      last = now;
      return isSame;
    })
    .toBe(true);
  await context.close();
  known.set(url, last);
  return last;
}

/** Bounds of what a page may hold on to, however much was done on it. */
const most = { heapMegabytes: 16, nodes: 12_000, listeners: 400 };

async function expectSmall(page: Page, log: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  const read = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? 0;
  const held = {
    heapMegabytes: read('JSHeapUsedSize') / 1e6,
    nodes: read('Nodes'),
    listeners: read('JSEventListeners'),
  };
  if (process.env['RUBRIC_SEQUENCES'] !== undefined) console.log(log, JSON.stringify(held));
  expect(held.heapMegabytes, log).toBeLessThan(most.heapMegabytes);
  expect(held.nodes, log).toBeLessThan(most.nodes);
  expect(held.listeners, log).toBeLessThan(most.listeners);
}
