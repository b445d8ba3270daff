import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, getSite, missingDocument, openPage, test } from '../support/fixtures.ts';

interface Head {
  readonly title: string;
  readonly canonical: string | undefined;
  readonly url: string | undefined;
  readonly description: string | undefined;
  readonly robots: string | undefined;
  readonly image: string | undefined;
  /** Structured data. */
  readonly data: unknown;
}

function readHead(page: Page): Promise<Head> {
  return page.evaluate(() => {
    const read = (selector: string, name: string): string | undefined =>
      document.head.querySelector(selector)?.getAttribute(name) ?? undefined;
    return {
      title: document.title,
      canonical: read('link[rel=canonical]', 'href'),
      url: read('meta[property="og:url"]', 'content'),
      description: read('meta[name=description]', 'content'),
      robots: read('meta[name=robots]', 'content'),
      image: read('meta[property="og:image"]', 'content'),
      data: JSON.parse(
        document.head.querySelector('script[type="application/ld+json"]')?.textContent ?? 'null',
      ) as unknown,
    };
  });
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
