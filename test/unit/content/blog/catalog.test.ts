import { describe, expect, test } from 'vitest';
import { buildCatalog } from '../../../../src/content/blog/catalog.ts';
import type { Catalog } from '../../../../src/content/blog/catalog.ts';
import type { PostMeta } from '../../../../src/content/model/post.ts';
import { generatePosts } from '../../../bench/generate-posts.ts';
import { createMeta, testSite } from '../../../support/create-meta.ts';

function paths(catalog: Catalog): readonly string[] {
  return catalog.entries.map(({ card }) => card.path);
}

function at(path: string, instant: string): PostMeta {
  return { ...createMeta({ path, title: path }), date: { day: '2020-01-01', instant } };
}

describe('buildCatalog', () => {
  test('orders posts oldest first, undated before all, ties by title descending', () => {
    const catalog = buildCatalog(
      [
        createMeta({ path: 'new.md', day: '2021-01-02' }),
        createMeta({ path: 'tie-a.md', day: '2020-01-01', title: 'A' }),
        createMeta({ path: 'tie-b.md', day: '2020-01-01', title: 'B' }),
        createMeta({ path: 'none-x.md', title: 'X' }),
        createMeta({ path: 'none-y.md', title: 'Y' }),
      ],
      testSite,
    );
    expect(paths(catalog)).toEqual(['none-y.md', 'none-x.md', 'tie-b.md', 'tie-a.md', 'new.md']);
    expect(catalog.entries.map(({ card }) => card.id)).toEqual([0, 1, 2, 3, 4]);
    expect(catalog.undated).toBe(2);
  });

  test('orders posts of one day by their moment', () => {
    const catalog = buildCatalog(
      [at('late.md', '2020-01-01T20:00:00Z'), at('early.md', '2020-01-01T08:00:00Z')],
      testSite,
    );
    expect(paths(catalog)).toEqual(['early.md', 'late.md']);
  });

  test('counts undated posts when all are', () => {
    expect(buildCatalog([createMeta({ path: 'a.md' })], testSite).undated).toBe(1);
    expect(buildCatalog([], testSite).undated).toBe(0);
  });

  test('leaves out hidden posts and lists free pages apart', () => {
    const catalog = buildCatalog(
      [
        { ...createMeta({ path: 'draft.md' }), hidden: { kind: 'draft' } },
        { ...createMeta({ path: 'about.md', permalink: '/about/' }), collection: 'pages' },
        createMeta({ path: 'a.md' }),
      ],
      testSite,
    );
    expect(paths(catalog)).toEqual(['a.md']);
    expect(catalog.pages.map(({ card }) => [card.permalink, card.id])).toEqual([['/about/', -1]]);
    expect([...catalog.byPermalink.keys()]).toEqual(['/about/', '/posts/a/']);
  });

  test('shows keywords as most often written and counts them', () => {
    const catalog = buildCatalog(
      [
        createMeta({ path: 'a.md', day: '2020-01-01', keywords: ['rust'] }),
        createMeta({ path: 'b.md', day: '2020-01-02', keywords: ['Rust', 'web'] }),
        createMeta({ path: 'c.md', day: '2020-01-03', keywords: ['Rust'] }),
      ],
      testSite,
    );
    expect(catalog.keywords).toEqual([
      { name: 'Rust', slug: 'rust', count: 3 },
      { name: 'web', slug: 'web', count: 1 },
    ]);
    expect(catalog.entries[0]?.card.keywords).toEqual([{ name: 'Rust', slug: 'rust' }]);
  });

  test('counts posts of each month, newest year first', () => {
    const catalog = buildCatalog(
      ['2019-03-04', '2019-03-05', '2021-12-31'].map((day, n) =>
        createMeta({ path: `${n}.md`, day }),
      ),
      testSite,
    );
    expect(catalog.years).toEqual([
      { year: 2021, count: 1, months: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1] },
      { year: 2019, count: 2, months: [0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
    ]);
  });

  test.each([
    [
      'a description before the opening',
      { description: 'Said so.', summary: 'Opening' },
      'Said so.',
    ],
    ['the opening without one', { description: undefined, summary: 'Opening' }, 'Opening'],
    ['the opening for a blank one', { description: ' ', summary: 'Opening' }, 'Opening'],
    [
      'a long text cut on a word',
      { description: `${'word '.repeat(40)}`.trim() },
      /^(word ){31}word…$/,
    ],
    ['a long text without spaces', { description: '漢'.repeat(200) }, /^漢{159}…$/],
    ['no half of a pair', { description: `a${'🎉'.repeat(100)}` }, /^a(🎉){79}…$/u],
  ])('shows %s as summary', (_, fields, expected) => {
    const catalog = buildCatalog([{ ...createMeta({ path: 'a.md' }), ...fields }], testSite);
    expect(catalog.entries[0]?.card.summary).toMatch(expected);
    expect(catalog.entries[0]?.card.summary.length).toBeLessThanOrEqual(160);
  });

  test('finds neighbours by date', () => {
    const catalog = buildCatalog(
      ['2019-01-01', '2020-01-01', '2021-01-01'].map((day) =>
        createMeta({ path: `${day}.md`, day, title: day }),
      ),
      testSite,
    );
    const [first, second, third] = catalog.entries.map((entry) => catalog.findRelations(entry));
    expect([first?.previous, first?.next?.title]).toEqual([undefined, '2020-01-01']);
    expect([second?.previous?.title, second?.next?.title]).toEqual(['2019-01-01', '2021-01-01']);
    expect([third?.previous?.title, third?.next]).toEqual(['2020-01-01', undefined]);
  });

  test('takes 5,000 posts with all their relations', () => {
    const catalog = buildCatalog(generatePosts(5000), testSite);
    const related = catalog.entries.map((entry) => catalog.findRelations(entry).related.length);
    expect(related.filter((length) => length === 3).length).toBeGreaterThan(4900);
  });
});
