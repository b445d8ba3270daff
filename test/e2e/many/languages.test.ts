import { expect, getSite, openPage, test } from '../support/fixtures.ts';

const { url } = getSite('languages');

for (const { language, title, next, word } of [
  { language: 'ar', title: 'الميناء القديم', next: 'شتاء قصير', word: 'المنارة' },
  { language: 'bg', title: 'Старото пристанище', next: 'Кратка зима', word: 'мрежите' },
  { language: 'ja', title: '古い港', next: '短い冬', word: '灯台' },
]) {
  test(`a reader of ${language} stays in that language and finds its words`, async ({ page }) => {
    await openPage(page, `${url}${language}/harbour/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page.locator('head link[type="application/atom+xml"]')).toHaveAttribute(
      'href',
      `/${language}/atom.xml`,
    );
    const nextLink = page.locator('a[rel="next"]');
    await expect(nextLink).toContainText(next);
    await nextLink.click();
    await expect(page).toHaveURL(`${url}${language}/winter/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(next);
    await openPage(page, `${url}?q=${encodeURIComponent(word)}`);
    await expect(page.locator('[data-results] li > h2 a').first()).toHaveText(title);
  });
}

test('an anchor as Zola writes it leads to its heading, in the app too', async ({ page }) => {
  await openPage(page, `${url}zh/harbour/#chuan-yu-sheng-suo`);
  const heading = page.getByRole('heading', { level: 2, name: '船与绳索' });
  await expect(heading.locator('#chuan-yu-sheng-suo')).toHaveCount(1);
  await page.locator('a[rel="next"]').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('短暂的冬天');
  await expect(page.locator('h2 #xue-yu-ji-jing')).toHaveCount(1);
});

test('a page speaks the language of its post, in the app too, and goes back to that of the blog', async ({
  page,
}) => {
  await openPage(page, `${url}ar/harbour/`);
  const root = page.locator('html');
  const archive = page.getByRole('banner').locator('a[href="/archive/"]');
  await expect(root).toHaveAttribute('dir', 'rtl');
  await expect(archive).toHaveText('الأرشيف');
  await page.locator('a[rel="next"]').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('شتاء قصير');
  await expect(archive).toHaveText('الأرشيف');
  await page.getByRole('banner').locator('.brand').click();
  await expect(archive).toHaveText('Archive');
  await expect(root).not.toHaveAttribute('dir', 'rtl');
  await page.goBack();
  await expect(archive).toHaveText('الأرشيف');
  await expect(root).toHaveAttribute('dir', 'rtl');
});

test('a page in a language without sentences has those of the blog', async ({ page }) => {
  await openPage(page, `${url}bg/harbour/`);
  await expect(page.getByRole('banner').locator('a[href="/archive/"]')).toHaveText('Archive');
});
