import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, getSite, openPage, test } from '../support/fixtures.ts';

/** Keywords of every whole post, from its file. */
const posts = readNotes();

function readNotes(): readonly { readonly title: string; readonly keywords: readonly string[] }[] {
  const folder = join(getSite('many').outDir, '..', 'posts');
  return readdirSync(folder)
    .filter((name) => name.startsWith('note-'))
    .map((name) => {
      const source = readFileSync(join(folder, name), 'utf8');
      const keywords = /keywords = (\[.*\])/.exec(source)?.[1] ?? '[]';
      return {
        title: /title = "(.*)"/.exec(source)?.[1] ?? '',
        keywords: JSON.parse(keywords) as string[],
      };
    });
}

const titles = (page: Page): Locator => page.locator('main h3 a');

test('older posts are added below, and the address follows', async ({ page }) => {
  await openPage(page, './');
  await expect(titles(page)).toHaveCount(20);
  await page.getByRole('link', { name: 'Older posts' }).click();
  await expect(titles(page)).toHaveCount(40);
  await expect(titles(page).nth(20)).toBeFocused();
  await expect(page).toHaveURL(/\/page\/2\/$/);
});

test('every page of the list has its own address, and together they have every post', async ({
  page,
}) => {
  const seen = new Set<string>();
  for (let number = 1; number <= 20; number++) {
    const path = number === 1 ? './' : `./page/${number}/`;
    const response = await page.goto(path);
    expect(response?.status()).toBe(200);
    for (const title of await titles(page).allInnerTexts()) seen.add(title);
    if ((await page.getByRole('link', { name: 'Older posts' }).count()) === 0) break;
  }
  for (const { title } of posts) expect(seen).toContain(title);
});

test('counts of any choice are those of a count by hand', async ({ page }) => {
  const names = [...new Set(posts.flatMap(({ keywords }) => keywords))];
  const choices = names.flatMap((a, i) => names.slice(i + 1).map((b) => [a, b]));
  for (const choice of choices.filter((_choice, index) => index % 4 === 0)) {
    await openPage(page, `./?${choice.map((name) => `keyword=${name}`).join('&')}`);
    const matching = posts.filter(({ keywords }) =>
      choice.every((name) => keywords.includes(name)),
    );
    await expect(page.getByText(new RegExp(`^${matching.length} posts? about `))).toBeVisible();
    for (const name of names) {
      const count = matching.filter(({ keywords }) => keywords.includes(name)).length;
      const link = page
        .getByRole('group', { name: 'Filter by keyword' })
        .getByRole('link', { name: new RegExp(`^${name}, ${count} posts?`) });
      await expect(link, `${name} within ${choice.join(' and ')}`).toBeVisible();
    }
  }
});

test('an empty blog says what to do', async ({ page }) => {
  await openPage(page, getSite('empty').url);
  await expect(page.getByText('Put a Markdown file into the posts folder')).toBeVisible();
});
