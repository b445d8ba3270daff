import type { Locator, Page } from '@playwright/test';
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
  expectedFaults: [/Failed to load resource|net::ERR|The page works without its app/],
});

const unread = 'posts/pictures-beside-the-words/';

function dialog(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Read offline' });
}

/** Saves what a button of the dialog names, and closes the dialog. */
async function save(page: Page, name: string): Promise<void> {
  await dialog(page)
    .getByRole('button', { name: `Save ${name}` })
    .click();
  await expect(dialog(page).getByRole('status')).toContainText('saved.');
  await page.keyboard.press('Escape');
}

/** Takes the network away, and all copies but those that were saved on purpose. */
async function leaveSavedAlone(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const name of await caches.keys()) {
      if (!/saved$|hashed$|page$/.test(name)) await caches.delete(name);
    }
    const pages = (await caches.keys()).find((name) => name.endsWith('page'));
    const cache = await caches.open(pages ?? '');
    for (const request of await cache.keys()) {
      if (!/\/(?:404\.html)?$/.test(new URL(request.url).pathname)) await cache.delete(request);
      else if (request.url.includes('/posts/')) await cache.delete(request);
    }
  });
  await page.context().setOffline(true);
}

test('a keyword that is saved reads, with its pictures, and is found without a network', async ({
  page,
  blog,
}) => {
  await openPage(page, `${blog.url}keywords/markdown/`);
  await page.getByRole('button', { name: 'Save for offline' }).click();
  await expect(
    dialog(page)
      .getByText(/^\d+ posts?, \d+ kB$/)
      .first(),
  ).toBeVisible();
  await save(page, 'Posts about Markdown');
  await expect(
    page.locator('main').getByRole('button', { name: 'Saved on this device' }),
  ).toBeVisible();
  // A list says which posts are there.
  const link = page.locator('main h3 a').first();
  const mark = await link.evaluate((element) => getComputedStyle(element, '::after').content);
  expect(mark).toContain('saved on this device');

  await leaveSavedAlone(page);
  await page.goto(blog.url + unread);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pictures beside the words');
  const picture = page.locator('.prose img').first();
  await picture.scrollIntoViewIfNeeded();
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
  // Its text is found, as the index is not there.
  await waitForApp(page);
  await page.getByRole('link', { name: 'Search' }).click();
  await page.getByRole('searchbox').fill('caption');
  await expect(page.getByText('Searching titles, and posts saved on this device')).toBeVisible();
  await expect(page.locator('.search-results')).toContainText('Pictures beside the words');
  await page.locator('.search-results h2 a', { hasText: 'Pictures' }).click();
  await expect(page.locator('.prose')).toContainText('shelf');
});

test('saved posts follow the blog over a deploy, and are removed with it', async ({
  page,
  blog,
}) => {
  await openPage(page, `${blog.url}posts/showing-code/`);
  await page.getByRole('button', { name: 'Save for offline' }).click();
  await expect(dialog(page).getByText(/^\d+ kB$/)).toBeVisible();
  await save(page, 'This post');
  blog.deploy('Showing code', 'Newer code');
  await openPage(page, blog.url);
  const readSaved = (path: string): Promise<string | undefined> =>
    page.evaluate(async (url) => {
      const cacheName = (await caches.keys()).find((key) => key.endsWith(':saved')) ?? '';
      return (await caches.match(url, { cacheName }))?.text();
    }, `${blog.url}${path}`);
  // The index comes after the files that it tells of.
  await expect.poll(() => readSaved('data/v1/o/saved')).toContain('Newer code');
  expect(await readSaved('posts/showing-code/post.json')).toContain('Newer code');
  await leaveSavedAlone(page);
  await page.goto(`${blog.url}posts/showing-code/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Newer code');

  // Another that is not there leads to those that are.
  await waitForApp(page);
  await page.evaluate(() => document.querySelector<HTMLAnchorElement>('a[rel="next"]')?.click());
  await expect(page.getByRole('heading', { name: 'You are offline' })).toBeVisible();
  await page.locator('main').getByRole('link', { name: 'Newer code' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Newer code');
  await page.getByRole('button', { name: 'Read offline' }).click();
  await dialog(page).getByRole('button', { name: 'Remove' }).click();
  await expect(dialog(page).getByText('Saved on this device')).toHaveCount(0);
  expect(await page.evaluate(() => caches.keys())).not.toContainEqual(
    expect.stringMatching(/saved$/),
  );
});

test('a whole blog that is saved lists and searches without a network', async ({ page, blog }) => {
  await openPage(page, blog.url);
  await page.getByRole('button', { name: 'Read offline' }).click();
  await save(page, 'The whole blog');
  await leaveSavedAlone(page);
  await page.goto(blog.url);
  await waitForApp(page);
  const main = page.getByRole('navigation', { name: 'Main' });
  await main.getByRole('link', { name: 'Archive' }).click();
  await expect(page.locator('main li a').first()).toBeVisible();
  await main.getByRole('link', { name: 'Keywords' }).click();
  await page.locator('main a[href$="/keywords/code/"]').click();
  await expect(page.locator('main h3 a').first()).toBeVisible();
  await main.getByRole('link', { name: 'Posts' }).click();
  await page.getByRole('searchbox').fill('copy button');
  await expect(page.locator('.search-results')).toContainText('Showing code');
  // Found by the index, and not by the saved texts alone.
  await expect(page.getByText('You are offline')).toHaveCount(0);
});

test('what cannot be saved says why, and leaves nothing behind', async ({ page, blog }) => {
  await page.addInitScript(() => {
    Cache.prototype.put = () => Promise.reject(new DOMException('No room.', 'QuotaExceededError'));
  });
  await openPage(page, `${blog.url}posts/showing-code/`);
  await page.getByRole('button', { name: 'Save for offline' }).click();
  await dialog(page).getByRole('button', { name: 'Save This post' }).click();
  await expect(dialog(page).getByText('There is no room for it on this device.')).toBeVisible();
  await expect(dialog(page).getByRole('button', { name: 'Save This post' })).toBeEnabled();
});
