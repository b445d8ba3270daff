import type { Page } from '@playwright/test';
import { type DeployedBlog, deployBlog } from '../support/deploys.ts';
import { createGate } from '../support/gate.ts';
import { expect, getSite, openPage, test as base, waitForApp } from '../support/fixtures.ts';

const test = base.extend<{ readonly blog: DeployedBlog }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright wants a pattern
  blog: async ({}, use, testInfo) => {
    const blog = await deployBlog(getSite(testInfo.project.name));
    await use(blog);
    await blog.close();
  },
});

test.use({
  serviceWorkers: 'allow',
  expectedFaults: [/Failed to load resource|net::ERR|The page works without its app/],
});

/** Waits until the service worker is at work and has kept what the page came with: itself, and all files of the app. */
async function waitForWorker(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  const isKept = (): Promise<boolean> =>
    page.evaluate(async () => {
      const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
      const files = loaded.filter((name) => name.includes('/assets/'));
      const saved = await Promise.all([location.href, ...files].map((url) => caches.match(url)));
      return files.length > 0 && saved.every((answer) => answer !== undefined);
    });
  await expect.poll(isKept).toBe(true);
}

/** Opens a page of `blog` and has the worker keep it. */
async function readOnce(page: Page, blog: DeployedBlog, path = ''): Promise<void> {
  await openPage(page, blog.url + path);
  await waitForWorker(page);
}

const post = 'posts/showing-code/';

test('what was read reads on without a network, and what was not says so', async ({
  page,
  blog,
}) => {
  await readOnce(page, blog);
  await page.locator('main h3 a', { hasText: 'Showing code' }).click();
  await expect(page.locator('.prose')).toContainText('Name the language');
  await page.context().setOffline(true);

  // Home, as a page.
  await page.goto(blog.url);
  await expect(page.locator('main h3 a').first()).toBeVisible();
  // A post that was opened in the app alone.
  await page.goto(blog.url + post);
  await expect(page.locator('.prose')).toContainText('Name the language');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Showing code');
  // One that was not.
  await page.goto(`${blog.url}posts/nowhere-to-be-found/`);
  await expect(page.getByRole('heading', { name: 'You are offline' })).toBeVisible();
  await expect(page.locator('main').getByText('is not saved on this device')).toBeVisible();
});

test('a list that was chosen is there without a network', async ({ page, blog }) => {
  await readOnce(page, blog);
  await page.getByRole('link', { name: /^writing, \d+ posts$/ }).click();
  await expect(page).toHaveURL(/keyword=writing/);
  const titles = await page.locator('main h3 a').allInnerTexts();
  await page.context().setOffline(true);
  await page.reload();
  await waitForApp(page);
  await expect(page.locator('main h3 a')).toHaveText(titles);
});

test('a reload shows the newest version, over five deploys in a row', async ({ page, blog }) => {
  await readOnce(page, blog, post);
  let title = 'Showing code';
  for (const next of ['Second', 'Third', 'Fourth', 'Fifth', 'Sixth']) {
    blog.deploy(title, `${next} code`);
    title = `${next} code`;
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await waitForApp(page);
    // The app says the same as the page.
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: 'Posts' })
      .click();
    await expect(page.locator('main h3 a', { hasText: title })).toBeVisible();
    await page.reload();
    await expect(page.locator('main h3 a', { hasText: title })).toBeVisible();
    await page.goto(blog.url + post);
    await waitForApp(page);
  }
});

test('a saved page that stands in for a slow network is renewed in place', async ({
  page,
  blog,
}) => {
  await readOnce(page, blog, post);
  blog.deploy('Showing code', 'Newer code');
  const gate = createGate();
  blog.hold((path) => path.endsWith(post), gate.passed);
  await page.goto(blog.url + post);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Showing code');
  gate.open();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Newer code');
});

test('the blog can be installed, and starts without a network', async ({ page, blog }) => {
  await readOnce(page, blog);
  const session = await page.context().newCDPSession(page);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // A window without a trace of its reader, as in tests, never offers it.
  const faults = installabilityErrors.map(({ errorId }) => errorId);
  expect(faults.filter((id) => id !== 'in-incognito')).toEqual([]);
  const { url, errors, data = '' } = await session.send('Page.getAppManifest');
  expect([url, errors]).toEqual([`${blog.url}manifest.webmanifest`, []]);
  const manifest = JSON.parse(data) as AppManifest;
  // Each icon is a picture of the size that it is said to have.
  const measured = await Promise.all(
    manifest.icons.map(({ src }) =>
      page.evaluate(async (address) => {
        const image = new Image();
        image.src = address;
        await image.decode();
        return address.endsWith('.svg') ? 'any' : `${image.naturalWidth}x${image.naturalHeight}`;
      }, src),
    ),
  );
  expect(measured).toEqual(manifest.icons.map(({ sizes }) => sizes));
  expect(measured).toEqual(expect.arrayContaining(['192x192', '512x512']));
  expect(manifest.icons.map(({ purpose }) => purpose)).toContain('maskable');

  await page.context().setOffline(true);
  await page.goto(new URL(manifest.start_url, blog.url).href);
  await expect(page.locator('main h3 a').first()).toBeVisible();
  await waitForApp(page);
});

/** The part of a manifest that tests read. */
interface AppManifest {
  readonly start_url: string;
  readonly icons: readonly {
    readonly src: string;
    readonly sizes: string;
    readonly purpose?: string;
  }[];
}

test('a worker that is retired takes with it what it has kept', async ({ page, blog }) => {
  const { writeFileSync } = await import('node:fs');
  const { bundleServiceWorker } =
    await import('../../../src/publish/pages/bundle-service-worker.ts');
  await readOnce(page, blog);
  writeFileSync(`${blog.folder}/service-worker.js`, await bundleServiceWorker(false));
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  const countKept = (): Promise<unknown> =>
    page.evaluate(async () => [
      await navigator.serviceWorker.getRegistration().then((found) => found?.scope),
      await caches.keys(),
    ]);
  await expect.poll(countKept).toEqual([undefined, []]);
});
