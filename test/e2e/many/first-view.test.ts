import { expect, test } from '../support/fixtures.ts';
import { createGate } from '../support/gate.ts';
import { notes } from './many-notes.ts';

test('keeps what was typed into the field of the keywords page, and finds it', async ({ page }) => {
  const gate = createGate();
  await page.route(/\/assets\/.*\.js/, async (route) => {
    await gate.passed;
    await route.continue();
  });
  await page.goto('./keywords/', { waitUntil: 'commit' });
  const field = page.getByRole('searchbox', { name: 'Find a keyword' });
  await field.pressSequentially('lantern');
  await expect(page.locator('main li a', { hasText: 'river' }).first()).toBeVisible();
  gate.open();
  await expect(page.locator('main li a', { hasText: 'river' })).toHaveCount(0);
  await expect(page.locator('main li a', { hasText: 'lantern' }).first()).toBeVisible();
  await expect(field).toHaveValue('lantern');
  await expect(field).toBeFocused();
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('older posts are pages of their own, and each of their posts reads', async ({ page }) => {
    await page.goto('./');
    const titles = page.locator('main h3 a');
    const newest = await titles.allInnerTexts();
    expect(newest).toHaveLength(20);
    await page.getByRole('link', { name: 'Older posts' }).click();
    await expect(page).toHaveURL(/\/page\/2\/$/);
    const older = await titles.allInnerTexts();
    expect(older).toHaveLength(20);
    expect(older.filter((title) => newest.includes(title))).toEqual([]);
    const title = older[7] ?? '';
    expect(notes.map((note) => note.title)).toContain(title);
    await titles.nth(7).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page.locator('.prose')).toContainText(`The text of ${title.toLowerCase()}`);
  });

  test('a keyword leads on to its older posts', async ({ page }) => {
    await page.goto('./keywords/river/');
    const titles = page.locator('main h3 a');
    const newest = await titles.allInnerTexts();
    await page.getByRole('link', { name: 'Older posts' }).click();
    await expect(page).toHaveURL(/\/keywords\/river\/page\/2\/$/);
    const older = await titles.allInnerTexts();
    expect(older).toHaveLength(20);
    expect(older.filter((title) => newest.includes(title))).toEqual([]);
  });

  test('the archive leads to a month, and that to its posts', async ({ page }) => {
    await page.goto('./archive/');
    const main = page.getByRole('main');
    await main.getByRole('link', { name: /^2022/ }).click();
    await main.getByRole('link', { name: /^May/ }).click();
    await expect(page).toHaveURL(/\/archive\/2022\/05\/$/);
    const expected = notes.filter(({ day }) => day.startsWith('2022-05'));
    const titles = main.getByRole('link', { name: /^Note \d+$/ });
    await expect(titles).toHaveCount(Math.min(100, expected.length));
    const title = await titles.nth(3).innerText();
    await titles.nth(3).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  });
});
