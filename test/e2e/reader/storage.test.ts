import type { CDPSession, Page } from '@playwright/test';
import { type DeployedBlog, deployBlog } from '../support/deploys.ts';
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
  expectedFaults: [/Failed to load resource|net::ERR/],
});

const post = 'posts/showing-code/';

/** Opens a post from home, chooses a keyword and another theme: all goes as with any other browser. */
async function readOn(page: Page): Promise<void> {
  const posts = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Posts' });
  await posts.click();
  await page.locator('main h3 a', { hasText: 'Showing code' }).click();
  await expect(page.locator('.prose')).toContainText('Name the language');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Showing code');
  await posts.click();
  await page.getByRole('link', { name: /^writing, \d+ posts$/ }).click();
  await expect(page).toHaveURL(/keyword=writing/);
  const theme = page.locator('html').getAttribute('data-theme');
  await page.getByRole('button', { name: /^Theme/ }).click();
  await expect(page.locator('html')).not.toHaveAttribute('data-theme', (await theme) ?? '');
}

/** Tries to save the post at `post` for reading offline. */
async function savePost(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save for offline' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Save This post' }).click();
}

async function waitForWorker(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

function openSession(page: Page): Promise<CDPSession> {
  return page.context().newCDPSession(page);
}

test('where the browser forbids all storage, everything reads, and saving says so', async ({
  page,
  blog,
}) => {
  await page.addInitScript(() => {
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- it runs in the page
    const refuse = (): never => {
      throw new DOMException('The user denied permission.', 'SecurityError');
    };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
      Object.defineProperty(window, name, { get: refuse });
    const reject = (): Promise<never> => Promise.resolve().then(refuse);
    for (const name of ['open', 'match', 'keys', 'has', 'delete'] as const)
      Object.defineProperty(CacheStorage.prototype, name, { value: reject });
    Object.defineProperty(ServiceWorkerContainer.prototype, 'register', { value: reject });
  });
  await openPage(page, blog.url);
  await readOn(page);
  await openPage(page, blog.url + post);
  await savePost(page);
  await expect(page.getByRole('dialog')).toContainText('This browser does not let it be saved.');
});

test('where there is no room, everything reads, and saving says so', async ({ page, blog }) => {
  const session = await openSession(page);
  const { origin } = new URL(blog.url);
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await openPage(page, blog.url);
  await waitForWorker(page);
  await readOn(page);
  await page.reload();
  await waitForApp(page);
  await readOn(page);
  await openPage(page, blog.url + post);
  await savePost(page);
  await expect(page.getByRole('dialog')).toContainText('There is no room for it on this device.');
});

test('what is emptied in the middle is missed by nobody, and comes again', async ({
  page,
  blog,
}) => {
  await openPage(page, blog.url + post);
  await waitForWorker(page);
  await savePost(page);
  // The service worker may take twenty seconds to keep what the page came with.
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('saved.', {
    timeout: 45_000,
  });
  await page.keyboard.press('Escape');
  const session = await openSession(page);
  const { origin } = new URL(blog.url);
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await readOn(page);
  await openPage(page, blog.url + post);
  await expect(page.getByRole('button', { name: 'Save for offline' })).toBeVisible();
  // A new worker leaves a page alone that may be kept for Back; the next load is its own.
  await page.evaluate(async () => (await navigator.serviceWorker.ready).scope);
  await page.reload();
  await waitForWorker(page);
  await expect
    .poll(() => page.evaluate(async () => (await caches.match(location.href)) !== undefined))
    .toBe(true);
});
