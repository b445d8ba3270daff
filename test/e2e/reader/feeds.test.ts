import type { APIRequestContext } from '@playwright/test';
import { JSDOM } from 'jsdom';
import { expect, getSite, test } from '../support/fixtures.ts';
import { findChildren, readOne, readXml } from '../support/read-xml.ts';
import { sampleKeywords, samplePosts } from '../support/sample-posts.ts';

/** The post of the sample blog that shows every way to write a picture. */
const pictures = samplePosts.find(({ path }) => path.includes('pictures-beside'));

/** Folders with feeds that are read in full: the blog's, and those of two keywords. */
const folders = ['', ...new Set(['writing', ...(pictures?.keywords ?? []).slice(0, 1)])].map(
  (name) => (name === '' ? '' : `keywords/${name.toLowerCase().replaceAll(' ', '-')}/`),
);

/** RFC 3339, which Atom and JSON Feed ask for. */
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/** RFC 822 with four digits of a year, which RSS asks for. */
const mailDate =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d (?:GMT|[+-]\d{4})$/;

async function readText(request: APIRequestContext, path: string): Promise<string> {
  const response = await request.get(`./${path}`);
  expect(response.status(), path).toBe(200);
  return response.text();
}

for (const folder of folders) {
  test(`/${folder}atom.xml has what RFC 4287 asks for`, async ({ request }, { project }) => {
    const { published } = getSite(project.name);
    const feed = readXml(await readText(request, `${folder}atom.xml`)).documentElement;
    expect([feed.tagName, feed.namespaceURI]).toEqual(['feed', 'http://www.w3.org/2005/Atom']);
    const entries = findChildren(feed, 'entry');
    expect(entries.length).toBeGreaterThan(0);
    for (const part of [feed, ...entries]) {
      expect(URL.canParse(readOne(part, 'id'))).toBe(true);
      readOne(part, 'title');
      expect(readOne(part, 'updated')).toMatch(moment);
      const alternates = findLinks(part, 'alternate');
      expect(alternates).toHaveLength(1);
      expect(alternates[0]).toContain(published);
    }
    // An author of the feed counts for entries without one.
    for (const author of [feed, ...entries].flatMap((part) => findChildren(part, 'author'))) {
      readOne(author, 'name');
    }
    expect(findChildren(feed, 'author')).toHaveLength(1);
    expect(findLinks(feed, 'self')).toEqual([`${published}${folder}atom.xml`]);
    for (const entry of entries) {
      expect(readOne(entry, 'published')).toMatch(moment);
      expect(findChildren(entry, 'content')[0]?.getAttribute('type')).toBe('html');
      expect(findChildren(entry, 'summary').length).toBeLessThan(2);
      for (const category of findChildren(entry, 'category')) {
        expect(category.getAttribute('term')).toBeTruthy();
      }
    }
    const ids = entries.map((entry) => readOne(entry, 'id'));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test(`/${folder}rss.xml has what RSS 2.0 asks for`, async ({ request }, { project }) => {
    const { published } = getSite(project.name);
    const rss = readXml(await readText(request, `${folder}rss.xml`)).documentElement;
    expect([rss.tagName, rss.getAttribute('version')]).toEqual(['rss', '2.0']);
    const [channel, ...others] = findChildren(rss, 'channel');
    expect(others).toEqual([]);
    if (channel === undefined) throw new Error('The feed has no channel.');
    readOne(channel, 'title');
    readOne(channel, 'description');
    expect(readOne(channel, 'link')).toBe(published + folder);
    expect(readOne(channel, 'lastBuildDate')).toMatch(mailDate);
    const [self] = findChildren(channel, 'atom:link');
    expect(self?.getAttribute('href')).toBe(`${published}${folder}rss.xml`);
    const items = findChildren(channel, 'item');
    expect(items.length).toBeGreaterThan(0);
    for (const item of items) {
      readOne(item, 'title');
      expect(readOne(item, 'link')).toContain(published);
      expect(readOne(item, 'guid')).toBe(readOne(item, 'link'));
      expect(readOne(item, 'pubDate')).toMatch(mailDate);
      // RSS's own author must be an address of mail.
      expect(findChildren(item, 'author')).toEqual([]);
    }
  });

  test(`/${folder}feed.json has what JSON Feed 1.1 asks for`, async ({ request }, { project }) => {
    const { published } = getSite(project.name);
    const feed = JSON.parse(await readText(request, `${folder}feed.json`));
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: expect.stringMatching(/./),
      home_page_url: published + folder,
      feed_url: `${published}${folder}feed.json`,
      authors: [{ name: expect.stringMatching(/./) }],
    });
    expect(feed.items.length).toBeGreaterThan(0);
    for (const item of feed.items) {
      expect(item).toMatchObject({
        id: expect.stringContaining(published),
        url: expect.stringContaining(published),
        content_html: expect.stringMatching(/./),
        date_published: expect.stringMatching(moment),
      });
      if (item.date_modified !== undefined) expect(item.date_modified).toMatch(moment);
      for (const tag of item.tags ?? []) expect(tag).toMatch(/./);
    }
  });

  test(`the feeds of /${folder} have the same posts and texts`, async ({ request }) => {
    const [atom, rss, json] = await readEntries(request, folder);
    expect(rss).toEqual(atom);
    expect(json).toEqual(atom);
  });

  test(`addresses in the texts of /${folder} are whole in each format`, async ({ request }) => {
    for (const entries of await readEntries(request, folder)) {
      const kinds = new Set<string>();
      for (const { id, html } of entries) {
        for (const { name, address } of listAddresses(html)) {
          expect(address, `${name} in ${id}`).toMatch(/^(?:https?|mailto|tel|data):/);
          kinds.add(name);
        }
      }
      expect([...kinds]).toEqual(expect.arrayContaining(['href', 'src']));
      if (entries.some(({ id }) => id.includes('pictures-beside')))
        expect(kinds).toContain('srcset');
    }
  });
}

test('feeds carry the newest posts in full', async ({ request }) => {
  const feed = readXml(await readText(request, 'atom.xml')).documentElement;
  const entries = findChildren(feed, 'entry');
  const titles = entries.map((entry) => readOne(entry, 'title'));
  expect(titles).toEqual(samplePosts.slice(0, 20).map(({ title }) => title));
  const seed = entries.at(-1);
  expect(seed && readOne(seed, 'content')).toContain('realities 🎉!');
});

test('every keyword has feeds of its own', async ({ request }) => {
  for (const { name, count } of sampleKeywords) {
    const slug = name.toLowerCase().replaceAll(' ', '-');
    const feed = readXml(await readText(request, `keywords/${slug}/atom.xml`)).documentElement;
    expect(findChildren(feed, 'entry'), name).toHaveLength(count);
  }
});

function findLinks(parent: Element, rel: string): (string | null)[] {
  return findChildren(parent, 'link')
    .filter((link) => link.getAttribute('rel') === rel)
    .map((link) => link.getAttribute('href'));
}

interface Entry {
  readonly id: string;
  readonly html: string;
}

/** The posts of a folder's feeds: by Atom, by RSS, by JSON Feed. */
async function readEntries(request: APIRequestContext, folder: string): Promise<Entry[][]> {
  const atom = readXml(await readText(request, `${folder}atom.xml`)).querySelectorAll('entry');
  const rss = readXml(await readText(request, `${folder}rss.xml`)).querySelectorAll('item');
  const { items } = JSON.parse(await readText(request, `${folder}feed.json`));
  return [
    Array.from(atom, (entry) => ({ id: readOne(entry, 'id'), html: readOne(entry, 'content') })),
    Array.from(rss, (item) => ({
      id: readOne(item, 'guid'),
      html: readOne(item, 'content:encoded'),
    })),
    items.map((item: { id: string; content_html: string }) => ({
      id: item.id,
      html: item.content_html,
    })),
  ];
}

/** Attributes of HTML that hold an address. */
const single = ['href', 'src', 'poster', 'cite', 'data', 'longdesc', 'action', 'formaction'];

/** Every address in `html`, with the name of its attribute. */
function listAddresses(html: string): { readonly name: string; readonly address: string }[] {
  const { document } = new JSDOM(html, { url: 'https://elsewhere.example/' }).window;
  return Array.from(document.querySelectorAll('*')).flatMap((element) => [
    ...single.flatMap((name) => {
      const address = element.getAttribute(name);
      return address === null ? [] : [{ name, address }];
    }),
    // The build parts them by a comma and a space; addresses have no spaces.
    ...(element.getAttribute('srcset') ?? '')
      .split(/,\s+/)
      .filter((candidate) => candidate !== '')
      .map((address) => ({ name: 'srcset', address })),
  ]);
}
