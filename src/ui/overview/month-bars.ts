import type { YearCount } from '../../content/model/library.ts';

/** Tallest bar, and the height of one post among very many, in units of the drawing. */
const tallest = 22;
const shortest = 2;

/**
 * The outline of bars for the months of a year, ten units a month, on a floor at 24; months without posts have none.
 *
 * @param months - posts of each month, January first
 * @param most - posts of a month whose bar is the tallest
 * @example
 * drawMonths([0, 4], 4)  // 'M10 24v-22h8v22z'
 */
export function drawMonths(months: readonly number[], most: number): string {
  return months
    .map((count, at) => {
      if (count === 0) return '';
      const height = Math.max(shortest, Math.round((tallest * count) / most));
      return `M${at * 10} 24v-${height}h8v${height}z`;
    })
    .join('');
}

/** Posts of the fullest month of all `years`; 1 where there is none. */
export function findMost(years: readonly YearCount[]): number {
  return Math.max(1, ...years.flatMap(({ months }) => months));
}
