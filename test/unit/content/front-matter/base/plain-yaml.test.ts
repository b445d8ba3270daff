import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { readPlainYaml } from '../../../../../src/content/front-matter/base/plain-yaml.ts';
import { parseYaml } from '../../../../../src/content/front-matter/yaml.ts';

describe('readPlainYaml', () => {
  test.each([
    [
      'scalars',
      'title: Hello there\nn: 1\ndraft: true\nempty:',
      { title: 'Hello there', n: 1, draft: true, empty: null },
    ],
    ['quotes', "a: \"x: y\"\nb: 'it''s'", { a: 'x: y', b: "it's" }],
    ['a list in brackets', 'tags: [a, "b, c", \'d\', 1.10,]', { tags: ['a', 'b, c', 'd', '1.10'] }],
    ['an empty list', 'tags: []', { tags: [] }],
    ['a list below', 'tags:\n- a b\n- "c"\nn: 1', { tags: ['a b', 'c'], n: 1 }],
    ['an indented list', 'tags:\n  - a\n  - \n\n  - c', { tags: ['a', null, 'c'] }],
    ['comments and blank lines', '# c\n\na: 1\n  # d\nb: 2', { a: 1, b: 2 }],
    ['a blank before the colon', 'date : 2023-01-03T19:18', { date: '2023-01-03T19:18' }],
    ['a wide blank', 'title: \u3000x\u3000', { title: '\u3000x\u3000' }],
    ['nothing', '', {}],
  ])('reads %s', (_, text, values) => {
    expect(readPlainYaml(text)).toEqual(values);
  });

  test.each([
    ['a table', 'a:\n  b: 1'],
    ['a value over lines', 'a: one\n  two'],
    ['a block text', 'a: |\n  x'],
    ['an anchor', 'a: &x 1'],
    ['a tag', 'a: !x 1'],
    ['a comment after a value', 'a: 1 # c'],
    ['an escape', 'a: "\\n"'],
    ['a colon in a value', 'a: b: c'],
    ['a key twice', 'a: 1\na: 2'],
    ['a tab', 'a:\t1'],
    ['a list in a list', 'a: [[1]]'],
    ['a table in a list', 'a:\n- b: 1'],
    ['unequal indents', 'a:\n - 1\n  - 2'],
    ['a list item alone', '- a'],
    ['text alone', 'just text'],
    ['an open list', 'a: [1, 2'],
    ['an empty item', 'a: [1, , 2]'],
    ['a quoted key', '"a": 1'],
    ['a value that starts with @', 'a: @x'],
  ])('leaves %s to the full parser', (_, text) => {
    expect(readPlainYaml(text)).toBeUndefined();
  });

  test('reads as the full parser does, where it reads', () => {
    const word = fc.stringMatching(/^[a-z0-9 .:#'"[\],@&*!|>%`{}~?-]{0,12}$/);
    const line = fc.oneof(
      fc
        .tuple(
          fc.constantFrom('a', 'b', 'c_d', 'E'),
          fc.constantFrom(': ', ':', ' : ', ':  '),
          word,
        )
        .map((parts) => parts.join('')),
      word.map((text) => `- ${text}`),
      word.map((text) => `  - ${text}`),
      word.map((text) => `k: [${text}]`),
      word,
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
        const text = lines.join('\n');
        const plain = readPlainYaml(text);
        if (plain !== undefined) expect(parseYaml(text)?.values).toEqual(plain);
      }),
      { numRuns: 3000 },
    );
  });

  test.each([
    ['blanks', `a: ${' '.repeat(60_000)}x`, { a: 'x' }],
    ['commas', `a: [${','.repeat(60_000)}]`, undefined],
    ['blanks in brackets', `a: [x${' '.repeat(60_000)}y]`, { a: [`x${' '.repeat(60_000)}y`] }],
    ['quotes', `a: '${"'".repeat(60_000)}`, undefined],
    ['items', `a:\n${'- x\n'.repeat(15_000)}`, { a: Array(15_000).fill('x') }],
  ])('reads 60 kB of %s', (_, text, values) => {
    expect(readPlainYaml(text)).toEqual(values);
  });
});
