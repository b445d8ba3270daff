import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { JSDOM } from 'jsdom';
import { expect, getSite, test } from '../support/fixtures.ts';
import type { ServedSite } from '../support/fixtures.ts';
import { sampleKeywords, samplePosts } from '../support/sample-posts.ts';

const siteOf = (project: string): ServedSite => getSite(project);
const parser = new XMLParser({
  ignoreAttributes: false,
  processEntities: { enabled: true, maxTotalExpansions: 1_000_000, maxExpandedLength: 10_000_000 },
  isArray: (name) => ['entry', 'item', 'url', 'link'].includes(name),
});

/** Whole addresses of our own in a text, as served while the tests run. */
function ownAddresses(text: string, site: ServedSite): string[] {
  const found = text.matchAll(new RegExp(`${site.published}[^"'<>\\s\\\\&)]*`, 'g'));
  return [...new Set([...found].map(([url]) => url.replace(site.published, site.url)))];
}

for (const name of ['atom.xml', 'rss.xml', 'feed.json', 'sitemap.xml', 'llms.txt', 'robots.txt']) {
  test(`every address in ${name} answers`, async ({ request }, { project }) => {
    const site = siteOf(project.name);
    const text = await (await request.get(`./${name}`)).text();
    const addresses = ownAddresses(text, site);
    expect(addresses.length).toBeGreaterThan(0);
    for (const url of addresses) {
      const response = await request.get(url.replace(/#.*$/, ''), { maxRedirects: 0 });
      expect(response.status(), url).toBe(200);
    }
  });
}

test('feeds carry the newest posts in full', async ({ request }) => {
  const { feed } = parser.parse(await (await request.get('./atom.xml')).text());
  const titles = feed.entry.map((entry: { title: string }) => entry.title);
  expect(titles).toEqual(samplePosts.slice(0, 20).map(({ title }) => title));
  const seed = feed.entry.at(-1);
  expect(seed.content['#text']).toContain('realities 🎉!');
  const json = await (await request.get('./feed.json')).json();
  expect(json.items).toHaveLength(titles.length);
});

test('every keyword has feeds of its own', async ({ request }) => {
  for (const { name, count } of sampleKeywords) {
    const slug = name.toLowerCase().replaceAll(' ', '-');
    const { feed } = parser.parse(await (await request.get(`./keywords/${slug}/atom.xml`)).text());
    expect(feed.entry, name).toHaveLength(count);
  }
});

test('every page has a head that says what it is', async ({ request }, { project }) => {
  const site = siteOf(project.name);
  for (const path of [
    '',
    'archive/',
    'keywords/',
    'keywords/writing/',
    'about/',
    'posts/showing-code/',
  ]) {
    const html = await (await request.get(`./${path}`)).text();
    const { document } = new JSDOM(html).window;
    const meta = (name: string): string | undefined =>
      document
        .querySelector(`meta[name="${name}"], meta[property="${name}"]`)
        ?.getAttribute('content') ?? undefined;
    expect(document.documentElement.lang, path).toBe('en');
    expect(document.title, path).not.toBe('');
    expect(meta('description'), path).toBeTruthy();
    expect(document.querySelector('link[rel=canonical]')?.getAttribute('href'), path).toBe(
      site.published + path,
    );
    expect(meta('og:title'), path).toBeTruthy();
    expect(meta('og:url'), path).toBe(site.published + path);
    expect(document.querySelector('link[type="application/atom+xml"]'), path).not.toBeNull();
    expect(document.querySelectorAll('meta[name=theme-color]').length, path).toBe(2);
    expect(document.querySelectorAll('h1').length, path).toBe(1);
    for (const data of document.querySelectorAll('script[type="application/ld+json"]')) {
      expect(() => JSON.parse(data.textContent)).not.toThrow();
    }
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
    expect(policy?.getAttribute('content'), path).toContain("require-trusted-types-for 'script'");
    expect(policy?.getAttribute('content'), path).not.toContain('unsafe-');
    expect(document.querySelectorAll('[style]').length, path).toBe(0);
  }
});

test('raw posts are published byte for byte', async ({ request }, { project }) => {
  const seed = '2019-03-04-bye-bye-automattic-hello-wasmer/index.md';
  const source = readFileSync(join(import.meta.dirname, '../../../public/posts', seed));
  const published = readFileSync(join(siteOf(project.name).outDir, 'posts', seed));
  expect(published.equals(source)).toBe(true);
  expect((await request.get(`./posts/${seed}`)).status()).toBe(200);
});
