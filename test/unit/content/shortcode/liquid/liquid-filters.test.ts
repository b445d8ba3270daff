import { describe, expect, test } from 'vitest';

import { formatValue } from '../../../../../src/content/shortcode/base/format-value.ts';
import {
  applyFilter,
  filterNames,
} from '../../../../../src/content/shortcode/liquid/liquid-filters.ts';

describe('applyFilter', () => {
  test.each<[string, unknown, readonly unknown[], unknown]>([
    ['relative_url', 'a b/c.png', [], '/a%20b/c.png'],
    ['relative_url', '//a/', [], '/a/'],
    ['absolute_url', 'https://a.example/b', [], 'https://a.example/b'],
    ['url', '/a%20b/', [], '/a%20b/'],
    ['relative_url', '\ud800', [], '/%EF%BF%BD'],
    [
      'embed',
      'https://a.example/"',
      ['t'],
      '<iframe src="https://a.example/&quot;" title="t"></iframe>',
    ],
    ['escape', '<a>', [], '&lt;a&gt;'],
    ['escape_once', '<&amp;', [], '&lt;&amp;'],
    ['capitalize', 'hELLO', [], 'Hello'],
    ['strip', ' a ', [], 'a'],
    ['lstrip', ' a ', [], 'a '],
    ['rstrip', ' a ', [], ' a'],
    ['strip_html', 'a <b>c</b>', [], 'a c'],
    ['strip_newlines', 'a\r\nb\n', [], 'ab'],
    ['newline_to_br', 'a\nb', [], 'a<br>\nb'],
    ['normalize_whitespace', ' a \n b ', [], 'a b'],
    ['slugify', 'Ünder the Sea!', [], 'ünder-the-sea'],
    ['prepend', 'b', ['a'], 'ab'],
    ['replace', 'a.b.c', ['.', '-'], 'a-b-c'],
    ['replace', 'abc', ['', 'x'], 'abc'],
    ['replace_first', 'a.b.c', ['.', '$&'], 'a$&b.c'],
    ['remove', 'a.b.c', ['.'], 'abc'],
    ['remove_first', 'a.b.c', ['.'], 'ab.c'],
    ['truncate', 'abcdefgh', [5], 'ab...'],
    ['truncate', 'abc', [5], 'abc'],
    ['truncatewords', 'a b c', [2], 'a b...'],
    ['split', 'a,b', [','], ['a', 'b']],
    ['join', ['a', 'b'], [], 'a b'],
    ['array_to_sentence_string', ['a', 'b', 'c'], [], 'a, b, and c'],
    ['first', ['a', 'b'], [], 'a'],
    ['last', ['a', 'b'], [], 'b'],
    ['size', 'abc', [], 3],
    ['sort', ['b', 'a'], [], ['a', 'b']],
    ['uniq', ['a', 'a'], [], ['a']],
    ['reverse', ['a', 'b'], [], ['b', 'a']],
    ['compact', ['a', undefined], [], ['a']],
    ['default', undefined, ['x'], 'x'],
    ['default', 'a', ['x'], 'a'],
    ['jsonify', { a: 1 }, [], '{"a":1}'],
    ['jsonify', undefined, [], 'null'],
    ['plus', '1', [2], 3],
    ['divided_by', 7, [2], 3],
    ['divided_by', 7.5, [2], 3.75],
    ['modulo', 7, [2], 1],
    ['round', 1.256, [2], 1.26],
    ['url_encode', 'a b&c', [], 'a+b%26c'],
    ['date', '2020-03-04', ['%B %-d, %Y'], 'March 4, 2020'],
    ['date_to_string', '2020-03-04T10:00:00Z', [], '04 Mar 2020'],
    ['date_to_xmlschema', '2020-03-04', [], '2020-03-04T00:00:00Z'],
  ])('%s of %j with %j is %j', (name, value, parameters, result) => {
    expect(applyFilter(name, value, parameters)).toEqual({ value: result });
  });

  test.each(filterNames)('%s takes anything', (name) => {
    for (const value of [
      undefined,
      null,
      '',
      'a',
      3,
      Number.NaN,
      ['a'],
      { a: 1 },
      true,
      '\ud800',
    ]) {
      for (const parameters of [[], ['x'], [undefined, {}], [1e9], [-1]]) {
        expect(() => formatValue(applyFilter(name, value, parameters)?.value)).not.toThrow();
      }
    }
  });

  test('refuses to repeat text without bound', () => {
    const long = 'a'.repeat(100_000);
    expect(applyFilter('replace', long, ['a', long])).toEqual({ value: long });
  });

  test('knows no other filter', () => {
    expect(applyFilter('where', [], [])).toBeUndefined();
    expect(applyFilter('constructor', '', [])).toBeUndefined();
  });
});
