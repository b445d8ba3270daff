import { expect, openPage, test } from '../support/fixtures.ts';
import { watchViolations } from '../support/violations.ts';

test('the policy forbids nothing that older pages of lists do', async ({ page }) => {
  const violations = await watchViolations(page);
  for (const path of [
    './page/2/',
    './keywords/river/page/2/',
    './archive/2022/',
    './archive/2022/05/',
  ]) {
    await openPage(page, path);
    await page.waitForLoadState('networkidle');
  }
  await openPage(page, './page/3/');
  await page.getByRole('link', { name: 'Older posts' }).click();
  await expect(page.locator('main h3 a')).toHaveCount(40);
  expect(violations).toEqual([]);
});
