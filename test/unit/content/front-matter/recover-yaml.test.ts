import { describe, expect, test } from 'vitest';
import { readYaml } from '../../../../src/content/front-matter/yaml.ts';

/** What `readYaml` gives: the full parser refuses each of these texts, so `recoverYaml` reads them. */
describe('recoverYaml', () => {
  test.each([
    ['an unquoted colon', 'title: Rust: a story\nn: 1', { title: 'Rust: a story', n: 1 }, 1, 8],
    ['a value that starts with @', 'n: 1\nauthor: @ann', { n: 1, author: '@ann' }, 2, 9],
    ['a value in backticks', 'title: `map` explained', { title: '`map` explained' }, 1, 8],
    ['a value that starts with %', 'title: %s is a format', { title: '%s is a format' }, 1, 8],
    ['a value that starts with *', 'title: *bold* words', { title: '*bold* words' }, 1, 8],
    [
      'a value that starts with {',
      'title: {{ x }} in templates',
      { title: '{{ x }} in templates' },
      1,
      8,
    ],
    ['a value that starts with [', 'title: [Draft] My post\nn: 1', { n: 1 }, 1, 8],
    ['text after a quoted word', 'title: "Rust" is fun', { title: '"Rust" is fun' }, 1, 8],
    ['a quote inside of quotes', 'title: "say "hello" now"', { title: 'say "hello" now' }, 1, 8],
    ['an apostrophe in single quotes', "title: 'it's'", { title: "it's" }, 1, 8],
    ['an open list', 'tags: [a, b\nn: 1', { tags: ['a', 'b'], n: 1 }, 1, 7],
    ['a tab before items', 'tags:\n\t- a\n\t- b\nn: 1', { tags: ['a', 'b'], n: 1 }, 1, 6],
    [
      'a wrong indent in a table',
      'cover:\n    image: x\n  alt: y',
      { cover: { image: 'x', alt: 'y' } },
      1,
      7,
    ],
    [
      'a key one blank too far in',
      'title: x\n date: 2019-03-04\nn: 1',
      { title: 'x', date: '2019-03-04', n: 1 },
      undefined,
      undefined,
    ],
    ['items with a colon', 'tags:\n- a: b: c\n- d', { tags: ['a: b: c', 'd'] }, 1, 6],
    ['a stray line', 'title: x\nwhat is this?\nn: 1', { title: 'x', n: 1 }, 2, 1],
    [
      'a value over lines with a colon',
      'title: one\n  two: three\nn: a: b',
      { title: 'one', n: 'a: b' },
      3,
      4,
    ],
    ['no blank after the colon', 'title:x\nn: 1', { n: 1 }, 1, 1],
    [
      'a quote never closed, above one that is',
      'title: "My secret\ndate: 2020-01-01\nDraft: true\nauthor: "Me"',
      { title: 'My secret', date: '2020-01-01', Draft: true, author: 'Me' },
      1,
      8,
    ],
    [
      'a single quote never closed, above one that is',
      "title: 'My secret\nlast_modified_at: 2020-01-01\nauthor: 'Me'",
      { title: 'My secret', last_modified_at: '2020-01-01', author: 'Me' },
      1,
      8,
    ],
    [
      'keys behind tabs',
      '\ttitle: x\n\tdraft: true\n\ttags:\n\t- a',
      { title: 'x', draft: true, tags: ['a'] },
      3,
      7,
    ],
    [
      'one key behind a tab',
      'title: x\n\tdraft: true\nn: 1',
      { title: 'x', draft: true, n: 1 },
      undefined,
      undefined,
    ],
  ])('recovers %s', (_, text, values, line, column) => {
    const reading = readYaml(text);
    expect(reading.values).toMatchObject(values);
    if (line === undefined) expect(reading.faults).toEqual([]);
    else expect(reading.faults).toMatchObject([{ line, column }]);
  });

  test('takes a quoted text that goes on without an indent for sound, as Ruby does', () => {
    const text = 'title: x\nexcerpt: "One two\nthree: four\n\nfive."\ntags:\n- a';
    expect(readYaml(text)).toEqual({
      values: { title: 'x', excerpt: 'One two three: four\nfive.', tags: ['a'] },
      faults: [],
    });
  });

  test('says what was read how', () => {
    expect(readYaml('title: a: b').faults).toEqual([
      {
        line: 1,
        column: 8,
        message: '`title: a: b` is not valid YAML; it was read as text.',
        remedy:
          'Put quotes around the value if it has `: `, ` #` or starts with `@`, `{`, `[`, `*` or `%`.',
      },
    ]);
  });

  test('reports a key given twice beside a broken value', () => {
    const reading = readYaml('a: b: c\nn: 1\nn: 2');
    expect(reading.values).toEqual({ a: 'b: c', n: 2 });
    expect(reading.faults.map((fault) => fault.line)).toEqual([1, 3]);
  });
});
