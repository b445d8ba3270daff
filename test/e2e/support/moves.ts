import { expect, type Page } from '@playwright/test';
import { openPage, test } from './fixtures.ts';

/** A way to leave a page by a link. */
export interface Move {
  readonly name: string;
  readonly from: string;
  /** The place where the reader leaves; 0 is where the page was loaded, without a scroll. */
  readonly place: number;
  readonly go: (page: Page) => Promise<unknown>;
}

/** Pixels from the top of the page. */
export function readPlace(page: Page): Promise<number> {
  return page.evaluate(() => Math.round(scrollY));
}

/** Clicks the first of the links that is wholly in view, without a scroll. */
export async function clickInView(page: Page, selector: string): Promise<void> {
  await page.evaluate((wanted) => {
    const link = [...document.querySelectorAll<HTMLElement>(wanted)].find((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return top > 0 && bottom < innerHeight;
    });
    link?.click();
  }, selector);
}

/** A test for each move: Back must lead to the very place that was left. */
export function testMoves(moves: readonly Move[]): void {
  for (const { name, from, place, go } of moves) {
    test(`Back from ${name} leads to the place that was left`, async ({ page }) => {
      await openPage(page, from);
      if (place > 0) {
        await page.evaluate((top) => scrollTo(0, top), place);
        await expect.poll(() => readPlace(page)).toBe(place);
      }
      const before = page.url();
      await go(page);
      await expect.poll(() => page.url()).not.toBe(before);
      await page.goBack();
      await expect.poll(() => page.url()).toBe(before);
      await expect.poll(() => readPlace(page)).toBe(place);
    });
  }
}
