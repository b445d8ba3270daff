import { readFileSync } from 'node:fs';
import { test as base, expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/** A blog that `test/support/run-e2e.mjs` built and serves. */
export interface ServedSite {
  /** Address of its root while the tests run. */
  readonly url: string;
  /** The `url` of its settings. */
  readonly published: string;
  /** Path it lies under, with `/` at both ends. */
  readonly base: string;
  readonly outDir: string;
  /** What its build printed. */
  readonly output: string;
}

/** A blog by its name in `test/support/e2e-sites.mjs`; `undefined` when it was not built. */
export function findSite(name: string): ServedSite | undefined {
  const file = process.env['RUBRIC_E2E_SITES'];
  if (file === undefined) throw new Error('RUBRIC_E2E_SITES is not set: use `npm run e2e`.');
  const sites = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, ServedSite>>;
  return sites[name];
}

/** Like {@link findSite}, for a blog that must be there. */
export function getSite(name: string): ServedSite {
  const site = findSite(name);
  if (site === undefined) throw new Error(`The blog \`${name}\` was not built.`);
  return site;
}

interface Fixtures {
  /** Faults that the test expects in the console. */
  readonly expectedFaults: readonly RegExp[];
  /** What went wrong on the page so far. Empty at the end of every test, or the test fails. */
  readonly faults: readonly string[];
}

/** Playwright's `test` that fails on any uncaught error and on any error or warning in the console. */
export const test = base.extend<Fixtures>({
  expectedFaults: [[], { option: true }],
  faults: [
    async ({ page, expectedFaults }, use) => {
      const faults = watchFaults(page);
      await use(faults);
      const unexpected = faults.filter(
        (fault) => !expectedFaults.some((known) => known.test(fault)),
      );
      expect(unexpected, 'faults on the page').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Collects uncaught errors and what the console calls an error or a warning. */
export function watchFaults(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    // Most tests do without the service worker.
    if (message.text() === 'Service Worker registration blocked by Playwright') return;
    // Asked for by the browser itself, not by the page.
    if (message.location().url.endsWith('/favicon.ico')) return;
    faults.push(`console: ${message.text()} ${message.location().url}`);
  });
  return faults;
}

/** What the browser says of a page that answers 404. */
export const missingDocument = /Failed to load resource: the server responded with a status of 404/;

/** Opens `path` (relative to the blog) and waits until the app has taken the page over. */
export async function openPage(page: Page, path: string): Promise<void> {
  await markPages(page);
  await page.goto(path);
  await waitForApp(page);
}

/** Lets {@link waitForApp} know every page from now on: done by {@link openPage}. */
export async function markPages(page: Page): Promise<void> {
  await page.addInitScript(markFirstApp);
}

/**
 * Waits until the app opens pages itself: it has replaced a prerendered page and has all its code, or filled an
 * empty one. The app comes when the reader moves, so the pointer moves a little.
 */
export async function waitForApp(page: Page): Promise<void> {
  await waitForTakeOver(page);
  await page.waitForFunction(() => {
    const { isReady, wasEmpty } = window as unknown as Marks;
    return isReady === true || wasEmpty === true;
  });
}

/** Waits until the app has taken the page over; links are still followed by the browser. */
export async function waitForTakeOver(page: Page): Promise<void> {
  await movePointer(page);
  await page.waitForFunction(() => {
    const app = document.getElementById('app');
    const { firstApp, wasEmpty } = window as unknown as Marks;
    if (app === null || firstApp === undefined) return false;
    return wasEmpty === true ? app.childElementCount > 0 : app !== firstApp;
  });
}

/** Lets the reader be there, once the script that looks for them is. */
export async function movePointer(page: Page): Promise<void> {
  // Module scripts have run by then.
  await page.waitForLoadState('domcontentloaded');
  await page.mouse.move(1, 1);
  await page.mouse.move(2, 2);
}

interface Marks {
  firstApp?: Element;
  wasEmpty?: boolean;
  /** Whether all code of the app is there. */
  isReady?: boolean;
}

/** Runs in the page before anything else: remembers the app's element as it came in the HTML. */
export function markFirstApp(): void {
  const marks = window as unknown as Marks;
  const watcher = new MutationObserver(() => {
    const app = document.getElementById('app');
    if (app === null || marks.firstApp !== undefined) return;
    marks.firstApp = app;
  });
  document.addEventListener('rubric:ready', () => (marks.isReady = true));
  watcher.observe(document, { childList: true, subtree: true });
  document.addEventListener('readystatechange', () => {
    if (document.readyState !== 'interactive' || marks.firstApp === undefined) return;
    marks.wasEmpty ??= marks.firstApp.childElementCount === 0;
    watcher.disconnect();
  });
}
