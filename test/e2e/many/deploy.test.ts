import type { Page, Route } from '@playwright/test';
import type { PostMeta } from '../../../src/content/model/post.ts';
import { createMeta } from '../../support/create-meta.ts';
import { publishLists } from '../../support/file-server.ts';
import { expect, openPage, test } from '../support/fixtures.ts';
import { countByHand, notes } from './many-notes.ts';

/** Posts of a later build: one more on top and one more before all, so that every shard has moved. */
const added = [
  { path: 'first.md', title: 'Put in before', day: '2018-01-01', keywords: ['river', 'stone'] },
  { path: 'last.md', title: 'Put in last', day: '2025-06-01', keywords: ['river', 'stone'] },
];

/** Answers requests for list files from a later build. */
async function deploy(page: Page): Promise<readonly PostMeta[]> {
  const metas = [
    ...notes.map(({ title, day, slugs }) =>
      createMeta({
        path: `${title.toLowerCase().replace(' ', '-')}.md`,
        title,
        day,
        keywords: slugs.map((slug) => slug.replaceAll('-', ' ')),
      }),
    ),
    ...added.map((fields) => createMeta(fields)),
  ];
  const { files, catalog } = publishLists(metas, 'later');
  await page.route('**/data/v1/**', (route: Route) => {
    const name = decodeURI(new URL(route.request().url()).pathname).slice(1);
    const body = files.get(name);
    return route.fulfill(
      body === undefined ? { status: 404 } : { body, contentType: 'application/json' },
    );
  });
  return catalog.entries.map(({ meta }) => meta).toReversed();
}

// Posts of the later build are listed and nothing more: their texts are fetched ahead in vain.
test.use({ expectedFaults: [/status of 404.*\/posts\/(?:first|last)/] });

const line = '.status-line p';
const titles = 'main h3 a';

test('an older page reads the lists of a newer build', async ({ page }) => {
  await openPage(page, './');
  // The core is of the older build by now.
  await page.locator('[data-slug="river"]').click();
  await expect(page.locator(line)).toHaveText(countByHand(['river']).line);
  const newest = await deploy(page);

  await page.locator('[data-slug="stone"]').click();
  const both = countByHand(['river', 'stone']).total + added.length;
  await expect(page.locator(line)).toHaveText(`${both} posts about river and stone`);
  await expect(page.locator(titles).first()).toHaveText('Put in last');
  await page.getByRole('link', { name: 'Older posts' }).click();
  await expect(page.locator(titles)).toHaveCount(40);
  const having = newest.filter(({ keywords }) =>
    ['river', 'stone'].every((slug) => keywords.some((keyword) => keyword.slug === slug)),
  );
  await expect(page.locator(titles)).toHaveText(having.slice(0, 40).map(({ title }) => title));

  await page.getByRole('link', { name: 'Archive' }).first().click();
  await page.getByRole('link', { name: '2018', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Put in before' })).toBeVisible();
});

test('a page further down and the one after it are those of the newer build', async ({ page }) => {
  await openPage(page, './page/3/');
  const newest = await deploy(page);
  await page.getByRole('link', { name: 'Older posts' }).click();
  // The page that was loaded too: else the post that moved on to the next would be there twice.
  await expect(page.locator(titles)).toHaveText(newest.slice(40, 80).map(({ title }) => title));
});

test.describe('a part of the app that is gone', () => {
  test.use({ expectedFaults: [/status of 404/] });

  test('the page that needs it loads as a whole, once', async ({ page }) => {
    await openPage(page, './');
    await page.route('**/assets/load-archive-*.js', (route) => route.fulfill({ status: 404 }));
    // The years of a large blog need no file; the posts of one do.
    await page.getByRole('link', { name: 'Archive' }).first().click();
    await expect(page).toHaveURL(/\/archive\/$/);
    const loaded = page.waitForEvent('load');
    await page.getByRole('link', { name: '2018', exact: true }).click();
    await loaded;
    await expect(page).toHaveURL(/\/archive\/2018\/$/);
    await expect(page.locator('main li a').first()).toBeVisible();
  });
});
