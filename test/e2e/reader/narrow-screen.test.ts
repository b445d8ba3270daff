import type { Page } from '@playwright/test';
import { expect, openPage, test } from '../support/fixtures.ts';

test.use({ viewport: { width: 390, height: 844 } });

/** How much wider than the screen the page is. */
async function measureExcess(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

test('a post from right to left is no wider than the screen, and its facts read in order', async ({
  page,
}) => {
  await openPage(page, './posts/showing-code/');
  await page.evaluate(() => {
    const article = document.querySelector<HTMLElement>('article.post-page');
    if (article === null) return;
    article.dir = 'rtl';
    article.lang = 'ar';
    for (const text of article.querySelectorAll('.prose h2'))
      text.prepend('عنوان ' + 'طويل '.repeat(20));
  });
  await expect.poll(() => measureExcess(page)).toBe(0);
  const places = await page
    .locator('.post-facts time')
    .first()
    .evaluate((time) => {
      const text = time.firstChild?.textContent ?? '';
      return text.split(' ').map((word) => {
        const range = document.createRange();
        range.setStart(time.firstChild ?? time, text.indexOf(word));
        range.setEnd(time.firstChild ?? time, text.indexOf(word) + word.length);
        return range.getBoundingClientRect().left;
      });
    });
  expect(places.length).toBe(3);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test('a formula in a line that is wider than the screen scrolls in its place', async ({ page }) => {
  await openPage(page, './posts/showing-code/');
  const formula = await page.evaluateHandle(() => {
    const paragraph = document.querySelector('.prose p');
    const span = document.createElement('span');
    span.className = 'math-inline';
    const mathMl = 'http://www.w3.org/1998/Math/MathML';
    const math = span.appendChild(document.createElementNS(mathMl, 'math'));
    for (let term = 0; term < 120; term++) {
      const name = document.createElementNS(mathMl, term % 2 === 0 ? 'mi' : 'mo');
      name.textContent = term % 2 === 0 ? 'x' : '+';
      math.append(name);
    }
    paragraph?.append(span);
    return span;
  });
  await expect
    .poll(() => formula.evaluate((span) => span.scrollWidth > span.clientWidth))
    .toBe(true);
  expect(await measureExcess(page)).toBe(0);
});
