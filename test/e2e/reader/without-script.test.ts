import { JSDOM } from 'jsdom';
import { expect, test } from '../support/fixtures.ts';
import { samplePosts } from '../support/sample-posts.ts';

test.use({ javaScriptEnabled: false });

test('home reads whole, and chips lead to keyword pages', async ({ page }) => {
  await page.goto('./');
  await expect(page.locator('main h3 a')).toHaveText(samplePosts.map(({ title }) => title));
  await page.getByRole('link', { name: /^writing, \d+ posts$/ }).click();
  await expect(page).toHaveURL(/\/keywords\/writing\/$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('writing');
});

for (const { title, address } of samplePosts) {
  test(`“${title}” reads whole`, async ({ page }) => {
    await page.goto(`./${address}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    const text = await page.locator('.prose').innerText();
    expect(text.length).toBeGreaterThan(500);
  });
}

test('every link leads to a page', async ({ request, baseURL }) => {
  const seen = new Set<string>([baseURL ?? '']);
  const faults: string[] = [];
  for (const url of seen) {
    const response = await request.get(url);
    if (response.status() !== 200) faults.push(`${url} answers ${response.status()}`);
    if (!(response.headers()['content-type'] ?? '').includes('text/html')) continue;
    const { document } = new JSDOM(await response.text(), { url: response.url() }).window;
    for (const element of document.querySelectorAll('a[href], link[href], img[src], script[src]')) {
      const written = element.getAttribute('href') ?? element.getAttribute('src') ?? '';
      const next = new URL(written, response.url());
      if (baseURL === undefined || !next.href.startsWith(new URL(baseURL).origin)) continue;
      if (!next.href.startsWith(baseURL)) faults.push(`${url} leaves the blog for ${written}`);
      next.hash = '';
      next.search = '';
      seen.add(next.href);
    }
  }
  expect(faults).toEqual([]);
  expect(seen.size).toBeGreaterThan(samplePosts.length * 2);
});
