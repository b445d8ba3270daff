/** Where the links of real posts lead: every internal one answers, or the build reported it. */
import { corpora, isPresent } from '../support/corpora.ts';
import { expect, findSite, getSite, test } from '../support/fixtures.ts';
import { findLinks } from '../support/internal-links.ts';
import { readPage, readPublished, readReports } from '../support/published-posts.ts';

for (const corpus of corpora) {
  const { name } = corpus;
  test.describe(name, () => {
    test.skip(!isPresent(corpus), `There is no folder ${corpus.folder}.`);
    if (!isPresent(corpus) || findSite(name) === undefined) {
      test('is not here to be read', () => undefined);
      return;
    }

    test('has no link or file that leads nowhere without a report', async ({ page }) => {
      test.setTimeout(120_000);
      const site = getSite(name);
      const posts = readPublished(name);
      const links = await findLinks(
        page,
        posts.map((post) => ({
          html: readPage(name, post),
          url: new URL(encodeURI(post.permalink.slice(1)), site.url).href,
        })),
      );
      const answers = await askAll(new Set(links.flat().map(({ url }) => url)));
      const reports = readReports(name);
      const silent = posts.flatMap(({ path }, index) => {
        const broken = (links[index] ?? []).filter(({ url }) => answers.get(url) !== 200);
        return findSilent(
          broken.map(({ written }) => written),
          reports.get(path),
        ).map((written) => `${path}: ${written}`);
      });
      expect(answers.size).toBeGreaterThan(0);
      expect(silent).toEqual([]);
    });
  });
}

/** Status of each of `urls`, with a few requests at a time. */
async function askAll(urls: ReadonlySet<string>): Promise<ReadonlyMap<string, number>> {
  const waiting = [...urls];
  const answers = new Map<string, number>();
  const ask = async (): Promise<void> => {
    for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
      const { status } = await fetch(url, { method: 'HEAD' });
      answers.set(url, status);
    }
  };
  await Promise.all(Array.from({ length: 8 }, ask));
  return answers;
}

/** Those of `broken` that a post's `problems` do not name. */
function findSilent(
  broken: readonly string[],
  problems: readonly string[] = [],
): readonly string[] {
  return [...new Set(broken)].filter((written) => {
    const named = `\`${decodeLeniently(written.replace(/[?#].*$/, ''))}\``;
    return !problems.some((problem) => decodeLeniently(problem).includes(named));
  });
}

function decodeLeniently(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    // A lone `%` stands for itself.
    return text;
  }
}
