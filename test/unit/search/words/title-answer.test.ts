import { describe, expect, test } from 'vitest';
import { answerFromTitles, findTitles } from '../../../../src/search/words/title-answer.ts';
import { createCard } from '../../../support/create-card.ts';

const cards = ['Café au lait', 'About memory pressure', 'A memorable day', '東京の夏'].map(
  (title, id) =>
    createCard(id, { title, keywords: id === 1 ? [{ name: 'rust', slug: 'rust' }] : [] }),
);
const find = (text: string, keywords: readonly string[] = []): string[] =>
  findTitles(cards, { text, keywords, limit: 20 }).map(({ title }) =>
    title.map((run) => (run.isMatch ? `[${run.text}]` : run.text)).join(''),
  );

describe('findTitles', () => {
  test.each([
    ['memo', ['A [memorable] day', 'About [memory] pressure']],
    ['PRESSURE mem', ['About [memory] [pressure]']],
    ['mem pressure', []],
    ['cafe', ['[Café] au lait']],
    ['emory', []],
    ['京', ['東[京の]夏']],
    ['', []],
    ['?!', []],
    ['memory -pressure', []],
    ['memory -press', ['About [memory] pressure']],
    ['"memory pressure"', ['About [memory] [pressure]']],
    ['"pressure memory"', []],
  ])('finds %s', (text, titles) => {
    expect(find(text)).toEqual(titles);
  });

  test('keeps to the selected keywords', () => {
    expect(find('memo', ['rust'])).toEqual(['About [memory] pressure']);
  });

  test('stops at the limit', () => {
    expect(findTitles(cards, { text: 'a', keywords: [], limit: 1 })).toHaveLength(1);
  });
});

describe('answerFromTitles', () => {
  test('keeps the order of the cards and counts the keywords of all that match', () => {
    const answer = answerFromTitles(cards, { text: 'memo', keywords: [], limit: 1 });
    expect(answer.hits.map(({ post }) => post.title)).toEqual(['About memory pressure']);
    expect(answer).toMatchObject({ total: 2, counts: { rust: 1 }, match: 'all', suggestions: [] });
  });

  test('suggests titles near what was typed when none matches', () => {
    const answer = answerFromTitles(cards, { text: 'memorible', keywords: [], limit: 1 });
    expect(answer).toMatchObject({ hits: [], total: 0, match: 'none' });
    expect(answer.suggestions).toEqual([{ permalink: '/posts/2/', title: 'A memorable day' }]);
  });
});
