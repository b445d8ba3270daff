import { expect, test } from 'vitest';

import { wordList } from '../../../../src/content/text/word-list.ts';

test('wordList splits all lines into words', () => {
  expect(wordList('a b', ' c  d ')).toEqual(['a', 'b', 'c', 'd']);
  expect(wordList()).toEqual([]);
});
