// Pages that are files by name, as Jekyll's default addresses are.
import { expect, getSite, openPage, test } from '../support/fixtures.ts';

const { url } = getSite('jekyll');
const second = `${url}drinks/hot/2024/03/02/Tea-time.html`;

test('a page in .html is there, is taken over, and leads on', async ({ page }) => {
  await openPage(page, second);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cup 2');
  await page.locator('a[rel="next"]').click();
  await expect(page).toHaveURL(`${url}drinks/hot/2024/03/03/Tea-time.html`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cup 3');
  await page.locator('.prose').getByRole('link', { name: 'all of them' }).click();
  await expect(page).toHaveURL(`${url}keywords/tea/`);
  await page.getByRole('link', { name: 'Cup 1' }).click();
  await expect(page.locator('.prose')).toContainText('Water number 1 boils.');
  await page.goBack();
  await expect(page).toHaveURL(`${url}keywords/tea/`);
});

test('a page that the host gives without its ending is the same page', async ({ page }) => {
  await openPage(page, second.replace(/\.html$/, ''));
  // The app comes with the first sign of a reader, and names the page as the blog does.
  await page.mouse.move(100, 100);
  await page.mouse.move(200, 200);
  await expect(page).toHaveURL(second);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cup 2');
  await expect(page.locator('.prose')).toContainText('Water number 2 boils.');
});

test('an old page of a term leads to that of the keyword', async ({ page }) => {
  await page.goto(`${url}tags/tea/`);
  await expect(page).toHaveURL(`${url}keywords/tea/`);
});
