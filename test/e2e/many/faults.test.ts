import type { Locator, Page } from '@playwright/test';
import { expect, openPage, test } from '../support/fixtures.ts';
import { countByHand } from './many-notes.ts';

const titles = 'main h3 a';
/** Beside the words that are spoken. */
const failed = (page: Page): Locator =>
  page.getByRole('heading', { name: 'These posts could not be loaded' });

/** What the browser says of a request that fails. */
test.use({ expectedFaults: [/Failed to load resource/] });

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly contentType?: string;
}

/** Makes requests for list files fail that `pattern` matches; the function it gives makes them work again. */
async function breakFiles(
  page: Page,
  pattern: string,
  answer: Answer | 'abort',
): Promise<() => Promise<void>> {
  await page.route(pattern, (route) =>
    answer === 'abort'
      ? route.abort('connectionreset')
      : route.fulfill({ contentType: 'application/json', ...answer }),
  );
  return () => page.unroute(pattern);
}

const kinds = [
  { name: 'answers with an error', answer: { status: 500, body: '' } },
  { name: 'is cut off', answer: { status: 200, body: '{"schema":1,"stamp":"a"' } },
  { name: 'breaks the connection', answer: 'abort' },
] as const;

for (const { name, answer } of kinds) {
  test(`older posts whose shard ${name} leave what is shown, and come when asked again`, async ({
    page,
  }) => {
    await openPage(page, './');
    const first = await page.locator(titles).allInnerTexts();
    const repair = await breakFiles(page, '**/data/v1/p/*.json*', answer);
    await page.getByRole('link', { name: 'Older posts' }).click();
    await expect(failed(page)).toBeVisible();
    await expect(page.locator(titles)).toHaveText(first);
    await repair();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.locator(titles)).toHaveCount(40);
    await expect(failed(page)).toHaveCount(0);
  });
}

/** As some hosts answer for a file that is not there. */
const html = { status: 200, body: '<!doctype html><p>Not here', contentType: 'text/html' };

const missing: readonly { readonly name: string; readonly answer: Answer }[] = [
  { name: 'is answered with an error', answer: { status: 503, body: '' } },
  { name: 'is not there', answer: { status: 404, body: '' } },
  { name: 'is answered with a page', answer: html },
];

for (const { name, answer } of missing) {
  test(`a selection whose file ${name} says so, never shows an empty list, and recovers`, async ({
    page,
  }) => {
    await openPage(page, './');
    const repair = await breakFiles(page, '**/data/v1/k/**', answer);
    await page.locator('[data-slug="river"]').click();
    await expect(failed(page)).toBeVisible();
    await expect(page.getByText(/^0 posts/)).toHaveCount(0);
    await repair();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.locator('.status-line p')).toHaveText(countByHand(['river']).line);
    await expect(page.locator(titles)).toHaveCount(20);
  });

  test(`a keyword’s page whose file ${name} is not said to be missing, and recovers`, async ({
    page,
  }) => {
    await openPage(page, './keywords/');
    const repair = await breakFiles(page, '**/data/v1/k/**', answer);
    await page.locator('main a[href$="/keywords/river/"]').first().click();
    await expect(failed(page)).toBeVisible();
    await repair();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('river');
    await expect(page.locator(titles)).toHaveCount(20);
  });
}
