import type { Locator, Page } from '@playwright/test';

import { expect, getSite, openPage, test } from '../support/fixtures.ts';

const { url } = getSite('astro');

test('a blog of Astro begins with its pinned post, and reads on in the app', async ({ page }) => {
  await openPage(page, url);
  const pinned = page.getByRole('region', { name: 'Pinned' });
  await expect(pinned.getByRole('heading', { level: 3 })).toHaveText(['Read this first']);
  await expect(page.locator('main h3')).toHaveText([
    'Read this first',
    'Notes on steam',
    'First steps with a kettle',
  ]);
  await page.getByRole('link', { name: 'Notes on steam' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Notes on steam');
  const prose = page.locator('.prose');
  await expect(prose).toContainText('It boils at 100 degrees.');
  await expect(prose).not.toContainText('import');
  await expect(prose.getByText('Open a window')).toBeVisible();
  await expectLoaded(prose.getByRole('img', { name: 'Steam over a cup' }));
  await prose.getByRole('link', { name: 'the first steps' }).click();
  await expect(page).toHaveURL(/\/blog\/first-steps\/$/);
  await expectLoaded(page.getByRole('img', { name: 'a leaf' }));
  await expect(page.getByRole('checkbox', { name: 'In progress' })).toBeVisible();
  await expect(page.locator('.prose nav.contents')).toContainText('Water');
});

test('a post in MDX is the same on its page and in the app', async ({ page }) => {
  await page.goto(`${url}blog/notes/steam/`);
  const written = await readProse(page);
  await openPage(page, url);
  await page.getByRole('link', { name: 'Notes on steam' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Notes on steam');
  expect(await readProse(page)).toBe(written);
});

test('a page of the theme’s folder is a page, and the head says where a text is from', async ({
  page,
}) => {
  await openPage(page, `${url}about/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('About tea');
  await page.goto(`${url}blog/pinned/`);
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute(
    'href',
    'https://tea.example/first',
  );
});

/** The text of the post, without the buttons that the app puts there. */
function readProse(page: Page): Promise<string> {
  return page.locator('.prose').evaluate((element) => {
    const copy = element.cloneNode(true) as HTMLElement;
    copy.querySelectorAll('button').forEach((button) => button.remove());
    return copy.textContent;
  });
}

async function expectLoaded(image: Locator): Promise<void> {
  await image.scrollIntoViewIfNeeded();
  await expect
    .poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth))
    .toBeGreaterThan(0);
}
