import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '../support/fixtures.ts';
import { installPacked } from '../support/packed-package.ts';
import { runServer } from '../support/run-server.ts';

let folder = '';

test.beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'rubric-packed-'))));
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('five steps lead from the packed package to a blog under a path', async ({ page }) => {
  // It packs and builds: a busy machine is not taken for a hang.
  test.setTimeout(600_000);
  const script = installPacked(folder);
  const blog = join(folder, 'blog');
  mkdirSync(blog);
  const steps: string[] = [];
  const step = async <T>(command: string, act: () => T | Promise<T>): Promise<T> => {
    const start = performance.now();
    const result = await act();
    steps.push(`${command}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
    return result;
  };
  const rubric = (...args: string[]): string =>
    execFileSync(process.execPath, [script, ...args], { cwd: blog, encoding: 'utf8' });

  await step('rubric init', () => rubric('init', '--title', 'Notes of a baker'));
  await step('rubric new', () => rubric('new', 'Sourdough'));
  const [post = ''] = readdirSync(join(blog, 'posts')).filter((name) => name.includes('sourdough'));
  writeFileSync(join(blog, 'posts', post), formatPost('A zeppelin of dough.'));

  const writing = await step('rubric dev', async () => {
    const server = await runServer(script, ['dev'], { folder: blog });
    await page.goto(server.url);
    await page.getByRole('link', { name: 'Sourdough' }).first().click();
    await expect(page.locator('.prose')).toContainText('A zeppelin of dough.');
    return server;
  });
  writeFileSync(join(blog, 'posts', post), formatPost('Salt and patience.'));
  await expect(page.locator('.prose')).toContainText('Salt and patience.');
  await page.goto('about:blank');
  await writing.stop();

  await step('rubric build', () => rubric('build', '--base', '/blog/'));
  const published = await step('rubric preview', async () => {
    const server = await runServer(script, ['preview', '--base', '/blog/'], { folder: blog });
    await page.goto(server.url);
    return server;
  });
  expect(new URL(published.url).pathname).toBe('/blog/');
  await expect(page).toHaveTitle('Notes of a baker');
  await page.getByRole('searchbox').fill('patience');
  await page.getByRole('link', { name: 'Sourdough' }).first().click();
  await expect(page).toHaveURL(/\/blog\/posts\/sourdough\/(?:\?q=patience)?$/);
  await expect(page.locator('.prose')).toContainText('Salt and patience.');
  await page.goto('about:blank');
  await published.stop();

  console.log(`From the packed package to a blog:\n  ${steps.join('\n  ')}`);
  expect(steps.length).toBeLessThanOrEqual(5);
});

function formatPost(text: string): string {
  return `+++\ntitle = "Sourdough"\ndate = 2026-01-02\n+++\n\n${text}\n`;
}
