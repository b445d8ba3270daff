import { describe, expect, test } from 'vitest';
import type { PostCard } from '../../../src/content/post.ts';
import { findTitles } from '../../../src/ui/title-matches.ts';

const cards = ['Café au lait', 'About memory pressure', 'A memorable day', '東京の夏'].map(
  (title, id) =>
    ({
      id,
      title,
      permalink: `/${id}/`,
      keywords: id === 1 ? [{ name: 'rust', slug: 'rust' }] : [],
    }) as unknown as PostCard,
);
const find = (text: string, keywords: readonly string[] = []): string[] =>
  findTitles(cards, text, keywords, 20).map(({ title }) =>
    title.map((run) => (run.isMatch ? `[${run.text}]` : run.text)).join(''),
  );

describe('findTitles', () => {
  test.each([
    ['memo', ['A [memo]rable day', 'About [memo]ry pressure']],
    ['PRESSURE mem', ['About [mem]ory [pressure]']],
    ['cafe', ['[Café] au lait']],
    ['emory', []],
    ['京', ['東[京]の夏']],
    ['', []],
    ['?!', []],
    ['memo -pressure', ['A [memo]rable day']],
    ['memo -press', ['A [memo]rable day', 'About [memo]ry pressure']],
  ])('finds %s', (text, titles) => {
    expect(find(text)).toEqual(titles);
  });

  test('keeps to the selected keywords', () => {
    expect(find('memo', ['rust'])).toEqual(['About [memo]ry pressure']);
  });

  test('stops at the limit', () => {
    expect(findTitles(cards, 'a', [], 1)).toHaveLength(1);
  });
});
