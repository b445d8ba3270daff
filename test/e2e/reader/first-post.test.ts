import type { Page } from '@playwright/test';

import { expect, openPage, test } from '../support/fixtures.ts';
import { watchViolations } from '../support/violations.ts';

/** The code that shows a post, by the start of the names of its files. */
const postCode = ['sanitize', 'render-worker'];

/** Names of the scripts that `page` and its worker ask for from now on, without their hashes. */
function watchScripts(page: Page): string[] {
  const names: string[] = [];
  page.context().on('request', (request) => {
    const name = /\/assets\/([\w-]+)-[\w-]{8}\.js(?:\?|$)/.exec(request.url())?.[1];
    if (name !== undefined) names.push(name);
  });
  return names;
}

/** Puts a link to a post where no post is in view, which would be fetched ahead. */
async function addLink(page: Page, path: string): Promise<void> {
  await page.evaluate((href) => {
    const link = document.createElement('a');
    link.href = new URL(href, document.querySelector<HTMLAnchorElement>('.brand')?.href).href;
    link.textContent = 'The post';
    document.querySelector('footer')?.append(link);
  }, path);
}

/** Parts of the worker that plain TOML and GFM do without. */
const parts = ['front-matter', 'dialect', 'code-block', 'expand-shortcodes', 'unknown-post'];

test('the app has all that a plain post takes before it opens one, and no more', async ({
  page,
}) => {
  const scripts = watchScripts(page);
  // A page without posts in view: those are fetched ahead.
  await openPage(page, './keywords/');
  await expect.poll(() => scripts).toEqual(expect.arrayContaining(postCode));
  for (const part of parts) expect(scripts).not.toContain(part);
});

test('a post of plain TOML takes the worker alone', async ({ page }) => {
  const scripts = watchScripts(page);
  await openPage(page, './keywords/');
  await page.getByRole('link', { name: 'About', exact: true }).first().click();
  await expect(page).toHaveURL(/\/about\/$/);
  await expect(page.locator('.prose')).not.toBeEmpty();
  expect(scripts).toEqual(expect.arrayContaining(postCode));
  for (const part of parts) expect(scripts).not.toContain(part);
});

test('the parts that a text takes are allowed by the policy, and asked for', async ({ page }) => {
  const violations = await watchViolations(page);
  const scripts = watchScripts(page);
  await openPage(page, './keywords/');
  await addLink(page, './posts/moving-in-from-jekyll/');
  await page.getByRole('link', { name: 'The post', exact: true }).click();
  await expect(page).toHaveURL(/\/posts\/moving-in-from-jekyll\/$/);
  await expect(page.locator('.prose [class^=tok-]').first()).toBeVisible();
  expect(scripts).toEqual(
    expect.arrayContaining(['front-matter', 'expand-shortcodes', 'liquid', 'code-block', 'core']),
  );
  for (const part of ['math', 'temml', 'emoji', 'toml']) expect(scripts).not.toContain(part);
  expect(violations).toEqual([]);
});

test.describe('a part of another deploy that is gone', () => {
  test.use({ expectedFaults: [/status of 404/] });

  test('has the finished page of the post read', async ({ page }) => {
    await page
      .context()
      .route(/\/assets\/code-block-/, (route) => route.fulfill({ status: 404, body: '' }));
    await openPage(page, './');
    await page.getByRole('link', { name: 'Showing code', exact: true }).click();
    await expect(page.locator('.prose')).toContainText('Name the language');
    await expect(page.locator('.prose pre').first()).toBeVisible();
    await expect(page.getByText('This post is shown as its source')).toHaveCount(0);
  });
});
