import { describe, expect, test } from 'vitest';

import { findNearWords } from '../../../../src/search/words/spelling.ts';

const words = [
  'webassembly',
  'performance',
  'allocator',
  'borrow',
  'checker',
  'memory',
  'rust',
  'trust',
].map((text) => ({ text, level: 1 }));

describe('findNearWords', () => {
  test.each([
    ['a letter left out', 'webasembly', 'webassembly'],
    ['neighbours swapped', 'wbeassembly', 'webassembly'],
    ['a letter left out', 'perfomance', 'performance'],
    ['a doubled letter left out', 'alocator', 'allocator'],
    ['a short word', 'borow', 'borrow'],
    ['a letter added', 'checkker', 'checker'],
    ['two errors in a long word', 'perfromence', 'performance'],
    ['the same first letter before another', 'rest', 'rust'],
  ])('repairs %s: %s', (_, typed, word) => {
    expect(findNearWords(typed, words)).toEqual([word]);
  });

  test.each([
    ['nonsense', 'zzzqqq'],
    ['two errors in a short word', 'memry'.slice(0, 4)],
    ['two letters', 'ru'],
    ['a number', '12345'],
    ['a name with signs', 'std::mem'],
    ['a word that is right', 'rust'.repeat(9)],
  ])('leaves %s alone: %s', (_, typed) => {
    expect(findNearWords(typed, words)).toEqual([]);
  });

  test('prefers the commoner of equals', () => {
    const near = [
      { text: 'cart', level: 0 },
      { text: 'care', level: 5 },
    ];
    expect(findNearWords('carz', near, 2)).toEqual(['care', 'cart']);
  });
});
