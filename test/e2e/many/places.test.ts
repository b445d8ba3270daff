import type { Locator, Page } from '@playwright/test';
import { expect, openPage, test } from '../support/fixtures.ts';

/** Clicks what is far below the top; how far the page has moved when `focused` has focus. */
async function clickBelow(page: Page, target: Locator, focused: Locator): Promise<number> {
  await target.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  expect(before).toBeGreaterThan(500);
  await target.click();
  await expect(focused).toBeFocused();
  // A frame more: what follows the new posts has been done.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  return (await page.evaluate(() => scrollY)) - before;
}

test('older posts of a selection are added where the reader is', async ({ page }) => {
  await openPage(page, './');
  await page.locator('[data-slug="river"]').click();
  await expect(page).toHaveURL(/keyword=river/);
  const older = page.getByRole('link', { name: 'Older posts' });
  expect(await clickBelow(page, older, page.locator('main h3 a').nth(20))).toBe(0);
});

test('more results are added where the reader is', async ({ page }) => {
  await openPage(page, './');
  await page.getByRole('searchbox', { name: 'Search posts' }).fill('river');
  await expect(page.locator('.status-line p')).toHaveText(/match “river”/);
  const more = page.getByRole('button', { name: /^Show \d+ more/ });
  const results = page.locator('[data-results] li > h2 a');
  await expect(results).toHaveCount(20);
  expect(await clickBelow(page, more, results.nth(20))).toBe(0);
});
