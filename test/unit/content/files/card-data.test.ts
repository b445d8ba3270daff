import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeCards, encodeCards } from '../../../../src/content/files/card-data.ts';
import { openData } from '../../../../src/content/files/data-reader.ts';
import type { PostCard } from '../../../../src/content/model/post.ts';
import { cardArbitrary } from './card-arbitrary.ts';

function passThrough(cards: readonly PostCard[]): readonly PostCard[] {
  const json: unknown = JSON.parse(JSON.stringify(encodeCards(cards)));
  return decodeCards(openData(json, 'test'));
}

const card: PostCard = {
  id: 41,
  path: '2019-03-04-bye-bye/index.md',
  permalink: '/posts/bye-bye/',
  title: 'Bye-bye!',
  day: '2019-03-04',
  minutes: 3,
  keywords: [{ name: 'C++', slug: 'c++' }],
  summary: 'So long.',
  language: undefined,
};

describe('encodeCards', () => {
  test('says nothing twice', () => {
    expect(encodeCards([card])).toMatchObject({
      prefix: '/posts/',
      links: ['*'],
      shapes: ['@-*/index.md'],
      slugs: ['c++'],
    });
    expect(encodeCards([card])).not.toHaveProperty('languages');
  });

  test('is undone by decodeCards', () => {
    fc.assert(
      fc.property(fc.array(cardArbitrary, { maxLength: 25 }), (cards) => {
        expect(passThrough(cards)).toEqual(cards);
      }),
    );
  });

  test.each<[string, Partial<PostCard>]>([
    ['a path with stars', { path: '*/@.md' }],
    ['a path that starts like a raw one', { path: '=x.md' }],
    ['a slug with the day in it', { permalink: '/2019-03-04/', path: '2019-03-04.md' }],
    ['a slug of the sign for the day', { permalink: '/@/', path: '@-2019-03-04.md' }],
    ['home as address', { permalink: '/' }],
    ['an address by date', { permalink: '/2019/03/04/bye-bye/' }],
    [
      'a keyword called *',
      {
        keywords: [
          { name: '*', slug: '*' },
          { name: '=', slug: '=' },
        ],
      },
    ],
    ['a keyword called constructor', { keywords: [{ name: 'constructor', slug: 'constructor' }] }],
    ['a year before 100', { day: '0033-04-03' }],
    ['a far year', { day: '9999-12-31' }],
    ['a post outside the index', { id: -1 }],
    ['a Japanese title', { title: '日本語 ABC', permalink: '/posts/日本語-abc/' }],
    ['a language', { language: 'pt-BR' }],
    ['dollar signs', { permalink: '/posts/$&/', path: '$&.md', title: "$'" }],
  ])('keeps %s', (_, change) => {
    const changed = { ...card, ...change };
    expect(passThrough([card, changed, card])).toEqual([card, changed, card]);
  });
});

describe('decodeCards', () => {
  const good = encodeCards([card, card]);
  test.each([
    ['titles', ['one'], '`links` is an array of 2; a column of 1 was expected.'],
    ['ids', '0', '`titles` is an array of 2; a column of 1 was expected.'],
    ['paths', '07', '`paths` is `07`; a place among 1 was expected.'],
    ['paths', '0', '`paths` is `0`; a column of 2 was expected.'],
    ['keywords', '0', '`keywords` is `0`; a column of 2 was expected.'],
    ['keywords', '1015', '`keywords` is `1015`; places among 1 was expected.'],
    ['keywords', '02', '`keywords` is `02`; complete runs was expected.'],
    ['slugs', [], '`slugs` is an array of 0; a column of 1 was expected.'],
    ['summaries', undefined, '`summaries` is missing; an array of texts was expected.'],
    ['ids', 7, '`ids` is `7`; text was expected.'],
  ])('rejects %s: %j', (key, value, message) => {
    expect(() => decodeCards(openData({ ...good, [key]: value }, 'test'))).toThrow(message);
  });
});
