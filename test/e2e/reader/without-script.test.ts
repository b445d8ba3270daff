import type { Page } from '@playwright/test';
import { JSDOM } from 'jsdom';
import { expect, missingDocument, test } from '../support/fixtures.ts';
import { pageKinds } from '../support/page-kinds.ts';
import { countWith, sampleKeywords, samplePosts } from '../support/sample-posts.ts';

test.use({ javaScriptEnabled: false });

/** Blocks of the text that take no room. */
function findHidden(page: Page): Promise<readonly string[]> {
  return page.locator('.prose > *').evaluateAll((blocks) => {
    if (blocks.length === 0) return ['all of it'];
    const hidden = blocks.filter((block) => !block.checkVisibility({ visibilityProperty: true }));
    return hidden.map((block) => block.outerHTML);
  });
}

/** Controls that do nothing without the app. */
function findDead(page: Page): Promise<readonly string[]> {
  return page.locator('button, input, a[href*="?"]').evaluateAll((controls) => {
    const shown = controls.filter(
      (control) => control.checkVisibility() && control.closest('.prose') === null,
    );
    return shown.map((control) => control.outerHTML);
  });
}

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
    expect(await findHidden(page)).toEqual([]);
  });
}

for (const [path, heading, count] of [
  ['./keywords/', 'Keywords', sampleKeywords.length],
  ['./keywords/writing/', 'writing', countWith(['writing'])],
  ['./archive/', 'Archive', samplePosts.length],
] as const) {
  test(`${path} lists whole`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    const links = page.locator('main li a:visible, main article h3 a:visible');
    expect(await links.count()).toBeGreaterThanOrEqual(count);
  });
}

test('the free page reads whole', async ({ page }) => {
  await page.goto('./about/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('About');
  expect(await findHidden(page)).toEqual([]);
});

test('nothing is offered that only the app can do', async ({ page }) => {
  for (const path of pageKinds) {
    await page.goto(path);
    expect(await findDead(page), path).toEqual([]);
  }
});

test.describe('the missing page', () => {
  test.use({ expectedFaults: [missingDocument] });

  test('reads and leads back', async ({ page }) => {
    const response = await page.goto('./nothing/');
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link').first().click();
    await expect(page.locator('main h3 a').first()).toBeVisible();
  });
});

test('chips of a post lead to keyword pages', async ({ page }) => {
  await page.goto('./posts/showing-code/');
  await page.getByRole('article').getByRole('link', { name: 'Markdown' }).first().click();
  await expect(page).toHaveURL(/\/keywords\/markdown\/$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Markdown');
});

test('keywords that go together lead to their pages', async ({ page }) => {
  await page.goto('./keywords/writing/');
  const together = page.getByRole('region', { name: 'Often together' });
  await together.getByRole('link', { name: 'Markdown' }).click();
  await expect(page).toHaveURL(/\/keywords\/markdown\/$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Markdown');
});

test('every link leads to a page', async ({ request, baseURL }) => {
  const seen = new Set<string>([baseURL ?? '']);
  const faults: string[] = [];
  /** Addresses within pages, and where they are written. */
  const targets = new Map<string, string>();
  const ids = new Map<string, ReadonlySet<string>>();
  for (const url of seen) {
    const response = await request.get(url);
    if (response.status() !== 200) faults.push(`${url} answers ${response.status()}`);
    if (!(response.headers()['content-type'] ?? '').includes('text/html')) continue;
    const { document } = new JSDOM(await response.text(), { url: response.url() }).window;
    ids.set(url, new Set([...document.querySelectorAll('[id]')].map(({ id }) => id)));
    for (const element of document.querySelectorAll('a[href], link[href], img[src], script[src]')) {
      const written = element.getAttribute('href') ?? element.getAttribute('src') ?? '';
      const next = new URL(written, response.url());
      if (baseURL === undefined || !next.href.startsWith(new URL(baseURL).origin)) continue;
      if (!next.href.startsWith(baseURL)) faults.push(`${url} leaves the blog for ${written}`);
      next.search = '';
      if (next.hash !== '') targets.set(next.href, url);
      next.hash = '';
      seen.add(next.href);
    }
  }
  for (const [target, from] of targets) {
    const [address = '', hash = ''] = target.split('#');
    if (ids.get(address)?.has(decodeURIComponent(hash)) !== true) {
      faults.push(`${from} leads to ${target}, where nothing has that name`);
    }
  }
  expect(faults).toEqual([]);
  expect(targets.size).toBeGreaterThan(samplePosts.length);
  expect(seen.size).toBeGreaterThan(samplePosts.length * 2);
});
