import { describe, expect, test } from 'vitest';
import { formatDay, formatMonth } from '../../../../src/ui/words/format-day.ts';

describe('formatDay', () => {
  test.each([
    ['en', 'long', '4 March 2019'],
    ['en', 'day-month', '4 March'],
    ['en', 'short', '4 Mar'],
    ['en-US', 'long', 'March 4, 2019'],
    ['fr', 'long', '4 mars 2019'],
    ['ja', 'long', '2019年3月4日'],
    ['not a tag', 'long', '4 March 2019'],
  ] as const)('writes a day in %s, %s, as %s', (language, form, text) => {
    expect(formatDay('2019-03-04', language, form)).toBe(text);
  });

  test('is the same day in every time zone', () => {
    expect(formatDay('2019-01-01', 'en', 'long')).toBe('1 January 2019');
    expect(formatDay('2019-12-31', 'en', 'long')).toBe('31 December 2019');
  });

  test('leaves what is no day as it is', () => {
    expect(formatDay('soon', 'en', 'long')).toBe('soon');
  });
});

describe('formatMonth', () => {
  test('names a month', () => {
    expect(formatMonth(3, 'en')).toBe('March');
    expect(formatMonth(12, 'fr')).toBe('décembre');
  });
});
