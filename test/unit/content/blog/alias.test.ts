import { describe, expect, test } from 'vitest';
import { buildCatalog } from '../../../../src/content/blog/catalog.ts';
import type { Catalog } from '../../../../src/content/blog/catalog.ts';
import type { PostMeta } from '../../../../src/content/model/post.ts';
import { createMeta, testSite } from '../../../support/create-meta.ts';

const catalog = buildCatalog(
  [
    {
      ...createMeta({ path: 'a.md', day: '2020-01-01' }),
      aliases: ['/old/', '/b.html', '/posts/a', '/posts/b/'],
    },
    {
      ...createMeta({ path: 'b.md', day: '2020-01-02' }),
      aliases: ['/old', '/old/index.html', '/b2.html'],
    },
  ],
  testSite,
);

describe('collectAliases', () => {
  test('gives redirects by address, the first claim winning', () => {
    expect(catalog.redirects).toEqual([
      { from: '/b.html', to: '/posts/a/' },
      { from: '/b2.html', to: '/posts/b/' },
      { from: '/old/', to: '/posts/a/' },
    ]);
  });

  test('reports aliases of others, not a post’s own address', () => {
    expect(catalog.problems.map(({ file, message }) => `${file}: ${message}`)).toEqual([
      'posts/a.md: The alias `/posts/b/` already leads to `/posts/b/`.',
      'posts/b.md: The alias `/old` already leads to `/posts/a/`.',
      'posts/b.md: The alias `/old/index.html` already leads to `/posts/a/`.',
    ]);
  });

  test.each([
    ['home', '/'],
    ['a list', '/archive/'],
    ['a part of the archive', '/archive/2020/01/'],
    ['the list of keywords', '/keywords/'],
    ['the page of a keyword', '/keywords/rust/'],
    ['a feed of a keyword', '/keywords/Rust/atom.xml'],
    ['a file of data', '/data/v1/root.json'],
    ['the record of a post', '/posts/a/post.json'],
    ['a feed', '/atom.xml'],
    ['the sitemap', '/Sitemap.xml'],
    ['a file without extension', '/CNAME'],
    ['what looks like a folder in place of a file', '/llms.txt/'],
  ])('leaves %s to the blog itself, and says so with the file', (_name, alias) => {
    const { redirects, problems } = collect([['a.md', [alias]]]);
    expect(redirects).toEqual([]);
    expect(problems).toMatchObject([
      { kind: 'permalink', file: 'posts/a.md', message: expect.stringContaining(`\`${alias}\``) },
    ]);
  });

  test.each([
    ['its own post', [['trip.md', ['/posts/Trip/']]]],
    [
      'another post',
      [
        ['trip.md', []],
        ['b.md', ['/posts/Trip/']],
      ],
    ],
  ] as const)('keeps what differs in capitals from the address of %s', (_name, posts) => {
    const { redirects, problems } = collect(posts);
    expect(redirects.map(({ from }) => from)).toEqual(['/posts/Trip/']);
    expect(problems).toEqual([]);
  });

  test('keeps the folders of raw posts and keywords that no post has', () => {
    const aliases = ['/keywords/tea/', '/keywords/tea/feed.xml', '/pages/', '/posts/'];
    const { redirects, problems } = collect([['a.md', aliases]]);
    expect(redirects.map(({ from }) => from)).toEqual(aliases);
    expect(problems).toEqual([]);
  });
});

/** What becomes of posts with these paths and aliases, oldest first. */
function collect(
  posts: readonly (readonly [path: string, aliases: readonly string[]])[],
): Pick<Catalog, 'redirects' | 'problems'> {
  const metas = posts.map(([path, aliases], n) => ({
    ...createMeta({ path, day: `2020-01-0${n + 1}`, keywords: ['rust'] }),
    aliases,
  }));
  return buildCatalog(metas, testSite);
}

const moved = (path: string, to: string): PostMeta => ({
  ...createMeta({ path }),
  hidden: { kind: 'moved', to },
});

describe('collectMoves', () => {
  test('leads from posts that have moved, and from pages of a theme, to where they are', () => {
    const { redirects, problems, entries } = buildCatalog(
      [
        moved('a.md', 'https://a.example/'),
        moved('b.md', '/posts/c/'),
        createMeta({ path: 'c.md' }),
        {
          ...createMeta({ path: 'archives.md', permalink: '/archives/' }),
          hidden: { kind: 'theme', layout: 'archives', to: '/archive/' },
        },
        {
          ...createMeta({ path: 'archive.md', permalink: '/archive/' }),
          hidden: { kind: 'theme', layout: 'archives', to: '/archive/' },
        },
      ],
      testSite,
    );
    expect(entries).toHaveLength(1);
    expect(redirects).toEqual([
      { from: '/posts/a/', to: 'https://a.example/' },
      { from: '/posts/b/', to: '/posts/c/' },
      { from: '/archives/', to: '/archive/' },
    ]);
    expect(problems).toEqual([]);
  });

  test('reports one whose address another page has', () => {
    const { redirects, problems } = buildCatalog(
      [{ ...moved('x/a.md', '/new/'), permalink: '/posts/a/' }, createMeta({ path: 'a.md' })],
      testSite,
    );
    expect(redirects).toEqual([]);
    expect(problems.map(({ file, message }) => `${file}: ${message}`)).toEqual([
      'posts/x/a.md: The address `/posts/a/` is that of another page, so none there leads to `/new/`.',
    ]);
  });
});
