import { describe, expect, test } from 'vitest';
import { findChips, foldChips, foldName, orderChips } from '../../../../src/ui/list/chip-order.ts';

const keywords = Array.from({ length: 40 }, (_, at) => ({
  name: `Key ${at}`,
  slug: `key-${at}`,
  count: 40 - at,
}));
const slugs = (chips: readonly { readonly slug: string }[]): string[] =>
  chips.map(({ slug }) => slug);
const nameOf = (slug: string): string => slug.toUpperCase();

describe('orderChips', () => {
  test('keeps the order by count when what is selected is visible', () => {
    const order = orderChips(keywords, ['key-3'], nameOf);
    expect(order.first).toEqual([]);
    expect(slugs(order.rest)).toEqual(slugs(keywords));
  });

  test('puts a selected keyword first that would be out of sight', () => {
    const order = orderChips(keywords, ['key-30', 'key-2'], nameOf);
    expect(slugs(order.first)).toEqual(['key-30']);
    expect(slugs(order.rest)).not.toContain('key-30');
  });

  test('keeps an unknown keyword with no posts', () => {
    expect(orderChips(keywords, ['gone'], nameOf).first).toEqual([
      { slug: 'gone', name: 'GONE', count: 0 },
    ]);
  });
});

describe('foldChips', () => {
  test('shows twelve, and after them what else is selected', () => {
    const order = orderChips(keywords, [], nameOf);
    expect(foldChips(order, [])).toHaveLength(12);
    expect(slugs(foldChips(order, ['key-20'])).at(-1)).toBe('key-20');
    expect(slugs(foldChips(order, ['key-20'])).slice(0, 12)).toEqual(slugs(foldChips(order, [])));
  });
});

describe('findChips', () => {
  test('finds a part of a name without case and accents', () => {
    const order = orderChips([{ name: 'Café', slug: 'cafe', count: 1 }, ...keywords], [], nameOf);
    expect(slugs(findChips(order, ' CAFE '))).toEqual(['cafe']);
    expect(slugs(findChips(order, 'y 3'))).toContain('key-3');
    expect(findChips(order, '')).toHaveLength(41);
    expect(findChips(order, 'zzz')).toEqual([]);
  });
});

describe('foldName', () => {
  test('drops case and accents', () => {
    expect(foldName('ÉCOLE')).toBe('ecole');
  });
});
