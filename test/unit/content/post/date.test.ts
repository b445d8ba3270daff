import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { isDate, readDate } from '../../../../src/content/post/date.ts';

const day = (text: string, instant?: string): unknown => ({ day: text, instant });

describe('readDate', () => {
  test.each([
    ['a day', '2019-03-04', '2019-03-04', undefined],
    ['blanks around', '  2019-03-04 ', '2019-03-04', undefined],
    ['one-digit parts', '2019-3-4', '2019-03-04', undefined],
    ['slashes', '2019/03/04', '2019-03-04', undefined],
    ['dots', '2019.03.04', '2019-03-04', undefined],
    ['compact', '20190304', '2019-03-04', undefined],
    ['compact as a number', 20190304, '2019-03-04', undefined],
    ['Japanese', '2019年3月4日', '2019-03-04', undefined],
    ['Jekyll', '2014-11-13 12:00:00 +0000', '2014-11-13', '2014-11-13T12:00:00Z'],
    ['Jekyll with a short zone', '2015-12-08 10:00:00 -5', '2015-12-08', '2015-12-08T15:00:00Z'],
    ['a local time', '2023-01-03T19:18', '2023-01-03', '2023-01-03T19:18:00Z'],
    ['RFC 3339', '2019-03-04T10:30:00+02:00', '2019-03-04', '2019-03-04T08:30:00Z'],
    ['RFC 3339 in UTC', '2019-03-04T10:30:00.123Z', '2019-03-04', '2019-03-04T10:30:00Z'],
    ['ISO, compact', '20190304T101112Z', '2019-03-04', '2019-03-04T10:11:12Z'],
    [
      'a zone in brackets',
      '2019-03-04T10:00:00+09:00[Asia/Tokyo]',
      '2019-03-04',
      '2019-03-04T01:00:00Z',
    ],
    ['a named zone', '2019-03-04 10:00 PST', '2019-03-04', '2019-03-04T18:00:00Z'],
    ['an offset after UTC', '2019-03-04 10:00 UTC+2', '2019-03-04', '2019-03-04T08:00:00Z'],
    ['twelve hours', '2019-03-04 10:30 pm', '2019-03-04', '2019-03-04T22:30:00Z'],
    ['midnight by twelve hours', '2019-03-04 12:30 AM', '2019-03-04', '2019-03-04T00:30:00Z'],
    ['an hour alone', '2019-03-04 10pm', '2019-03-04', '2019-03-04T22:00:00Z'],
    ['American', 'March 4, 2019', '2019-03-04', undefined],
    ['American with a time', 'Mar 4th 2019 at 10:00 pm', '2019-03-04', '2019-03-04T22:00:00Z'],
    ['English', '4 March 2019', '2019-03-04', undefined],
    ['an ordinal', 'the 4th of March 2019', '2019-03-04', undefined],
    ['Oracle', '04-Mar-2019', '2019-03-04', undefined],
    ['September, cut oddly', 'Sept. 9, 2019', '2019-09-09', undefined],
    ['RFC 2822', 'Mon, 04 Mar 2019 10:00:00 +0100', '2019-03-04', '2019-03-04T09:00:00Z'],
    ['HTTP', 'Mon, 04 Mar 2019 10:00:00 GMT', '2019-03-04', '2019-03-04T10:00:00Z'],
    ['date(1)', 'Mon Mar  4 10:00:00 UTC 2019', '2019-03-04', '2019-03-04T10:00:00Z'],
    ['German', '4.3.2019', '2019-03-04', undefined],
    ['day first, beyond doubt', '25/12/2019', '2019-12-25', undefined],
    ['month first, beyond doubt', '12/25/2019', '2019-12-25', undefined],
    ['day and month alike', '4/4/2019', '2019-04-04', undefined],
    ['Unix seconds', 1551700000, '2019-03-04', '2019-03-04T11:46:40Z'],
    ['Unix seconds as text', '1551700000', '2019-03-04', '2019-03-04T11:46:40Z'],
    ['Unix milliseconds', 1551700000000, '2019-03-04', '2019-03-04T11:46:40Z'],
    ['midnight UTC, which says no time', '2019-03-04T00:00:00Z', '2019-03-04', undefined],
    ['midnight', '2019-03-04 00:00:00', '2019-03-04', undefined],
    ['a leap day', '2020-02-29', '2020-02-29', undefined],
    ['a leap second', '2016-12-31T23:59:60Z', '2016-12-31', '2016-12-31T23:59:59Z'],
  ])('reads %s', (_, value, expected, instant) => {
    expect(readDate(value, 'UTC')).toEqual(day(expected, instant));
  });

  test.each([
    ['month 13', '2019-13-04', 'month 13 does not exist'],
    ['a day too many', '2019-02-29', 'day 29 does not exist in month 2 of 2019'],
    ['day 0', '2019-03-00', 'day 0 does not exist in month 3 of 2019'],
    ['a year of nobody', '0019-03-04', 'year 19 cannot be meant'],
    ['a month', '2019-03', 'it has no day'],
    ['a year', '2019', 'it has no month and day'],
    ['a year as a number', 2019, 'it has no month and day'],
    ['a month by name', 'March 2019', 'it has no day'],
    ['no year', '4 March', 'it has no year'],
    ['an ambiguous date', '04/03/2019', 'day and month cannot be told apart'],
    ['words', 'soon', 'it is not a date'],
    ['a small number', 12, 'it is not a date'],
    ['a huge number', 1e18, 'it is not a date'],
    ['a negative number', -5, 'it is not a date'],
    ['not a number', NaN, 'it is not a date'],
    ['a yes', true, 'it is `true`, not a date'],
    ['nothing', null, 'it is empty, not a date'],
    ['a list', ['2019-03-04'], 'it is a list, not a date'],
    ['a table', { year: 2019 }, 'it is a table, not a date'],
    ['a novel', 'March '.repeat(100), 'it is too long for a date'],
  ])('rejects %s', (_, value, fault) => {
    expect(readDate(value, 'UTC')).toEqual({ fault });
  });

  test.each([
    ['hour 25', '2019-03-04 25:00', 'the time of day `25:00` does not exist'],
    ['a strange zone', '2019-03-04 10:00 Mars', '`Mars` is not a time zone'],
    ['two zones', '2019-03-04T15:00:00Z-07:00', '`Z-07:00` is not a time zone'],
    ['a strange time', '2019-03-04 soon', '`soon` is not a time of day'],
    ['a strange time behind words', 'March 4, 2019 soon', '`soon` is not a time of day'],
    ['a strange time behind a German date', '4.3.2019 soon', '`soon` is not a time of day'],
  ])('keeps the day beside %s', (_, value, fault) => {
    expect(readDate(value, 'UTC')).toEqual({ fault, day: '2019-03-04' });
    expect(isDate(readDate(value, 'UTC'))).toBe(false);
  });

  test.each([
    ['an evening west of UTC', '2019-03-04T23:30:00-05:00', '2019-03-04', '2019-03-05T04:30:00Z'],
    ['a morning east of UTC', '2019-03-04 01:08 +0800', '2019-03-04', '2019-03-03T17:08:00Z'],
    ['a moment in UTC', '2019-03-04T23:30:00Z', '2019-03-04', '2019-03-04T23:30:00Z'],
    ['a local time', '2019-03-04 23:30', '2019-03-04', '2019-03-04T23:30:00Z'],
    ['a day', '2019-03-04', '2019-03-04', undefined],
    ['Unix seconds', 1551700000, '2019-03-04', '2019-03-04T11:46:40Z'],
  ])('gives the day as written in a blog without a zone for %s', (_, value, expected, instant) => {
    expect(readDate(value, undefined)).toEqual(day(expected, instant));
  });

  test.each([
    ['a date without a zone', '2019-03-04', '2019-03-04', undefined],
    ['a local time', '2019-03-04 23:30', '2019-03-04', '2019-03-04T14:30:00Z'],
    [
      'an instant of the day before in UTC',
      '2019-03-04T23:30:00Z',
      '2019-03-05',
      '2019-03-04T23:30:00Z',
    ],
  ])('gives the day in the zone of the site for %s', (_, value, expected, instant) => {
    expect(readDate(value, 'Asia/Tokyo')).toEqual(day(expected, instant));
  });

  test('reads every day it is given as that day, in every zone', () => {
    const dates = fc.date({
      min: new Date('1900-01-01'),
      max: new Date('2200-12-31'),
      noInvalidDate: true,
    });
    const zones = fc.constantFrom('UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago');
    fc.assert(
      fc.property(dates, zones, (date, zone) => {
        const text = date.toISOString().slice(0, 10);
        expect(readDate(text, zone)).toEqual(day(text));
        expect(readDate(Number(text.replaceAll('-', '')), zone)).toEqual(day(text));
      }),
    );
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.anything()), (value) => void readDate(value, 'UTC')),
    );
  });
});

describe('isDate', () => {
  test('tells a date from a fault', () => {
    expect(isDate(readDate('2019-03-04', 'UTC'))).toBe(true);
    expect(isDate(readDate('x', 'UTC'))).toBe(false);
  });
});
