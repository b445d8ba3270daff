import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { comparableBody, fetchBody, openInApp } from '../support/bodies.ts';
import { corpora, isPresent, normalize, readCorpus } from '../support/corpora.ts';
import { expect, findSite, getSite, openPage, test } from '../support/fixtures.ts';

// The folders of the corpora have no pictures: posts ask for them in vain.
test.use({ expectedFaults: [/404 \(Not Found\) \S+\.(?:avif|gif|jpe?g|png|svg|webp|pdf|mp4)$/i] });

/** Posts opened by one test, so that the tests run side by side. */
const batchSize = 35;

/** What `post.json` says of a published post. */
interface Published {
  readonly path: string;
  readonly permalink: string;
  readonly title: string;
  readonly day?: string;
}

function readPublished(name: string): readonly Published[] {
  const { outDir } = getSite(name);
  return readdirSync(outDir, { recursive: true })
    .map((file) => String(file))
    .filter((file) => file.endsWith('post.json'))
    .map((file) => JSON.parse(readFileSync(join(outDir, file), 'utf8')))
    .filter((record) => record.collection === 'posts')
    .map((record) => record.card as Published)
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

for (const corpus of corpora) {
  const { name } = corpus;
  test.describe(name, () => {
    test.skip(!isPresent(corpus), `There is no folder ${corpus.folder}.`);
    if (!isPresent(corpus) || findSite(name) === undefined) {
      test('is not here to be read', () => undefined);
      return;
    }
    const published = readPublished(name);

    test('loses no post', () => {
      const posts = readCorpus(corpus);
      const visible = posts.filter(({ isHidden }) => !isHidden);
      expect(visible.filter(({ day }) => day !== undefined)).toHaveLength(corpus.dated);
      expect(visible.filter(({ day }) => day === undefined)).toHaveLength(corpus.undated);
      expect(published.map(({ path }) => path)).toEqual(visible.map(({ path }) => path));
    });

    test('gets every title and day right', () => {
      const visible = readCorpus(corpus).filter(({ isHidden }) => !isHidden);
      const found = published.map(({ path, title, day }) => [path, normalize(title), day]);
      expect(found).toEqual(visible.map(({ path, title, day }) => [path, title, day]));
    });

    test('gives every post an address of its own', () => {
      expect(new Set(published.map(({ permalink }) => permalink)).size).toBe(published.length);
    });

    test('has a list of problems', () => {
      const { output } = getSite(name);
      console.log(`\n--- ${name} ---\n${output}`);
      expect(output).toMatch(/\d+ posts/);
    });

    for (let first = 0; first < published.length; first += batchSize) {
      const batch = published.slice(first, first + batchSize);
      test(`opens posts ${first + 1} to ${first + batch.length} as they were built`, async ({
        page,
      }) => {
        test.setTimeout(180_000);
        await keepOffline(page);
        await openPage(page, `${getSite(name).url}archive/`);
        const different: string[] = [];
        for (const { permalink, path, title } of batch) {
          const address = `.${encodeURI(permalink)}`;
          const built = comparableBody(await fetchBody(page, address));
          const live = comparableBody(await openInApp(page, address));
          if (live !== built) different.push(describeDifference(path, built, live));
          expect.soft(normalize(await page.locator('h1').innerText()), path).toBe(normalize(title));
          expect.soft(await findLooseTags(page, path, name), path).toEqual([]);
        }
        expect(different).toEqual([]);
      });
    }
  });
}

/** Answers for the rest of the world, which the tests must not need. */
async function keepOffline(page: Page): Promise<void> {
  await page.route(
    (url) => url.hostname !== '127.0.0.1',
    (route) => route.fulfill({ status: 200, contentType: 'image/svg+xml', body: emptyImage }),
  );
}

const emptyImage = '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="2"/>';

/** Shortcodes and tags left in the text outside of code, unless the build named the file for it. */
async function findLooseTags(page: Page, path: string, name: string): Promise<string[]> {
  const text = await page.locator('.prose').evaluate((body) => {
    const copy = body.cloneNode(true) as Element;
    for (const code of copy.querySelectorAll('code, pre')) code.remove();
    return copy.textContent;
  });
  const loose = text.match(/.{0,30}(?:\{\{|\{%).{0,30}/g) ?? [];
  const isReported = getSite(name).output.includes(path);
  return isReported ? [] : loose;
}

function describeDifference(path: string, built: string, live: string): string {
  let at = 0;
  while (at < built.length && built[at] === live[at]) at++;
  const around = (text: string): string => text.slice(Math.max(0, at - 80), at + 120);
  return `${path}\n  built: …${around(built)}…\n  live:  …${around(live)}…`;
}
