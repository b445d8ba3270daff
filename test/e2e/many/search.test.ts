import type { Locator, Page, Route } from '@playwright/test';
import { expect, openPage, test } from '../support/fixtures.ts';
import { createGate } from '../support/gate.ts';
import { notes } from './many-notes.ts';

/** Files of the index but its root, and all of them. */
const indexFile = /\/data\/v1\/s\/(?!root)[^/]*$/;
const anyIndexFile = /\/data\/v1\/s\//;
const searchCode = /\/assets\/search-posts-[^/]*\.js$/;

const getField = (page: Page): Locator => page.getByRole('searchbox', { name: 'Search posts' });
const getResults = (page: Page): Locator => page.locator('[data-results]');
const getTitles = (page: Page): Locator => getResults(page).locator('li > h2 a');
const getStatus = (page: Page): Locator => page.locator('.status-line p');
const failedNote = 'Full-text search did not load. These are title matches only.';

/** Types `text` key by key, as a reader does. */
async function typeWords(page: Page, text: string): Promise<void> {
  await getField(page).focus();
  await getField(page).pressSequentially(text);
}

/** Results in view that have no excerpt yet. */
function countBareRows(page: Page): Promise<number> {
  return page.evaluate(() => {
    const rows = [...document.querySelectorAll('[data-results] li')].filter((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    });
    return rows.filter((row) => row.querySelector(':scope > p') === null).length;
  });
}

test.describe('the keyboard', () => {
  test('goes through the results and back to the field', async ({ page }) => {
    await openPage(page, './');
    await typeWords(page, 'quince');
    await expect(getStatus(page)).toHaveText('2 posts match “quince”');
    await expect(getField(page)).toBeFocused();
    const links = getResults(page).getByRole('link');
    await page.keyboard.press('ArrowDown');
    await expect(links.first()).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(links.nth(1)).toBeFocused();
    await page.keyboard.press('End');
    await expect(links.last()).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(links.last()).toBeFocused();
    await page.keyboard.press('Home');
    await expect(links.first()).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(getField(page)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    await expect(getField(page)).toBeFocused();
    await expect(getField(page)).toHaveValue('quince');
    await page.keyboard.press('Escape');
    await expect(getField(page)).toHaveValue('');
    await expect(getField(page)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  });

  test('opens a result, and Back restores results, focus and scroll', async ({ page }) => {
    await openPage(page, './');
    await typeWords(page, 'short');
    await expect(getTitles(page)).toHaveCount(20);
    await page.getByRole('button', { name: 'Show 20 more' }).click();
    await expect(getTitles(page)).toHaveCount(40);
    const chosen = getTitles(page).nth(30);
    await chosen.focus();
    const title = await chosen.innerText();
    const titles = await getTitles(page).allInnerTexts();
    // An excerpt that comes late makes its row higher.
    await expect.poll(() => countBareRows(page)).toBe(0);
    const scroll = await page.evaluate(() => scrollY);
    expect(scroll).toBeGreaterThan(500);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await page.goBack();
    await expect(getTitles(page)).toHaveCount(40);
    await expect(chosen).toBeFocused();
    await expect(getField(page)).toHaveValue('short');
    expect(await getTitles(page).allInnerTexts()).toEqual(titles);
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(scroll);
  });

  test('commits the address with Enter and opens nothing', async ({ page }) => {
    await openPage(page, './');
    await typeWords(page, 'quince');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/\?q=quince$/);
    await expect(getField(page)).toBeFocused();
    await page.goBack();
    await expect(page).toHaveURL(/\/$/);
    await expect(getField(page)).toHaveValue('');
  });
});

test('keeps the focus on a result while its excerpt arrives', async ({ page }) => {
  const gate = createGate();
  await openPage(page, './?q=short');
  await expect(getTitles(page)).toHaveCount(20);
  await page.getByRole('searchbox').fill('');
  await page.route(indexFile, async (route) => {
    await gate.passed;
    await route.continue().catch(() => undefined);
  });
  await typeWords(page, 'note');
  const second = getTitles(page).nth(1);
  await expect(second).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(second).toBeFocused();
  gate.open();
  await expect(getResults(page).locator('li > p').nth(1)).toBeVisible();
  await expect(second).toBeFocused();
});

test('shows more from the first new result on, however many titles match', async ({ page }) => {
  await openPage(page, './');
  await page.getByRole('link', { name: 'Older posts' }).click();
  await expect(page.locator('main h3 a')).toHaveCount(40);
  await typeWords(page, 'note');
  await expect(getStatus(page)).toHaveText(/^[\d,]+ posts match “note”$/);
  const before = await getTitles(page).allInnerTexts();
  await page.getByRole('button', { name: /^Show \d+ more$/ }).click();
  await expect(getTitles(page).nth(before.length)).toBeFocused();
  expect((await getTitles(page).allInnerTexts()).slice(0, before.length)).toEqual(before);
});

test('a section link lands on the section with the words lit, until they are unmarked', async ({
  page,
}) => {
  await openPage(page, './');
  await typeWords(page, 'secateurs');
  await expect(getResults(page).locator('mark').first()).toHaveText('secateurs');
  await getResults(page).getByRole('link', { name: 'Tools that help' }).click();
  await expect(page).toHaveURL(/\/posts\/quince\/\?q=secateurs#tools-that-help$/);
  const heading = page.getByRole('heading', { name: 'Tools that help' });
  await expect(heading).toBeFocused();
  await expect(heading).toBeInViewport();
  const countLit = (): Promise<number> =>
    page.evaluate(() => CSS.highlights.get('rubric-search')?.size ?? 0);
  await expect.poll(countLit).toBe(1);
  await page.getByRole('button', { name: 'Remove marks' }).click();
  await expect.poll(countLit).toBe(0);
  await expect(page).toHaveURL(/\/posts\/quince\/#tools-that-help$/);
});

test('a section is reached too when its post is long in coming', async ({ page }) => {
  const gate = createGate();
  await page.route(/\/posts\/quince\/post\.json/, async (route) => {
    await gate.passed;
    await route.continue();
  });
  await openPage(page, './?q=secateurs');
  await getResults(page).getByRole('link', { name: 'Tools that help' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Pruning the quince' })).toBeFocused();
  gate.open();
  const heading = page.getByRole('heading', { name: 'Tools that help' });
  await expect(heading).toBeFocused();
  await expect(heading).toBeInViewport();
});

test('an older answer never replaces a newer one', async ({ page }) => {
  const gate = createGate();
  let isHolding = true;
  const held: string[] = [];
  await page.route(indexFile, async (route) => {
    if (isHolding) {
      held.push(route.request().url());
      await gate.passed;
    }
    await route.continue().catch(() => undefined);
  });
  await openPage(page, './');
  await getField(page).fill('harmless');
  await expect(page.getByText('Searching the full text…')).toBeVisible();
  expect(held).not.toEqual([]);
  isHolding = false;
  const late = page.waitForResponse((response) => held.includes(response.url()));
  await getField(page).fill('quince');
  gate.open();
  await expect(getStatus(page)).toHaveText('2 posts match “quince”');
  await late;
  await page.waitForLoadState('networkidle');
  await expect(getStatus(page)).toHaveText('2 posts match “quince”');
  await expect(getTitles(page)).toHaveText([/quince/, /Jam/]);
});

test('searches without the network when the files are there', async ({ page, context }) => {
  await openPage(page, './?q=quince');
  await expect(getStatus(page)).toHaveText('2 posts match “quince”');
  // Posts in view are fetched ahead: one on its way would fail.
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await getField(page).fill('quin');
  await expect(getStatus(page)).toHaveText('2 posts match “quin”');
  await getField(page).fill('quince');
  await expect(getTitles(page)).toHaveCount(2);
  await expect(page.getByText(failedNote)).toBeHidden();
});

test.describe('without a usable index', () => {
  test.use({ expectedFaults: [/Failed to load resource/] });

  const damages: readonly {
    readonly name: string;
    readonly spoil: (route: Route) => Promise<void>;
  }[] = [
    {
      name: 'truncated',
      spoil: async (route) => {
        const response = await route.fetch();
        const body = await response.body();
        await route.fulfill({ response, body: body.subarray(0, body.length >> 1) });
      },
    },
    {
      name: 'damaged',
      spoil: async (route) => {
        const response = await route.fetch();
        const body = Buffer.from(await response.body());
        for (let at = 8; at < body.length; at += 3) body[at] = (body[at] ?? 0) ^ 0x5a;
        await route.fulfill({ response, body });
      },
    },
    { name: 'missing', spoil: (route) => route.fulfill({ status: 404, body: 'No' }) },
    { name: 'unreachable', spoil: (route) => route.abort() },
  ];

  for (const { name, spoil } of damages) {
    test(`says so when its files are ${name}, shows titles, and tries again`, async ({ page }) => {
      await page.route(anyIndexFile, spoil);
      await openPage(page, './');
      const title = await page.locator('main h3 a').first().innerText();
      await getField(page).fill(title);
      await expect(page.getByText(failedNote)).toBeVisible();
      await expect(getTitles(page).first()).toHaveText(title);
      await expect(getStatus(page)).toHaveText(`1 title matches “${title}”`);
      await page.unrouteAll({ behavior: 'wait' });
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect(page.getByText(failedNote)).toBeHidden();
      await expect(getTitles(page).first()).toHaveText(title);
      await getField(page).fill('secateurs');
      await expect(getTitles(page)).toHaveText(['Pruning the quince']);
    });
  }

  test('shows titles when its code did not come, and loads it again', async ({ page }) => {
    await page.route(searchCode, (route) => route.abort());
    await openPage(page, './');
    const title = await page.locator('main h3 a').first().innerText();
    await getField(page).fill(title);
    await expect(page.getByText(failedNote)).toBeVisible();
    await expect(getStatus(page)).toHaveText(`1 title matches “${title}”`);
    await expect(getTitles(page)).toHaveText([title]);
    await page.unrouteAll({ behavior: 'wait' });
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByText(failedNote)).toBeHidden();
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await getField(page).fill('secateurs');
    await expect(getTitles(page)).toHaveText(['Pruning the quince']);
  });

  test('asks again by itself when the connection is back', async ({ page, context }) => {
    await openPage(page, './?q=quince');
    await expect(getStatus(page)).toHaveText('2 posts match “quince”');
    await page.route(anyIndexFile, (route) => route.abort());
    await context.setOffline(true);
    await getField(page).fill('zither');
    await expect(page.getByText(/^You are offline/)).toBeVisible();
    await getField(page).fill('quince');
    await expect(getStatus(page)).toHaveText('2 posts match “quince”');
    await getField(page).fill('zither');
    await expect(page.getByText(/^You are offline/)).toBeVisible();
    await page.unrouteAll({ behavior: 'wait' });
    await context.setOffline(false);
    await expect(page.getByText(/^You are offline/)).toBeHidden();
    await expect(getStatus(page)).toHaveText('No posts match “zither”.');
  });

  test('says that it is offline', async ({ page, context }) => {
    await openPage(page, './');
    await getField(page).fill('note');
    await expect(getTitles(page).first()).toBeVisible();
    await page.route(anyIndexFile, (route) => route.abort());
    await context.setOffline(true);
    await getField(page).fill('zither');
    await expect(
      page.getByText('You are offline. Searching titles, and posts saved on this device.'),
    ).toBeVisible();
    await expect(page.getByText(failedNote)).toBeHidden();
  });
});

test('the address reproduces the view', async ({ page }) => {
  await openPage(page, './?q=quince&keyword=stone');
  const look = async (): Promise<void> => {
    await expect(getField(page)).toHaveValue('quince');
    await expect(getStatus(page)).toHaveText('1 post matches “quince” in stone');
    await expect(getTitles(page)).toHaveText(['Pruning the quince']);
    await expect(page.getByRole('link', { name: 'stone, 1 post, selected' })).toBeVisible();
    await expect(page).toHaveTitle(/^“quince” \(1 post\)/);
  };
  await look();
  await page.reload();
  await look();
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect(getField(page)).toHaveValue('');
  await expect(page).not.toHaveURL(/q=/);
  await page.goBack();
  await look();
});

test('chips count within the search', async ({ page }) => {
  await openPage(page, './');
  await getField(page).fill('quince');
  const chips = page.getByRole('group', { name: 'Filter by keyword' });
  await expect(chips.getByRole('link', { name: 'orchard, 2 posts' })).toBeVisible();
  await chips.getByRole('link', { name: 'stone, 1 post' }).click();
  await expect(getStatus(page)).toHaveText('1 post matches “quince” in stone');
  await expect(page).toHaveURL(/\/\?q=quince&keyword=stone$/);
  await expect(chips.getByRole('link', { name: 'orchard, 1 post' })).toBeVisible();
  await getField(page).fill('secateurs');
  await expect(getStatus(page)).toHaveText('1 post matches “secateurs” in stone');
});

const isSameFirst = (page: Page): Promise<boolean> =>
  page.evaluate(
    () =>
      (window as unknown as { first: Element }).first ===
      document.querySelector('[data-results] li'),
  );

test.describe('chips of rare keywords', () => {
  /** Words of keywords that many posts have, so that no list tells all that have both. */
  const words = ['river', 'stone'];
  const found = notes.filter(({ slugs }) =>
    words.every((word) => slugs.some((slug) => slug.split('-').includes(word))),
  );
  const nameChip = (slug: string): string => {
    const count = found.filter(({ slugs }) => slugs.includes(slug)).length;
    return `${slug.replace('-', ' ')}, ${count} posts`;
  };
  const common = nameChip('lantern');
  const rare = nameChip('pale-river');
  const unfold = async (page: Page, before?: () => Promise<void>): Promise<Locator> => {
    await openPage(page, './');
    await getField(page).fill(words.join(' '));
    await expect(getStatus(page)).toHaveText(new RegExp(`^${found.length} posts match`));
    const chips = page.getByRole('group', { name: 'Filter by keyword' });
    await expect(chips.getByRole('link', { name: common, exact: true })).toBeVisible();
    await page.evaluate(() =>
      Object.assign(window, { first: document.querySelector('[data-results] li') }),
    );
    await before?.();
    await chips.getByRole('button', { name: /^All \d+ keywords/ }).click();
    return chips;
  };
  test('count within the search when they are unfolded, and leave the results alone', async ({
    page,
  }) => {
    const chips = await unfold(page);
    await expect(chips.getByRole('link', { name: rare, exact: true })).toBeVisible();
    await expect(chips.getByRole('link', { name: common, exact: true })).toBeVisible();
    expect(await isSameFirst(page)).toBe(true);
  });

  test.describe('without a connection', () => {
    test.use({ expectedFaults: [/ERR_INTERNET_DISCONNECTED|Failed to load resource/] });

    test('leave the results as they are', async ({ page, context }) => {
      const chips = await unfold(page, () => context.setOffline(true));
      await expect(chips.getByRole('link', { name: /^pale river, \d+ posts$/ })).toBeVisible();
      await expect(getStatus(page)).toHaveText(new RegExp(`^${found.length} posts match`));
      await expect(getResults(page).getByText(failedNote)).toHaveCount(0);
      expect(await isSameFirst(page)).toBe(true);
    });
  });
});

test('sorts by date on request', async ({ page }) => {
  await openPage(page, './');
  await getField(page).fill('quince');
  await expect(getTitles(page)).toHaveText([/quince/, /Jam/]);
  const button = page.getByRole('button', { name: 'Newest first' });
  await expect(button).toHaveAttribute('aria-pressed', 'false');
  await button.click();
  await expect(getTitles(page)).toHaveText([/Jam/, /quince/]);
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await expect(button).toBeFocused();
  await expect(page).toHaveURL(/\/\?q=quince&order=newest$/);
  await page.reload();
  await expect(getTitles(page)).toHaveText([/Jam/, /quince/]);
  await button.click();
  await expect(getTitles(page)).toHaveText([/quince/, /Jam/]);
});

test('says that nothing matches, and what may be meant', async ({ page }) => {
  await openPage(page, './?keyword=stone');
  await getField(page).fill('zzzqqq');
  await expect(getStatus(page)).toHaveText('No posts match “zzzqqq”.');
  await expect(getTitles(page)).toHaveCount(0);
  await expect(getResults(page).getByRole('heading', { name: 'Keywords' })).toBeVisible();
  await getResults(page).getByRole('link', { name: 'Search in all keywords' }).click();
  await expect(page).toHaveURL(/\/\?q=zzzqqq$/);
  await expect(page.getByRole('link', { name: 'Search in all keywords' })).toBeHidden();
});

test('forgives a slip of the keys, and lights what was meant in the post', async ({ page }) => {
  await openPage(page, './');
  await typeWords(page, 'secatuers');
  await expect(getTitles(page)).toHaveText(['Pruning the quince']);
  await expect(getResults(page).getByText('Searched instead for')).toContainText('secateurs');
  await getTitles(page).click();
  await expect(page.getByRole('button', { name: 'Remove marks' })).toBeVisible();
});

test('leaves out what is excluded, from the titles too', async ({ page }) => {
  await openPage(page, './');
  await getField(page).fill('quince -pruning');
  await expect(getTitles(page)).toHaveText([/Jam/]);
});

const hostile = [
  { name: 'a lone surrogate', text: 'note \ud800' },
  { name: '__proto__', text: '__proto__ constructor toString hasOwnProperty' },
  { name: '10,000 characters', text: 'lorem '.repeat(1667) },
  { name: '10,000 letters', text: 'x'.repeat(10_000) },
  { name: 'signs of regular expressions', text: '(a+)+$ [^] \\ .* {2,} ?<= |' },
  { name: 'a bidi override', text: '\u202enote\u202c \u2066x' },
  { name: 'only punctuation', text: '…!?—""\'\'()[]{}' },
  { name: 'emoji', text: '👩‍👩‍👧‍👦 🇩🇪 \u{1f3f4}\u{e0067}' },
  { name: 'markup', text: '<img src=x onerror=alert(1)>&amp;' },
  { name: 'dashes and open quotes', text: '- -- -" "a -"b' },
];

for (const { name, text } of hostile) {
  test(`takes ${name}`, async ({ page }) => {
    await openPage(page, './');
    await expect(getField(page)).toBeVisible();
    await getField(page).evaluate((field: HTMLInputElement, value) => {
      field.focus();
      field.value = value;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, text);
    await expect(getStatus(page)).toHaveText(/match|No post has every word/);
    await expect(page.getByText(failedNote)).toBeHidden();
    await getField(page).fill('quince');
    await expect(getStatus(page)).toHaveText('2 posts match “quince”', { timeout: 5000 });
  });
}
