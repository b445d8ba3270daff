import { describe, expect, test } from 'vitest';
import {
  groupByYear,
  groupPosts,
  pinnedYear,
  yearOf,
} from '../../../../src/ui/list/year-groups.ts';
import { createCard } from '../../../support/create-card.ts';

describe('groupByYear', () => {
  test('keeps years and posts in the order given, undated ones under 0', () => {
    const posts = ['2026-04-01', '2026-02-01', '2019-01-01', undefined].map((day, id) =>
      createCard(id, { day }),
    );
    const groups = groupByYear(posts);
    expect([...groups.keys()]).toEqual([2026, 2019, 0]);
    expect(groups.get(2026)).toEqual(posts.slice(0, 2));
  });
});

describe('groupPosts', () => {
  const posts = ['2019-01-01', '2026-02-01', '2019-01-01'].map((day, id) =>
    createCard(id, { day }),
  );

  test('puts pinned posts before the years', () => {
    expect(groupPosts(posts, 1).map(([year, group]) => [year, group.length])).toEqual([
      [pinnedYear, 1],
      [2026, 1],
      [2019, 1],
    ]);
  });

  test('has no group for none', () => {
    expect(groupPosts(posts.slice(1), 0).map(([year]) => year)).toEqual([2026, 2019]);
  });
});

describe('yearOf', () => {
  test('reads the year of a day', () => {
    expect(yearOf('0987-01-01')).toBe(987);
    expect(yearOf(undefined)).toBe(0);
  });
});
