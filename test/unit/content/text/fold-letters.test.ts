import { describe, expect, test } from 'vitest';

import { createFold, latinLetters } from '../../../../src/content/text/fold-letters.ts';

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
