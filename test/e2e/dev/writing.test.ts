import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '../support/fixtures.ts';
import { runServer } from '../support/run-server.ts';
import type { RunningServer } from '../support/run-server.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** A development server on a copy of a small blog. */
interface Writing {
  readonly url: string;
  readonly posts: string;
}

let folder = '';
let server: RunningServer | undefined;
let writing: Writing | undefined;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rubric-dev-'));
  const posts = join(folder, 'posts');
  cpSync(join(root, 'test/fixtures/blog/public/posts'), posts, { recursive: true });
  mkdirSync(join(folder, 'static'));
  writeFileSync(join(folder, 'site.toml'), 'title = "Desk"\nposts = "posts"\nstatic = "static"\n');
  server = await runServer(join(root, 'bin/rubric.js'), ['dev'], {
    folder: root,
    settings: join(folder, 'site.toml'),
  });
  writing = { url: server.url, posts };
});

test.afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

function get(): Writing {
  if (writing === undefined) throw new Error('The development server did not start.');
  return writing;
}

function formatPost(title: string, text: string): string {
  return `+++\ntitle = "${title}"\ndate = 2026-11-02\n[taxonomies]\nkeywords = ["desk"]\n+++\n\n${text}\n`;
}

test('a new post appears in the list without a reload', async ({ page }) => {
  await page.goto(get().url);
  await expect(page.locator('main h3 a').first()).toBeVisible();
  await page.evaluate(() => Object.assign(window, { marker: 1 }));
  writeFileSync(join(get().posts, 'fresh.md'), formatPost('Fresh ink', 'The first words.'));
  await expect(page.locator('main h3 a').first()).toHaveText('Fresh ink');
  expect(await page.evaluate(() => 'marker' in window)).toBe(true);
});

test('an edited post changes on the open page without a reload', async ({ page }) => {
  await page.goto(`${get().url}posts/fresh/`);
  await expect(page.locator('.prose')).toContainText('The first words.');
  await page.evaluate(() => Object.assign(window, { marker: 1 }));
  writeFileSync(join(get().posts, 'fresh.md'), formatPost('Dry ink', 'The second words.'));
  await expect(page.locator('.prose')).toContainText('The second words.');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dry ink');
  expect(await page.evaluate(() => 'marker' in window)).toBe(true);
});

test('the search finds a saved edit at once', async ({ page }) => {
  const results = page.locator('[data-results]');
  await page.goto(`${get().url}?q=zeppelin`);
  await expect(page.getByText('No posts match “zeppelin”.').first()).toBeVisible();
  await page.evaluate(() => Object.assign(window, { marker: 1 }));
  writeFileSync(join(get().posts, 'fresh.md'), formatPost('Dry ink', 'A zeppelin passes.'));
  await expect(results.getByRole('link', { name: 'Dry ink' })).toBeVisible();
  await expect(results.locator('li > p mark')).toHaveText('zeppelin');
  writeFileSync(join(get().posts, 'fresh.md'), formatPost('Wet ink', 'A zeppelin lands in Łódź.'));
  await expect(results.getByRole('link', { name: 'Wet ink' })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search posts' }).fill('lodz');
  await expect(results.locator('li > p mark')).toHaveText('Łódź');
  writeFileSync(join(get().posts, 'fresh.md'), formatPost('Dry ink', 'The second words.'));
  await expect(results.getByRole('link', { name: 'Wet ink' })).toHaveCount(0);
  expect(await page.evaluate(() => 'marker' in window)).toBe(true);
});

test('a fault in the front matter is told on the page', async ({ page }) => {
  writeFileSync(
    join(get().posts, 'fresh.md'),
    formatPost('Dry ink', 'Text.').replace('11-02', '13-02'),
  );
  await page.goto(`${get().url}posts/fresh/`);
  await expect(page.locator('main').getByText('month 13')).toBeVisible();
  await expect(page.locator('main').getByText('posts/fresh.md:3:8').first()).toBeVisible();
});

test('a removed post leaves the list without a reload', async ({ page }) => {
  await page.goto(get().url);
  await expect(page.getByRole('link', { name: 'Dry ink' })).toBeVisible();
  await page.evaluate(() => Object.assign(window, { marker: 1 }));
  rmSync(join(get().posts, 'fresh.md'));
  await expect(page.getByRole('link', { name: 'Dry ink' })).toHaveCount(0);
  expect(await page.evaluate(() => 'marker' in window)).toBe(true);
});

test('every view opens', async ({ page }) => {
  for (const path of ['archive/', 'keywords/', 'keywords/writing/', 'posts/a-tour-of-markdown/']) {
    await page.goto(get().url + path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Page not found');
  }
});

test('a draft and a post of the future are shown, and marked as none for readers', async ({
  page,
}) => {
  const draft = formatPost('Half a thought', 'Not yet.').replace('date', 'draft = true\ndate');
  writeFileSync(join(get().posts, 'half.md'), draft);
  const later = formatPost('Of next century', 'Not yet.').replace('2026', '2126');
  writeFileSync(join(get().posts, 'later.md'), later);
  await page.goto(get().url);
  for (const [name, mark] of [
    ['Half a thought', 'Draft'],
    ['Of next century', 'From 2126-11-02'],
  ] as const) {
    const link = page.locator('main h3 a', { hasText: name });
    await expect(link).toBeVisible();
    await expect
      .poll(() => link.evaluate((element) => getComputedStyle(element, '::after').content))
      .toBe(`"${mark}"`);
  }
  const answer = await page.goto(`${get().url}posts/half/`);
  expect(answer?.status()).toBe(200);
  await expect(page.locator('.prose')).toContainText('Not yet.');
  await expect(
    page.locator('main').getByText('Shown to you, and not to readers: it is a draft.'),
  ).toBeVisible();
  rmSync(join(get().posts, 'half.md'));
  rmSync(join(get().posts, 'later.md'));
});

test.describe('without a page', () => {
  // The browser says each time that an answer was 404.
  test.use({ expectedFaults: [/status of 404/] });

  test('a missing page is answered with status 404', async ({ page }) => {
    const answer = await page.goto(`${get().url}posts/nothing/`);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
    for (const path of ['', 'archive/', 'keywords/writing/', '?q=x']) {
      expect((await page.request.get(get().url + path)).status(), path).toBe(200);
    }
  });
});

test('problems lie folded in a corner, and lead to their line', async ({ page }) => {
  const faulty = formatPost('Ink', 'Text.').replace('11-02', '13-02');
  writeFileSync(join(get().posts, 'faulty.md'), faulty);
  const opened: string[] = [];
  await page.route('**/__open-in-editor?*', async (route) => {
    opened.push(new URL(route.request().url()).searchParams.get('file') ?? '');
    await route.fulfill({ status: 200 });
  });
  await page.goto(get().url);
  const desk = page.locator('.writing-desk');
  await expect(desk).toContainText('problem');
  await expect(desk.getByText('month 13')).toBeHidden();
  await desk.locator('summary').click();
  await expect(desk.getByText('month 13')).toBeVisible();
  await desk.getByRole('button', { name: 'posts/faulty.md:3:8' }).first().click();
  await expect.poll(() => opened).toEqual([`${join(get().posts, 'faulty.md')}:3:8`]);
  rmSync(join(get().posts, 'faulty.md'));
  await expect(desk.getByText('month 13')).toHaveCount(0);
});

test('an edit leaves the reader where they are', async ({ page }) => {
  const text = Array.from({ length: 200 }, (_, at) => `Paragraph ${at}.`).join('\n\n');
  writeFileSync(join(get().posts, 'long.md'), formatPost('Long', text));
  await page.goto(`${get().url}posts/long/`);
  await page.getByText('Paragraph 150.').scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  expect(before).toBeGreaterThan(1000);
  const edited = text.replace('Paragraph 150.', 'Another paragraph.');
  writeFileSync(join(get().posts, 'long.md'), formatPost('Long', edited));
  await expect(page.getByText('Another paragraph.')).toBeInViewport();
  expect(await page.evaluate(() => scrollY)).toBe(before);
  rmSync(join(get().posts, 'long.md'));
});

test.describe('with new settings', () => {
  // The server starts over, and the page may ask for a module at that moment.
  test.use({ expectedFaults: [/ERR_CONNECTION_REFUSED/] });

  test('settings act without a restart, and broken ones are told on the page', async ({ page }) => {
    const file = join(folder, 'site.toml');
    const settings = 'posts = "posts"\nstatic = "static"\n';
    await page.goto(get().url);
    writeFileSync(file, `title = "Desk\n${settings}`);
    const desk = page.locator('.writing-desk');
    await expect(desk).toContainText('site.toml:1');
    await expect(desk.getByText('has no closing quote')).toBeVisible();
    await expect(page.getByRole('heading', { level: 3 }).first()).toBeVisible();
    writeFileSync(file, `title = "Bureau"\n${settings}`);
    await expect(page).toHaveTitle('Bureau');
    await expect(desk.getByText('has no closing quote')).toHaveCount(0);
  });
});
