import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, getSite, markPages, missingDocument, test } from '../support/fixtures.ts';
import { expectStill, watchShifts } from '../support/layout-shift.ts';
import { pageKinds } from '../support/page-kinds.ts';

/** Longer than a browser waits for a font before it shows the one in its place. */
const lateMs = 900;

test.beforeEach(async ({ page }) => {
  await markPages(page);
  await watchShifts(page);
});

for (const font of ['there at once', 'late', 'missing']) {
  test.describe(`with the font ${font}`, () => {
    test.use({ expectedFaults: font === 'missing' ? [/net::ERR_FAILED/] : [] });

    test.beforeEach(async ({ page }) => {
      await page.route(/\.woff2$/, async (route) => {
        if (font === 'missing') return route.abort();
        if (font === 'late') await new Promise((resolve) => setTimeout(resolve, lateMs));
        return route.continue();
      });
    });

    test('nothing moves while a page loads and is taken over', async ({ page }) => {
      for (const path of [...pageKinds, './?keyword=writing', './?q=writing'])
        await expectStill(page, path);
    });
  });
}

test('nothing moves on a narrow screen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of [...pageKinds, './?keyword=writing', './?q=writing'])
    await expectStill(page, path);
});

test.describe('at an address without a page', () => {
  test.use({ expectedFaults: [missingDocument] });

  test('nothing moves: neither the missing page nor a post dropped in later', async ({ page }, {
    project,
  }) => {
    const { outDir } = getSite(project.name);
    const source = readFileSync(join(outDir, 'posts/2024-03-11-a-post-is-a-file.md'), 'utf8');
    writeFileSync(join(outDir, 'posts/still.md'), source);
    await expectStill(page, './posts/still/');
    await expect(page.locator('.prose')).toContainText('The smallest post worth reading');
    await expectStill(page, './posts/showing-cod/');
  });
});
