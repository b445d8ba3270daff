import { describe, expect, test } from 'vitest';
import { toFlag, toWord } from '../../../../../src/content/front-matter/base/flag.ts';

describe('toFlag', () => {
  test.each([
    [true, true],
    ['true', true],
    ['Yes', true],
    ['on', true],
    [1, true],
    [false, false],
    ['false', false],
    [' No ', false],
    ['off', false],
    ['0', false],
    ['true,', true],
    ['false;', false],
    ['true, # for now', true],
    ['true# for now', true],
    ['no // for now', false],
    ['"true', true],
    ["false'", false],
    ['“true”', true],
    ['maybe', undefined],
    ['true or false', undefined],
    ['flase', undefined],
    [2, undefined],
    [null, undefined],
    [[], undefined],
  ])('reads %j', (value, flag) => {
    expect(toFlag(value)).toBe(flag);
  });
});

describe('toWord', () => {
  test.each([
    ['a word', 'Draft', 'draft'],
    ['a quoted word, a comma and a remark', ' “Trash”, # soon', 'trash'],
    ['a number', 2, '2'],
    ['two words', 'Private beta', undefined],
    ['a list', ['draft'], undefined],
  ])('reads %s', (_, value, word) => {
    expect(toWord(value)).toBe(word);
  });
});
