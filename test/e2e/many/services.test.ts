import type { Page, Request } from '@playwright/test';

import { expect, getSite, markPages, test, waitForApp } from '../support/fixtures.ts';

const { url, published } = getSite('jekyll');

/** A frame as that of giscus: it tells its height, and shows what it is told. */
const frame = `<!doctype html><title>Fake</title><p id="theme"></p><script>
addEventListener('message', ({ data }) => { theme.textContent = data.giscus.setConfig.theme; });
parent.postMessage({ giscus: { resizeHeight: 640 } }, '*');
</script>`;

/** Stands in for the world: the blog is at its own address, and other sites answer. Gives back what is asked of them. */
async function standIn(page: Page): Promise<readonly Request[]> {
  const asked: Request[] = [];
  await markPages(page);
  await page.route(`${published}**`, async (route) => {
    const address = route.request().url().replace(published, url);
    await route.fulfill({ response: await route.fetch({ url: address }) });
  });
  await page.route(/^https:\/\/(?!moved\.example)/, async (route) => {
    asked.push(route.request());
    await route.fulfill({ contentType: 'text/html', body: frame });
  });
  return asked;
}

function listCounted(asked: readonly Request[]): readonly unknown[] {
  return asked
    .filter((request) => request.url() === 'https://stats.example/api/event')
    .map((request) => (request.postDataJSON() as { readonly url: unknown }).url);
}

test('comments and a counter ask other sites when they may, under the strict policy', async ({
  page,
}) => {
  const asked = await standIn(page);
  const post = `${published}drinks/hot/2024/03/03/Tea-time.html`;
  await page.goto(post);
  await expect.poll(() => listCounted(asked)).toEqual([post]);
  expect(asked).toHaveLength(1);
  await waitForApp(page);
  const show = page.getByRole('button', { name: 'Show comments' });
  await show.click();
  await expect(show).toBeHidden();
  const box = page.locator('.comments iframe');
  await expect(box).toHaveCSS('block-size', '640px');
  await expect(box).toHaveAttribute('src', /^https:\/\/giscus\.app\/widget\?/);
  await page.getByRole('button', { name: /^Theme/ }).click();
  await expect(page.frameLocator('.comments iframe').locator('#theme')).toHaveText('light');
  await page.getByRole('navigation', { name: 'Adjacent posts' }).getByRole('link').first().click();
  await expect(show).toBeVisible();
  await expect.poll(() => listCounted(asked)).toEqual([post, page.url()]);
  expect(page.url()).not.toBe(post);
});

test('a reader who does not want to be followed, and the draft desk, are not counted', async ({
  page,
}) => {
  const asked = await standIn(page);
  await page.goto(`${published}preview/`);
  await waitForApp(page);
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }),
  );
  await page.goto(published);
  await waitForApp(page);
  await page.getByRole('link', { name: /^Cup/ }).first().click();
  await expect(page.getByRole('button', { name: 'Show comments' })).toBeVisible();
  expect(asked).toEqual([]);
});

test('styles and fonts of the blogger come with the first paint, and after ours', async ({
  page,
}) => {
  const fonts: string[] = [];
  page.on('response', (response) => {
    if (/cyrillic.*\.woff2$/.test(response.url())) fonts.push(`${response.status()}`);
  });
  await page.goto(`${url}drinks/hot/2024/03/03/Tea-time.html`);
  await expect(page.locator('head > style')).toContainText('@layer own{');
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toHaveCSS('color', 'rgb(0, 90, 60)');
  await expect(title).toHaveCSS('font-family', '"Own Face", serif');
  await expect.poll(() => fonts).toEqual(['200']);
  const edit = page.getByRole('link', { name: 'Edit this post' });
  await expect(edit).toHaveAttribute('href', 'https://git.example/edit/2024-03-03-Tea-time.md');
  await expect(page.locator('head link[rel=webmention]')).toHaveCount(1);
  await expect(page.locator('.h-entry > p .u-url, .h-entry .p-author.h-card')).not.toHaveCount(0);
});
