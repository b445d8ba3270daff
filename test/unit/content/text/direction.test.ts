import { describe, expect, test } from 'vitest';
import { readDirection } from '../../../../src/content/text/direction.ts';

describe('readDirection', () => {
  test.each([
    ['ar', 'rtl'],
    ['he-IL', 'rtl'],
    ['fa', 'rtl'],
    ['en', 'ltr'],
    ['arn', 'ltr'],
    [undefined, undefined],
  ])('of %s is %s', (language, direction) => {
    expect(readDirection(language)).toBe(direction);
  });
});
