import { expect, openPage, test, waitForApp } from '../support/fixtures.ts';
import { clickInView, type Move, readPlace, testMoves } from '../support/moves.ts';

/** A phone: everything scrolls. */
test.use({ viewport: { width: 390, height: 640 } });

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

testMoves(moves);

test('a list that has grown is as long and in place after a reload of the post and Back', async ({
  page,
}) => {
  await openPage(page, './');
  await page.getByRole('link', { name: 'Older posts' }).click();
  await expect(page.locator('.post-entry')).toHaveCount(40);
  await page.evaluate(() => scrollTo(0, 4200));
  await expect.poll(() => readPlace(page)).toBe(4200);
  await clickInView(page, '.post-entry h3 a');
  await expect(page).toHaveURL(/\/posts\//);
  await page.reload();
  await waitForApp(page);
  await page.goBack();
  await expect(page.locator('.post-entry')).toHaveCount(40);
  await expect.poll(() => readPlace(page)).toBe(4200);
});
