import { describe, expect, test } from 'vitest';

import { formatLiquidDate } from '../../../../../src/content/shortcode/liquid/liquid-date.ts';

describe('formatLiquidDate', () => {
  test.each([
    ['%Y-%m-%d', '2020-03-04'],
    ['%-d/%-m/%y', '4/3/20'],
    ['%e %b', ' 4 Mar'],
    ['%B %^a %A', 'March WED Wednesday'],
    ['%H:%M:%S', '05:06:07'],
    ['%I:%M %p', '05:06 AM'],
    ['%j', '064'],
    ['%F %T', '2020-03-04 05:06:07'],
    ['%s', '1583298367'],
    ['100%%', '100%'],
    ['%Q', '%Q'],
  ])('writes %s as %s', (pattern, text) => {
    expect(formatLiquidDate('2020-03-04T05:06:07Z', pattern)).toBe(text);
  });

  test.each([
    ['a day', '2020-03-04', '2020-03-04 00'],
    ['a date with a zone', '2020-03-04 23:30:00 +0900', '2020-03-04 23'],
    ['what is no date', 'soon', 'soon'],
  ])('takes %s', (_name, date, text) => {
    expect(formatLiquidDate(date, '%F %H')).toBe(text);
  });
});
