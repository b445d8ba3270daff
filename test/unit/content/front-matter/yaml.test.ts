import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseYaml, readYaml } from '../../../../src/content/front-matter/yaml.ts';
import { normalizeValues } from '../../../../src/content/front-matter/base/values.ts';
import { seeded, textOf } from '../random-text.ts';

describe('parseYaml', () => {
  test.each([
    ['tables', 'cover:\n  image: x\n  alt: y', { cover: { image: 'x', alt: 'y' } }],
    ['block texts', 'a: |\n  one\n  two\nb: >\n  one\n  two', { a: 'one\ntwo\n', b: 'one two\n' }],
    ['escapes', 'a: "\\u00e9\\n"', { a: 'é\n' }],
    ['numbers as written', 'v: 1.10 # comment\nn: 5', { v: '1.10', n: 5 }],
    [
      'dates as text',
      'd: 2019-03-04\n\nt: 2019-03-04 10:00:00 -5',
      { d: '2019-03-04', t: '2019-03-04 10:00:00 -5' },
    ],
    ['comments alone', '# nothing', {}],
  ])('reads %s', (_, text, values) => {
    expect(parseYaml(text)).toEqual({ values, faults: [] });
  });

  test('reports a key given twice and takes the last', () => {
    expect(parseYaml('a: 1\nb: 2\na: 3')).toEqual({
      values: { a: 3, b: 2 },
      faults: [
        {
          line: 3,
          column: 1,
          message: '`a` is given twice; the last one counts.',
          remedy: 'Remove one of the two.',
          repeated: 'a',
        },
      ],
    });
  });

  test('does not follow aliases', () => {
    const reading = parseYaml('a: &x [1]\nb: *x');
    expect(reading?.values).toEqual({ a: [1], b: null });
    expect(reading?.faults[0]).toMatchObject({ line: 2, column: 4, message: /repeats a value/ });
  });

  test.each([
    ['a list', '- a'],
    ['text', 'text'],
    ['an unquoted colon', 'a: b: c'],
    ['deep brackets', '['.repeat(50)],
  ])('refuses %s', (_, text) => {
    expect(parseYaml(text)).toBeUndefined();
  });
});

describe('readYaml', () => {
  test.each([
    ['brackets', `a: ${'['.repeat(60_000)}`],
    ['braces', '{'.repeat(60_000)],
    ['braces over lines', '{\n'.repeat(30_000)],
    ['question marks', '? '.repeat(30_000)],
    ['question marks over lines', '?\n'.repeat(30_000)],
    [
      'question marks, further and further in',
      Array.from({ length: 340 }, (_, i) => `${' '.repeat(i)}? a`).join('\n'),
    ],
    ['dashes', `a:\n  ${'- '.repeat(30_000)}`],
    ['dashes with tabs', `a:\n  ${'-\t'.repeat(30_000)}`],
    ['colons', ': '.repeat(30_000)],
    ['anchors', '&a '.repeat(20_000)],
    ['anchors and aliases', 'a: &a b\nc: *a\n'.repeat(4000)],
    ['tags', `a: ${'!x '.repeat(20_000)}`],
    ['commas', `a: [${','.repeat(60_000)}`],
    ['quotes', `a: ${'"'.repeat(60_000)}`],
    ['open quotes', 'a: "x\n'.repeat(10_000)],
    ['keys', Array.from({ length: 7000 }, (_, i) => `k${i}: a: b`).join('\n')],
    ['stray lines', 'stray @ line\n'.repeat(4000)],
    [
      'further and further in',
      Array.from({ length: 340 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
    ],
    ['blanks', `a: b: ${' '.repeat(60_000)}x`],
    ['tabs', '\t'.repeat(60_000)],
    ['comments', '# c\n'.repeat(15_000)],
    ['block marks', `a: ${'|'.repeat(60_000)}`],
    ['carriage returns', 'a\r'.repeat(30_000)],
  ])('finds at most two faults a line in 60 kB of %s', (_, text) => {
    expect(readYaml(text).faults.length).toBeLessThanOrEqual(2 * text.split('\n').length);
  });

  test('reads any text', () => {
    const pieces =
      'a b : - ? [ ] { } " \' | > ! & * % @ ` , # \n \t = ~ !!float !!int !!timestamp !!binary !!set !!omap <<: *a &a 1 1.5 .nan 0o7 2020-01-01 true null --- ... \r\n'.split(
        ' ',
      );
    fc.assert(
      fc.property(textOf([...pieces, ' ', '\n']), (text) => {
        const { values, isCut } = normalizeValues(readYaml(text).values);
        expect(isCut || Object.values(values).every((value) => value !== undefined)).toBe(true);
      }),
      seeded,
    );
  });
});
