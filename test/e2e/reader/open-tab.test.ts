import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type DeployedBlog, deployBlog } from '../support/deploys.ts';
import { expect, getSite, openPage, test as base } from '../support/fixtures.ts';

const test = base.extend<{ readonly blog: DeployedBlog }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright wants a pattern
  blog: async ({}, use, testInfo) => {
    const blog = await deployBlog(getSite(testInfo.project.name));
    await use(blog);
    await blog.close();
  },
});

test.use({ expectedFaults: [/Failed to load resource|net::ERR|MIME type/] });

/** Counts the pages that the browser loads from now on. */
function countLoads(page: Page): () => number {
  let loads = 0;
  page.on('load', () => loads++);
  return () => loads;
}

/** Opens home, as it is kept open over a deploy that gives a post another title. */
async function openOver(page: Page, blog: DeployedBlog): Promise<() => number> {
  await openPage(page, blog.url);
  const loads = countLoads(page);
  blog.deploy('Showing code', 'Newer code');
  return loads;
}

const link = (page: Page, title: string): ReturnType<Page['locator']> =>
  page.locator('main h3 a', { hasText: title });
const heading = (page: Page): ReturnType<Page['getByRole']> =>
  page.getByRole('heading', { level: 1 });

test.describe('a tab that is open over a deploy', () => {
  test('opens a post that has another title, and goes back', async ({ page, blog }) => {
    const loads = await openOver(page, blog);
    await link(page, 'Showing code').click();
    await expect(heading(page)).toHaveText('Newer code');
    await expect(page.locator('.prose')).toContainText('Name the language');
    await expect(page.getByText('This post is shown as its source')).toHaveCount(0);
    await page.goBack();
    await expect(page.getByRole('searchbox')).toBeVisible();
    expect(loads()).toBeLessThanOrEqual(1);
  });

  test('chooses among the posts of now', async ({ page, blog }) => {
    const loads = await openOver(page, blog);
    await page.getByRole('link', { name: /^code, \d+ posts?$/ }).click();
    await expect(link(page, 'Newer code')).toBeVisible();
    await expect(page).toHaveURL(/keyword=code/);
    expect(loads()).toBeLessThanOrEqual(1);
  });

  test('searches, and keeps what is typed', async ({ page, blog }) => {
    const loads = await openOver(page, blog);
    // At once: what is typed while the page is loaded anew goes to a page that is no longer there.
    await page.getByRole('searchbox').fill('jekyll');
    await expect(page.locator('[data-results] a').first()).toContainText('Jekyll');
    await expect(page.getByRole('searchbox')).toHaveValue('jekyll');
    expect(loads()).toBeLessThanOrEqual(1);
  });

  for (const name of ['Archive', 'Keywords', 'About']) {
    test(`opens ${name}`, async ({ page, blog }) => {
      const loads = await openOver(page, blog);
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }).click();
      await expect(heading(page)).toHaveText(name);
      expect(loads()).toBeLessThanOrEqual(1);
    });
  }

  test('leads from a post that was taken away to the page that says so', async ({ page, blog }) => {
    await openPage(page, blog.url);
    const loads = countLoads(page);
    rmSync(join(blog.folder, 'posts/showing-code'), { recursive: true });
    rmSync(join(blog.folder, 'posts/2024-10-14-showing-code.md'), { force: true });
    await link(page, 'Showing code').click();
    await expect(heading(page)).toHaveText('Page not found');
    expect(loads()).toBeLessThanOrEqual(2);
  });

  test('loads the page once where the lists have a form that it does not know', async ({
    page,
    blog,
  }) => {
    await openPage(page, blog.url);
    const loads = countLoads(page);
    const file = join(blog.folder, 'data/v1/p/new.json');
    const now = readFileSync(file, 'utf8');
    writeFileSync(file, now.replace('"schema":1', '"schema":99'));
    for (const name of ['data/v1/root.json', 'data/v1/keywords.json']) {
      const other = join(blog.folder, name);
      writeFileSync(other, readFileSync(other, 'utf8').replace('"schema":1', '"schema":99'));
    }
    await page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: 'Keywords' })
      .click();
    // The page itself, and after it no second load.
    await expect(heading(page)).toHaveText('Keywords');
    expect(loads()).toBe(1);
  });

  test('goes on after the deploy is taken back', async ({ page, blog }) => {
    await openOver(page, blog);
    await link(page, 'Showing code').click();
    await expect(heading(page)).toHaveText('Newer code');
    blog.deploy('Newer code', 'Showing code');
    await page.goBack();
    await page.getByRole('link', { name: /^code, \d+ posts?$/ }).click();
    await expect(link(page, 'Showing code')).toBeVisible();
    await link(page, 'Showing code').click();
    await expect(page.locator('.prose')).toContainText('Name the language');
  });
});
