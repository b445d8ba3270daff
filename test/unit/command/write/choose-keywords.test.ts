import { describe, expect, test } from 'vitest';

import {
  completeLast,
  describeNew,
  readList,
} from '../../../../src/command/write/choose-keywords.ts';

const known = ['Travel', 'tea', 'teapots'];

describe('readList', () => {
  test.each([
    ['nothing', '', []],
    ['blanks and empty places', ' a ,, b,', ['a', 'b']],
    ['one twice', 'a, a', ['a']],
    ['one in use, as it is spelled there', 'travel, TEA', ['Travel', 'tea']],
  ])('reads %s', (_what, text, expected) => {
    expect(readList(text, known)).toEqual(expected);
  });
});

describe('describeNew', () => {
  test('tells of one that is nearly in use, of no other', () => {
    expect(describeNew(['travle', 'tea', 'boats'], known)).toEqual([
      'No post has the keyword `travle` yet. Did you mean `Travel`?',
    ]);
  });
});

describe('completeLast', () => {
  test('completes the last keyword of the line', () => {
    expect(completeLast('boats, te', known)).toEqual([['tea', 'teapots'], 'te']);
  });
});
