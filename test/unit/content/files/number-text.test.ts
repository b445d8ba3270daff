import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatNumbers,
  fromDeltas,
  parseNumbers,
  toDeltas,
} from '../../../../src/content/files/number-text.ts';

const whole = fc.maxSafeNat();

describe('formatNumbers', () => {
  test.each([
    [[], ''],
    [[0, 9, 10, 63], '09A_'],
    [[64, 65], '#0#1'],
    [[64 * 24], '#!0'],
  ])('writes %j as %s', (numbers, text) => {
    expect(formatNumbers(numbers)).toBe(text);
  });

  test.each([-1, 0.5, Number.NaN, Infinity])('rejects %d', (number) => {
    expect(() => formatNumbers([number])).toThrow(RangeError);
  });

  test('is undone by parseNumbers', () => {
    fc.assert(
      fc.property(fc.array(whole), (numbers) => {
        expect(parseNumbers(formatNumbers(numbers))).toEqual(numbers);
      }),
    );
  });

  test('writes nothing that JSON or HTML escapes', () => {
    fc.assert(
      fc.property(fc.array(whole), (numbers) => {
        expect(formatNumbers(numbers)).not.toMatch(/["\\<>&'\s]/);
      }),
    );
  });
});

describe('parseNumbers', () => {
  test.each([
    ['a foreign character', '0"'],
    ['a letter with an accent', 'é'],
    ['an unfinished number', '1#'],
    ['a number past all bounds', `${'~'.repeat(40)}0`],
  ])('rejects %s', (_, text) => {
    expect(parseNumbers(text)).toBeUndefined();
  });
});

describe('toDeltas', () => {
  test('keeps small steps small, whichever way', () => {
    expect(toDeltas([10, 11, 9, 9])).toEqual([20, 2, 3, 0]);
  });

  test('is undone by fromDeltas', () => {
    const integers = fc.array(fc.integer());
    fc.assert(
      fc.property(integers, (numbers) => {
        expect(fromDeltas(toDeltas(numbers))).toEqual(numbers);
      }),
    );
  });
});
