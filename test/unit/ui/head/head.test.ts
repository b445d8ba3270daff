import { describe, expect, test } from 'vitest';
import type { PostView } from '../../../../src/content/model/library.ts';
import type { PageDescription } from '../../../../src/ui/frame/app-context.ts';
import { buildHead } from '../../../../src/ui/head/head.ts';
import { formatHead } from '../../../../src/ui/head/head-html.ts';
import { sampleSite } from '../../../support/sample-site.ts';

const post = {
  collection: 'posts',
  card: {
    permalink: '/posts/カ/',
    title: 'A </script> & "b"',
    keywords: [{ name: 'rust', slug: 'rust' }],
    language: 'fr',
  },
  date: { day: '2019-03-04', instant: '2019-03-04T10:00:00Z' },
  updated: { day: '2020-01-01', instant: undefined },
  author: undefined,
  image: '/posts/カ/cover.png',
  translations: [{ permalink: '/en/', title: 'In English', language: 'en' }],
  body: { kind: 'empty' },
} as unknown as PostView;

const page: PageDescription = {
  title: post.card.title,
  permalink: post.card.permalink,
  description: 'What it is about',
  post,
};

const find = (described: PageDescription, key: string, site = sampleSite): string | undefined =>
  buildHead(described, site, '/').tags.find(
    ({ attributes }) =>
      attributes['name'] === key || attributes['property'] === key || attributes['rel'] === key,
  )?.attributes[key === 'canonical' || key === 'alternate' ? 'href' : 'content'];

const readData = (described: PageDescription): Record<string, unknown> =>
  JSON.parse(
    buildHead(described, sampleSite, '/').tags.find(({ name }) => name === 'script')?.text ?? '{}',
  ) as Record<string, unknown>;

describe('buildHead', () => {
  test('names where webmentions are taken on each page, and the author elsewhere on home', () => {
    const own = {
      ...sampleSite,
      relMe: ['https://social.example/@ada'],
      webmention: 'https://w.example/',
    };
    const list = (permalink: string | undefined): readonly unknown[] =>
      buildHead({ ...page, permalink }, own, '/')
        .tags.map(({ attributes }) => attributes)
        .filter(({ rel }) => rel === 'me' || rel === 'webmention');
    const webmention = { rel: 'webmention', href: 'https://w.example/' };
    expect(list('/posts/x/')).toEqual([webmention]);
    expect(list('/')).toEqual([webmention, { rel: 'me', href: 'https://social.example/@ada' }]);
    expect(list(undefined)).toEqual([]);
  });

  test.each([
    ['https://a.example/b/', 'https://a.example/b/'],
    ['/posts/b/', 'https://blog.example/posts/b/'],
  ])('names %s as the place where a post first appeared', (canonical, href) => {
    expect(find({ ...page, post: { ...post, canonical } }, 'canonical')).toBe(href);
  });

  test('keeps a post from search engines that asks for it', () => {
    expect(find({ ...page, post: { ...post, isUnindexed: true } }, 'robots')).toBe('noindex');
  });

  test('takes a page among the posts for a page', () => {
    const about = { ...page, post: { ...post, isPage: true } };
    expect(find(about, 'og:type')).toBe('website');
    expect(find(about, 'article:tag')).toBeUndefined();
    expect(readData(about)).toEqual({});
  });

  test.each([
    ['description', 'What it is about'],
    ['canonical', 'https://blog.example/posts/%E3%82%AB/'],
    ['author', 'Ada'],
    ['og:type', 'article'],
    ['og:title', 'A </script> & "b"'],
    ['og:url', 'https://blog.example/posts/%E3%82%AB/'],
    ['og:image', 'https://blog.example/posts/%E3%82%AB/cover.png'],
    ['og:locale', 'fr_FR'],
    ['twitter:card', 'summary_large_image'],
    ['article:published_time', '2019-03-04T10:00:00Z'],
    ['article:modified_time', '2020-01-01'],
    ['article:tag', 'rust'],
    ['robots', undefined],
  ])('gives a post %s', (key, value) => {
    expect(find(page, key)).toBe(value);
  });

  test.each([
    ['en', 'en_US'],
    ['en-GB', 'en_GB'],
    ['pt-BR', 'pt_BR'],
    ['zh-Hant', 'zh_TW'],
    ['eo', undefined],
    ['es-419', undefined],
  ])('tells the territory of %s as previews want it, or none', (language, locale) => {
    const site = { ...sampleSite, language };
    expect(find({ title: '', permalink: '/' }, 'og:locale', site)).toBe(locale);
  });

  test('gives a language that is none no locale', () => {
    const named = { ...post, card: { ...post.card, language: 'no tag' } };
    expect(find({ ...page, post: named }, 'og:locale')).toBeUndefined();
    expect(find({ ...page, post: named }, 'og:title')).toBe(post.card.title);
  });

  test.each([
    ['Notes from the harbour', 'Only code – Notes from the harbour'],
    ['', 'Only code – Marginalia'],
  ])('describes a post without words by its title and the site: %j', (description, expected) => {
    const silent = { ...page, title: 'Only code', description: '' };
    expect(find(silent, 'description', { ...sampleSite, description })).toBe(expected);
    expect(find(silent, 'og:description', { ...sampleSite, description })).toBe(expected);
  });

  test('titles the page with the site, home without', () => {
    expect(buildHead(page, sampleSite, '/').title).toBe('A </script> & "b" – Marginalia');
    expect(buildHead({ title: '', permalink: '/' }, sampleSite, '/').title).toBe('Marginalia');
  });

  test('describes a post and a blog as structured data', () => {
    expect(readData(page)).toMatchObject({
      '@type': 'BlogPosting',
      headline: 'A </script> & "b"',
      datePublished: '2019-03-04T10:00:00Z',
      author: { '@type': 'Person', name: 'Ada' },
      inLanguage: 'fr',
    });
    expect(readData({ title: '', permalink: '/' })).toMatchObject({
      '@type': 'Blog',
      url: 'https://blog.example/',
    });
    expect(readData({ title: 'Keywords', permalink: '/keywords/' })).toEqual({});
  });

  test('keeps the missing page out of indexes, and gives it no address', () => {
    const missing = { title: 'Page not found', permalink: undefined };
    expect(find(missing, 'robots')).toBe('noindex');
    expect(find(missing, 'canonical')).toBeUndefined();
  });

  test('leaves out what needs an address the blogger has not given', () => {
    const site = { ...sampleSite, url: undefined };
    expect(find(page, 'canonical', site)).toBeUndefined();
    expect(find(page, 'og:image', site)).toBeUndefined();
    expect(find(page, 'og:title', site)).toBeTruthy();
    expect(find(page, 'alternate', site)).toBeUndefined();
  });

  test('names the feeds of its language where a post is in another', () => {
    const described = { ...page, post: { ...post, card: { ...post.card, language: 'pt-BR' } } };
    const feeds = buildHead(described, sampleSite, '/repo/').tags.filter(
      ({ attributes }) => attributes['rel'] === 'alternate' && attributes['type'] !== undefined,
    );
    expect(feeds.map(({ attributes }) => attributes['href'])).toEqual([
      '/repo/pt-br/atom.xml',
      '/repo/pt-br/rss.xml',
      '/repo/pt-br/feed.json',
    ]);
  });

  test('names the feeds, and that of a keyword', () => {
    const keyword = { name: 'C++', slug: 'c++' };
    const described = { title: 'Posts about C++', permalink: '/keywords/c++/', keyword };
    const feeds = buildHead(described, sampleSite, '/repo/').tags.filter(
      ({ attributes }) => attributes['rel'] === 'alternate',
    );
    expect(feeds.map(({ attributes }) => attributes['href'])).toEqual([
      '/repo/atom.xml',
      '/repo/rss.xml',
      '/repo/feed.json',
      '/repo/keywords/c++/atom.xml',
    ]);
  });

  test('names translations, and the page among them', () => {
    const links = buildHead(page, sampleSite, '/').tags.flatMap(({ attributes }) =>
      attributes['hreflang'] === undefined ? [] : [[attributes['hreflang'], attributes['href']]],
    );
    expect(links).toEqual([
      ['fr', 'https://blog.example/posts/%E3%82%AB/'],
      ['en', 'https://blog.example/en/'],
    ]);
  });

  test('gives the address that the build has, whatever path the site names', () => {
    const site = { ...sampleSite, url: 'https://blog.example/repo/' };
    expect(find(page, 'canonical', site)).toBe('https://blog.example/posts/%E3%82%AB/');
    expect(find(page, 'og:image', site)).toBe('https://blog.example/posts/%E3%82%AB/cover.png');
  });

  test.each([
    ['elsewhere', 'https://x.example/a.png?b=1&amp;c=2', 'https://x.example/a.png?b=1&c=2'],
    [
      'of the blog',
      '/repo/posts/%E3%82%AB/a.png',
      'https://blog.example/repo/posts/%E3%82%AB/a.png',
    ],
    ['that previews cannot show', '/repo/a.svg', 'https://x.example/second.png'],
    ['outside of the blog', '/other/a.png', 'https://x.example/second.png'],
  ])('takes the first image of the body where the post names none: one %s', (_what, src, image) => {
    expect(findImage({ src })).toBe(image);
  });

  test('finds an image behind a bracket in its text', () => {
    expect(findImage({ src: 'https://x.example/a.png', alt: 'a > b' })).toBe(
      'https://x.example/a.png',
    );
  });

  test.each([
    ['as bodies have it', '/é x/a.png'],
    ['encoded', '/%C3%A9%20x/a.png'],
  ])('knows an image of the blog under a base of other letters, %s', (_what, src) => {
    expect(findImage({ src, base: '/é x/' })).toBe('https://blog.example/%C3%A9%20x/a.png');
  });

  test.each([
    ['a path', '/cover.SVG'],
    ['an address', 'https://x.example/cover.svg?v=1'],
  ])('passes over a cover that previews cannot show: %s', (_what, cover) => {
    const src = 'https://x.example/a.png';
    expect(findImage({ src, cover })).toBe(src);
    expect(findImage({ src: '/b.svg', cover: 'https://x.example/c.png' })).toBe(
      'https://x.example/c.png',
    );
  });

  test('has no image rather than one of the site that previews cannot show', () => {
    const site = { ...sampleSite, image: '/preview.svg' };
    expect(find({ title: '', permalink: '/' }, 'og:image', site)).toBeUndefined();
    expect(find({ title: '', permalink: '/' }, 'twitter:card', site)).toBe('summary');
  });
});

interface Pictures {
  /** First picture of the body. */
  readonly src: string;
  readonly alt?: string;
  readonly cover?: string;
  readonly base?: string;
}

/** The picture for previews of a post with a second one at another site. */
function findImage({ src, alt = '', cover, base = '/repo/' }: Pictures): string | undefined {
  const content = `<p><img alt="${alt}" src="${src}"><img src="https://x.example/second.png"></p>`;
  const body = { kind: 'html', html: { content } };
  const view = { ...post, image: cover, body } as unknown as PostView;
  const { tags } = buildHead({ ...page, post: view }, sampleSite, base);
  return tags.find(({ attributes }) => attributes['property'] === 'og:image')?.attributes[
    'content'
  ];
}

describe('formatHead', () => {
  test('lets nothing of a post end an element', () => {
    const html = formatHead(buildHead(page, sampleSite, '/'));
    expect(html).toContain('<title>A &lt;/script&gt; &amp; &quot;b&quot; – Marginalia</title>');
    expect(html.match(/<\/script>/g)).toHaveLength(1);
    expect(html).toContain(String.raw`A \u003c/script> & \"b\"`);
  });
});
