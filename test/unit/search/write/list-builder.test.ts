import { describe, expect, test } from 'vitest';

import { listLimit, minimumListed } from '../../../../src/search/format/index-format.ts';
import { createListBuilder } from '../../../../src/search/write/list-builder.ts';
import type { ListBuilder } from '../../../../src/search/write/list-builder.ts';
import { createPostingsBuilder } from '../../../../src/search/write/postings.ts';
import { preparePost } from '../../../../src/search/write/prepare-post.ts';
import { createCard } from '../../../support/create-card.ts';

/** Lists over posts with these bodies; every second post has keyword 0. Words lose an `s` at their end. */
function build(bodies: readonly string[]): {
  readonly lists: ListBuilder;
  readonly numberOf: (text: string) => number;
  readonly tails: (readonly number[])[];
} {
  const builder = createPostingsBuilder();
  for (const [id, body] of bodies.entries()) {
    const source = { title: '', keywords: [], body };
    builder.add(
      createCard(id),
      preparePost(source, (word) => word.replace(/s$/, '')),
    );
  }
  const postings = builder.seal();
  const tails: (readonly number[])[] = [];
  const lists = createListBuilder({
    postings,
    cards: postings.posts.map(({ card }) => ({
      ...card,
      day: '',
      language: '',
      keywords: card.id % 2 === 0 ? [0] : [],
    })),
    plan: { cards: 4, excerpts: 2 },
    addTail: (ids) => ({ file: 0, index: tails.push(ids) - 1 }),
  });
  return { lists, tails, numberOf: (text) => postings.texts.indexOf(text) };
}

function times(count: number, body: string): string[] {
  return Array.from({ length: count }, () => body);
}

describe('createListBuilder', () => {
  test('lists the posts of a word, with the best of them ready to show', () => {
    const { lists, numberOf } = build(['a cat', 'cat cat cat', 'no', ...times(4, 'the cat')]);
    const list = lists.ofWord(numberOf('cat'), true);
    expect(list.ids).toEqual([0, 1, 3, 4, 5, 6]);
    expect(list.records.map(({ id }) => id)).toEqual([1, 6]);
    expect(list.records[1]?.excerpt).toBe('the cat');
    expect([...list.cards.keys()]).toEqual([1, 6, 5, 4]);
    const bare = lists.ofWord(numberOf('cat'), false);
    expect([bare.records.length, bare.cards.size]).toEqual([0, 0]);
  });

  test('has nothing ready where few posts are found: they are as quickly fetched', () => {
    const few = build(times(minimumListed - 1, 'cat'));
    const list = few.lists.ofWord(few.numberOf('cat'), true);
    expect([list.records.length, list.cards.size]).toEqual([0, 0]);
    const more = build(times(minimumListed, 'cat'));
    expect(more.lists.ofWord(more.numberOf('cat'), true).records).toHaveLength(2);
  });

  test('adds up what the forms of a stem say, and takes the most of those of a beginning', () => {
    const { lists, numberOf } = build(['cat cats', 'cat']);
    const words = [numberOf('cat'), numberOf('cats')];
    const stem = lists.ofStem(words, numberOf('cat'));
    const prefix = lists.ofPrefix(words);
    expect(stem.ids).toEqual([0, 1]);
    expect(stem.weights[0]).toBeGreaterThan(prefix.weights[0] ?? 0);
    expect(stem.weights[1]).toBe(prefix.weights[1]);
    // A list leaves nothing behind for the next.
    expect(lists.ofPrefix(words)).toEqual(prefix);
  });

  test('puts the ids of a long list into a tail, and counts their keywords', () => {
    const { lists, numberOf, tails } = build(times(listLimit + 2, 'cat'));
    const list = lists.ofWord(numberOf('cat'), true);
    expect(list.total).toBe(listLimit + 2);
    expect(list.ids).toEqual(Array.from({ length: listLimit }, (_, index) => index + 2));
    expect(list.tail).toEqual({ file: 0, index: 0 });
    expect(tails[0]).toHaveLength(listLimit + 2);
    expect(list.counts).toEqual(new Map([[0, (listLimit + 2) / 2]]));
    expect(list.records.map(({ id }) => id)).toEqual([listLimit + 1, listLimit]);
    expect(lists.positionsOf(numberOf('cat'))).toEqual([]);
  });

  test('lists the posts of a keyword without rank', () => {
    const { lists } = build(['a', 'b', 'c']);
    expect(lists.ofKeyword(0)).toMatchObject({ ids: [0, 2], weights: [0, 0], records: [] });
    expect(lists.ofKeyword(7)).toMatchObject({ total: 0, ids: [] });
  });
});
