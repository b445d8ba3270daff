import { expect, markPages, test, waitForApp } from '../support/fixtures.ts';
import { recordFilm } from '../support/film.ts';
import { createGate } from '../support/gate.ts';
import { expectStill, readShift, visibleShift, watchShifts } from '../support/layout-shift.ts';

test('nothing moves on the older pages of lists', async ({ page }) => {
  await markPages(page);
  await watchShifts(page);
  for (const path of [
    './',
    './page/2/',
    './keywords/',
    './keywords/river/page/2/',
    './archive/',
    './archive/2022/',
    './archive/2022/05/',
    './?keyword=river&keyword=stone&page=2',
  ]) {
    await expectStill(page, path);
  }
});

test('nothing moves when pictures and films of sizes not told come late', async ({ page }) => {
  const film = await recordFilm(page);
  await markPages(page);
  await watchShifts(page);
  const gate = createGate();
  const wide =
    '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="300"><rect width="900" height="300"/></svg>';
  await page.route(/\/tall\.svg$/, async (route) => {
    await gate.passed;
    await route.continue();
  });
  await page.route('https://pictures.example/**', async (route) => {
    await gate.passed;
    await route.fulfill({ contentType: 'image/svg+xml', body: wide });
  });
  await page.route(/\/film\.webm$/, async (route) => {
    await gate.passed;
    await route.fulfill({ contentType: 'video/webm', body: film });
  });
  // All of it is in view: what moves out of sight does not count.
  await page.setViewportSize({ width: 1280, height: 6000 });
  await page.goto('./posts/media/', { waitUntil: 'commit' });
  await page.waitForFunction(
    () => performance.getEntriesByName('first-contentful-paint').length > 0,
  );
  gate.open();
  await page.waitForFunction(
    () =>
      [...document.querySelectorAll('.prose img')].every(
        (image) => (image as HTMLImageElement).naturalWidth > 0,
      ) &&
      [...document.querySelectorAll('.prose :is(video, audio)')].every(
        (media) => (media as HTMLMediaElement).readyState > 0,
      ),
  );
  expect(await readShift(page)).toBeLessThan(visibleShift);
  const sizes = await page.locator('.prose :is(img, video)').evaluateAll((elements) =>
    elements.map((element) => {
      const { width, height } = element.getBoundingClientRect();
      const column = element.closest('.prose')?.clientWidth ?? 1;
      return [Math.round((width / column) * 100), Math.round((height / width) * 100)];
    }),
  );
  const natural = (300 / (await page.locator('.prose').evaluate((body) => body.clientWidth))) * 100;
  // The share of the column, and the height for a width of 100.
  expect(sizes).toEqual([
    [50, 300],
    [100, 300],
    [Math.round(natural), 300],
    [25, 67],
    [Math.round((natural / 300) * 200), 67],
    [100, 67],
    [100, 56],
    [100, 56],
    [Math.round((natural / 300) * 320), 56],
  ]);
  await waitForApp(page);
  expect(await readShift(page)).toBeLessThan(visibleShift);
});
