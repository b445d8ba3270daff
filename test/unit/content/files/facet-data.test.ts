import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createFacets,
  decodeFacets,
  encodeFacets,
  matchFacets,
} from '../../../../src/content/files/facet-data.ts';
import type { PostCard } from '../../../../src/content/model/post.ts';
import { cardArbitrary } from './card-arbitrary.ts';

const head = { buildId: 'b', slug: 'rust', blocks: [] };
const slugs = ['rust', 'web', 'css', 'constructor'];
const keywords = fc.subarray(slugs).map((own) => own.map((slug) => ({ name: slug, slug })));
const cards = fc
  .array(fc.tuple(cardArbitrary, keywords), { maxLength: 30 })
  .map((list) => list.map(([card, own], id): PostCard => ({ ...card, id: id * 3, keywords: own })));

function has(card: PostCard, slug: string): boolean {
  return card.keywords.some((keyword) => keyword.slug === slug);
}

describe('encodeFacets', () => {
  test('is undone by decodeFacets', () => {
    fc.assert(
      fc.property(cards, (list) => {
        const facets = createFacets({ ...head, blocks: ['a', 'b'] }, list);
        expect(decodeFacets(JSON.parse(encodeFacets(facets)), 'test')).toEqual(facets);
      }),
    );
  });
});

describe('decodeFacets', () => {
  const good = {
    schema: 1,
    buildId: 'b',
    slug: 'rust',
    ids: '02',
    keywords: ['web'],
    sets: '010',
    blocks: '',
  };
  test.each([
    ['sets', '0', '`sets` is `0`; 2 sets was expected.'],
    ['sets', '011', '`sets` is `011`; places among 1 was expected.'],
    ['sets', '03', '`sets` is `03`; complete runs was expected.'],
    ['keywords', 'web', '`keywords` is `web`; an array of texts was expected.'],
    ['schema', 9, '`schema` is `9`; 1 was expected.'],
  ])('rejects %s: %j', (key, value, message) => {
    expect(() => decodeFacets({ ...good, [key]: value }, 'k/rust/f.json')).toThrow(message);
  });
});

describe('matchFacets', () => {
  test('equals the brute-force answer', () => {
    fc.assert(
      fc.property(cards, fc.subarray(slugs), (list, wanted) => {
        const all = ['rust', ...wanted];
        const own = list.filter((card) => has(card, 'rust'));
        const matching = own.filter((card) => all.every((slug) => has(card, slug)));
        const counts = slugs
          .map((slug) => [slug, matching.filter((card) => has(card, slug)).length] as const)
          .filter(([, count]) => count > 0);
        const match = matchFacets(createFacets(head, own), all);
        expect(match.ids).toEqual(matching.map(({ id }) => id));
        expect(match.places.map((place) => own[place])).toEqual(matching);
        expect(Object.fromEntries(Object.entries(match.counts))).toEqual(
          Object.fromEntries(counts),
        );
      }),
    );
  });

  test('finds nothing for a keyword that does not exist', () => {
    const facets = createFacets(head, []);
    expect(matchFacets(facets, ['rust', 'nothing'])).toEqual({
      ids: [],
      places: [],
      counts: {},
    });
  });
});
