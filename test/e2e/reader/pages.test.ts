import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, getSite, missingDocument, openPage, test } from '../support/fixtures.ts';
import { sampleKeywords, samplePosts } from '../support/sample-posts.ts';

test.describe('keyword page', () => {
  test('lists the posts of a keyword and those that go with it', async ({ page }) => {
    await openPage(page, './keywords/writing/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('writing');
    const expected = samplePosts.filter(({ keywords }) => keywords.includes('writing'));
    await expect(page.locator('main h3 a')).toHaveText(expected.map(({ title }) => title));
    await expect(page).toHaveTitle('Posts about writing – Rubric');
    await page
      .getByRole('region', { name: 'Often together' })
      .getByRole('link', { name: 'Markdown' })
      .click();
    await expect(page).toHaveURL(/\/\?keyword=writing&keyword=markdown$/);
  });

  test('is reached from a post', async ({ page }) => {
    await openPage(page, './posts/showing-code/');
    await page
      .getByRole('article')
      .getByRole('link', { name: 'Markdown', exact: true })
      .first()
      .click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Markdown');
  });
});

test('the keywords page lists all, by count or by name', async ({ page }) => {
  await openPage(page, './keywords/');
  const links = page.locator('main li a');
  await expect(links).toHaveCount(sampleKeywords.length);
  await expect(links.first()).toContainText(sampleKeywords[0]?.name ?? '');
  const button = page.getByRole('button', { name: 'Sort A to Z' });
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  const names = sampleKeywords.map(({ name }) => name);
  const [first = ''] = names.toSorted((a, b) => a.localeCompare(b, 'en'));
  await expect(links.first()).toContainText(first);
});

test('the archive has every post under its year', async ({ page }) => {
  await openPage(page, './archive/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Archive');
  await expect(page.locator('main ol a')).toHaveText(samplePosts.map(({ title }) => title));
  await page.getByRole('navigation', { name: 'Years' }).getByRole('link', { name: '2019' }).click();
  await expect(page.getByRole('heading', { name: /^2019/ })).toBeInViewport();
});

test('the free page is reached from the navigation', async ({ page }) => {
  await openPage(page, './');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'About' }).click();
  await expect(page).toHaveURL(/\/about\/$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('About');
  await page.getByRole('link', { name: 'A post is a file' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A post is a file');
});

test.describe('a missing page', () => {
  test.use({ expectedFaults: [missingDocument] });

  test('answers 404, names the address and posts near it', async ({ page }) => {
    const response = await page.goto('./posts/a-post-is-a-fil/');
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
    await expect(page.getByText('/posts/a-post-is-a-fil/')).toBeVisible();
    await expect(page.getByRole('searchbox')).toHaveValue('a post is a fil');
    await page.getByRole('link', { name: 'A post is a file' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('A post is a file');
  });

  for (const path of [
    'nothing',
    'posts/%E0%A4%A',
    'keywords/nonsense/',
    'page/99/',
    'x/%2e%2e/y',
  ]) {
    test(`is a plain page at ${path}`, async ({ page }) => {
      await page.goto(`./${path}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
    });
  }
});

/** Follows a link to `href` from the text of a post, inside the app. */
async function followLink(page: Page, href: string): Promise<void> {
  await openPage(page, './posts/showing-code/');
  const link = page.locator('.prose a[href]').last();
  await link.evaluate((element, to) => element.setAttribute('href', to), href);
  await link.click();
}

test.describe('a link to what is no post', () => {
  // Nothing but the page itself is there: no `post.json`, no raw file.
  test.use({ expectedFaults: [missingDocument] });

  test('leads to a page among the static files', async ({ page }, { project }) => {
    const { outDir, base } = getSite(project.name);
    mkdirSync(join(outDir, 'demo'), { recursive: true });
    writeFileSync(
      join(outDir, 'demo/index.html'),
      '<!doctype html><title>Demo</title><h1>Demo</h1>',
    );
    await followLink(page, `${base}demo/`);
    await expect(page).toHaveTitle('Demo');
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Showing code');
    await followLink(page, `${base}demo/`);
    await expect(page).toHaveTitle('Demo');
  });

  test('leads over an old address to the new one', async ({ page }, { project }) => {
    await followLink(page, `${getSite(project.name).base}posts/from-hugo/`);
    await expect(page).toHaveURL(/\/posts\/moving-in-from-hugo\/$/);
  });

  test('says in the app that nothing is there', async ({ page }, { project }) => {
    let documents = 0;
    page.on('request', (request) => {
      if (request.isNavigationRequest()) documents++;
    });
    await followLink(page, `${getSite(project.name).base}posts/nothing/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
    expect(documents).toBe(1);
  });
});

test.describe('without a connection', () => {
  test.use({ expectedFaults: [/net::ERR_(?:FAILED|INTERNET_DISCONNECTED)|dynamically imported/] });

  for (const name of ['Archive', 'Showing code']) {
    test(`“${name}” says so, and comes when there is one again`, async ({ page, context }) => {
      await openPage(page, './');
      await context.setOffline(true);
      await page.getByRole('link', { name, exact: true }).click();
      await expect(page.getByText('You are offline')).toBeVisible();
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect(page.getByText('You are offline')).toBeVisible();
      await context.setOffline(false);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
      await expect(page.getByText('You are offline')).toBeHidden();
      await page.goBack();
      await expect(page.locator('main h3 a').first()).toBeVisible();
    });
  }
});

test('an address without its slash is redirected', async ({ page, request }) => {
  const response = await request.get('./posts/showing-code', { maxRedirects: 0 });
  expect(response.status()).toBe(301);
  await openPage(page, './posts/showing-code');
  await expect(page).toHaveURL(/\/posts\/showing-code\/$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Showing code');
});

test('an old address leads on', async ({ page }) => {
  for (const old of ['./posts/from-hugo/', './2026/07/21/from-jekyll/']) {
    await page.goto(old);
    await expect(page).toHaveURL(/\/posts\/moving-in-from-(hugo|jekyll)\/$/);
  }
});
