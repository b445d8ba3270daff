import { beforeAll, describe, expect, test } from 'vitest';

import { findMatch, loadIds, matchKeyword } from '../../../../src/search/read/find-match.ts';
import { createIndexFiles } from '../../../../src/search/read/index-files.ts';
import { createIndexReader } from '../../../../src/search/read/index-reader.ts';
import type { IndexReader } from '../../../../src/search/read/index-reader.ts';
import type { Clause } from '../../../../src/search/words/query.ts';
import { loadStemmer } from '../../../../src/search/words/stem.ts';
import { createSearchBlog } from '../../../support/search-blog.ts';

const bodies = ['A red fox ran.', 'Foxes run.', 'The fox is red.', 'Foxtrot and foxglove.'];
let reader: IndexReader;
beforeAll(async () => {
  const blog = await createSearchBlog(
    bodies.map((body, at) => ({ title: `T${at}`, body, keywords: at < 2 ? ['Animals'] : [] })),
  );
  const files = createIndexFiles(async (name) => blog.files.get(name) ?? new Uint8Array());
  reader = createIndexReader(files);
});

const word = (text: string, isPrefix = false): Clause => ({ kind: 'word', text, isPrefix });
const phrase = (...texts: readonly string[]): Clause => ({
  kind: 'phrase',
  terms: texts.map((text, at) => ({ text, at })),
});

describe('findMatch', () => {
  test.each<[string, Clause, readonly number[]]>([
    ['a word in all its forms', word('fox'), [0, 1, 2]],
    ['words that begin so, and the forms of the text itself', word('foxe', true), [0, 1, 2]],
    ['a beginning of many words', word('fox', true), [0, 1, 2, 3]],
    ['a word in quotes in no other form', phrase('foxes'), [1]],
    ['words as they stand', phrase('red', 'fox'), [0]],
    ['no words that stand otherwise', phrase('fox', 'red'), []],
    ['nothing for a word that no post has', word('wolf'), []],
    ['nothing for a phrase with such a word', phrase('red', 'wolf'), []],
  ])('finds %s', async (_, clause, ids) => {
    const match = await findMatch(reader, clause, [await loadStemmer('en')]);
    expect(match?.total ?? 0).toBe(ids.length);
    const found = match === undefined ? [] : [...(await loadIds(reader, match))];
    expect(found.toSorted((a, b) => a - b)).toEqual(ids);
  });
});

describe('matchKeyword', () => {
  test('has the posts of the keyword, without weight', async () => {
    const list = await reader.findKeyword('animals');
    expect(list && matchKeyword(list).weights).toEqual(
      new Map([
        [0, 0],
        [1, 0],
      ]),
    );
  });
});
