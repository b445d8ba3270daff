import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  decodeBranch,
  decodeKeywordNames,
  decodeSearchRoot,
  encodeBranch,
  encodeKeywordNames,
  encodeSearchRoot,
  findStart,
} from '../../../../src/search/format/root-file.ts';
import { createShardBuilder } from '../../../../src/search/write/shard-builder.ts';
import type { ShardCard } from '../../../../src/search/format/shard-card.ts';
import { decodeWordShard } from '../../../../src/search/format/shard-file.ts';
import { keyKinds, orderListed } from '../../../../src/search/format/shard-entry.ts';
import type { PostingList, ShardEntry } from '../../../../src/search/format/shard-entry.ts';
import {
  decodeShardCards,
  decodeCommon,
  decodeKeywordSets,
  decodePositions,
  decodeSpelling,
  decodeTail,
  encodeShardCards,
  encodeCommon,
  encodeKeywordSets,
  encodeParts,
  encodePositions,
  encodeSpelling,
  encodeTail,
} from '../../../../src/search/format/side-files.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const ascending = fc
  .uniqueArray(fc.nat(5000), { maxLength: 40 })
  .map((ids) => ids.toSorted((a, b) => a - b));
/** Three bytes. */
const stamp = fc.nat(0xffffff);
const keyword = fc.record({ name: text, slug: text.filter((slug) => slug !== '') });
const card: fc.Arbitrary<ShardCard> = fc.record({
  id: fc.nat(),
  title: text,
  permalink: text,
  path: text,
  day: text,
  minutes: fc.nat(),
  language: text,
  keywords: fc.array(fc.nat(), { maxLength: 4 }),
});
const list: fc.Arbitrary<PostingList> = fc
  .record({ ids: ascending, hasSets: fc.boolean(), isLong: fc.boolean(), isInline: fc.boolean(), texts: fc.array(text, { maxLength: 3 }) })
  .chain(({ ids, hasSets, isLong, isInline, texts }) =>
    fc.record({
      total: fc.constant(ids.length + (isLong ? 1000 : 0)),
      ids: fc.constant(ids),
      weights: fc.constant(ids.map((id) => id % 64)),
      keywordSets: fc.constant(hasSets ? ids.map((id) => [id % 3, 5]) : undefined),
      counts: fc.constant(isLong ? new Map([[1, 7], [4, 900]]) : undefined),
      records: fc.constant(
        orderListed(ids, ids.map((id) => id % 64), texts.length).map((id, place) => ({
          id,
          excerpt: texts[place] ?? '',
          sections: [{ id: texts[0] ?? '', title: texts[place] ?? '' }],
        })),
      ),
      cards: fc.constant(new Map()),
      tail: fc.constant(isLong ? (isInline ? { bytes: Uint8Array.from(ids) } : { file: 3, index: 2 }) : undefined),
    }),
  ); // prettier-ignore

describe('root files', () => {
  test('come back as they were', () => {
    const root = fc.record({
      postCount: fc.nat(),
      cardBlock: fc.integer({ min: 1, max: 500 }),
      languages: fc.array(text),
      keywords: fc.array(keyword),
      keywordTotal: fc.nat(),
      hasBranches: fc.boolean(),
      starts: fc.uniqueArray(text).map((starts) => starts.toSorted()),
      stamps: fc.array(stamp),
      cardStamps: fc.array(stamp),
      sideStamps: fc.uniqueArray(text).map((names) => new Map(names.map((name, at) => [name, at]))),
    });
    fc.assert(
      fc.property(root, (value) => {
        // An empty name is read as the slug: names are never empty.
        const named = value.keywords.map(({ name, slug }) => ({ slug, name: name || slug }));
        expect(decodeSearchRoot(encodeSearchRoot(value), 'x')).toEqual({
          ...value,
          keywords: named,
        });
        expect(decodeKeywordNames(encodeKeywordNames(value.keywords), 'x')).toEqual(named);
        const branch = {
          firstShard: value.postCount,
          starts: value.starts,
          stamps: value.stamps,
        };
        expect(decodeBranch(encodeBranch(branch), 'x')).toEqual(branch);
      }),
    );
  });

  test('find the shard of a key as a plain search does', () => {
    fc.assert(
      fc.property(fc.uniqueArray(text), text, (some, key) => {
        const starts = ['', ...some.filter((start) => start !== '')].toSorted((a, b) =>
          a < b ? -1 : 1,
        );
        expect(findStart(starts, key)).toBe(starts.findLastIndex((start) => start <= key));
      }),
    );
  });
});

describe('orderListed', () => {
  test('gives the first of all sorted posts, best first, the newest of equals first', () => {
    fc.assert(
      fc.property(ascending, fc.nat({ max: 45 }), (ids, count) => {
        const weights = ids.map((id) => id % 7);
        const sorted = ids.toSorted((a, b) => (b % 7) - (a % 7) || b - a);
        expect(orderListed(ids, weights, count)).toEqual(sorted.slice(0, count));
      }),
    );
  });
});

describe('shards', () => {
  test('come back as they were', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(text, { maxLength: 6 }),
        fc.array(list, { minLength: 4, maxLength: 4 }),
        (texts, lists) => {
          const [first, second, third] = lists;
          if (first === undefined || second === undefined || third === undefined) return;
          let ordinal = 0;
          const entries = texts
            .flatMap((word): ShardEntry[] => [
              { kind: 'prefix', text: word, hasForms: word.length % 2 === 0, list: first },
              word.length % 3 === 0
                ? { kind: 'alias', text: word, word: `${word}s` }
                : { kind: 'stem', text: word, common: word, list: second },
              {
                kind: 'word',
                text: word,
                isOwnStem: word.length % 2 === 1,
                isBare: word.length % 5 === 1,
                ordinal: 0,
                list: third,
              },
            ])
            .map((entry) => ({
              key: entry.text + keyKinds[entry.kind === 'alias' ? 'stem' : entry.kind],
              entry,
            }))
            .toSorted((a, b) => (a.key < b.key ? -1 : 1))
            .map(({ key, entry }) =>
              entry.kind === 'word'
                ? { key, entry: { ...entry, ordinal: ordinal++ } }
                : { key, entry },
            );
          const builder = createShardBuilder();
          for (const { key, entry } of entries) builder.add(key, entry);
          const shard = decodeWordShard(builder.toBytes({ file: 4, index: 5 }), 'x');
          expect(shard.positions).toEqual({ file: 4, index: 5, stamp: builder.wordStamp });
          expect(
            Array.from(shard.entriesFrom(''), ({ key, load }) => ({ key, entry: load() })),
          ).toEqual(entries);
        },
      ),
    );
  });

  test('give the cards of all their lists to each', () => {
    fc.assert(
      fc.property(fc.array(card), list, (cards, some) => {
        const builder = createShardBuilder();
        const known = new Map(cards.map((item) => [item.id, item]));
        const entry = {
          kind: 'word',
          text: 'a',
          isOwnStem: false,
          isBare: false,
          ordinal: 0,
        } as const;
        builder.add('a\u0002', { ...entry, list: { ...some, cards: known } });
        builder.add('b\u0002', { ...entry, text: 'b', ordinal: 1, list: some });
        const shard = decodeWordShard(builder.toBytes({ file: 0, index: 0 }), 'x');
        for (const { load } of shard.entriesFrom('')) {
          const loaded = load();
          expect(loaded.kind === 'word' && loaded.list.cards).toEqual(known);
        }
      }),
    );
  });

  test('measure before compression what they hold', () => {
    const builder = createShardBuilder();
    expect(builder.packedBytes).toBe(0);
    const bytes = Uint8Array.from({ length: 1000 }, (_, place) => (place * 7919) % 251);
    const long: PostingList = {
      total: 4000, ids: [1, 2], weights: [3, 4], keywordSets: undefined, counts: new Map(), records: [], cards: new Map(), tail: { bytes },
    }; // prettier-ignore
    builder.add('a\u0000', { kind: 'prefix', text: 'a', hasForms: true, list: long });
    expect(builder.packedBytes).toBeGreaterThan(1000);
    expect(builder.sizeBytes).toBeGreaterThan(1000);
  });

  test('give the entries from a key on', () => {
    const builder = createShardBuilder();
    for (const word of ['a', 'b', 'c']) {
      builder.add(word + keyKinds.stem, { kind: 'alias', text: word, word });
    }
    const shard = decodeWordShard(builder.toBytes({ file: 0, index: 0 }), 'x');
    expect(Array.from(shard.entriesFrom('b'), ({ key }) => key[0])).toEqual(['b', 'c']);
  });
});

describe('side files', () => {
  test('give tails back, as differences and as bits', () => {
    fc.assert(
      fc.property(fc.array(ascending, { minLength: 1 }), fc.boolean(), (tails, isDense) => {
        const content = encodeParts(tails.map((ids) => encodeTail(ids, isDense ? 5001 : 1e6)));
        for (const [index, ids] of tails.entries())
          expect(decodeTail(content, index, 'x')).toEqual(ids);
        const all = Array.from({ length: 900 }, (_, id) => id);
        expect(decodeTail(encodeParts([encodeTail(all, 900)]), 0, 'x')).toEqual(all);
      }),
    );
  });

  test('give positions back by shard, word and post', () => {
    const one = [Uint8Array.from([2, 3, 4]), Uint8Array.from([0])];
    const content = encodeParts([encodePositions([[]], 8), encodePositions([[], one], 9)]);
    const decode = (index: number, ordinal: number, stampWanted = 9): unknown =>
      decodePositions(content, {
        place: { file: 0, index, stamp: stampWanted },
        ordinal,
        name: 'x',
      });
    expect(decode(1, 1)).toEqual([[3, 7], undefined]);
    expect(decode(1, 0)).toBeUndefined();
    expect(() => decode(2, 0)).toThrow(/ends at byte/);
    expect(() => decode(1, 1, 8)).toThrow(/is of another build/);
  });

  test('give the cards of usual and unusual addresses back', () => {
    const usual: ShardCard = {
      id: 7,
      title: 'It’s a test: of C++',
      permalink: '/posts/its-a-test-of-c/',
      path: '2024-05-31-its-a-test-of-c/index.md',
      day: '2024-05-31',
      minutes: 3,
      language: '',
      keywords: [2, 1],
    };
    const cards = [
      usual,
      { ...usual, day: '', path: 'a.md' },
      { ...usual, day: '0000-01-01', title: '' },
      { ...usual, permalink: '/', path: '' },
      { ...usual, permalink: '/\u0001/', path: '\u0002' },
      { ...usual, permalink: '\u0000', path: '\u0000its' },
      { ...usual, title: 'a', permalink: '/a/a/', path: 'a/a/a.md' },
      { ...usual, title: '$&', permalink: '/$&/$1/', path: '$1.md' },
    ];
    expect(decodeShardCards(encodeShardCards(cards), 'x')).toEqual(cards);
    expect(encodeShardCards([usual]).length).toBeLessThan(60);
  });

  test('give words, cards and keyword sets back', () => {
    const words = fc
      .uniqueArray(fc.record({ text, level: fc.nat(20) }), { selector: (word) => word.text })
      .map((all) => all.toSorted((a, b) => (a.text < b.text ? -1 : 1)));
    fc.assert(
      fc.property(words, fc.array(card), fc.array(ascending), (spelling, cards, sets) => {
        expect(decodeSpelling(encodeSpelling(spelling), 'x')).toEqual(spelling);
        expect(decodeShardCards(encodeShardCards(cards), 'x')).toEqual(cards);
        expect(decodeKeywordSets(encodeKeywordSets(sets), 'x')).toEqual(sets);
        const postCount = Math.max(0, ...sets.flat()) + 1;
        expect(decodeCommon(encodeCommon(sets, postCount), 'x')).toEqual(sets);
      }),
    );
  });
});
