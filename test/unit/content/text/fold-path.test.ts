import { describe, expect, test } from 'vitest';
import { foldPath } from '../../../../src/content/text/fold-path.ts';

describe('foldPath', () => {
  test.each([
    ['capitals', '/posts/MyTrip/', '/posts/mytrip/'],
    ['a composed accent and a decomposed one', '/caf\u00e9/', '/cafe\u0301/'],
    ['a decomposed capital', '/E\u0301t\u00e9/', '/\u00e9te\u0301/'],
    ['ß and ss', '/maße/', '/MASSE/'],
    ['both small forms of Σ', '/οδος/', '/οδοσ/'],
    ['the sign of Kelvin', '/\u212a/', '/k/'],
  ])('takes %s for the same', (_name, one, other) => {
    expect(foldPath(one)).toBe(foldPath(other));
  });

  test.each([
    ['an accent', '/café/', '/cafe/'],
    ['dakuten', '/か/', '/が/'],
    ['a slash', '/ab/', '/a/b/'],
  ])('tells %s', (_name, one, other) => {
    expect(foldPath(one)).not.toBe(foldPath(other));
  });
});
