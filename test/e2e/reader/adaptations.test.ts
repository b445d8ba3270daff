/** Readers who have asked their browser for something: paper, colours, contrast, stillness, larger or wider text. */
import type { Page } from '@playwright/test';
import { expect, openPage, test } from '../support/fixtures.ts';
import { pageKinds } from '../support/page-kinds.ts';

const tour = './posts/a-tour-of-markdown/';

/** How much wider than the screen the page is. */
function measureExcess(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

/** A style of each element that `selector` finds. */
function readStyle(page: Page, selector: string, name: string): Promise<string[]> {
  return page
    .locator(selector)
    .evaluateAll(
      (elements, property) =>
        elements.map((element) => getComputedStyle(element).getPropertyValue(property)),
      name,
    );
}

test('no page is wider than 320 px, nor with the spacing that readers may set', async ({
  page,
}) => {
  test.slow();
  for (const path of [...pageKinds, './?keyword=writing', './?q=markdown']) {
    if (path.includes('?')) await openPage(page, path);
    else await page.goto(path);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await measureExcess(page), path).toBe(0);
    // WCAG 1.4.12.
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }' +
          'p { margin-block-end: 2em !important }',
      );
      document.adoptedStyleSheets = [sheet];
    });
    for (const width of [320, 640, 1280]) {
      await page.setViewportSize({ width, height: 640 });
      expect(await measureExcess(page), `${path} spaced at ${width} px`).toBe(0);
    }
  }
});

test('targets are large enough: 24 px, and 44 px for fingers where they stand alone', async ({
  page,
  browser,
  baseURL,
}) => {
  test.slow();
  const paths = ['./', tour, './keywords/', './archive/', './?q=markdown', './keywords/writing/'];
  for (const path of paths) {
    await openPage(page, path);
    expect(await findSmall(page, 24), path).toEqual([]);
  }
  const context = await browser.newContext({
    ...(baseURL !== undefined && { baseURL }),
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const phone = await context.newPage();
  for (const path of ['./', tour]) {
    await openPage(phone, path);
    expect(await findSmall(phone, 44, '.chip, .more, .tool, .button'), path).toEqual([]);
    expect(await findSmall(phone, 24), path).toEqual([]);
  }
  await context.close();
});

/** Controls whose target is smaller than `least` one way: all but links within sentences. */
function findSmall(
  page: Page,
  least: number,
  only = 'a, button, input, summary',
): Promise<string[]> {
  return page.evaluate(
    ([size, selector]) => {
      const controls = [...document.querySelectorAll<HTMLElement>(selector)].filter((control) => {
        const isInText =
          control.closest('.prose p, .prose li, .prose td, .hint, footer p, h1') !== null;
        return !isInText && control.checkVisibility({ visibilityProperty: true });
      });
      return controls.flatMap((control) => {
        // A box of which all is clipped is for the keyboard.
        if (control.matches('.skip-link')) return [];
        const { width, height } = control.getBoundingClientRect();
        const isSmall = height < size - 0.5 || width < size - 0.5;
        return isSmall ? [`${control.outerHTML.slice(0, 120)} ${width} × ${height}`] : [];
      });
    },
    [least, only] as const,
  );
}

test('on paper there is the text alone, black on white, with its links and what is folded', async ({
  page,
}) => {
  await openPage(page, tour);
  await page.getByRole('button', { name: /Theme/ }).click();
  await page.getByRole('button', { name: /Theme/ }).click();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  for (const gone of ['.site-header', '.site-footer', '.post-neighbours', '.related-posts']) {
    await expect(page.locator(gone).first(), gone).toBeHidden();
  }
  expect(await readStyle(page, 'body', 'background-color')).toEqual(['rgb(255, 255, 255)']);
  const written = await page
    .locator('.prose a[href^="https://commonmark.org"]')
    .first()
    .evaluate((link) => getComputedStyle(link, '::after').content);
  expect(written).toContain('https://commonmark.org');
  const folded = page.locator('.prose details p').first();
  expect(await folded.evaluate((text) => text.getBoundingClientRect().height)).toBeGreaterThan(0);
});

test('in the colours of the system a chosen chip and found words are told apart', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await openPage(page, './?keyword=writing');
  const system = (colour: string): Promise<string> =>
    page.evaluate((name) => {
      const probe = document.body.appendChild(document.createElement('mark'));
      probe.style.setProperty('forced-color-adjust', 'none');
      probe.style.backgroundColor = name;
      const value = getComputedStyle(probe).backgroundColor;
      probe.remove();
      return value;
    }, colour);
  expect(await readStyle(page, '.chip[aria-current]', 'background-color')).toEqual([
    await system('Highlight'),
  ]);
  await openPage(page, './?q=markdown');
  await expect(page.locator('.search-results mark').first()).toBeVisible();
  const marks = await readStyle(page, '.search-results mark', 'background-color');
  expect(new Set(marks)).toEqual(new Set([await system('Mark')]));
});

test('with more contrast quiet text is as dark as any, and without motion nothing fades', async ({
  page,
}) => {
  await page.emulateMedia({ contrast: 'more', reducedMotion: 'reduce' });
  await openPage(page, tour);
  const [ink] = await readStyle(page, 'h1', 'color');
  const quiet = await readStyle(page, '.post-meta, .table-of-contents a', 'color');
  expect(new Set(quiet)).toEqual(new Set([ink]));
  const durations = await readStyle(page, 'a, button', 'transition-duration');
  expect(new Set(durations)).toEqual(new Set(['0s']));
});

test('a link opened with a key or the middle button is the browser’s own, and can be dragged', async ({
  page,
  context,
}) => {
  test.slow();
  await openPage(page, './');
  const before = page.url();
  const links = [
    page.locator('main h3 a').first(),
    page.locator('.chip').first(),
    page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Archive' }),
  ];
  for (const link of links) {
    const href = await link.evaluate((element) => (element as HTMLAnchorElement).href);
    for (const options of [
      { modifiers: ['ControlOrMeta' as const] },
      { button: 'middle' as const },
    ]) {
      const opened = context.waitForEvent('page');
      await link.click(options);
      const other = await opened;
      await other.waitForURL(href);
      await other.close();
    }
    const isLeft = await link.evaluate((element) =>
      element.dispatchEvent(new DragEvent('dragstart', { bubbles: true, cancelable: true })),
    );
    expect(isLeft).toBe(true);
  }
  expect(page.url()).toBe(before);
});

test('the browser finds words anywhere in a page', async ({ page }) => {
  for (const [path, words] of [
    ['./archive/', 'Bye bye'],
    [tour, 'with a link back to where you were'],
  ] as const) {
    await openPage(page, path);
    const isFound = await page.evaluate(
      (text) => (window as unknown as { find: (text: string) => boolean }).find(text),
      words,
    );
    expect(isFound, words).toBe(true);
  }
});
