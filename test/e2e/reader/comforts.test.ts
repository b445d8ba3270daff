import { expect, openPage, test } from '../support/fixtures.ts';

test('a note and a post are previewed on hover and focus, never over their link, until Escape', async ({
  page,
}) => {
  await openPage(page, './posts/a-tour-of-markdown/');
  const preview = page.getByRole('tooltip');
  const note = page.locator('.fn-ref a').first();
  await note.scrollIntoViewIfNeeded();
  await note.hover();
  await expect(preview).toBeVisible();
  const [card, link] = await Promise.all([preview.boundingBox(), note.boundingBox()]);
  const isApart =
    card !== null &&
    link !== null &&
    (card.y >= link.y + link.height || card.y + card.height <= link.y);
  expect(isApart).toBe(true);
  // Hoverable: the pointer goes into it, and it stays.
  await preview.hover();
  await expect(preview).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(preview).toBeHidden();

  const post = page.locator('.prose a[href^="/"]:not(.anchor)').first();
  await post.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await page.keyboard.press('Shift');
  await post.focus();
  await expect(preview).toContainText('min read');
  await post.click();
  await expect(preview).toBeHidden();
});

test('a picture that is shown smaller than it is opens by key, and gives the focus back', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await openPage(page, './posts/pictures-beside-the-words/');
  const picture = page.getByRole('button', { name: /^Enlarge/ }).first();
  await picture.scrollIntoViewIfNeeded();
  await picture.focus();
  await picture.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Picture' });
  await expect(dialog.getByRole('img')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(picture).toBeFocused();
});

test('the link of a heading is copied, and says so', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openPage(page, './posts/showing-code/');
  const link = page.locator('.prose .anchor').first();
  await link.focus();
  await link.press('Enter');
  await expect(page.getByRole('status')).toHaveText('Link to this section copied');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(page.url());
});
