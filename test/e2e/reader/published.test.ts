import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIResponse } from '@playwright/test';
import { JSDOM } from 'jsdom';
import { expect, getSite, test } from '../support/fixtures.ts';
import type { ServedSite } from '../support/fixtures.ts';
import { findChildren, readOne, readXml } from '../support/read-xml.ts';
import { sampleKeywords, samplePosts } from '../support/sample-posts.ts';

const siteOf = (project: string): ServedSite => getSite(project);

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
  const texts = await Promise.all(
    pages.map(async (url) => ({ url, html: await (await request.get(url)).text() })),
  );
  for (const { url, html } of texts) {
    const { document } = new JSDOM(html).window;
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
  const answers = [...addresses].map(async ([address, url]) => {
    const response = await request.get(address, { maxRedirects: 0 });
    expect(response.status(), `${address} on ${url}`).toBe(200);
  });
  await Promise.all(answers);
});

test('the sitemap is one by its protocol, and has every post and keyword', async ({ request }, {
  project,
}) => {
  const { published } = siteOf(project.name);
  const set = readXml(await (await request.get('./sitemap.xml')).text()).documentElement;
  expect([set.tagName, set.namespaceURI]).toEqual([
    'urlset',
    'http://www.sitemaps.org/schemas/sitemap/0.9',
  ]);
  const places = findChildren(set, 'url');
  const today = new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);
  for (const place of places) {
    expect(readOne(place, 'loc').startsWith(published)).toBe(true);
    if (findChildren(place, 'lastmod').length === 0) continue;
    const day = readOne(place, 'lastmod');
    expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(day <= today, `${day} on ${today}`).toBe(true);
  }
  const addresses = places.map((place) => readOne(place, 'loc').slice(published.length));
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(addresses).toEqual(
    expect.arrayContaining([
      '',
      ...samplePosts.map(({ address }) => address),
      ...sampleKeywords.map(({ name }) => `keywords/${name.toLowerCase().replaceAll(' ', '-')}/`),
    ]),
  );
});

test('every post is described to search engines', async ({ request }, { project }) => {
  const { published } = siteOf(project.name);
  for (const { address, title, day } of samplePosts) {
    const { data, ...others } = await readStructured(await request.get(`./${address}`));
    expect(others, address).toEqual({ count: 1 });
    expect(data, address).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'BlogPosting',
      headline: title,
      description: expect.stringMatching(/./),
      datePublished: expect.stringContaining(day),
      inLanguage: 'en',
      mainEntityOfPage: published + address,
      image: expect.stringMatching(/^https:/),
    });
  }
  const { data } = await readStructured(await request.get('./'));
  expect(data).toMatchObject({ '@type': 'Blog', name: 'Rubric', url: published });
});

/** What a page says as JSON-LD, and in how many pieces. */
async function readStructured(
  response: APIResponse,
): Promise<{ readonly data: unknown; readonly count: number }> {
  const { document } = new JSDOM(await response.text()).window;
  const found = document.querySelectorAll('script[type="application/ld+json"]');
  return { data: JSON.parse(found[0]?.textContent ?? 'null'), count: found.length };
}

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
  const source = readFileSync(join(import.meta.dirname, '../../fixtures/blog/public/posts', seed));
  const published = readFileSync(join(siteOf(project.name).outDir, 'posts', seed));
  expect(published.equals(source)).toBe(true);
  expect((await request.get(`./posts/${seed}`)).status()).toBe(200);
});

test('the workflow of the tests asks for a post of the sample blog', () => {
  const root = join(import.meta.dirname, '../../..');
  const workflow = readFileSync(join(root, '.github/workflows/ci.yml'), 'utf8');
  const file = /hashFiles\('public\/posts\/([^']+)'\)/.exec(workflow)?.[1];
  expect(samplePosts.map(({ path }) => path)).toContain(file);
});
