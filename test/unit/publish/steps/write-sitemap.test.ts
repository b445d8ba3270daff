import { describe, expect, test } from 'vitest';
import { writeSitemap } from '../../../../src/publish/steps/write-sitemap.ts';
import { buildCatalog } from '../../../../src/content/blog/catalog.ts';
import { createMeta, testSite } from '../../../support/create-meta.ts';
import { parseXml } from '../../../support/parse-xml.ts';

const site = { ...testSite, url: 'https://blog.example/' };
const today = '2026-01-01';
const updated = { day: '2025-05-05', instant: undefined };
const catalog = buildCatalog(
  [
    { ...createMeta({ path: 'a.md', day: '2024-01-01', keywords: ['Q&A'] }), updated },
    createMeta({ path: 'b.md', permalink: '/posts/b&c/', day: '2024-02-01', keywords: ['Q&A'] }),
    createMeta({ path: 'none.md', permalink: '/posts/日本/' }),
    { ...createMeta({ path: 'about.md', permalink: '/about/' }), collection: 'pages' },
  ],
  site,
);

describe('writeSitemap', () => {
  test('lists every address with the day of its last change', () => {
    const [file, ...others] = writeSitemap(catalog, { site, base: '/', today });
    expect(others).toEqual([]);
    expect(file?.fileName).toBe('sitemap.xml');
    const places = parseXml(String(file?.content))
      .get('urlset')
      .all('url')
      .map((url) => [url.get('loc').text, url.get('lastmod').text]);
    expect(places).toEqual([
      ['https://blog.example/', '2025-05-05'],
      ['https://blog.example/archive/', '2025-05-05'],
      ['https://blog.example/keywords/', '2025-05-05'],
      ['https://blog.example/about/', undefined],
      ['https://blog.example/posts/b&c/', '2024-02-01'],
      ['https://blog.example/posts/a/', '2025-05-05'],
      ['https://blog.example/posts/%E6%97%A5%E6%9C%AC/', undefined],
      ['https://blog.example/keywords/q-and-a/', '2025-05-05'],
    ]);
  });

  test('leaves out what is not to be found, and what first appeared elsewhere', () => {
    const metas = [
      { ...createMeta({ path: 'a.md' }), isUnindexed: true },
      { ...createMeta({ path: 'b.md' }), isOffSitemap: true },
      { ...createMeta({ path: 'c.md' }), canonical: 'https://a.example/c/' },
      { ...createMeta({ path: 'd.md' }), canonical: 'https://blog.example/posts/d/' },
      { ...createMeta({ path: 'e.md', permalink: '/e/' }), isPage: true, isOffSitemap: true },
    ];
    const [file] = writeSitemap(buildCatalog(metas, site), { site, base: '/', today });
    expect(String(file?.content).match(/\/posts\/\w\/|\/e\//g)).toEqual(['/posts/d/']);
  });

  test('knows no change of a day to come', () => {
    const later = { day: '2099-01-01', instant: undefined };
    const metas = [
      { ...createMeta({ path: 'a.md', day: '2024-01-01', keywords: ['x'] }), updated: later },
      createMeta({ path: 'b.md', day: '2098-01-01' }),
    ];
    const [file] = writeSitemap(buildCatalog(metas, site), { site, base: '/', today });
    const days = parseXml(String(file?.content))
      .get('urlset')
      .all('url')
      .map((url) => url.get('lastmod').text);
    const known = '2024-01-01';
    // Home, archive and keywords, then the newer post, the older one and its keyword.
    expect(days).toEqual([known, known, known, undefined, known, known]);
  });

  test('becomes an index of parts when there are too many addresses', () => {
    const files = writeSitemap(catalog, { site, base: '/', today, length: 3 });
    expect(files.map(({ fileName }) => fileName)).toEqual([
      'sitemap.xml',
      'sitemap-1.xml',
      'sitemap-2.xml',
      'sitemap-3.xml',
    ]);
    const index = parseXml(String(files[0]?.content)).get('sitemapindex').all('sitemap');
    expect(index.map((part) => [part.get('loc').text, part.get('lastmod').text])).toEqual([
      ['https://blog.example/sitemap-1.xml', '2025-05-05'],
      ['https://blog.example/sitemap-2.xml', '2025-05-05'],
      ['https://blog.example/sitemap-3.xml', '2025-05-05'],
    ]);
    const counts = files
      .slice(1)
      .map(({ content }) => parseXml(String(content)).get('urlset').all('url').length);
    expect(counts).toEqual([3, 3, 2]);
  });

  test('writes nothing without an address', () => {
    expect(writeSitemap(catalog, { site: testSite, base: '/', today })).toEqual([]);
  });
});
