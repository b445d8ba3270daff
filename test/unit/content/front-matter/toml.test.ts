import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readToml } from '../../../../src/content/front-matter/toml.ts';
import { normalizeValues } from '../../../../src/content/front-matter/base/values.ts';
import { seeded, textOf } from '../random-text.ts';

describe('readToml', () => {
  test('reads sound TOML', () => {
    const text = 'title = "x"\n[taxonomies]\nkeywords = ["a", "b"]\n[extra]\nn = 1';
    expect(readToml(text)).toEqual({
      values: { title: 'x', taxonomies: { keywords: ['a', 'b'] }, extra: { n: 1 } },
      faults: [],
    });
  });

  test.each([
    [
      'a value without quotes',
      'title = Hello there\ndate = 2019-03-04',
      { title: 'Hello there' },
      1,
      9,
    ],
    [
      'a colon for an equals sign',
      'title: "x"\ndraft = true',
      { title: 'x', draft: true },
      undefined,
      undefined,
    ],
    ['typographic quotes', 'title = “Hello”\nn = 1', { title: 'Hello', n: 1 }, 1, 9],
    ['an open quote', 'title = "Hello\nn = 1', { title: 'Hello', n: 1 }, 1, 9],
    ['an unknown escape', 'n = 1\npath = "C:\\dir"', { n: 1, path: 'C:\\dir' }, 2, 8],
    ['an open list', 'tags = ["a", "b"\nn = 1', { tags: ['a', 'b'], n: 1 }, 1, 8],
    ['a list without quotes', 'tags = [a, b]\nn = 1', { tags: ['a', 'b'], n: 1 }, 1, 8],
    [
      'a list over lines',
      'x = y\ntags = [\n  "a",\n  "b",\n]\nn = 1',
      { tags: ['a', 'b'], n: 1 },
      1,
      5,
    ],
    ['a text over lines', 'x = y\nd = """\na = b\n"""\nn = 1', { d: 'a = b\n', n: 1 }, 1, 5],
    [
      'a text over lines never closed, above one that is',
      'd = """Open\ndraft = true\nauthor = """Me"""',
      { draft: true, author: 'Me' },
      1,
      5,
    ],
    ['a stray line', 'title = "x"\nwhat is this\nn = 1', { title: 'x', n: 1 }, 2, 1],
    ['a key given twice', 'title = "x"\ntitle = "y"', { title: 'x' }, 2, 9],
    ['a table below a broken value', 'x = y\n[extra]\nn = 1', { extra: { n: 1 } }, 1, 5],
    ['a dotted key', 'x = y\nextra.n = 1\nextra."m o" = 2', { extra: { n: 1, 'm o': 2 } }, 1, 5],
    ['a comment', 'x = y # why\n# more\nn = 1', { x: 'y', n: 1 }, 1, 5],
    [
      'a bare date with words',
      'date = 2019-03-04 around noon',
      { date: '2019-03-04 around noon' },
      1,
      8,
    ],
    ['a table over a value', 'a = 1\n[a]\nb = 2', { a: { b: 2 } }, undefined, undefined],
  ])('recovers %s', (_, text, values, line, column) => {
    const reading = readToml(text);
    expect(reading.values).toMatchObject(values);
    expect(reading.faults).toHaveLength(1);
    if (line !== undefined) expect(reading.faults[0]).toMatchObject({ line, column });
  });

  test('says what was wrong and what to write', () => {
    expect(readToml('n = 1\ntitle = Hello').faults).toEqual([
      {
        line: 2,
        column: 9,
        message: expect.stringMatching(
          /^The value of `title` is not valid TOML \(.+\); it was read as text\.$/,
        ),
        remedy: 'Write `name = "value"`, one setting a line.',
      },
    ]);
    expect(readToml('what is this').faults[0]?.message).toBe(
      '`what is this` is not a setting and was left out.',
    );
  });

  test.each([
    ['brackets', `a = ${'['.repeat(60_000)}`],
    ['braces', `a = ${'{a='.repeat(20_000)}`],
    ['a dotted key', `${'a.'.repeat(30_000)}a = 1`],
    ['tables', '[a.b]\n'.repeat(10_000)],
    ['open texts', 'a = """\n'.repeat(8000)],
    ['open lists', 'a = [\n'.repeat(10_000)],
    ['lists that start a line', '[\n'.repeat(30_000)],
    ['quotes', `a = ${'"'.repeat(60_000)}`],
    ['comments', `a = x${' #'.repeat(30_000)}"`],
    ['blanks', `a${' '.repeat(60_000)}x`],
    ['keys', Array.from({ length: 6000 }, (_, i) => `k${i} = x`).join('\n')],
  ])('finds at most a fault a line in 60 kB of %s', (_, text) => {
    expect(readToml(text).faults.length).toBeLessThanOrEqual(text.split('\n').length);
  });

  test('reads any text', () => {
    const pieces =
      'a b = [ ] [[ ]] { } " \' """ , . # \n \t \\u \\ 1 1.5 1e400 nan -inf 0o7 99999999999999999999 1979-05-27T07:32:00Z 9999-99-99 07:32:00 true + - _ \r\n'.split(
        ' ',
      );
    fc.assert(
      fc.property(textOf([...pieces, ' ', '\n']), (text) => {
        const { values, isCut } = normalizeValues(readToml(text).values);
        expect(isCut || Object.values(values).every((value) => value !== undefined)).toBe(true);
      }),
      seeded,
    );
  });
});
