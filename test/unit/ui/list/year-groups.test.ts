import { describe, expect, test } from 'vitest';
import type { PostCard } from '../../../../src/content/model/post.ts';
import { groupByYear, yearOf } from '../../../../src/ui/list/year-groups.ts';

const card = (day: string | undefined): PostCard =>
  ({ day, title: day ?? 'undated' }) as unknown as PostCard;

describe('groupByYear', () => {
  test('keeps years and posts in the order given, undated ones under 0', () => {
    const posts = ['2026-04-01', '2026-02-01', '2019-01-01', undefined].map(card);
    const groups = groupByYear(posts);
    expect([...groups.keys()]).toEqual([2026, 2019, 0]);
    expect(groups.get(2026)).toEqual(posts.slice(0, 2));
  });
});

describe('yearOf', () => {
  test('reads the year of a day', () => {
    expect(yearOf('0987-01-01')).toBe(987);
    expect(yearOf(undefined)).toBe(0);
  });
});
