import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, getSite, missingDocument, openPage, test } from '../support/fixtures.ts';
import { readProblemList } from '../support/published-posts.ts';

const site = getSite('many');

const saved = [
  { path: 'posts/broken-toml/', title: /./, text: 'Still here, TOML.' },
  { path: 'posts/broken-yaml/', title: /Broken/, text: 'Still here, YAML.' },
  { path: 'posts/bad-date/', title: /^Month thirteen$/, text: 'Still here, month thirteen.' },
  { path: 'posts/no-title/', title: /^Heading instead of a title$/, text: 'Still here.' },
  { path: 'posts/no-front-matter/', title: /./, text: 'Only text, no front matter at all.' },
  { path: 'posts/latin1/', title: /^Café$/, text: 'Un café, sïl vous plaît.' },
];

for (const { path, title, text } of saved) {
  test(`${path} shows what can be saved`, async ({ page }) => {
    await openPage(page, `./${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page.locator('.prose')).toContainText(text);
  });
}

test('a post without text says so', async ({ page }) => {
  await openPage(page, './posts/empty-body/');
  await expect(page.getByText('This post has no text yet.')).toBeVisible();
});

/** What the build reported of a file: the lines below its name. */
function findReport(file: string): string {
  const lines = readProblemList('many').split('\n');
  const start = lines.findIndex((line) => line.startsWith(file));
  if (start === -1) return '';
  const end = lines.indexOf('', start);
  return lines.slice(start, end === -1 ? undefined : end).join('\n');
}

const reports = [
  { file: 'posts/broken-toml.md', report: /2:9 .*`title`.*TOML/ },
  { file: 'posts/broken-yaml.md', report: /4:7 .*`tags: \[a, b`/ },
  { file: 'posts/bad-date.md', report: /3:7 .*`2019-13-04`: month 13 does not exist\. Write/ },
  { file: 'posts/no-title.md', report: /no title.*first heading/ },
  { file: 'posts/no-front-matter.md', report: /no title.*file name/ },
  { file: 'posts/latin1.md', report: /not UTF-8.*windows-1252/ },
  { file: 'posts/hostile.md', report: /6:1 .*`<script>` was removed/ },
  { file: 'posts/draft.md', report: /draft/ },
  { file: 'posts/bundle-draft/index.md', report: /draft/ },
  { file: 'posts/_drafts/two.md', report: /draft/ },
  { file: 'posts/section/three/index.md', report: /`section\/_index\.md`.* draft/ },
];

for (const { file, report } of reports) {
  test(`the build says what is wrong with ${file}`, () => {
    expect(findReport(file)).toMatch(report);
  });
}

test.describe('a draft', () => {
  test.use({ expectedFaults: [missingDocument] });

  test('is nowhere in what is published', () => {
    const secret = /Secret (?:draft|bundle|section|one|two|three)|>Secret<|Nobody reads/;
    const found = readdirSync(site.outDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => /secret/.test(file) || secret.test(readFileSync(file, 'latin1')));
    expect(found).toEqual([]);
  });

  test('is not to be had', async ({ page, request }) => {
    for (const name of [
      'posts/draft.md',
      'posts/bundle-draft/secret.svg',
      'posts/bundle-draft/index.md',
    ]) {
      expect(existsSync(join(site.outDir, name)), name).toBe(false);
      expect((await request.get(`./${name}`)).status(), name).toBe(404);
    }
    await page.goto('./posts/draft/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
  });
});

test.describe('a hostile post', () => {
  // Its picture is not there.
  test.use({ expectedFaults: [missingDocument] });

  test('read after one without text has its own', async ({ page }) => {
    await openPage(page, './posts/empty-body/');
    const adjacent = page.getByRole('navigation', { name: 'Adjacent posts' });
    await adjacent.getByRole('link').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Hostile/);
    await expect(page.locator('.prose')).toContainText('Still here, harmless.');
  });

  test('does no harm', async ({ page }) => {
    await openPage(page, './posts/hostile/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Hostile <img/);
    await expect(page.locator('.prose')).toContainText('Still here, harmless.');
    const isHacked = (): Promise<boolean> => page.evaluate(() => 'hacked' in window);
    expect(await isHacked()).toBe(false);
    await page.getByText('link', { exact: true }).click();
    expect(await isHacked()).toBe(false);
    await openPage(page, './');
    await page.goto('./archive/2019/');
    await page.getByRole('link', { name: /^Hostile/ }).click();
    await expect(page.locator('.prose')).toContainText('Still here, harmless.');
    expect(await isHacked()).toBe(false);
  });
});
