import { describe, expect, test } from 'vitest';
import type { OutputFile } from '../../../../src/publish/disk/output-file.ts';
import { writeFeeds } from '../../../../src/publish/feeds/write-feeds.ts';
import { buildCatalog } from '../../../../src/content/blog/catalog.ts';
import type { PostMeta } from '../../../../src/content/model/post.ts';
import type { Site } from '../../../../src/content/site/site.ts';
import { createMeta, testSite } from '../../../support/create-meta.ts';
import { parseXml } from '../../../support/parse-xml.ts';

const site: Site = { ...testSite, url: 'https://blog.example/repo/', feedLength: 2 };

const posts = [
  createMeta({ path: 'a.md', day: '2024-01-01', keywords: ['Rust'] }),
  createMeta({ path: 'b.md', day: '2024-02-01', keywords: ['Rust', 'C++'] }),
  createMeta({ path: 'c.md', day: '2024-03-01' }),
  createMeta({ path: 'none.md', keywords: ['Rust'] }),
];

async function write(
  metas: readonly PostMeta[],
  settings: Site,
  taken: readonly string[] = [],
): Promise<OutputFile[]> {
  const files: OutputFile[] = [];
  const feeds = writeFeeds(buildCatalog(metas, settings), {
    site: settings,
    base: '/repo/',
    today: '2026-01-01',
    taken: new Set(taken),
    loadContent: ({ card }, isWhole) =>
      Promise.resolve({
        html: isWhole ? `<a href="/repo/x/">${card.title}</a>` : undefined,
        image: undefined,
      }),
  });
  for await (const file of feeds) files.push(file);
  return files;
}

function titlesIn(files: readonly OutputFile[], name: string): (string | undefined)[] {
  const content = files.find(({ fileName }) => fileName === name)?.content;
  const feed = parseXml(String(content)).get('feed');
  return feed.all('entry').map((entry) => entry.get('title').text);
}

describe('writeFeeds', () => {
  test('writes three formats for the blog and for each keyword', async () => {
    const files = await write(posts, site);
    expect(files.map(({ fileName }) => fileName)).toEqual([
      'atom.xml',
      'rss.xml',
      'feed.json',
      'feed.xml',
      'index.xml',
      'feed/index.html',
      'keywords/rust/atom.xml',
      'keywords/rust/rss.xml',
      'keywords/rust/feed.json',
      'keywords/c-plus-plus/atom.xml',
      'keywords/c-plus-plus/rss.xml',
      'keywords/c-plus-plus/feed.json',
    ]);
  });

  test('has the newest dated posts, newest first, as many as the settings say', async () => {
    const files = await write(posts, site);
    expect(titlesIn(files, 'atom.xml')).toEqual(['c', 'b']);
    expect(titlesIn(files, 'keywords/rust/atom.xml')).toEqual(['b', 'a']);
  });

  test('has in feeds of keywords of a large blog the text of the newest, and the summary of others', async () => {
    const many = Array.from({ length: 301 }, (_, place) => ({
      ...createMeta({
        path: `${place}.md`,
        day: `2024-01-${String(1 + (place % 28)).padStart(2, '0')}`,
        keywords: ['Rust'],
      }),
      summary: `About ${place}`,
    }));
    const files = await write(many, { ...site, feedLength: 7 });
    const textOf = (name: string): string =>
      String(files.find(({ fileName }) => fileName === name)?.content);
    const count = (name: string, text: string): number => textOf(name).split(text).length - 1;
    expect(count('atom.xml', '<content')).toBe(7);
    expect(count('keywords/rust/atom.xml', '<content')).toBe(5);
    expect(count('keywords/rust/atom.xml', '<summary>About')).toBe(7);
    expect(count('keywords/rust/rss.xml', '<content:encoded')).toBe(5);
    expect(count('keywords/rust/rss.xml', '<description>About')).toBe(7);
    expect(count('keywords/rust/feed.json', '"content_html"')).toBe(5);
    expect(count('keywords/rust/feed.json', '"content_text": "About')).toBe(2);
  });

  test('tells the last change as the moment of the feed, however often it is built', async () => {
    const [first] = await write(posts, site);
    const [second] = await write(posts, site);
    expect(parseXml(String(first?.content)).get('feed').get('updated').text).toBe(
      '2024-03-01T00:00:00Z',
    );
    expect(second).toEqual(first);
  });

  test('is not changed by a post that names a day to come', async () => {
    const updated = { day: '2099-01-01', instant: undefined };
    const [file] = await write(
      posts.map((meta) => ({ ...meta, updated })),
      site,
    );
    expect(String(file?.content)).toContain('<updated>2024-03-01T00:00:00Z</updated>');
    expect(String(file?.content)).not.toContain('2099');
  });

  test('names a feed of a keyword for both and gives it an address of its own', async () => {
    const files = await write(posts, site);
    const file = files.find(({ fileName }) => fileName === 'keywords/c-plus-plus/feed.json');
    expect(JSON.parse(String(file?.content))).toMatchObject({
      title: 'C++ – Test blog',
      home_page_url: 'https://blog.example/repo/keywords/c-plus-plus/',
      feed_url: 'https://blog.example/repo/keywords/c-plus-plus/feed.json',
    });
  });

  test('writes feeds of a blog without posts', async () => {
    expect(await write([], site)).toHaveLength(6);
  });

  test.each([
    ['feed.xml', 'atom.xml'],
    ['index.xml', 'rss.xml'],
    ['feed/index.html', 'rss.xml'],
  ])(
    'has at the old name %s what %s has, for programs follow no redirect page',
    async (old, name) => {
      const files = new Map(
        (await write(posts, site)).map((file) => [file.fileName, file.content]),
      );
      expect(files.get(old)).toBe(files.get(name));
    },
  );

  test('takes no old name from a file of the blogger or a page', async () => {
    const files = await write(posts, site, ['feed.xml', 'feed/index.html']);
    expect(
      files.map(({ fileName }) => fileName).filter((name) => !name.includes('keywords')),
    ).toEqual(['atom.xml', 'rss.xml', 'feed.json', 'index.xml']);
  });

  test('writes feeds of each language where there are several', async () => {
    const french = { ...createMeta({ path: 'd.md', day: '2024-04-01' }), language: 'fr' };
    const files = await write([...posts, french], site);
    expect(titlesIn(files, 'atom.xml')).toEqual(['d', 'c']);
    expect(titlesIn(files, 'en/atom.xml')).toEqual(['c', 'b']);
    expect(titlesIn(files, 'fr/atom.xml')).toEqual(['d']);
    const feed = parseXml(
      String(files.find(({ fileName }) => fileName === 'fr/feed.xml')?.content),
    ).get('feed');
    expect(feed.get('id').text).toBe('https://blog.example/repo/fr/');
    expect(feed.get('@xml:lang').text).toBe('fr');
  });

  test('writes nothing without an address', async () => {
    expect(await write(posts, testSite)).toEqual([]);
  });
});
