import { describe, expect, test } from 'vitest';

import { tallyKeywords } from '../../../../src/search/read/tally-keywords.ts';
import type { KeywordCounts } from '../../../../src/search/read/tally-keywords.ts';
import type { IndexReader } from '../../../../src/search/read/index-reader.ts';
import type { Match } from '../../../../src/search/read/find-match.ts';
import type { PostingList } from '../../../../src/search/format/shard-entry.ts';

/** Fifty posts all over a blog of 20,000, found by two words in 9,000 and 8,000 of them. */
const ids = Array.from({ length: 50 }, (_, place) => place * 400);

function count(options: {
  readonly spent: number;
  readonly opened?: readonly string[];
}): Promise<KeywordCounts> {
  const lists = [
    createList(9000, new Map([[0, 4000]])),
    createList(
      8000,
      new Map([
        [1, 3000],
        [20, 5],
      ]),
    ),
  ];
  const reader: Partial<IndexReader> = {
    isOpened: (kind) => options.opened?.includes(kind) ?? false,
    loadCommon: async () => [ids.slice(0, 7), [1, ...ids.slice(0, 3)]],
    loadFacets: async (wanted) => new Map(wanted.map((id) => [id, [3]])),
  };
  return tallyKeywords(reader as IndexReader, ids, {
    matches: lists.map(createMatch),
    postCount: 20_000,
    hasWholeCards: false,
    limit: 10,
    scope: 'common',
    spent: options.spent,
  });
}

function createMatch(list: PostingList): Match {
  return { lists: [list], weights: new Map(), isComplete: true, total: list.total, related: [] };
}

function createList(total: number, counts: ReadonlyMap<number, number>): PostingList {
  return {
    total,
    ids: [],
    weights: [],
    keywordSets: undefined,
    counts,
    records: [],
    cards: new Map(),
    tail: undefined,
  };
}

describe('tallyKeywords', () => {
  test('counts by the file of the commonest keywords while bytes are left', async () => {
    const { counts, counted } = await count({ spent: 5_000 });
    expect([counts.get(0), counts.get(1), counted]).toEqual([7, 3, 'common']);
  });

  test('bounds by the shorter list when bytes are spent, and tells what no post can have', async () => {
    const { counts, counted } = await count({ spent: 12_000 });
    expect([counts.get(1), counts.get(20), counts.get(0), counted]).toEqual([50, 5, 0, 'common']);
  });

  test('does not charge a file that is here', async () => {
    const { counts } = await count({ spent: 24_000, opened: ['common'] });
    expect(counts.get(0)).toBe(7);
  });

  test('counts all keywords when all their files are here', async () => {
    const { counts, counted } = await count({ spent: 24_000, opened: ['facets'] });
    expect([counts.get(3), counted]).toEqual([50, 'all']);
  });
});
