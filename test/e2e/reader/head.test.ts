import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, getSite, missingDocument, openPage, test } from '../support/fixtures.ts';

/** What is read of a head, and where. */
const selectors = {
  title: 'title',
  canonical: 'link[rel=canonical]',
  url: 'meta[property="og:url"]',
  description: 'meta[name=description]',
  robots: 'meta[name=robots]',
  image: 'meta[property="og:image"]',
  data: 'script[type="application/ld+json"]',
};

type Head = Readonly<Record<keyof typeof selectors, string | undefined>>;

function readHead(page: Page): Promise<Head> {
  return page.evaluate(
    (wanted) =>
      Object.fromEntries(
        Object.entries(wanted).map(([name, selector]) => {
          const element = document.head.querySelector(selector);
          const value = element?.getAttribute('content') ?? element?.getAttribute('href');
          return [name, value ?? element?.textContent];
        }),
      ) as Head,
    selectors,
  );
}

test('after a move in the app the head is that of the page it leads to', async ({ page }, {
  project,
}) => {
  const { published } = getSite(project.name);
  // What the pages say that the build wrote.
  await page.goto('./keywords/writing/');
  const keyword = await readHead(page);
  await page.goto('./posts/showing-code/');
  const post = await readHead(page);
  expect(post.canonical).toBe(`${published}posts/showing-code/`);
  expect(keyword.description).not.toBe(post.description);

  await openPage(page, './');
  await page.getByRole('link', { name: 'Showing code', exact: true }).click();
  await expect.poll(() => readHead(page)).toEqual(post);
  await page
    .getByRole('article')
    .getByRole('link', { name: 'writing', exact: true })
    .first()
    .click();
  await expect.poll(() => readHead(page)).toEqual(keyword);
  await page.goBack();
  await expect.poll(() => readHead(page)).toEqual(post);
});

test.describe('a post dropped in after the build', () => {
  test.use({ expectedFaults: [missingDocument] });

  test('has a head of its own, and may be found', async ({ page }, { project }) => {
    const { outDir, published } = getSite(project.name);
    const source = readFileSync(join(outDir, 'posts/2024-03-11-a-post-is-a-file.md'), 'utf8');
    writeFileSync(join(outDir, 'posts/head.md'), source.replace('A post is a file', 'With a head'));
    await page.goto('./posts/head/');
    await expect(page).toHaveTitle('With a head – Rubric');
    await expect
      .poll(() => readHead(page))
      .toMatchObject({
        canonical: `${published}posts/head/`,
        url: `${published}posts/head/`,
        robots: undefined,
      });
    expect((await readHead(page)).description).not.toBe('');
  });
});
