import { describe, expect, test } from 'vitest';
import { countMinutes, countWords } from '../../../../src/content/text/words.ts';

describe('countWords', () => {
  test.each([
    ['words', 'One two, three.', 3],
    ['inner signs', 'it’s well-known: v1.2 foo_bar', 4],
    ['accents and other scripts', 'été Привет мир ελλάδα', 4],
    ['Japanese by half', '日本語です。', 3],
    ['Japanese beside English', 'Rustで書く', 3],
    ['Korean by half', '안녕', 1],
    ['tags', '<div class="a b c">two words</div>', 2],
    ['a sign that is no tag', 'a < b and c > d', 5],
    ['addresses of links', '[a link](https://example.org/a/b/c) here', 3],
    ['brackets that are no link', 'see (this one)', 3],
    ['emoji and signs', '🎉 — … ## ***', 0],
    ['numbers', '10 000', 2],
    ['nothing', '', 0],
  ])('counts %s', (_, text, words) => {
    expect(countWords(text)).toBe(words);
  });

  test('counts the words behind any number of open tags and links', () => {
    expect(countWords('<a '.repeat(100_000))).toBe(100_000);
    expect(countWords(']('.repeat(100_000))).toBe(0);
  });
});

describe('countMinutes', () => {
  test.each([
    [0, 0],
    [1, 1],
    [340, 1],
    [345, 2],
    [2300, 10],
  ])('gives %i words their minutes', (words, minutes) => {
    expect(countMinutes(words)).toBe(minutes);
  });
});
