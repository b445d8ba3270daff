import type { Locator, Page, Route } from '@playwright/test';
import { expect, markPages, openPage, test, waitForApp } from '../support/fixtures.ts';

/** What the browser says of a request that fails, and the app of a start that does. */
const failedRequest = /Failed to load resource|net::ERR|The page works without its app/;
test.use({ expectedFaults: [failedRequest] });

/** The ways in which a file does not come. */
const faults: Readonly<Record<string, (route: Route) => Promise<void>>> = {
  'is not there': (route) => route.fulfill({ status: 404, body: '' }),
  'is answered with an error': (route) => route.fulfill({ status: 500, body: '' }),
  'is answered with a page': (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><p>Welcome' }),
  'is cut off': (route) => route.fulfill({ contentType: 'application/json', body: '{"schema":1,' }),
  'breaks the connection': (route) => route.abort('connectionreset'),
  'never comes': () => Promise.resolve(),
};

/** Puts a fault before the files that `pattern` matches; the function it gives takes it away. */
async function breakFiles(
  page: Page,
  pattern: string | RegExp,
  fault: keyof typeof faults,
): Promise<() => Promise<void>> {
  const handle = faults[fault];
  if (handle === undefined) throw new Error(`There is no fault ${fault}.`);
  await page.route(pattern, handle);
  return () => page.unroute(pattern, handle);
}

/** Lets the ten seconds pass after which a reader is told. */
async function wait(page: Page): Promise<void> {
  await page.clock.fastForward(10_000);
}

const action = (page: Page): Locator => page.getByRole('button', { name: /^(Try again|Reload)$/ });
const navigation = (page: Page, name: string): Locator =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name });

for (const fault of Object.keys(faults)) {
  test(`a list that ${fault} is said to, and comes when asked again`, async ({ page }) => {
    await page.clock.install();
    await openPage(page, './about/');
    const repair = await breakFiles(page, '**/data/v1/**', fault);
    await navigation(page, 'Archive').click();
    if (fault === 'never comes') {
      await expect(page.locator('main[aria-busy=true]')).toBeVisible();
      await expect(page.locator('.waiting-sign')).toBeVisible();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('About');
      await wait(page);
    }
    await expect(
      page.getByRole('heading', { name: 'These posts could not be loaded' }),
    ).toBeVisible();
    await expect(page.locator('.waiting-sign')).toHaveCount(0);
    await repair();
    await action(page).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Archive');
  });

  test(`a post of which nothing comes, as it ${fault}, says so, and comes when asked again`, async ({
    page,
  }) => {
    await page.clock.install();
    await openPage(page, './about/');
    const pattern = /\/posts\//;
    await navigation(page, 'Posts').click();
    const repair = await breakFiles(page, pattern, fault);
    await page.locator('main h3 a').last().click();
    if (fault === 'never comes') await wait(page);
    if (fault === 'is not there' || fault === 'is answered with a page') {
      // A deploy may have taken it away: the server has the last word.
      await repair();
      await page.waitForURL(/\/posts\//);
      await page.reload();
    } else {
      await expect(action(page)).toBeVisible();
      await repair();
      await action(page).click();
    }
    await expect(page.locator('.prose')).not.toBeEmpty();
  });

  // A text that is cut off, with its length, is a broken connection to the browser.
  if (fault === 'is cut off') continue;
  test(`a post whose text ${fault} is read from its finished page`, async ({ page }) => {
    await page.clock.install();
    await breakFiles(page, '**/posts/*.md', fault);
    await breakFiles(page, '**/posts/*/*.md', fault);
    await openPage(page, './');
    await page.locator('main h3 a', { hasText: 'Showing code' }).click();
    if (fault === 'never comes') await wait(page);
    await expect(page.locator('.prose')).toContainText('Name the language');
    await expect(page.locator('.prose pre').first()).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Showing code');
  });
}

test('a list that never comes does not hold up later visits', async ({ page }) => {
  await page.clock.install();
  await openPage(page, './about/');
  const repair = await breakFiles(page, '**/data/v1/**', 'never comes');
  await navigation(page, 'Archive').click();
  await expect(page.locator('.waiting-sign')).toBeVisible();
  await repair();
  await page.clock.fastForward(5000);
  await navigation(page, 'Keywords').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Keywords');
  await navigation(page, 'Archive').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Archive');
});

for (const address of ['./?q=code', './?keyword=writing']) {
  test.describe(`the script of ${address}`, () => {
    for (const fault of ['is answered with an error', 'breaks the connection', 'never comes']) {
      test(`that ${fault} is said to be missing`, async ({ page }) => {
        await page.clock.install();
        const repair = await breakFiles(page, /\/assets\/app-.*\.js/, fault);
        await page.goto(address);
        if (fault === 'never comes') await wait(page);
        await expect(page.locator('[data-static-note]')).toContainText(
          /could not be loaded|taking long/,
        );
        await repair();
        await markPages(page);
        // What never came may have come by now.
        if (fault === 'never comes') await page.reload();
        else await page.getByRole('button', { name: 'Reload' }).click();
        await waitForApp(page);
        await expect(page.locator('.status-line')).toContainText(/code|writing/);
      });
    }

    test('that a deploy has taken away has the page loaded once', async ({ page }) => {
      let asked = 0;
      await page.route(/\/assets\/app-.*\.js/, (route) =>
        asked++ < 2 ? route.fulfill({ status: 404, body: '' }) : route.fallback(),
      );
      await markPages(page);
      await page.goto(address);
      await expect(page.locator('.status-line')).toContainText(/matche?s?|about/);
    });

    test('that stays away does not have it loaded for ever', async ({ page }) => {
      let loads = 0;
      // A page that loads itself anew may never have come to its end before.
      page.on('request', (request) => (loads += request.isNavigationRequest() ? 1 : 0));
      await breakFiles(page, /\/assets\/app-.*\.js/, 'is not there');
      await page.goto(address);
      await expect.poll(() => loads).toBe(2);
      await expect(page.locator('[data-static-note]')).toContainText('could not be loaded');
      expect(loads).toBe(2);
    });
  });
}

for (const fault of ['is not there', 'breaks the connection']) {
  test(`the search’s own code, as it ${fault}, has the page loaded once and keeps the words`, async ({
    page,
  }) => {
    await openPage(page, './');
    const repair = await breakFiles(page, /\/assets\/search-posts-.*\.js/, fault);
    await page.getByRole('searchbox').pressSequentially('code');
    await page.waitForEvent('load');
    await repair();
    await waitForApp(page);
    await expect(page.getByRole('searchbox')).toHaveValue('code');
    await expect(page.locator('[data-results] a').first()).toBeVisible();
  });

  test(`the worker’s script, as it ${fault}, leaves posts readable`, async ({ page }) => {
    await breakFiles(page, /\/assets\/render-worker-.*\.js/, fault);
    await openPage(page, './');
    await page.locator('main h3 a', { hasText: 'Showing code' }).click();
    await expect(page.locator('.prose')).toContainText('Name the language');
    await expect(page.getByText('This post is shown as its source')).toHaveCount(0);
  });
}

/** Takes the network away. */
async function cut(page: Page, way: string): Promise<void> {
  if (way === 'is off') await page.context().setOffline(true);
  else await page.route('**/*', (route) => route.abort('connectionrefused'));
}

for (const way of ['is off', 'refuses']) {
  test.describe(`a network that ${way} after the app woke`, () => {
    test('leaves field, caret and titles, with a note in place', async ({ page }) => {
      await openPage(page, './');
      await cut(page, way);
      const field = page.getByRole('searchbox');
      await field.pressSequentially('show');
      await expect(page.locator('[data-results] a').first()).toContainText('Show');
      await expect(page.locator('[data-results] button')).toHaveText('Try again');
      await expect(field).toBeFocused();
      await field.pressSequentially('ing');
      await expect(field).toHaveValue('showing');
    });

    test('has routes say so in place', async ({ page }) => {
      await openPage(page, './');
      await cut(page, way);
      await navigation(page, 'About').click();
      await expect(action(page)).toBeVisible();
      await expect(page).toHaveURL(/\/about\/$/);
      await page.goBack();
      await expect(page.getByRole('searchbox')).toBeVisible();
    });
  });
}
