import type { Locator, Page } from '@playwright/test';
import { expect, missingDocument, openPage, test } from '../support/fixtures.ts';
import { countWith, sampleKeywords, samplePosts } from '../support/sample-posts.ts';

const titles = (page: Page): Locator => page.locator('main h3 a');
const chips = (page: Page): Locator => page.getByRole('group', { name: 'Filter by keyword' });
const chip = (page: Page, name: string): Locator =>
  chips(page).getByRole('link', { name: new RegExp(`^${name}, \\d+ posts?`) });
const expectedTitles = (...names: readonly string[]): string[] =>
  samplePosts
    .filter(({ keywords }) => names.every((name) => keywords.includes(name)))
    .map(({ title }) => title);

test.beforeEach(({ page }) => openPage(page, './'));

test.describe('list', () => {
  test('shows every post, newest first, under its year', async ({ page }) => {
    await expect(titles(page)).toHaveText(expectedTitles());
    const years = [...new Set(samplePosts.map(({ day }) => day.slice(0, 4)))];
    await expect(page.locator('main section > h2')).toHaveText(years);
    for (const year of years) {
      const count = samplePosts.filter(({ day }) => day.startsWith(year)).length;
      await expect(page.getByRole('region', { name: year }).locator('h3')).toHaveCount(count);
    }
  });

  test('names the blog and says how many posts there are', async ({ page }) => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'A blog that is a folder of Markdown.',
    );
    await expect(page.getByText(`${samplePosts.length} posts, newest first`)).toBeVisible();
    await expect(page).toHaveTitle('Rubric');
  });

  test('gives each post its day, minutes and keywords', async ({ page }) => {
    const entry = page.getByRole('article').filter({ hasText: 'Showing code' }).first();
    await expect(entry.locator('time')).toHaveAttribute('datetime', '2024-10-14');
    await expect(entry.getByText(/^\d+ min$/)).toBeVisible();
    await expect(entry.getByRole('link', { name: 'code', exact: true })).toBeVisible();
  });
});

test.describe('chips', () => {
  test('show each keyword with its count, commonest first', async ({ page }) => {
    const names = await chips(page).getByRole('link').allInnerTexts();
    const shown = names.map((text) => text.replace(/\s+\d+$/, '').trim());
    expect(shown).toEqual(sampleKeywords.slice(0, shown.length).map(({ name }) => name));
  });

  test('narrow the list together, and say so in the address', async ({ page }) => {
    await chip(page, 'writing').click();
    await expect(page).toHaveURL(/\/\?keyword=writing$/);
    await expect(titles(page)).toHaveText(expectedTitles('writing'));
    await expect(chip(page, 'writing')).toHaveAttribute('aria-current', 'true');
    await expect(chip(page, 'Markdown')).toContainText(String(countWith(['writing', 'Markdown'])));

    await chip(page, 'Markdown').click();
    await expect(page).toHaveURL(/\/\?keyword=writing&keyword=markdown$/);
    await expect(titles(page)).toHaveText(expectedTitles('writing', 'Markdown'));
    const count = countWith(['writing', 'Markdown']);
    await expect(
      page.getByRole('main').getByText(`${count} posts about writing and Markdown`),
    ).toBeVisible();
  });

  test('go back and forward one choice at a time', async ({ page }) => {
    await chip(page, 'moving').click();
    await expect(titles(page)).toHaveText(expectedTitles('moving'));
    await chip(page, 'Zola').click();
    await expect(titles(page)).toHaveText(expectedTitles('moving', 'Zola'));
    // The address follows what is shown: nobody is as fast as the browser is told to go back here.
    await expect(page).toHaveURL(/keyword=moving&keyword=zola$/);
    await page.goBack();
    await expect(titles(page)).toHaveText(expectedTitles('moving'));
    await page.goBack();
    await expect(titles(page)).toHaveText(expectedTitles());
    await page.goForward();
    await expect(titles(page)).toHaveText(expectedTitles('moving'));
  });

  test('are cleared by a second click and by the button', async ({ page }) => {
    await chip(page, 'moving').click();
    await chip(page, 'moving').click();
    await expect(titles(page)).toHaveText(expectedTitles());
    await chip(page, 'moving').click();
    await page.getByRole('button', { name: 'Clear keyword' }).click();
    await expect(titles(page)).toHaveText(expectedTitles());
    await expect(page).toHaveURL(/\/$/);
  });

  test('keep focus and place while the list changes', async ({ page }) => {
    const before = await chip(page, 'writing').boundingBox();
    await chip(page, 'writing').click();
    await expect(titles(page)).toHaveText(expectedTitles('writing'));
    await expect(chip(page, 'writing')).toBeFocused();
    const after = await chip(page, 'writing').boundingBox();
    expect(after?.y).toBe(before?.y);
  });

  test('that would leave nothing cannot be chosen', async ({ page }) => {
    await chip(page, 'moving').click();
    const dead = chip(page, 'writing');
    await expect(dead).toHaveAttribute('aria-disabled', 'true');
    await dead.click({ force: true });
    await expect(page).toHaveURL(/\/\?keyword=moving$/);
  });

  test('are announced', async ({ page }) => {
    await chip(page, 'moving').click();
    await expect(page.getByRole('status')).toHaveText(
      `${countWith(['moving'])} posts about moving`,
    );
  });
});

test.describe('an address with keywords', () => {
  test('opens that choice, also after a reload', async ({ page }) => {
    await openPage(page, './?keyword=writing&keyword=markdown');
    await expect(titles(page)).toHaveText(expectedTitles('writing', 'Markdown'));
    await page.reload();
    await expect(titles(page)).toHaveText(expectedTitles('writing', 'Markdown'));
    await expect(page).toHaveTitle(/^writing \+ Markdown \(\d posts\) – Rubric$/);
  });
});

test.describe('an unknown keyword', () => {
  // There is no list of it to be fetched.
  test.use({ expectedFaults: [missingDocument] });

  test('is kept, so that it can be seen and removed', async ({ page }) => {
    await openPage(page, './?keyword=nonsense');
    await expect(titles(page)).toHaveCount(0);
    const unknown = chips(page).getByRole('link', { name: 'nonsense, 0 posts, selected' });
    await unknown.click();
    await expect(titles(page)).toHaveText(expectedTitles());
  });
});
