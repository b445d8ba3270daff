import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildCatalog } from '../../../../src/content/blog/catalog.ts';
import type { PostMeta } from '../../../../src/content/model/post.ts';
import { createMeta, testSite } from '../../../support/create-meta.ts';

function post(path: string, day: string, language?: string): PostMeta {
  return { ...createMeta({ path, day, keywords: ['Tea'] }), language };
}

const names = ['a', 'b', 'c', 'd', 'e', 'f'];

describe('createRelatedFinder', () => {
  test('names three posts at most, those with the rarest shared keywords first, with what they share', () => {
    const catalog = buildCatalog(
      [
        createMeta({ path: '1.md', day: '2020-01-01', keywords: ['Rare', 'Common'] }),
        createMeta({ path: '2.md', day: '2020-01-02', keywords: ['Common'] }),
        createMeta({ path: '3.md', day: '2020-01-03', keywords: ['Common'] }),
        createMeta({ path: '4.md', day: '2020-01-04', keywords: ['Common', 'Lone'] }),
        createMeta({ path: '5.md', day: '2020-01-05', keywords: ['Rare', 'Common'] }),
      ],
      testSite,
    );
    const shown = catalog.entries.at(-1);
    expect(shown && catalog.findRelations(shown).related).toEqual([
      { permalink: '/posts/1/', title: '1', shared: ['Rare', 'Common'] },
      { permalink: '/posts/4/', title: '4', shared: ['Common'] },
      { permalink: '/posts/3/', title: '3', shared: ['Common'] },
    ]);
  });

  test('names posts in the same language only', () => {
    const catalog = buildCatalog(
      [
        post('1.md', '2020-01-01'),
        post('2.md', '2020-01-02', 'fr'),
        post('3.md', '2020-01-03'),
        post('4.md', '2020-01-04', 'fr'),
        post('5.md', '2020-01-05', 'ja'),
      ],
      testSite,
    );
    const related = catalog.entries.map((entry) =>
      catalog.findRelations(entry).related.map(({ title }) => title),
    );
    expect(related).toEqual([['3'], ['4'], ['1'], ['2'], []]);
  });

  test('equals the brute-force answer', () => {
    const posts = fc.array(fc.subarray(names), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(posts, (sets) => {
        const metas = sets.map((keywords, n) =>
          createMeta({
            path: `${n}.md`,
            day: `2020-01-${String((n % 28) + 1).padStart(2, '0')}`,
            keywords,
          }),
        );
        const catalog = buildCatalog(metas, testSite);
        const counts = new Map(catalog.keywords.map(({ slug, count }) => [slug, count]));
        for (const entry of catalog.entries) {
          // Whole numbers, so that the order of summing does not matter.
          const unit = [...counts.values()].reduce((product, count) => product * count, 1);
          const scored = catalog.entries
            .filter((other) => other !== entry)
            .map((other) => ({
              id: other.card.id,
              score: other.card.keywords
                .filter(({ slug }) => entry.card.keywords.some((own) => own.slug === slug))
                .reduce((total, { slug }) => total + unit / (counts.get(slug) ?? 1), 0),
            }))
            .filter(({ score }) => score > 0)
            .toSorted((a, b) => b.score - a.score || b.id - a.id);
          const scoreOf = new Map(scored.map(({ id, score }) => [id, score]));
          const found = catalog
            .findRelations(entry)
            .related.map(({ permalink }) => catalog.byPermalink.get(permalink)?.card.id ?? -1);
          expect(found.map((id) => (scoreOf.get(id) ?? 0) / unit)).toEqual(
            scored.slice(0, 3).map(({ score }) => expect.closeTo(score / unit, 9)),
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});
