import { expect, openPage, test } from '../support/fixtures.ts';

test.describe('theme', () => {
  test('goes from automatic to light to dark, and stays', async ({ page }) => {
    await openPage(page, './');
    await page.getByRole('button', { name: 'Theme: automatic' }).click();
    await page.getByRole('button', { name: 'Theme: light' }).click();
    await expect(page.getByRole('button', { name: 'Theme: dark' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await page.reload();
    await expect(page.getByRole('button', { name: 'Theme: dark' })).toBeVisible();
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(paper);
    await page.getByRole('button', { name: 'Theme: dark' }).click();
    await expect(page.locator('html')).not.toHaveAttribute('data-theme');
  });

  test('chosen before is there in the first frame', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.addInitScript(() => localStorage.setItem('rubric-theme', 'dark'));
    await page.goto('./', { waitUntil: 'commit' });
    await page.locator('h1').waitFor({ state: 'attached' });
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
  });
});

test('the skip link leads to the text', async ({ page }) => {
  await openPage(page, './posts/showing-code/');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to content' });
  await expect(skip).toBeFocused();
  await skip.press('Enter');
  await expect(page.locator('main')).toBeFocused();
});

test('the navigation says where the reader is', async ({ page }) => {
  await openPage(page, './archive/');
  const main = page.getByRole('navigation', { name: 'Main' });
  await expect(main.locator('[aria-current=page]')).toHaveText('Archive');
  await main.getByRole('link', { name: 'Keywords' }).click();
  await expect(main.locator('[aria-current=page]')).toHaveText('Keywords');
});

test('the page never scrolls sideways', async ({ page }) => {
  for (const path of [
    './',
    './posts/a-tour-of-markdown/',
    './posts/showing-code/',
    './keywords/',
  ]) {
    await openPage(page, path);
    for (const width of [320, 390, 768, 1280, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide, `${path} at ${width} px`).toBeLessThanOrEqual(0);
    }
  }
});
