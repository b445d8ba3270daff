import { describe, expect, test } from 'vitest';

import { dateTokens } from '../../../../src/content/address/date-tokens.ts';

describe('dateTokens', () => {
  test.each([
    ['year', '2019-03-04', '2019'],
    ['short_year', '2009-03-04', '09'],
    ['month', '2019-03-04', '03'],
    ['i_month', '2019-03-04', '3'],
    ['monthname', '2019-03-04', 'March'],
    ['short_month', '2019-12-04', 'Dec'],
    ['day', '2019-03-04', '04'],
    ['i_day', '2019-03-04', '4'],
    ['yearday', '2020-12-31', '366'],
    ['y_day', '2019-01-02', '002'],
    ['weekday', '2019-03-03', '0'],
    ['weekdayname', '2019-03-03', 'Sunday'],
    ['w_day', '2019-03-03', '7'],
    ['short_day', '2019-03-04', 'Mon'],
    ['long_day', '2019-03-04', 'Monday'],
    ['week', '2019-01-01', '01'],
    ['week', '2018-12-31', '01'],
    ['w_year', '2018-12-31', '2019'],
    ['week', '2021-01-03', '53'],
    ['w_year', '2021-01-03', '2020'],
  ])('%s of %s is %s', (name, day, text) => {
    expect(dateTokens[name]?.(day)).toBe(text);
  });
});
