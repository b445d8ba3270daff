import type { Page } from '@playwright/test';
import { comparableBody, fetchBodies, openInApp } from '../support/bodies.ts';
import { corpora, isPresent, normalize, readCorpus } from '../support/corpora.ts';
import { expect, findSite, getSite, openPage, test } from '../support/fixtures.ts';
import { readPublished, readReports } from '../support/published-posts.ts';

// The folders of the corpora have no pictures: posts ask for them in vain.
test.use({ expectedFaults: [/404 \(Not Found\) \S+\.(?:avif|gif|jpe?g|png|svg|webp|pdf|mp4)$/i] });

/** Posts opened by one test, so that the tests run side by side. */
const batchSize = 35;

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
      expect(output).toMatch(/\d+ posts · \d+ warnings/);
      expect(readReports(name).size).toBeGreaterThan(0);
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
        const addresses = batch.map(({ permalink }) => `.${encodeURI(permalink)}`);
        const built = (await fetchBodies(page, addresses)).map(comparableBody);
        expect(built).not.toContain('(no text)');
        for (const [index, { path, title }] of batch.entries()) {
          const shown = await openInApp(page, addresses[index] ?? '');
          const live = comparableBody(shown.body);
          if (live !== built[index]) {
            different.push(describeDifference(path, built[index] ?? '', live));
          }
          expect.soft(normalize(shown.title), path).toBe(normalize(title));
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

function describeDifference(path: string, built: string, live: string): string {
  let at = 0;
  while (at < built.length && built[at] === live[at]) at++;
  const around = (text: string): string => text.slice(Math.max(0, at - 80), at + 120);
  return `${path}\n  built: …${around(built)}…\n  live:  …${around(live)}…`;
}
