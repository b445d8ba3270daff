import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import { expect, missingDocument, openPage, test } from '../support/fixtures.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Everything that axe knows, on the light page. */
const all = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** On the dark page nothing but the colours is another. */
const colors: RunOptions['runOnly'] = {
  type: 'rule',
  values: ['color-contrast', 'link-in-text-block'],
};

const views = [
  { name: 'home', path: './' },
  { name: 'a choice of keywords', path: './?keyword=writing&keyword=markdown' },
  { name: 'an empty choice', path: './?keyword=nonsense' },
  { name: 'search results', path: './?q=markdown' },
  { name: 'no match', path: './?q=qqqzzzxxx' },
  { name: 'a post with everything', path: './posts/a-tour-of-markdown/' },
  { name: 'a post with code', path: './posts/showing-code/' },
  { name: 'a post with images', path: './posts/pictures-beside-the-words/' },
  { name: 'a post of a series', path: './posts/moving-in-from-hugo/' },
  { name: 'a keyword', path: './keywords/writing/' },
  { name: 'all keywords', path: './keywords/' },
  { name: 'the archive', path: './archive/' },
  { name: 'a free page', path: './about/' },
  { name: 'the draft desk', path: './preview/' },
  { name: 'a missing page', path: './posts/a-post-is-a-fil/' },
];

test.use({ expectedFaults: [missingDocument] });

for (const { name, path } of views) {
  test(`has no violation on ${name}`, async ({ page }) => {
    test.slow();
    await openPage(page, path);
    await page.waitForLoadState('networkidle');
    await expectNone(page);
  });
}

test.describe('when a post does not come', () => {
  test.use({ expectedFaults: [/net::ERR_FAILED/] });

  test('has no violation', async ({ page }) => {
    test.slow();
    await openPage(page, './');
    await page.route(/\/posts\/.*(?:\.md|\.json|\/)$/, (route) => route.abort());
    await page.locator('main h3 a').last().click();
    await expect(page.locator('.page-note')).toBeVisible();
    await expectNone(page);
  });
});

test('has no violation with the keys shown, and with all chips', async ({ page }) => {
  test.slow();
  await openPage(page, './');
  await page.locator('.keyword-chips .more').click();
  await expectNone(page);
  await page.keyboard.press('Escape');
  await page.locator('h1').click();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectNone(page);
});

/** Runs axe in both schemes, wide and narrow. */
async function expectNone(page: Page): Promise<void> {
  await page.evaluate(source);
  for (const colorScheme of ['light', 'dark'] as const) {
    // Without motion, as a colour on its way to another is neither's.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 800 });
      await painted(page);
      const rules = colorScheme === 'light' ? all : colors;
      expect(await findViolations(page, rules), `${colorScheme}, ${width} px`).toEqual([]);
    }
  }
}

/** When the page has answered to its new width, as what scrolls now is found with the frame. */
async function painted(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
}

async function findViolations(page: Page, rules: RunOptions['runOnly']): Promise<string[]> {
  const results = await page.evaluate(
    (runOnly) =>
      (window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run({
        runOnly,
      }),
    rules,
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html} (${node.failureSummary ?? ''})`),
  );
}
