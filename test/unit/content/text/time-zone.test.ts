import { describe, expect, test } from 'vitest';
import { isTimeZone, toUtc, zonedDay } from '../../../../src/content/text/time-zone.ts';

const utc = (text: string): number => Date.parse(`${text}Z`);

describe('zonedDay', () => {
  test.each([
    ['2019-03-04T23:30', 'UTC', '2019-03-04'],
    ['2019-03-04T23:30', 'Asia/Tokyo', '2019-03-05'],
    ['2019-03-04T02:00', 'America/New_York', '2019-03-03'],
    ['2019-12-31T11:00', 'Pacific/Auckland', '2020-01-01'],
  ])('gives the day of %s in %s', (instant, zone, day) => {
    expect(zonedDay(utc(instant), zone)).toBe(day);
  });
});

describe('toUtc', () => {
  test.each([
    ['winter', '2019-01-10T12:00', '2019-01-10T17:00'],
    ['summer', '2019-07-10T12:00', '2019-07-10T16:00'],
    ['the hour after the change in spring', '2019-03-10T03:30', '2019-03-10T07:30'],
    ['the hour that is skipped', '2019-03-10T02:30', '2019-03-10T07:30'],
    ['the night before', '2019-03-09T23:30', '2019-03-10T04:30'],
    ['the hour that comes twice', '2019-11-03T01:30', '2019-11-03T05:30'],
  ])('reads a clock of New York in %s', (_, local, instant) => {
    expect(new Date(toUtc(utc(local), 'America/New_York')).toISOString()).toBe(
      new Date(utc(instant)).toISOString(),
    );
  });

  test('reads clocks east of Greenwich around the change', () => {
    expect(toUtc(utc('2019-03-31T01:30'), 'Europe/Berlin')).toBe(utc('2019-03-31T00:30'));
    expect(toUtc(utc('2019-03-31T02:30'), 'Europe/Berlin')).toBe(utc('2019-03-31T01:30'));
    expect(toUtc(utc('2019-03-31T03:30'), 'Europe/Berlin')).toBe(utc('2019-03-31T01:30'));
  });
});

describe('isTimeZone', () => {
  test.each([
    ['UTC', true],
    ['Europe/Zurich', true],
    ['Mars/Olympus', false],
    ['', false],
  ])('tells whether %j is one', (name, isOne) => {
    expect(isTimeZone(name)).toBe(isOne);
  });
});
