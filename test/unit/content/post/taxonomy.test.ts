import { describe, expect, test } from 'vitest';
import { readCategories, readKeywords } from '../../../../src/content/post/taxonomy.ts';

const names = (values: Record<string, unknown>): string[] =>
  readKeywords(values).keywords.map((keyword) => keyword.name);

describe('readKeywords', () => {
  test.each([
    ['Zola', { taxonomies: { keywords: ['a', 'b'] } }, ['a', 'b']],
    ['tags of Zola', { taxonomies: { tags: ['a'], categories: ['b'] } }, ['a', 'b']],
    ['top-level keywords', { keywords: ['a'] }, ['a']],
    ['tags and categories of Jekyll', { tags: ['b'], categories: ['a'] }, ['b', 'a']],
    ['topics', { topics: ['a'] }, ['a']],
    ['a category', { category: 'a b' }, ['a b']],
    ['a tag', { tag: 'a' }, ['a']],
    ['params of Hugo', { params: { tags: ['a'] } }, ['a']],
    ['a text with commas', { tags: 'a b, c ,d' }, ['a b', 'c', 'd']],
    ['a text with wide commas', { tags: '日本、中国，韓国' }, ['日本', '中国', '韓国']],
    ['a text without commas', { tags: 'one two three' }, ['one two three']],
    ['a text in brackets', { tags: '[a, "b"]' }, ['a', 'b']],
    ['a comma inside of a list', { tags: ['a, b'] }, ['a, b']],
    ['hashtags', { tags: ['#rust', 'C#', '#'] }, ['rust', 'C#', '#']],
    ['numbers', { tags: [2019, '1.10'], category: 7 }, ['2019', '1.10', '7']],
    ['empty items', { tags: [null, '', ' ', 'a', true, []] }, ['a']],
    ['an empty value', { tags: null, category: '' }, []],
    ['tables with a name', { tags: [{ name: 'a' }, { title: 'b' }, {}] }, ['a', 'b']],
    ['a table with a name', { category: { name: 'a' } }, ['a']],
    ['blanks', { tags: [' open \n source '] }, ['open source']],
    ['names that differ by case', { keywords: ['Rust'], tags: ['rust', 'RUST'] }, ['Rust']],
    ['names that differ by accents', { tags: ['café', 'Cafe', 'CAFÉ'] }, ['café', 'Cafe']],
    ['names that differ by a hyphen', { tags: ['Web-Site', 'web site'] }, ['Web-Site', 'web site']],
    ['names that differ by signs', { tags: ['C', 'C++', 'C#'] }, ['C', 'C++', 'C#']],
    ['decomposed letters', { tags: ['cafe\u0301'] }, ['café']],
    ['none', {}, []],
  ])('reads %s', (_, values, expected) => {
    expect(names(values)).toEqual(expected);
  });

  test('gives each its slug', () => {
    expect(readKeywords({ tags: ['Open Source'] })).toEqual({
      keywords: [{ name: 'Open Source', slug: 'open-source' }],
      faults: [],
      phrases: [],
    });
  });

  test.each([
    ['tags', { tags: 'one two  three' }, ['one', 'two', 'three'], ['one two three']],
    ['categories', { categories: 'a b', tags: ['c d'] }, ['c d', 'a', 'b'], ['a b']],
    ['no text with commas', { tags: 'a b, c' }, ['a b', 'c'], []],
    ['no list', { tags: ['a b'] }, ['a b'], []],
    ['no singular', { category: 'a b', tag: 'c d' }, ['c d', 'a b'], []],
    ['no quotes', { tags: '"a b"' }, ['a b'], []],
    ['no keywords', { keywords: 'a b' }, ['a b'], []],
    ['one word', { tags: 'a' }, ['a'], []],
  ])('parts at blanks as Jekyll does, if asked to: %s', (_, values, expected, phrases) => {
    const reading = readKeywords(values, { splitsAtBlanks: true });
    expect(reading.keywords.map(({ name }) => name)).toEqual(expected);
    expect(reading.phrases).toEqual(phrases);
  });

  test('leaves out a keyword that is a paragraph', () => {
    const { keywords, faults } = readKeywords({ tags: ['a', 'word '.repeat(50)] });
    expect(keywords.map((keyword) => keyword.name)).toEqual(['a']);
    expect(faults).toEqual([expect.stringMatching(/has more than 100 characters/)]);
  });

  test('takes the first hundred of too many', () => {
    const { keywords, faults } = readKeywords({
      tags: Array.from({ length: 500 }, (_, i) => `k${i}`),
    });
    expect(keywords).toHaveLength(100);
    expect(faults).toEqual(['The post has 500 keywords; the first 100 count.']);
  });
});

describe('readCategories', () => {
  test('gives categories only', () => {
    expect(
      readCategories({ tags: ['t'], categories: ['a', 'b'], taxonomies: { categories: ['c'] } }),
    ).toEqual(['c', 'a', 'b']);
  });
});
