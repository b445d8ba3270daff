import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, getSite, missingDocument, openPage, test } from '../support/fixtures.ts';

const site = getSite('many');

const saved = [
  { path: 'posts/broken-toml/', title: /./, text: 'Still here, TOML.' },
  { path: 'posts/broken-yaml/', title: /Broken/, text: 'Still here, YAML.' },
  { path: 'posts/bad-date/', title: /^Month thirteen$/, text: 'Still here, month thirteen.' },
  { path: 'posts/no-title/', title: /^Heading instead of a title$/, text: 'Still here.' },
  { path: 'posts/no-front-matter/', title: /./, text: 'Only text, no front matter at all.' },
  { path: 'posts/latin1/', title: /^Café$/, text: 'Un café, sïl vous plaît.' },
  { path: 'posts/hostile/', title: /^Hostile/, text: 'Still here, harmless.' },
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

test('the build names file, place and remedy of each fault', () => {
  expect(site.output).toMatch(/posts\/broken-toml\.md:2/);
  expect(site.output).toMatch(/posts\/broken-yaml\.md:\d/);
  expect(site.output).toMatch(/posts\/bad-date\.md:3:\d+ .*2019-13-04.*13/);
  expect(site.output).toMatch(/posts\/latin1\.md.*(Windows-1252|windows-1252)/);
  expect(site.output).toMatch(/posts\/hostile\.md.*script/);
  expect(site.output).toMatch(/posts\/draft\.md.*draft/i);
});

test.describe('a draft', () => {
  test.use({ expectedFaults: [missingDocument] });

  test('is nowhere in what is published', async ({ page, request }) => {
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

test('a hostile post does no harm', async ({ page }) => {
  await openPage(page, './posts/hostile/');
  const isHacked = (): Promise<boolean> => page.evaluate(() => 'hacked' in window);
  expect(await isHacked()).toBe(false);
  await page.getByText('link', { exact: true }).click();
  expect(await isHacked()).toBe(false);
  await openPage(page, './');
  await page.goto('./archive/');
  await page.getByRole('link', { name: /^Hostile/ }).click();
  await expect(page.locator('.prose')).toContainText('Still here, harmless.');
  expect(await isHacked()).toBe(false);
});
