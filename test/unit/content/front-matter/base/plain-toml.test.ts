import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readPlainToml } from '../../../../../src/content/front-matter/base/plain-toml.ts';
import { findDisagreements } from '../../../../../src/content/front-matter/base/hiding-rule.ts';
import { normalizeValues } from '../../../../../src/content/front-matter/base/values.ts';
import { readToml } from '../../../../../src/content/front-matter/toml.ts';
import { seeded } from '../../random-text.ts';

function two(part: number): string {
  return String(part).padStart(2, '0');
}

describe('readPlainToml', () => {
  test.each([
    [
      'scalars',
      'title = "Hello, #1"\nn = -12\nzero=0\ndraft = true\nb = \'C:\\\\x\'',
      { title: 'Hello, #1', n: -12, zero: 0, draft: true, b: 'C:\\\\x' },
    ],
    [
      'dates',
      'a = 2020-02-29\nb = 2020-01-02T03:04:05Z',
      { a: '2020-02-29', b: '2020-01-02T03:04:05Z' },
    ],
    ['lists', 'a = ["x", \'y\', 1]\nb = []', { a: ['x', 'y', 1], b: [] }],
    ['a list over lines', 'a = [ # c ]\n  "x", # "d"\n  "y # z",\n]', { a: ['x', 'y # z'] }],
    [
      'tables',
      'a = 1\n[extra]\na = 2\n\n[ taxonomies ]\ntags = ["b"]',
      { a: 1, extra: { a: 2 }, taxonomies: { tags: ['b'] } },
    ],
    ['comments and blank lines', '# a\n\n  # b\na = 1 # c', { a: 1 }],
    ['nothing', '', {}],
  ])('reads %s', (_, text, values) => {
    const read = readPlainToml(text);
    expect(read).toEqual(values);
    expect(read === undefined ? read : Object.getPrototypeOf(read)).toBeNull();
  });

  test.each([
    ['an escape', 'a = "\\n"'],
    ['a long text', 'a = """x"""'],
    ['a dotted key', 'a.b = 1'],
    ['a quoted key', '"a" = 1'],
    ['a table in a table', '[a.b]'],
    ['a list of tables', '[[a]]'],
    ['a table in a line', 'a = { b = 1 }'],
    ['a list in a list', 'a = [[1]]'],
    ['a fraction', 'a = 1.5'],
    ['a large number', 'a = 9007199254740993'],
    ['a key twice', 'a = 1\na = 2'],
    ['a table twice', '[a]\n[a]'],
    ['a table that is a setting', 'a = 1\n[a]'],
    ['a day that does not exist', 'a = 2021-02-30'],
    ['a time that does not exist', 'a = 2021-02-03T25:00:00Z'],
    ['an open list', 'a = ["b"\n'],
    ['an empty item', 'a = ["b",,]'],
    ['two settings on a line', 'a = 1 b = 2'],
    ['no value', 'a ='],
    ['YAML', 'a: 1'],
    ['a carriage return', 'a = 1\r\n'],
    ['two settings that may disagree', 'draft = true\nis-draft = false'],
    ['names that differ by case', 'a = 1\nA = 2'],
    ['very many values', `a = [${'1,'.repeat(1500)}]`],
    ['a control character', 'a = "\u0000"'],
  ])('leaves %s to the full parser', (_, text) => {
    expect(readPlainToml(text)).toBeUndefined();
  });

  test('reads as the full parser does, where it reads', () => {
    const value = fc.oneof(
      fc.stringMatching(/^["'0-9a-zT:,.\-[\] #\\+]{0,14}$/),
      fc.constantFrom(
        '"a"',
        "'b'",
        '[1, "c",]',
        '["a" # b\n, 2]',
        'true',
        'false',
        '0',
        '-0',
        '+1',
        '1_0',
        '0x1',
      ),
      fc
        .tuple(
          fc.integer({ min: 0, max: 9999 }),
          fc.nat(13),
          fc.nat(32),
          fc.nat(25),
          fc.nat(61),
          fc.constantFrom('', 'Z', '+02:00', '-00:30', '+24:00', '+99:99'),
        )
        .map(([year, month, day, hour, second, zone]) => {
          return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:00:${two(second)}${zone}`;
        }),
      fc
        .tuple(fc.nat(2500), fc.nat(13), fc.nat(32))
        .map((parts) =>
          parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-'),
        ),
    );
    const name = fc.constantFrom(
      'a',
      'A',
      'b-c',
      'd_e',
      '1',
      '__proto__',
      'constructor',
      'draft',
      'is_Draft',
      'publish',
      'status',
    );
    const line = fc.oneof(
      fc.tuple(name, fc.constantFrom('=', ' = '), value).map((parts) => parts.join('')),
      name.map((text) => `[${text}]`),
      fc.constantFrom('', '# x', '  ', ']'),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), (lines) => {
        const text = lines.join('\n');
        const plain = readPlainToml(text);
        if (plain === undefined) return;
        const { values, faults } = readToml(text);
        expect(faults).toEqual([]);
        expect(normalizeValues(values)).toEqual({ values: plain, isCut: false, controlled: [] });
        expect(findDisagreements(values)).toEqual([]);
      }),
      { ...seeded, numRuns: 20_000 },
    );
  });

  test.each([
    ['blanks in a list', `a = [${'\n'.repeat(60_000)}`],
    ['comments in a list', `a = [${'#\n'.repeat(30_000)}`],
    ['items of an open list', `a = [${'1,\n'.repeat(20_000)}`],
    ['an open text', `a = "${'b'.repeat(60_000)}`],
    ['blanks before a setting', `${' '.repeat(60_000)}a`],
  ])('comes to an end with very many %s', (_, text) => {
    expect(readPlainToml(text)).toBeUndefined();
  });
});
