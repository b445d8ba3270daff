import { describe, expect, test } from 'vitest';
import { readLooseValue } from '../../../../../src/content/front-matter/base/loose-value.ts';

describe('readLooseValue', () => {
  test.each([
    ['text', 'a: b', 'a: b'],
    ['a quoted text', '"a"', 'a'],
    ['typographic quotes', '“a: b”', 'a: b'],
    ['German quotes', '„a“', 'a'],
    ['guillemets', '«a»', 'a'],
    ['backticks', '`a`', 'a'],
    ['an open quote', '"a b', 'a b'],
    ['a backslash', '"C:\\dir"', 'C:\\dir'],
    ['an escaped quote', '"say \\"x\\""', 'say "x"'],
    ['doubled quotes', "'it''s'", "it's"],
    ['a quoted word in text', '"Rust" is fun', '"Rust" is fun'],
    ['a comment', '"a" # b', 'a'],
    ['a final comma', '"a",', 'a'],
    ['a list', '[a, "b, c", \'d\']', ['a', 'b, c', 'd']],
    ['an open list', '[a, b', ['a', 'b']],
    ['an open quote in a list', '[rust, "go]', ['rust', 'go']],
    ['empty items', '[a, , b,]', ['a', 'b']],
    ['yes', 'true', true],
    ['a number', '12', 12],
    ['nothing', '', null],
  ])('reads %s', (_, text, value) => {
    expect(readLooseValue(text)).toEqual(value);
  });

  test.each(['[', '"', "'", ',', '[[', '" ', '\\'])(
    'reads any number of %j as a list of no more text',
    (piece) => {
      const text = `[${piece.repeat(30_000)}`;
      const value = readLooseValue(text);
      expect(value).toBeInstanceOf(Array);
      expect(String(value).length).toBeLessThanOrEqual(text.length);
    },
  );
});
