import type { Page } from '@playwright/test';
import { expect, openPage, test } from '../support/fixtures.ts';
import { clickInView, type Move, readPlace, testMoves } from '../support/moves.ts';

/** A phone: everything scrolls. */
test.use({ viewport: { width: 390, height: 640 } });

const post = './posts/a-tour-of-markdown/';

/** Each move, and then Back: it must lead to the very place that was left. */
const moves: readonly Move[] = [
  {
    name: 'a link of the contents',
    from: post,
    place: 0,
    go: async (page) => {
      await page.locator('[data-form="fold"] summary').click();
      await follow(page, '[data-form="fold"] li:last-child a');
    },
  },
  {
    name: 'a note',
    from: post,
    place: 0,
    go: (page) => follow(page, '.prose sup a'),
  },
  {
    name: 'a post of the list',
    from: './',
    place: 0,
    go: (page) => page.locator('.post-entry h3 a').first().click(),
  },
  {
    name: 'a post further down the list',
    from: './',
    place: 400,
    go: (page) => clickInView(page, '.post-entry h3 a'),
  },
  {
    name: 'a link of the header',
    from: post,
    place: 0,
    go: async (page) => {
      await page.getByRole('link', { name: 'Archive' }).click();
      await expect(page).toHaveURL(/\/archive\/$/);
    },
  },
];

/** Clicks a link wherever it is: Playwright would scroll to it first. */
async function follow(page: Page, selector: string): Promise<void> {
  await page
    .locator(selector)
    .first()
    .evaluate((link: HTMLElement) => link.click());
}

testMoves(moves);

test('Back from a section found from the keyboard leads to the results, with focus in sight', async ({
  page,
}) => {
  await openPage(page, './');
  await page.keyboard.press('/');
  await page.keyboard.type('heading');
  await page.locator('.search-results .sections a').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const link = page.locator(':focus');
  const text = await link.textContent();
  const place = await readPlace(page);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/posts\//);
  await page.goBack();
  await expect(page).toHaveURL(/\?q=heading/);
  await expect(page.locator(':focus')).toHaveText(text ?? '');
  await expect.poll(() => readPlace(page)).toBe(place);
  await expect(page.locator(':focus')).toBeInViewport();
});
