import { describe, expect, test } from 'vitest';

import { createFold, foldPath, latinLetters } from '../../../../src/content/text/fold.ts';

describe('createFold', () => {
  test('replaces the letters it is given, and no names of objects', () => {
    const fold = createFold({ ß: 'ss', ς: 'σ' });
    expect(fold('straße λόγος constructor ə')).toBe('strasse λόγοσ constructor ə');
  });
});

describe('latinLetters', () => {
  test.each(Object.entries(latinLetters))('has no decomposition for %s', (letter, folded) => {
    expect(letter.normalize('NFKD')).toBe(letter);
    expect(letter.toLowerCase()).toBe(letter);
    expect(folded).toMatch(/^[a-z]+$/);
  });
});

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
