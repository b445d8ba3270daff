import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  expect,
  getSite,
  markPages,
  missingDocument,
  openPage,
  test,
  waitForApp,
} from '../support/fixtures.ts';
import { pageKinds } from '../support/page-kinds.ts';
import { watchViolations } from '../support/violations.ts';

test.describe('the policy', () => {
  test.use({ expectedFaults: [/TrustedHTML/] });

  test('is in force', async ({ page }) => {
    const violations = await watchViolations(page);
    await openPage(page, './');
    const outcome = await page.evaluate(() => {
      try {
        document.createElement('div').innerHTML = '<b></b>';
        return 'taken';
      } catch {
        return 'refused';
      }
    });
    expect(outcome).toBe('refused');
    await expect.poll(() => violations.length).toBe(1);
  });
});

test.describe('forbids nothing that', () => {
  test('any page does', async ({ page }) => {
    const violations = await watchViolations(page);
    for (const path of [...pageKinds, './?keyword=writing', './?q=markdown']) {
      await openPage(page, path);
      await page.waitForLoadState('networkidle');
    }
    expect(violations).toEqual([]);
  });

  test('a page at an old address does', async ({ page }) => {
    const violations = await watchViolations(page);
    await markPages(page);
    await page.goto('./posts/from-hugo/');
    await expect(page).toHaveURL(/\/posts\/moving-in-from-hugo\/$/);
    await waitForApp(page);
    expect(violations).toEqual([]);
  });

  test.describe('the missing page does', () => {
    test.use({ expectedFaults: [missingDocument] });

    test('with posts near the address', async ({ page }) => {
      const violations = await watchViolations(page);
      await openPage(page, './posts/showing-cod/');
      await expect(page.getByRole('link', { name: 'Showing code' })).toBeVisible();
      expect(violations).toEqual([]);
    });
  });

  test('readers do', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const violations = await watchViolations(page);
    await openPage(page, './');
    await page.getByRole('button', { name: 'Theme: automatic' }).click();
    await page.getByRole('link', { name: /^writing, \d+ posts$/ }).click();
    await expect(page).toHaveURL(/\?keyword=writing$/);
    await page.getByRole('searchbox').fill('markdown');
    await expect(page.locator('main mark').first()).toBeVisible();
    const main = page.getByRole('navigation', { name: 'Main' });
    for (const name of ['Archive', 'Keywords', 'About', 'Posts']) {
      await main.getByRole('link', { name, exact: true }).click();
      await expect(main.locator('[aria-current=page]')).toHaveText(name);
    }
    await page.getByRole('link', { name: 'Showing code', exact: true }).click();
    await expect(page.locator('.prose')).toContainText('Name the language');
    await page.locator('.prose').getByRole('button', { name: /copy/i }).first().click();
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.goBack();
    await expect(page.locator('main h3 a').first()).toBeVisible();
    expect(violations).toEqual([]);
  });

  test('keys do', async ({ page }) => {
    const violations = await watchViolations(page);
    await openPage(page, './posts/showing-code/');
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.locator('dialog')).toHaveCount(0);
    await page.keyboard.press('/');
    await expect(page.getByRole('searchbox')).toBeFocused();
    await page.keyboard.type('wasm');
    await expect(page.locator('main mark').first()).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Search');
    expect(violations).toEqual([]);
  });

  test.describe('the app does', () => {
    test.use({ expectedFaults: [/net::ERR_(?:FAILED|INTERNET_DISCONNECTED)/] });

    test('where a connection, a post or a picture fails', async ({ page, context }) => {
      const violations = await watchViolations(page);
      await page.route(/\/dusk\.png$/, (route) => route.abort());
      // Before the page is there: a post whose link is in view is fetched ahead. Its finished page is the other way.
      await page.route(/\/posts\/showing-code\/(?:post\.json)?$/, (route) => route.abort());
      await openPage(page, './posts/pictures-beside-the-words/');
      await page.locator('.prose img[src$="dusk.png"]').scrollIntoViewIfNeeded();
      await expect(page.locator('.prose img[data-failed]')).toBeVisible();
      const showing = page.getByRole('link', { name: 'Showing code' }).first();
      await showing.click();
      await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
      await page.goBack();
      await context.setOffline(true);
      await page.getByRole('navigation', { name: 'Main' }).getByText('Archive').click();
      await expect(page.getByText('You are offline')).toBeVisible();
      await context.setOffline(false);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Archive');
      expect(violations).toEqual([]);
    });
  });

  test.describe('a post dropped in does', () => {
    test.use({ expectedFaults: [missingDocument] });

    test('with a film and a picture of other sites, reached from another page', async ({ page }, {
      project,
    }) => {
      const file = join(getSite(project.name).outDir, 'posts/a-film.md');
      writeFileSync(
        file,
        '+++\ntitle = "A film"\n+++\n{{ vimeo(id="12345678") }}\n\n![](https://pictures.example/a.png)\n',
      );
      const violations = await watchViolations(page);
      await openPage(page, './about/');
      // As a link in a text would lead there: without leaving the page that came first.
      await page.evaluate(() => {
        const link = document.querySelector<HTMLAnchorElement>('.prose a[href*="/posts/"]');
        if (link !== null) link.href = link.href.replace(/posts\/.*$/, 'posts/a-film/');
        link?.click();
      });
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('A film');
      const prose = page.locator('.prose');
      await expect(prose.getByRole('link', { name: 'player.vimeo.com' })).toBeVisible();
      await expect(prose.getByRole('link', { name: 'pictures.example' })).toBeVisible();
      await expect(prose.locator('iframe, img')).toHaveCount(0);
      expect(violations).toEqual([]);
    });
  });
});
