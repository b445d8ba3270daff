import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '../support/fixtures.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** A development server on a copy of a small blog. */
interface Writing {
  readonly url: string;
  readonly posts: string;
}

let folder = '';
let server: ChildProcess | undefined;
let writing: Writing | undefined;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rubric-dev-'));
  const posts = join(folder, 'posts');
  cpSync(join(root, 'test/fixtures/blog/public/posts'), posts, { recursive: true });
  mkdirSync(join(folder, 'static'));
  writeFileSync(join(folder, 'site.toml'), 'title = "Desk"\nposts = "posts"\nstatic = "static"\n');
  writing = { url: await start(join(folder, 'site.toml')), posts };
});

test.afterAll(() => {
  server?.kill();
  rmSync(folder, { recursive: true, force: true });
});

/** Starts `npm start`'s program and waits for the address that it prints. */
async function start(settings: string): Promise<string> {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const child = spawn(process.execPath, [vite, '--port', '0', '--host', '127.0.0.1'], {
    cwd: root,
    env: { ...process.env, RUBRIC_SITE: settings, NO_COLOR: '1', FORCE_COLOR: '0' },
  });
  server = child;
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
      const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(output)?.[0];
      if (url !== undefined) resolve(url);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', (code) => reject(new Error(`The server stopped with ${code}:\n${output}`)));
  });
}

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
  await expect(page.getByText('month 13')).toBeVisible();
  await expect(page.getByText('posts/fresh.md:3:8').first()).toBeVisible();
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
