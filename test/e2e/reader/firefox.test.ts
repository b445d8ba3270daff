import { test } from '@playwright/test';
import { expect, getSite } from '../support/fixtures.ts';
import { type FirefoxPage, firefoxProgram, noFirefox, openFirefox } from '../support/firefox.ts';
import { pageKinds } from '../support/page-kinds.ts';

/** In Firefox's own way of reading the policy, of which no page may hear anything. */
test.describe('in Firefox', () => {
  // One browser for all.
  test.describe.configure({ mode: 'default' });
  test.skip(firefoxProgram === undefined, noFirefox);
  let page: FirefoxPage;
  const blog = getSite('root').url;

  test.beforeAll(async () => {
    if (firefoxProgram === undefined) return;
    page = await openFirefox({ program: firefoxProgram, origin: new URL(blog).origin });
  });
  test.afterAll(() => page?.close());

  test('the policy is in force, and what it forbids is told', async () => {
    await page.goto(blog);
    const outcome = await page.evaluate(`(() => {
      try { document.createElement('div').innerHTML = '<b></b>'; return 'taken'; } catch { return 'refused'; }
    })()`);
    expect(outcome).toBe('refused');
    await page.evaluate(
      `document.body.append(Object.assign(new Image(), { src: 'https://pictures.example/' }))`,
    );
    // The page tells it and the console names it, in either order; the next test hears of neither.
    const told: string[] = [];
    const hear = (): string => {
      told.push(...page.takeTold());
      return told.join('\n');
    };
    await expect.poll(hear).toMatch(/policy: img-src https:\/\/pictures\.example/);
    await expect.poll(hear).toMatch(/console: Content-Security-Policy: .*pictures\.example/);
  });

  test('no page of any kind has the policy forbid anything, nor the console name a fault', async () => {
    for (const path of [...pageKinds, './?keyword=writing', './?q=markdown', './preview/']) {
      await page.goto(new URL(path, blog).href);
      await page.awake();
      expect(page.takeTold(), path).toEqual([]);
    }
  });

  test('nothing that readers do has it forbid anything', async () => {
    await page.goto(blog);
    await page.awake();
    await page.click('button[aria-label^="Theme"]');
    await page.click('a.chip[aria-label^="writing,"]');
    await page.waitFor(`location.search === '?keyword=writing'`);
    await page.click('input[type=search]');
    await page.press(...'markdown');
    await page.waitFor(`document.querySelector('main mark') !== null`);
    for (const name of ['archive/', 'keywords/', 'about/', '']) {
      await page.click(`header nav a[href="/${name}"]`);
      await page.waitFor(
        `document.querySelector('header nav [aria-current]')?.pathname === '/${name}'`,
      );
    }
    await page.click('main a[href$="/posts/showing-code/"]');
    await page.waitFor(
      `document.querySelector('.prose')?.textContent.includes('Name the language')`,
    );
    await page.click('.prose button.copy');
    await page.press('?');
    await page.waitFor(`document.querySelector('dialog[open]') !== null`);
    await page.press('Escape');
    await page.waitFor(`document.querySelector('dialog[open]') === null`);
    await page.back();
    await page.waitFor(`document.querySelector('main h3 a') !== null`);
    expect(page.takeTold()).toEqual([]);
  });
});
