import { describe, expect, test } from 'vitest';
import type { PostCard } from '../../../../src/content/model/post.ts';
import { isSameCard } from '../../../../src/library/lists/same-card.ts';

const card: PostCard = {
  id: 1,
  path: 'a.md',
  permalink: '/posts/a/',
  title: 'A',
  day: '2020-01-01',
  minutes: 1,
  keywords: [{ name: 'Rust', slug: 'rust' }],
  summary: 'S',
  language: undefined,
};

describe('isSameCard', () => {
  test('compares what cards say', () => {
    expect(isSameCard(card, structuredClone(card))).toBe(true);
  });

  test.each<Partial<PostCard>>([
    { id: 2 },
    { path: 'b.md' },
    { permalink: '/posts/b/' },
    { title: 'B' },
    { day: undefined },
    { minutes: 2 },
    { summary: '' },
    { language: 'fr' },
    { keywords: [] },
    { keywords: [{ name: 'rust', slug: 'rust' }] },
    { keywords: [{ name: 'Rust', slug: 'rust-2' }] },
    { keywords: [...card.keywords, { name: 'CSS', slug: 'css' }] },
  ])('tells %j apart', (change) => {
    expect(isSameCard(card, { ...card, ...change })).toBe(false);
    expect(isSameCard({ ...card, ...change }, card)).toBe(false);
  });
});
