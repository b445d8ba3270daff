import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { comparableBody, fetchBodies, openInApp } from '../support/bodies.ts';
import { expect, getSite, openPage, test } from '../support/fixtures.ts';

const site = getSite('vault');

test('a vault reads as its writer sees it, links and embedded notes included', async ({ page }) => {
  await openPage(page, `${site.url}posts/start-here/`);
  const text = page.locator('.prose');
  await expect(text.locator('mark')).toHaveText('bright');
  await expect(text.getByRole('link', { name: 'tea', exact: true })).toHaveAttribute(
    'href',
    '/posts/green-tea/',
  );
  const cup = text.getByRole('img', { name: 'Cup of tea', exact: true });
  await expect(cup).toHaveJSProperty('naturalWidth', 40);
  await expect(cup).toHaveAttribute('width', '20');
  const quoted = text.locator('blockquote', { hasText: 'At 70 °C' });
  await expect(quoted.getByRole('link', { name: 'Green tea > How to brew' })).toBeVisible();
  const goal = text.locator('details', { hasText: 'Drink more tea' }).first();
  await expect(goal.getByText('Every day.')).toBeHidden();
  await goal.locator('summary').first().click();
  await expect(goal.getByText('Every day.')).toBeVisible();
  await expect(goal.getByText('Before noon.')).toBeVisible();
  await expect(text).toContainText('Nowhere: A note that was never written');

  await text.getByRole('link', { name: 'the leaves' }).click();
  await expect(page).toHaveURL(/\/posts\/green-tea\/#\^leaves$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Green tea');
  const mentions = page.getByRole('region', { name: 'Mentioned in' });
  await expect(mentions.getByRole('link')).toHaveText(['All about black tea', 'Start here']);
});

test('the app shows every note as its page does', async ({ page }) => {
  await openPage(page, site.url);
  const paths = ['start-here', 'green-tea', 'black', 'kettle'].map((name) => `posts/${name}/`);
  const bodies = await fetchBodies(page, paths);
  for (const [index, path] of paths.entries()) {
    const { body } = await openInApp(page, path);
    expect(comparableBody(body)).toBe(comparableBody(bodies[index] ?? ''));
  }
});

test('a comment of a note is in no file that is published, and cannot be searched', async ({
  page,
}) => {
  const files = readdirSync(site.outDir, { recursive: true, withFileTypes: true });
  for (const file of files) {
    if (!file.isFile()) continue;
    const text = readFileSync(join(file.parentPath, file.name), 'latin1');
    expect(text, file.name).not.toMatch(/nobody reads this|A plan for later|A secret heading/);
    expect(text, file.name).not.toMatch(/Nobody may read this/);
  }
  await openPage(page, `${site.url}?q=kitchen`);
  await expect(page.getByRole('link', { name: 'The small kettle' }).first()).toBeVisible();
  await openPage(page, `${site.url}?q=nobody`);
  await expect(page.getByText(/^No posts match/).first()).toBeVisible();
});

test('the build names what leads nowhere and what is named twice', () => {
  expect(site.output).toContain('`[[A note that was never written]]` names nothing');
  expect(site.output).toContain('`[[Kettle]]` may mean `posts/Travel/Far/Kettle.md` too');
});
