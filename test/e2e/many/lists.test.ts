import type { Locator, Page } from '@playwright/test';
import { createMeta } from '../../support/create-meta.ts';
import { publishLists } from '../../support/file-server.ts';
import { expect, getSite, openPage, test } from '../support/fixtures.ts';
import { countByHand, notes, readView, walkSelections } from './many-notes.ts';

const titles = (page: Page): Locator => page.locator('main h3 a');
const chips = (page: Page): Locator => page.getByRole('group', { name: 'Filter by keyword' });
const unfold = (page: Page): Promise<void> =>
  page.getByRole('button', { name: /^All \d+ keywords/ }).click();

test('older posts are added below, and the address follows', async ({ page }) => {
  await openPage(page, './');
  await expect(titles(page)).toHaveCount(20);
  await page.getByRole('link', { name: 'Older posts' }).click();
  await expect(titles(page)).toHaveCount(40);
  await expect(titles(page).nth(20)).toBeFocused();
  await expect(page).toHaveURL(/\/page\/2\/$/);
});

test('every page of the list has its own address, and together they have every post', async ({
  request,
}) => {
  const seen: string[] = [];
  for (let number = 1, isLast = false; !isLast; number++) {
    const response = await request.get(number === 1 ? './' : `./page/${number}/`);
    expect(response.status(), `page ${number}`).toBe(200);
    const html = await response.text();
    seen.push(...[...html.matchAll(/>(Note \d+)<\/a>/g)].map(([, title]) => title ?? ''));
    isLast = !html.includes('rel="next" href');
  }
  // Each once, in the order of their days.
  expect(seen.toSorted()).toEqual(notes.map(({ title }) => title).toSorted());
  const dayOf = new Map(notes.map(({ title, day }) => [title, day]));
  const days = seen.map((title) => dayOf.get(title) ?? '');
  expect(days).toEqual(days.toSorted().toReversed());
});

test('counts of 200 random selections are those of a count by hand', async ({ page }) => {
  test.setTimeout(120_000);
  await openPage(page, './');
  await unfold(page);
  const selections = drawSelections(200).map((slugs) => ({ slugs, expected: countByHand(slugs) }));
  const views = await walkSelections(
    page,
    selections.map(({ slugs, expected }) => ({
      query: slugs.map((slug) => `keyword=${slug}`).join('&'),
      line: expected.line,
    })),
  );
  expect(views).toHaveLength(200);
  for (const [at, { slugs, expected }] of selections.entries()) {
    const { chips: counts, titles: shown } = views[at] ?? { titles: [] };
    expect(counts, slugs.join(' + ')).toEqual(expected.chips);
    expect(shown, slugs.join(' + ')).toHaveLength(Math.min(20, expected.total));
    expect(shown.filter((title) => !expected.titles.has(title))).toEqual([]);
  }
});

test('clicks on chips lead to the same counts', async ({ page }) => {
  test.setTimeout(120_000);
  await openPage(page, './');
  await unfold(page);
  let clicks = 0;
  for (const selection of drawSelections(8)) {
    if (countByHand(selection).total === 0) continue;
    for (let length = 1; length <= selection.length; length++) {
      const chosen = selection.slice(0, length);
      await chips(page)
        .locator(`[data-slug="${chosen.at(-1) ?? ''}"]`)
        .click();
      const expected = countByHand(chosen);
      await expect(page.locator('.status-line p')).toHaveText(expected.line);
      await expect.poll(async () => (await readView(page)).chips).toEqual(expected.chips);
      clicks++;
    }
    await page.getByRole('button', { name: /^Clear/ }).click();
    await expect(page.locator('.status-line p')).toHaveText(/newest first/);
  }
  expect(clicks).toBeGreaterThan(8);
});

test('a choice fills the screen with the frame it is painted in', async ({ page }) => {
  await openPage(page, './');
  const slug = 'river';
  // Once before, so that its files are there and the list comes with the next frame.
  for (let click = 0; click < 2; click++) {
    await page.locator(`.chip[data-slug="${slug}"]`).click();
    await expect(page).toHaveURL(click === 0 ? /keyword=/ : /^[^?]*$/);
  }
  const first = await page.evaluate(
    (wanted) =>
      new Promise<{ readonly entries: number; readonly isFull: boolean }>((resolve) => {
        const line = document.querySelector('.status-line p');
        const before = line?.textContent;
        const look = (): void => {
          if (line?.textContent === before) return void requestAnimationFrame(look);
          const entries = [...document.querySelectorAll('.post-list li')];
          const bottom = entries.at(-1)?.getBoundingClientRect().bottom ?? 0;
          resolve({ entries: entries.length, isFull: bottom >= innerHeight });
        };
        requestAnimationFrame(look);
        document.querySelector<HTMLElement>(`.chip[data-slug="${wanted}"]`)?.click();
      }),
    slug,
  );
  expect(first.isFull).toBe(true);
  expect(first.entries).toBeLessThan(20);
  await expect(titles(page)).toHaveCount(20);
});

test('Back and Forward go through selections, and a deep link opens each', async ({ page }) => {
  const [first, second] = ['river', 'stone'];
  await openPage(page, './');
  const line = page.locator('.status-line p');
  const whole = await line.innerText();
  await chips(page).locator(`[data-slug="${first}"]`).click();
  await expect(line).toHaveText(countByHand([first]).line);
  await chips(page).locator(`[data-slug="${second}"]`).click();
  const both = countByHand([first, second]);
  await expect(line).toHaveText(both.line);
  await page.getByRole('link', { name: 'Older posts' }).click();
  await expect(titles(page)).toHaveCount(40);
  await expect(page).toHaveURL(/keyword=river&keyword=stone&page=2$/);
  const grown = await titles(page).allInnerTexts();
  // A post, and back to the grown list.
  await titles(page).nth(30).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(grown[30] ?? '');
  await page.goBack();
  await expect(titles(page)).toHaveText(grown);
  await page.goBack();
  await expect(line).toHaveText(countByHand([first]).line);
  await page.goBack();
  await expect(line).toHaveText(whole);
  await page.goForward();
  await expect(line).toHaveText(countByHand([first]).line);
  await page.goForward();
  await expect(line).toHaveText(both.line);

  await openPage(page, './?keyword=stone&keyword=river&page=2');
  await expect(titles(page)).toHaveText(grown.slice(20));
  await openPage(page, './keywords/river/page/3/');
  await expect(titles(page)).toHaveCount(20);
  await openPage(page, './archive/2022/05/');
  await expect(page.getByText(countMonth('2022-05'), { exact: true }).first()).toBeVisible();
});

test('each entry of the history keeps the title of its list', async ({ page }) => {
  await openPage(page, './');
  const names = [await page.title()];
  for (const slug of ['river', 'stone']) {
    await page.locator(`.chip[data-slug="${slug}"]`).click();
    await expect(page).toHaveURL(new RegExp(slug));
    await expect(page).toHaveTitle(new RegExp(slug));
    names.push(await page.title());
  }
  const session = await page.context().newCDPSession(page);
  const readNames = async (): Promise<readonly string[]> => {
    const { entries } = await session.send('Page.getNavigationHistory');
    return entries.slice(-names.length).map(({ title }) => title);
  };
  await expect.poll(readNames).toEqual(names);
});

test.describe('an unknown keyword', () => {
  // The overview names the commonest keywords only, so the server is asked for this one.
  test.use({ expectedFaults: [/Failed to load resource.*\/k\/nothing\//] });

  test('a selected keyword that no post has can be seen and taken back', async ({ page }) => {
    await openPage(page, './?keyword=river&keyword=nothing');
    await expect(page.locator('.status-line p')).toHaveText('0 posts about river and nothing');
    await unfold(page);
    await chips(page).getByRole('link', { name: 'nothing, 0 posts, selected' }).click();
    await expect(page.locator('.status-line p')).toHaveText(countByHand(['river']).line);
  });
});

test('the page of keywords copes with five hundred', async ({ page }) => {
  const labels = Array.from({ length: 500 }, (_, n) => `label ${n}`);
  const metas = labels.map((label, n) => createMeta({ path: `${n}.md`, keywords: [label] }));
  const { files } = publishLists(metas, 'labels');
  await openPage(page, './');
  await page.route('**/data/v1/keywords.json*', (route) =>
    route.fulfill({
      body: files.get('data/v1/keywords.json') ?? '',
      contentType: 'application/json',
    }),
  );
  await page.getByRole('link', { name: 'Keywords', exact: true }).first().click();
  const links = page.locator('.keywords-page li a');
  await expect(links).toHaveCount(500);
  await page.getByRole('searchbox', { name: 'Find a keyword' }).fill('label 49');
  await expect(links).toHaveCount(11);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
});

test('an empty blog says what to do', async ({ page }) => {
  await openPage(page, getSite('empty').url);
  await expect(page.getByText('Put a Markdown file into the posts folder')).toBeVisible();
});

function countMonth(month: string): string {
  return `${notes.filter(({ day }) => day.startsWith(month)).length} posts`;
}

/** Selections of one to three keywords, the same in every run; most have posts, some have none. */
function drawSelections(count: number): readonly (readonly string[])[] {
  // Those with names of one word are common: the page knows what they are called without a post that has them.
  const all = [...new Set(notes.flatMap(({ slugs }) => slugs))];
  const common = all.filter((slug) => !slug.includes('-')).toSorted();
  let seed = 11;
  const random = (limit: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * limit);
  };
  return Array.from({ length: count }, () => {
    const own = notes[random(notes.length)]?.slugs ?? [];
    const near = own.length > 0 && random(10) < 8 ? own : common;
    const wanted = 1 + random(3);
    return [...new Set(Array.from({ length: wanted }, () => near[random(near.length)] ?? 'river'))];
  });
}
