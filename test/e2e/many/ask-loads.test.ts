import type { Page } from '@playwright/test';

import { expect, getSite, openPage, test } from '../support/fixtures.ts';

const { url } = getSite('astro');
const elsewhere = `${url}elsewhere/`;

/** Addresses of other sites that the page asks for. All are answered. */
async function watchRequests(page: Page): Promise<readonly string[]> {
  const asked: string[] = [];
  await page.route(/^https:\/\/(?:pictures|player|films)\.example\//, async (route) => {
    asked.push(new URL(route.request().url()).host);
    await route.fulfill({ contentType: 'text/html', body: '<p>Here.' });
  });
  return asked;
}

const all = ['films.example', 'pictures.example', 'player.example'];
const sorted = (asked: readonly string[]): readonly string[] => [...new Set(asked)].toSorted();

test('a page asks no other site for anything before the reader says yes, which is remembered', async ({
  page,
}) => {
  const asked = await watchRequests(page);
  await openPage(page, elsewhere);
  await expect(page.locator('.prose')).toContainText('The end.');
  const links = page.locator('a.remote');
  await expect(links).toHaveText([
    'Show content of pictures.example',
    'Show content of player.example',
    'Show content of films.example',
  ]);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  expect(asked).toEqual([]);

  await links.nth(1).click();
  const stop = page.getByRole('button', { name: 'Stop showing content of other sites' });
  await expect(stop).toBeFocused();
  await expect(links).toHaveCount(0);
  await expect(page.frameLocator('.prose iframe').getByText('Here.')).toBeVisible();
  await expect.poll(() => sorted(asked)).toEqual(all);

  await page.reload();
  await expect(page.frameLocator('.prose iframe').getByText('Here.')).toBeVisible();
  await expect(links).toHaveCount(0);

  await stop.click();
  await expect(links).toHaveCount(3);
  await expect(stop).toHaveCount(0);
});

test('the app asks no other site either, and shows all after a yes', async ({ page }) => {
  const asked = await watchRequests(page);
  await openPage(page, `${url}about/`);
  await page.getByRole('link', { name: 'tea elsewhere' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tea elsewhere');
  const links = page.locator('a.remote');
  await expect(links).toHaveCount(3);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  expect(asked).toEqual([]);
  await links.first().click();
  await expect(page.frameLocator('.prose iframe').getByText('Here.')).toBeVisible();
  await expect.poll(() => sorted(asked)).toEqual(all);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('nothing is asked for, and links lead to what waits', async ({ page }) => {
    const asked = await watchRequests(page);
    await page.goto(elsewhere);
    expect(asked).toEqual([]);
    await page.getByRole('link', { name: 'Show content of player.example' }).click();
    await expect(page).toHaveURL('https://player.example/films/1');
  });
});
