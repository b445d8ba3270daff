import { describe, expect, test } from 'vitest';

import { createMatcher } from '../../../src/search/matcher.ts';
import { findPassage } from '../../../src/search/passage.ts';
import { parseQuery } from '../../../src/search/query.ts';
import { matchTitles, suggestTitles } from '../../../src/search/titles.ts';

const items = ['Rust and memory', 'Rust memories', 'Memory', 'C++ today'].map((title) => ({
  title,
}));
const matcherOf = (text: string): ReturnType<typeof createMatcher> =>
  createMatcher(parseQuery(text), { stems: [] });

const stem = (word: string): string => word.replace(/s$/, '');

describe('matchTitles', () => {
  test.each([
    ['rust mem', ['Rust and memory', 'Rust memories']],
    ['memory ', ['Rust and memory', 'Memory']],
    ['"rust and"', ['Rust and memory']],
    ['c++', ['C++ today']],
    ['c ', []],
    ['', []],
  ])('finds the titles with all words of %j', (text, titles) => {
    expect(matchTitles(items, matcherOf(text)).map(({ title }) => title)).toEqual(titles);
  });
});

describe('suggestTitles', () => {
  test.each([
    ['memroy', ['Rust and memory', 'Memory']],
    ['rust zzz', ['Rust and memory', 'Rust memories']],
    ['zzzqqq', []],
  ])('suggests titles near %j', (text, titles) => {
    expect(suggestTitles(items, parseQuery(text)).map(({ title }) => title)).toEqual(titles);
  });
});

describe('findPassage', () => {
  const source = `+++\ntitle = "memory"\n+++\n\n# Start\n\nMemory here.\n\n## Rust {#r}\n\nAbout rust and memory together.\n\n\`\`\`\nrust memory rust\n\`\`\`\n`;

  test('shows the place with most of the words, prose before code', () => {
    const passage = findPassage(source, matcherOf('rust memory '));
    expect(passage?.excerpt).toMatch(/^About rust and memory together\./);
    expect(passage?.sections.map(({ id }) => id)).toEqual(['start', 'r']);
  });

  test('finds nothing in the front matter', () => {
    expect(findPassage(source, matcherOf('title'))).toBeUndefined();
  });
});

describe('createMatcher', () => {
  test.each([
    ['a word', 'rust ', 'rust', 0],
    ['another form', 'rusts ', 'rust', 0],
    ['a beginning', 'x ru', 'rusty', 1],
    ['a word of a phrase', '"a b"', 'b', 1],
    ['no excluded word', 'a -b', 'b', -1],
    ['no other word', 'rust ', 'trust', -1],
  ])('tells the place of %s', (_, text, token, place) => {
    expect(createMatcher(parseQuery(text), { stems: [stem] }).find(token)).toBe(place);
  });

  test('lights the words used for mistyped ones', () => {
    const matcher = createMatcher(parseQuery('rsut '), { stems: [stem], used: ['rust'] });
    expect(matcher.isMatch('rusts')).toBe(true);
  });
});
