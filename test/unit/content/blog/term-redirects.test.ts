import { describe, expect, test } from 'vitest';
import {
  listSectionRedirects,
  listTermRedirects,
} from '../../../../src/content/blog/term-redirects.ts';
import type { Site } from '../../../../src/content/site/site.ts';
import { testSite } from '../../../support/create-meta.ts';

const keywords = [
  { name: 'Rust', slug: 'rust', count: 3 },
  { name: 'C++', slug: 'c-plus-plus', count: 2 },
  { name: 'web_dev', slug: 'web-dev', count: 1 },
];

function list(changes: Partial<Site>, taken: readonly string[] = []): Record<string, string> {
  const redirects = listTermRedirects(
    keywords,
    { ...testSite, ...changes },
    (path) => !taken.includes(path),
  );
  return Object.fromEntries(redirects.map(({ from, to }) => [from, to]));
}

describe('listSectionRedirects', () => {
  test.each([
    ['Hugo', { generator: 'hugo', posts: 'content/posts' }, ['/posts/']],
    [
      'Hugo with several sections',
      { generator: 'hugo', posts: 'content' },
      ['/notes/', '/my-tea/'],
    ],
    ['Zola', { generator: 'zola', posts: 'content' }, ['/notes/', '/My Tea/']],
    ['Jekyll', { generator: 'jekyll', posts: '.' }, []],
    ['Astro', { generator: 'astro', posts: 'x', permalink: '/blog/:path/' }, ['/blog/']],
    ['Eleventy', { generator: 'eleventy', posts: 'site' }, ['/notes/', '/My Tea/']],
    ['no generator', {}, []],
  ] as const)('leads from the lists of sections of %s to home', (_, changes, expected) => {
    const paths = ['notes/a.md', 'notes/deep/b.md', 'My Tea/c/index.md', 'd.md', 'old/e.md'];
    const redirects = listSectionRedirects(
      paths,
      { ...testSite, ...changes },
      (path) => path !== '/old/',
    );
    expect(redirects.map(({ from }) => from)).toEqual(expected);
    expect(redirects.every(({ to, isOptional }) => to === '/' && isOptional)).toBe(true);
  });
});

describe('listTermRedirects', () => {
  test('leads from the pages of Hugo’s terms to those of keywords', () => {
    expect(list({ generator: 'hugo' })).toEqual({
      '/tags/': '/keywords/',
      '/categories/': '/keywords/',
      '/tags/rust/': '/keywords/rust/',
      '/categories/rust/': '/keywords/rust/',
      '/tags/c-plus-plus/': '/keywords/c-plus-plus/',
      '/categories/c-plus-plus/': '/keywords/c-plus-plus/',
      '/tags/c++/': '/keywords/c-plus-plus/',
      '/categories/c++/': '/keywords/c-plus-plus/',
      '/tags/web-dev/': '/keywords/web-dev/',
      '/categories/web-dev/': '/keywords/web-dev/',
      '/tags/web_dev/': '/keywords/web-dev/',
      '/categories/web_dev/': '/keywords/web-dev/',
    });
  });

  test.each([
    ['Zola', { generator: 'zola' }, '/tags/c/'],
    ['Jekyll', { generator: 'jekyll' }, '/category/c/'],
    ['a pattern that shows Jekyll', { permalink: 'pretty' }, '/tag/c/'],
  ] as const)('spells terms as %s does', (_, changes, from) => {
    expect(list(changes)).toMatchObject({ [from]: '/keywords/c-plus-plus/' });
  });

  test('leaves addresses alone that something else has', () => {
    expect(list({ generator: 'zola' }, ['/tags/', '/tags/rust/'])).not.toHaveProperty(
      '/tags/rust/',
    );
  });

  test('gives none where no generator shows', () => {
    expect(list({})).toEqual({});
  });
});
