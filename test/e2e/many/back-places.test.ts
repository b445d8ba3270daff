import type { Page } from '@playwright/test';
import { expect, openPage, test, waitForApp } from '../support/fixtures.ts';

/** A phone: everything scrolls. */
test.use({ viewport: { width: 390, height: 640 } });

const placeOf = (page: Page): Promise<number> => page.evaluate(() => Math.round(scrollY));

interface Move {
  readonly name: string;
  readonly from: string;
  /** Where the reader is when they leave; 0 leaves it where it was loaded, without a scroll. */
  readonly place: number;
  readonly go: (page: Page) => Promise<unknown>;
}

/** Each move, and then Back: it must lead to the very place that was left. */
const moves: readonly Move[] = [
  {
    name: 'a post further down the list',
    from: './',
    place: 900,
    go: (page) => clickInView(page, '.post-entry h3 a'),
  },
  {
    name: 'a post of the archive',
    from: './archive/',
    place: 700,
    go: (page) => clickInView(page, 'main li a'),
  },
  {
    name: 'a keyword of a card',
    from: './page/2/',
    place: 500,
    go: (page) => clickInView(page, '.post-entry .keywords a'),
  },
];

/** Clicks the first of the links that is wholly in view, without a scroll. */
async function clickInView(page: Page, selector: string): Promise<void> {
  await page.evaluate((wanted) => {
    const link = [...document.querySelectorAll<HTMLElement>(wanted)].find((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return top > 0 && bottom < innerHeight;
    });
    link?.click();
  }, selector);
}

for (const { name, from, place, go } of moves) {
  test(`Back from ${name} leads to the place that was left`, async ({ page }) => {
    await openPage(page, from);
    if (place > 0) {
      await page.evaluate((top) => scrollTo(0, top), place);
      await expect.poll(() => placeOf(page)).toBe(place);
    }
    const before = page.url();
    await go(page);
    await expect.poll(() => page.url()).not.toBe(before);
    await page.goBack();
    await expect.poll(() => page.url()).toBe(before);
    await expect.poll(() => placeOf(page)).toBe(place);
  });
}

test('a list that has grown is as long and in place after a reload of the post and Back', async ({
  page,
}) => {
  await openPage(page, './');
  await page.getByRole('link', { name: 'Older posts' }).click();
  await expect(page.locator('.post-entry')).toHaveCount(40);
  await page.evaluate(() => scrollTo(0, 4200));
  await expect.poll(() => placeOf(page)).toBe(4200);
  await clickInView(page, '.post-entry h3 a');
  await expect(page).toHaveURL(/\/posts\//);
  await page.reload();
  await waitForApp(page);
  await page.goBack();
  await expect(page.locator('.post-entry')).toHaveCount(40);
  await expect.poll(() => placeOf(page)).toBe(4200);
});
