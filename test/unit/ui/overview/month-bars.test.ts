import { expect, test } from 'vitest';

import { drawMonths, findMost } from '../../../../src/ui/overview/month-bars.ts';

test('drawMonths draws a bar for each month with posts, in proportion to the fullest', () => {
  expect(drawMonths([0, 4, 2, 0], 4)).toBe('M10 24v-22h8v22zM20 24v-11h8v11z');
});

test('drawMonths lets one post among very many be seen', () => {
  expect(drawMonths([1], 1000)).toBe('M0 24v-2h8v2z');
});

test('findMost looks at the months of all years', () => {
  const years = [
    [1, 2],
    [7, 0],
  ].map((months) => ({ year: 2020, count: 0, months }));
  expect(findMost(years)).toBe(7);
  expect(findMost([])).toBe(1);
});
