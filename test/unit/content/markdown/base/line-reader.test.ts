import { describe, expect, test } from 'vitest';

import {
  isBlank,
  lineAt,
  readIndented,
} from '../../../../../src/content/markdown/base/line-reader.ts';

describe('lineAt', () => {
  test('reads lines one after the other', () => {
    expect(lineAt('a\nb', 0)).toEqual({ text: 'a', end: 2 });
    expect(lineAt('a\nb', 2)).toEqual({ text: 'b', end: 3 });
    expect(lineAt('a\nb', 3)).toBeUndefined();
    expect(lineAt('\n', 0)).toEqual({ text: '', end: 1 });
  });
});

describe('isBlank', () => {
  test('sees through spaces and tabs', () => {
    expect(isBlank(' \t')).toBe(true);
    expect(isBlank(' a')).toBe(false);
  });
});

const read = (source: string): { text: string; end: number; hasBlank: boolean } =>
  readIndented(source, 0, 'first', (line) => line.startsWith('#'));

describe('readIndented', () => {
  test.each([
    ['nothing more', '', 'first', false],
    ['lines that go on', 'a\nb\n', 'first\na\nb', false],
    ['an interruption', 'a\n# b', 'first\na', false],
    ['indented blocks', '\n    a\n\tb\n\n  c\nd', 'first\n\na\nb\n\nc\nd', true],
    ['the end of the indentation', '\n    a\n\nb', 'first\n\na', true],
    ['deeper indentation', '\n      a', 'first\n\n  a', true],
  ])('reads %s', (_name, source, text, hasBlank) => {
    expect(read(source)).toMatchObject({ text, hasBlank });
  });

  test('ends before the blank lines that follow', () => {
    expect(read('a\n\n\nb').end).toBe(2);
  });
});
