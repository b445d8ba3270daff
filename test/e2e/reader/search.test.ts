import { expect, openPage, test } from '../support/fixtures.ts';
import { createGate } from '../support/gate.ts';

test('finds a word of the text from the keyboard, and Back returns', async ({ page }) => {
  await openPage(page, './');
  await page.keyboard.press('/');
  const field = page.getByRole('searchbox', { name: 'Search posts' });
  await expect(field).toBeFocused();
  await field.pressSequentially('pilcrow wasmer'.slice(8));
  await expect(page).toHaveURL(/\/\?q=wasmer$/);
  const result = page.getByRole('link', { name: 'Bye bye Automattic, hello Wasmer' });
  await expect(result).toBeVisible();
  await expect(page.locator('main mark').first()).toHaveText(/wasmer/i);
  await page.keyboard.press('ArrowDown');
  await expect(result).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Bye bye Automattic, hello Wasmer',
  );
  await page.goBack();
  await expect(field).toHaveValue('wasmer');
  await expect(result).toBeVisible();
});

test('a result opened while the address still follows the typing is opened', async ({ page }) => {
  await openPage(page, './');
  const gate = createGate();
  await page.route(/bye-bye.*\/post\.json$/, async (route) => {
    await gate.passed;
    await route.continue();
  });
  await page.getByRole('searchbox').pressSequentially('wasmer');
  await page.locator('[data-results] a mark').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\?q=wasmer$|bye-bye/);
  gate.open();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Bye bye/);
  await page.goBack();
  await expect(page.getByRole('searchbox')).toHaveValue('wasmer');
});

test('finds what stands only in a text', async ({ page }) => {
  await openPage(page, './?q=microkernel');
  await expect(page.getByRole('link', { name: 'Bye bye Automattic, hello Wasmer' })).toBeVisible();
});

test('searches within a keyword', async ({ page }) => {
  await openPage(page, './?q=markdown&keyword=moving');
  const links = page.locator('main h2 a, main h3 a');
  await expect(links.first()).toBeVisible();
  for (const text of await links.allInnerTexts()) expect(text).toMatch(/^Moving in/);
});

test('forgives a slip of the keys', async ({ page }) => {
  await openPage(page, './?q=webasembly');
  await expect(page.getByRole('link', { name: 'Bye bye Automattic, hello Wasmer' })).toBeVisible();
});

test('says when nothing matches', async ({ page }) => {
  await openPage(page, './');
  await page.getByRole('searchbox').fill('qqqzzzxxx');
  await expect(page.getByText('No posts match “qqqzzzxxx”').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('searchbox')).toHaveValue('');
});
