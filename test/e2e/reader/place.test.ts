import type { Page } from '@playwright/test';
import { expect, openPage, test, waitForApp } from '../support/fixtures.ts';
import { createGate, type Gate } from '../support/gate.ts';

const path = './posts/a-tour-of-markdown/';
const placeOf = (page: Page): Promise<number> => page.evaluate(() => scrollY);

/** Every place the page was at, as its events told. */
const placesOf = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() => (window as unknown as { places: readonly number[] }).places);

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    const places: number[] = [];
    Object.assign(window, { places });
    addEventListener('scroll', () => places.push(scrollY));
  });
  await openPage(page, path);
  await page.evaluate(() => scrollTo(0, 1500));
  await expect.poll(() => placesOf(page)).toContain(1500);
});

const returns: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
  ['a reload', (page) => page.reload({ waitUntil: 'commit' })],
  [
    'Back from a page that is none of the app',
    async (page) => {
      await page.goto('./robots.txt');
      await page.goBack({ waitUntil: 'commit' });
    },
  ],
];

for (const [name, comeBack] of returns) {
  test.describe(name, () => {
    test('finds the place before the app is there, and the app leaves it', async ({ page }) => {
      const gate = await holdApp(page);
      await comeBack(page);
      await expect.poll(() => placeOf(page)).toBe(1500);
      gate.open();
      await waitForApp(page);
      expect(await placeOf(page)).toBe(1500);
      expect(new Set(await placesOf(page))).toEqual(new Set([1500]));
    });

    test('leaves a reader alone who has moved on before the app came', async ({ page }) => {
      const gate = await holdApp(page);
      await comeBack(page);
      await expect.poll(() => placeOf(page)).toBe(1500);
      await page.mouse.wheel(0, 500);
      await expect.poll(() => placeOf(page)).toBe(2000);
      gate.open();
      await waitForApp(page);
      expect(await placeOf(page)).toBe(2000);
      expect((await placesOf(page)).slice(-1)).toEqual([2000]);
    });
  });
}

/** Holds back all but the script that the page names, so that the page is loaded and its app is not. */
async function holdApp(page: Page): Promise<Gate> {
  const gate = createGate();
  await page.route(/\/assets\/(?!index-)[^/]*\.js/, async (route) => {
    await gate.passed;
    await route.continue();
  });
  return gate;
}
