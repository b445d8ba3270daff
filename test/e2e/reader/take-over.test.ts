import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, Request } from '@playwright/test';
import { comparableBody, fetchBody, openInApp } from '../support/bodies.ts';
import {
  expect,
  getSite,
  markPages,
  movePointer,
  missingDocument,
  openPage,
  test,
  waitForApp,
} from '../support/fixtures.ts';
import { createGate, type Gate } from '../support/gate.ts';
import { recordFilm } from '../support/film.ts';
import { samplePosts } from '../support/sample-posts.ts';

/** Holds back scripts, all if no others are named, until the gate is opened. */
async function holdScripts(page: Page, name = /\/assets\/.*\.js/): Promise<Gate> {
  const gate = createGate();
  await page.route(name, async (route) => {
    await gate.passed;
    await route.continue();
  });
  return gate;
}

/** Waits until the app, which comes when the pointer moves, has replaced the element that the page has kept as `app`. */
async function waitForNewApp(page: Page): Promise<void> {
  await movePointer(page);
  await page.waitForFunction(
    () => document.getElementById('app') !== (window as unknown as { app: Element }).app,
  );
}

/** Distance of an element, that with focus unless another is named, from the top of the window. */
function readTop(page: Page, selector = ':focus'): Promise<number> {
  return page.locator(selector).evaluate((element) => element.getBoundingClientRect().top);
}

/** Less than anyone sees: a browser scrolls by whole pixels, and lines are not as high as that. */
const visiblePx = 1;

/** What may have focus before the app is there. */
const focusable = [
  ['a link in the text', './posts/a-tour-of-markdown/', '.prose p a[href^="http"]'],
  ['a link of the header', './posts/a-tour-of-markdown/', 'header nav a'],
  ['a sample of code that scrolls', './posts/showing-code/', '.prose pre'],
  ['a title of the list', './', 'main h3 a'],
] as const;

const supports = [
  ['a browser that moves nodes whole', (): void => undefined],
  // Safari and older browsers: a node that is moved loses what it was about.
  ['one that does not', (): void => void Reflect.deleteProperty(Element.prototype, 'moveBefore')],
] as const;

for (const [browser, prepare] of supports) {
  test(`keeps the very node of the text, the selection, the place and open folds in ${browser}`, async ({
    page,
  }) => {
    await page.addInitScript(prepare);
    // The script is held back until the reader has begun.
    const gate = await holdScripts(page);
    await page.goto('./posts/a-tour-of-markdown/', { waitUntil: 'commit' });
    const fold = page.locator('.prose details');
    await fold.locator('summary').click();
    const before = await page.evaluate(() => {
      const body = document.querySelector('.prose');
      const heading = document.getElementById('footnotes');
      heading?.scrollIntoView();
      if (heading !== null) getSelection()?.selectAllChildren(heading);
      Object.assign(window, { kept: body, app: document.getElementById('app') });
      return { selection: String(getSelection()) };
    });
    const top = await readTop(page, '#footnotes');
    gate.open();
    await waitForNewApp(page);
    const after = await page.evaluate(() => ({
      isSame: document.querySelector('.prose') === (window as unknown as { kept: Element }).kept,
      count: document.querySelectorAll('.prose').length,
      selection: String(getSelection()),
    }));
    expect(after).toEqual({ ...before, isSame: true, count: 1 });
    expect(Math.abs((await readTop(page, '#footnotes')) - top)).toBeLessThan(visiblePx);
    await expect(fold).toHaveAttribute('open', '');
  });

  for (const [name, path, selector] of focusable) {
    test(`keeps focus on ${name} in ${browser}`, async ({ page }) => {
      await page.addInitScript(prepare);
      // So narrow that code does not fit.
      await page.setViewportSize({ width: 390, height: 800 });
      const gate = await holdScripts(page);
      await page.goto(path, { waitUntil: 'commit' });
      const element = page.locator(selector).first();
      await element.focus();
      const text = await element.innerText();
      await page.evaluate(() => {
        Object.assign(window, { app: document.getElementById('app') });
      });
      const top = await readTop(page);
      gate.open();
      await waitForNewApp(page);
      await expect(page.locator(selector).first()).toBeFocused();
      await expect(page.locator(':focus')).toHaveText(text);
      expect(Math.abs((await readTop(page)) - top)).toBeLessThan(visiblePx);
    });
  }

  test(`keeps the line that is read in its place when a late font changes the lines above in ${browser}`, async ({
    page,
  }) => {
    await page.addInitScript(prepare);
    await page.setViewportSize({ width: 390, height: 800 });
    const gate = await holdScripts(page);
    await page.goto('./posts/a-tour-of-markdown/', { waitUntil: 'commit' });
    await page.locator('.prose p a[href^="http"]').first().focus();
    const before = { top: await readTop(page), scroll: await page.evaluate(() => scrollY) };
    await page.evaluate(() => {
      Object.assign(window, { app: document.getElementById('app') });
      // As where a title has one line in one font and two in the other.
      const late = new CSSStyleSheet();
      late.replaceSync('h1 { padding-block-end: 38px }');
      document.adoptedStyleSheets.push(late);
    });
    gate.open();
    await waitForNewApp(page);
    // The browser has scrolled, so that the line stays.
    expect(await page.evaluate(() => scrollY)).toBe(before.scroll + 38);
    expect(Math.abs((await readTop(page)) - before.top)).toBeLessThan(visiblePx);
  });
}

test('keeps what was typed into the search field', async ({ page }) => {
  const gate = await holdScripts(page);
  await page.goto('./', { waitUntil: 'commit' });
  const field = page.getByRole('searchbox');
  await field.pressSequentially('wasm');
  gate.open();
  await expect(field).toHaveValue('wasm');
  await expect(field).toBeFocused();
  await field.pressSequentially('er');
  await expect(page).toHaveURL(/\?q=wasmer$/);
});

test('does what was pressed before the app was there and let go after', async ({ page }) => {
  const gate = await holdScripts(page, /start-app/);
  await page.goto('./');
  const link = page.getByRole('link', { name: 'Showing code', exact: true });
  await link.hover();
  await page.mouse.down();
  gate.open();
  // The app has come by then, and would be in place but for the button.
  await page.waitForLoadState('networkidle');
  await page.mouse.up();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Showing code');
});

test('shows the post of the address when Back comes before the app', async ({ page }) => {
  const first = './posts/showing-code/';
  await openPage(page, './archive/');
  for (const { path, title } of [
    { path: first, title: 'Showing code' },
    { path: './posts/a-post-is-a-file/', title: 'A post is a file' },
  ]) {
    await page.getByRole('link', { name: title, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    if (path === first) await page.getByRole('link', { name: 'Archive' }).first().click();
  }
  const gate = await holdScripts(page);
  await page.reload({ waitUntil: 'commit' });
  await expect(page.locator('.prose')).toContainText('The smallest post worth reading');
  // Twice within the document: over the archive to the other post.
  await page.evaluate(() => history.go(-2));
  gate.open();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Showing code');
  await expect(page.locator('.prose')).toContainText('Name the language after');
  await page.evaluate(() => history.go(2));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A post is a file');
  await expect(page.locator('.prose')).toContainText('The smallest post worth reading');
});

test('shows the list of a choice of keywords on the page of home', async ({ page }) => {
  await page.goto('./?keyword=writing');
  const expected = samplePosts.filter(({ keywords }) => keywords.includes('writing'));
  expect(expected.length).toBeLessThan(samplePosts.length);
  await expect(page.locator('main h3 a')).toHaveText(expected.map(({ title }) => title));
});

/** Puts `html` at the start of the text of the post at `path`; its policy allows frames of `host`, as if a post had one. */
async function addToBody(page: Page, path: string, html: string, host?: string): Promise<void> {
  await page.route(`**/${path}`, async (route) => {
    const response = await route.fetch();
    const body = (await response.text())
      .replace(/(class="prose"[^>]*>)/, `$1${html}`)
      .replace("frame-src 'none'", `frame-src ${host ?? "'none'"}`);
    return route.fulfill({ response, body });
  });
}

for (const [browser, prepare] of supports) {
  test(`keeps the frame of a film as it is in ${browser}`, async ({ page }) => {
    const host = 'https://www.youtube-nocookie.com';
    let loads = 0;
    await page.route(`${host}/**`, (route) => {
      loads++;
      return route.fulfill({ contentType: 'text/html', body: '<p>Film</p>' });
    });
    await page.addInitScript(prepare);
    await addToBody(page, 'posts/showing-code/', `<iframe src="${host}/embed/a"></iframe>`, host);
    await markPages(page);
    await page.goto('./posts/showing-code/');
    await expect(page.frameLocator('.prose iframe').locator('p')).toHaveText('Film');
    if (browser === supports[0][0]) await waitForApp(page);
    await page.mouse.move(9, 9);
    await page.waitForLoadState('networkidle');
    expect(loads).toBe(1);
    // Where the frame would be lost the app still comes when it is asked for.
    await page.getByRole('button', { name: 'Theme: automatic' }).click();
    await expect(page.getByRole('button', { name: 'Theme: light' })).toBeVisible();
  });

  test(`keeps a film playing in ${browser}`, async ({ page }) => {
    const film = await recordFilm(page);
    await page.addInitScript(prepare);
    await page.route('**/film.webm', (route) =>
      route.fulfill({ contentType: 'video/webm', body: film }),
    );
    await addToBody(page, 'posts/showing-code/', '<video src="/film.webm" muted loop></video>');
    const gate = await holdScripts(page, /start-app/);
    await page.goto('./posts/showing-code/');
    const isPlaying = (): Promise<boolean> =>
      page.locator('video').evaluate((video: HTMLVideoElement) => !video.paused);
    await page.locator('video').evaluate((video: HTMLVideoElement) => {
      Object.assign(window, { app: document.getElementById('app'), kept: video });
      return video.play();
    });
    await page.mouse.move(9, 9);
    gate.open();
    await waitForNewApp(page);
    await expect.poll(isPlaying).toBe(true);
    expect(
      await page.evaluate(
        () => document.querySelector('video') === (window as unknown as { kept: Element }).kept,
      ),
    ).toBe(true);
  });
}

test.describe('without its script', () => {
  test.use({ expectedFaults: [/net::ERR_FAILED/] });

  test('a page is left alone', async ({ page }) => {
    await page.route(/\/assets\/.*\.js/, (route) => route.abort());
    await page.goto('./');
    await page.getByRole('link', { name: 'Showing code', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Showing code');
  });
});

test.describe('when the app does not start', () => {
  test.use({ expectedFaults: [/net::ERR_FAILED|its app, which did not start/] });

  test('Back over what an app has shown before leads on', async ({ page }) => {
    await openPage(page, './archive/');
    await page.getByRole('link', { name: 'Showing code', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Showing code');
    await page.route(/start-app/, (route) => route.abort());
    await page.reload();
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Archive');
  });
});

test('the first paint needs one request: the page itself', async ({ page }) => {
  const gate = createGate();
  await page.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') await gate.passed;
    await route.continue();
  });
  for (const path of ['./posts/showing-code/', './', './archive/']) {
    await page.goto(path, { waitUntil: 'commit' });
    await page.waitForFunction(
      () => performance.getEntriesByName('first-contentful-paint').length > 0,
    );
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    // The rules of the first paint are there too: text stands in a column.
    const margin = await page.locator('main').evaluate((main) => {
      const heading = main.querySelector('h1');
      return heading === null ? 0 : heading.getBoundingClientRect().left;
    });
    expect(margin).toBeGreaterThan(50);
  }
  gate.open();
});

test('a page that is only looked at costs what the budgets say, however long', async ({ page }) => {
  const requests: Request[] = [];
  page.on('requestfinished', (request) => requests.push(request));
  await page.clock.install();
  await page.goto('./posts/a-tour-of-markdown/');
  await page.clock.runFor('10:00');
  await page.waitForLoadState('networkidle');
  const weigh = async (wanted: RegExp): Promise<number> => {
    const asked = requests.filter((request) => wanted.test(request.url()));
    const sizes = await Promise.all(asked.map((request) => request.sizes()));
    return sizes.reduce((total, { responseBodySize }) => total + responseBodySize, 0);
  };
  expect(await weigh(/\.js$/)).toBeGreaterThan(0);
  expect(await weigh(/\.js$/)).toBeLessThan(20_000);
  expect(await weigh(/^(?!.*\.woff2$)/)).toBeLessThan(35_000);
});

test('gives the same text as the build does', async ({ page }) => {
  await openPage(page, './archive/');
  for (const { address } of samplePosts) {
    const built = comparableBody(await fetchBody(page, `./${address}`));
    const live = comparableBody((await openInApp(page, `./${address}`)).body);
    expect(live, address).toBe(built);
    await page.goBack();
  }
});

test.describe('a post dropped in after the build', () => {
  // Its page and `post.json` are not there; its file is looked for in two places.
  test.use({ expectedFaults: [missingDocument] });

  test('opens at its address', async ({ page }, { project }) => {
    const { outDir } = getSite(project.name);
    const source = readFileSync(join(outDir, 'posts/2024-03-11-a-post-is-a-file.md'), 'utf8');
    const file = join(outDir, 'posts/dropped-in.md');
    writeFileSync(file, source.replace('A post is a file', 'Dropped in later'));
    await page.goto('./posts/dropped-in/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dropped in later');
    await expect(page.locator('.prose')).toContainText('The smallest post worth reading');
  });
});
