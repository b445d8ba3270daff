import { describe, expect, test } from 'vitest';

import { parseArguments } from '../../../../../src/content/shortcode/tags/arguments.ts';

describe('parseArguments', () => {
  test.each([
    ['three kinds of quotes', `"a" 'b' \`c\``, ['a', 'b', 'c']],
    ['bare words', 'jekyll 5c3a.rb', ['jekyll', '5c3a.rb']],
    ['commas', '"a", "b",c', ['a', 'b', 'c']],
    ['an address', 'https://a.example/b?c=d', ['https://a.example/b?c=d']],
    ['a long number', '1453110110599868418', ['1453110110599868418']],
    ['escaped quotes', '"a \\"b\\" c"', ['a "b" c']],
    ['a backslash in a raw string', '`a\\"b`', ['a\\"b']],
    ['quotes within quotes', '"He said "no" twice" "b"', ['He said "no" twice', 'b']],
    ['a quote within quotes at the end', '"It says "stop""', ['It says "stop"']],
    ['an apostrophe', "It's so", ["It's", 'so']],
    ['an empty string', '"" a', ['', 'a']],
    ['a list', '["a", b, 3]', [['a', 'b', '3']]],
    ['nothing', ' \n ', []],
  ])('reads %s', (_name, text, positional) => {
    const parsed = parseArguments(text);
    expect(parsed.positional).toEqual(positional);
    expect(parsed.named.size).toBe(0);
    expect(parsed.fault).toBeUndefined();
  });

  test.each([
    [
      'Zola',
      'id="a", big=true, n=-3.5, list=[1, "b"]',
      { id: 'a', big: 'true', n: '-3.5', list: ['1', 'b'] },
    ],
    ['spaces around the sign', 'id = "a"', { id: 'a' }],
    ['a colon', "lang: 'js' title:x", { lang: 'js', title: 'x' }],
    ['names with dashes', 'data-id="a" a.b=c', { 'data-id': 'a', 'a.b': 'c' }],
    ['line breaks', 'a="1"\n  b="2\n3"', { a: '1', b: '2\n3' }],
    ['the last of two', 'a=1 a=2', { a: '2' }],
    [
      'a name that every object has',
      'constructor=1 __proto__=2',
      { constructor: '1', ['__proto__']: '2' },
    ],
  ])('reads named arguments: %s', (_name, text, named) => {
    expect([...parseArguments(text).named]).toEqual(Object.entries(named));
  });

  test.each([
    ['a string that is not closed', 'a="b', 2, 'The quote `"` is not closed.'],
    ['a list that is not closed', 'a=[1, 2', 2, 'The bracket `[` is not closed.'],
    ['a quote in a list that is not closed', '["a', 1, 'The quote `"` is not closed.'],
    ['too many', 'a '.repeat(300), 400, 'There are more than 200 arguments.'],
  ])('says where it could not read %s', (_name, text, offset, message) => {
    expect(parseArguments(text).fault).toEqual({ offset, message });
  });

  test('asks for the value of a bare word, and only of that', () => {
    const { positional, named } = parseArguments('page.id "page.id" x=page.id', (word) =>
      word.toUpperCase(),
    );
    expect(positional).toEqual(['PAGE.ID', 'page.id']);
    expect(named.get('x')).toBe('PAGE.ID');
  });
});
