import { describe, expect, test } from 'vitest';
import { groupByYear, yearOf } from '../../../../src/ui/list/year-groups.ts';
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

describe('yearOf', () => {
  test('reads the year of a day', () => {
    expect(yearOf('0987-01-01')).toBe(987);
    expect(yearOf(undefined)).toBe(0);
  });
});
