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
  // HTML within XML is escaped twice.
  const plain = unescape(unescape(text));
  const found = plain.matchAll(new RegExp(`${site.published}[^"'<>\\s\\\\)]*`, 'g'));
  return [...new Set([...found].map(([url]) => url.replace(site.published, site.url)))];
}

function unescape(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
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

test('every address in the feeds of keywords answers', async ({ request }, { project }) => {
  const site = siteOf(project.name);
  const addresses = new Set<string>();
  for (const { name } of sampleKeywords) {
    const slug = name.toLowerCase().replaceAll(' ', '-');
    for (const file of ['atom.xml', 'rss.xml', 'feed.json']) {
      const text = await (await request.get(`./keywords/${slug}/${file}`)).text();
      for (const url of ownAddresses(text, site)) addresses.add(url.replace(/#.*$/, ''));
    }
  }
  expect(addresses.size).toBeGreaterThan(samplePosts.length);
  for (const url of addresses) {
    expect((await request.get(url, { maxRedirects: 0 })).status(), url).toBe(200);
  }
});

test('every address in the head of every page answers', async ({ request }, { project }) => {
  const site = siteOf(project.name);
  const pages = ownAddresses(await (await request.get('./sitemap.xml')).text(), site);
  const addresses = new Map<string, string>();
  for (const url of pages) {
    const { document } = new JSDOM(await (await request.get(url)).text()).window;
    const found = ownAddresses(document.head.innerHTML, site);
    for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
      found.push(...ownAddresses(JSON.stringify(JSON.parse(script.textContent)), site));
    }
    for (const link of document.head.querySelectorAll('link[href]')) {
      found.push(
        new URL(link.getAttribute('href') ?? '', url).href.replace(site.published, site.url),
      );
    }
    expect(document.querySelector('link[rel=icon]'), url).not.toBeNull();
    for (const address of found) addresses.set(address, url);
  }
  for (const [address, url] of addresses) {
    const response = await request.get(address, { maxRedirects: 0 });
    expect(response.status(), `${address} on ${url}`).toBe(200);
  }
});

test('feeds have what their specifications ask for', async ({ request }) => {
  const keyword = './keywords/writing/';
  for (const folder of ['./', keyword]) {
    const { feed } = parser.parse(await (await request.get(`${folder}atom.xml`)).text());
    for (const part of [feed, ...feed.entry]) {
      expect(part.id).toMatch(/^https:/);
      expect(String(part.title)).not.toBe('');
      expect(part.updated).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    }
    // An author of the feed counts for entries without one.
    expect(feed.author.name).not.toBe('');
    const ids = feed.entry.map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(ids.length);

    const { rss } = parser.parse(await (await request.get(`${folder}rss.xml`)).text());
    expect(rss['@_version']).toBe('2.0');
    expect(rss.channel.title).toBeTruthy();
    expect(rss.channel.link[0]).toMatch(/^https:/);
    expect(rss.channel.description).toBeTruthy();
    for (const item of rss.channel.item) {
      expect(item.title).toBeTruthy();
      expect(item.guid['#text']).toMatch(/^https:/);
      expect(Number.isNaN(Date.parse(item.pubDate))).toBe(false);
    }

    const json = await (await request.get(`${folder}feed.json`)).json();
    expect(json.version).toBe('https://jsonfeed.org/version/1.1');
    expect(json.title).not.toBe('');
    for (const item of json.items) {
      expect(typeof item.id).toBe('string');
      expect(item.content_html).not.toBe('');
    }
    expect(json.items.map(({ id }: { id: string }) => id)).toEqual(ids);
    expect(
      rss.channel.item.map(({ guid }: { guid: Record<string, string> }) => guid['#text']),
    ).toEqual(ids);
  }
});

test('addresses in the text of feeds are whole', async ({ request }) => {
  const { items } = await (await request.get('./feed.json')).json();
  for (const { id, content_html: html } of items) {
    const { document } = new JSDOM(html, { url: 'https://elsewhere.example/' }).window;
    for (const element of document.querySelectorAll('[href], [src]')) {
      const written = element.getAttribute('href') ?? element.getAttribute('src') ?? '';
      expect(written, id).toMatch(/^(?:https?|mailto|tel):/);
    }
  }
});

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
