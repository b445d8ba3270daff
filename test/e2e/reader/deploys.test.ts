import type { Page } from '@playwright/test';
import {
  expect,
  markPages,
  openPage,
  test,
  waitForApp,
  waitForTakeOver,
} from '../support/fixtures.ts';
import { samplePosts } from '../support/sample-posts.ts';

/** Lets the page at `path` be of another deploy than the files it loads. */
async function changeHtml(
  page: Page,
  path: string,
  change: (html: string) => string,
): Promise<void> {
  await page.route(
    (url) => url.pathname.endsWith(path),
    async (route) => {
      if (route.request().resourceType() !== 'document') return route.fallback();
      const response = await route.fetch();
      const html = await response.text();
      expect(change(html)).not.toBe(html);
      return route.fulfill({ response, body: change(html) });
    },
  );
}

/** Opens a post, and expects that its app does not start and that it reads and leads on all the same. */
async function expectAlive(page: Page): Promise<void> {
  const failure = page.waitForEvent('console', (message) =>
    message.text().startsWith('The page works without its app'),
  );
  await page.goto('./posts/showing-code/');
  await page.mouse.move(5, 5);
  await failure;
  await expect(page.locator('.prose')).toContainText('Name the language');
  await page.getByRole('navigation', { name: 'Adjacent posts' }).locator('[rel=next]').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pictures beside the words');
}

const stale: readonly (readonly [string, (html: string) => string])[] = [
  ['of another form', (html) => html.replace('{"schema":1,', '{"schema":99,')],
  ['that is cut off', (html) => html.replace(/(id="rubric-data">.{40}).*?(<\/script>)/s, '$1$2')],
  ['that is missing', (html) => html.replace(/<script[^>]*id="rubric-data">.*?<\/script>/s, '')],
];

for (const [name, change] of stale) {
  test(`a post with data ${name} is taken over all the same`, async ({ page }) => {
    await changeHtml(page, '/posts/showing-code/', change);
    await markPages(page);
    await page.goto('./posts/showing-code/');
    const body = await page.locator('.prose').elementHandle();
    await waitForApp(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Showing code');
    await expect(page.locator('.prose')).toHaveCount(1);
    expect(await body?.evaluate((node) => node === document.querySelector('.prose'))).toBe(true);
    await page.getByRole('navigation', { name: 'Adjacent posts' }).locator('[rel=next]').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pictures beside the words');
  });

  test(`home with data ${name} is taken over all the same`, async ({ page }) => {
    await changeHtml(page, '/', change);
    await openPage(page, './');
    await expect(page.locator('main h3 a')).toHaveText(samplePosts.map(({ title }) => title));
    await page.getByRole('link', { name: /^writing, \d+ posts$/ }).click();
    await expect(page).toHaveURL(/\?keyword=writing$/);
  });
}

test.describe('a post whose text the app does not find', () => {
  test.use({ expectedFaults: [/The page works without its app/] });

  test('is left alive', async ({ page }) => {
    await changeHtml(page, '/posts/showing-code/', (html) =>
      html.replace('class="post-body', 'class="of-another-time'),
    );
    await expectAlive(page);
  });
});

test('home of an earlier build chooses among the posts of now', async ({ page }) => {
  await changeHtml(page, '/', (html) => html.replace(/("buildId":")[^"]*/, '$1earlier'));
  await openPage(page, './');
  await page.getByRole('link', { name: /^writing, \d+ posts$/ }).click();
  await expect(page).toHaveURL(/\?keyword=writing$/);
  const expected = samplePosts.filter(({ keywords }) => keywords.includes('writing'));
  await expect(page.locator('main h3 a')).toHaveText(expected.map(({ title }) => title));
});

test.describe('a file of the app that is gone', () => {
  test.use({ expectedFaults: [/status of 404|The page works without its app|preload/] });

  test('leaves a page alive: its links lead on', async ({ page }) => {
    // All but the script that the page names.
    await page.route(
      (url) => /\/assets\/(?!index-).*\.js$/.test(url.pathname),
      (route) => route.fulfill({ status: 404 }),
    );
    await expectAlive(page);
  });

  test('leaves it to the browser to open the page that was wanted', async ({ page }) => {
    await markPages(page);
    await page.goto('./');
    const gone = page.waitForResponse(/\/assets\/KeywordsPage-/);
    await page.route(/\/assets\/KeywordsPage-.*\.js$/, (route) => route.fulfill({ status: 404 }), {
      times: 1,
    });
    await waitForTakeOver(page);
    await gone;
    const loaded = page.waitForEvent('load');
    await page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: 'Keywords' })
      .click();
    await loaded;
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Keywords');
  });
});
