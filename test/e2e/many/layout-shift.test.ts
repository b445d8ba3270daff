import { markPages, test } from '../support/fixtures.ts';
import { expectStill, watchShifts } from '../support/layout-shift.ts';

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
