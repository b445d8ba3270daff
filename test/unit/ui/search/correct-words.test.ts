import { describe, expect, test } from 'vitest';
import { correctWords } from '../../../../src/ui/search/correct-words.ts';

describe('correctWords', () => {
  test.each([
    ['a word', 'borow checker', [['borow', 'borrow']], 'borrow checker'],
    ['a word before a comma', 'borow, checker', [['borow', 'borrow']], 'borrow, checker'],
    ['a word with letters that fold', 'Strase, łódż', [['lodz', 'lodge']], 'Strase, lodge'],
    ['a part of a joined name', 'std::mmm x', [['mmm', 'mem']], 'std::mem x'],
    ['words in quotes', '"borow checker"', [['borow', 'borrow']], '"borrow checker"'],
    ['nothing when nothing was mistyped', 'a  b ', [], 'a  b '],
  ])('repairs %s', (_, text, pairs, corrected) => {
    const corrections = pairs.map(([typed = '', used = '']) => ({ typed, used }));
    expect(correctWords(text, corrections)).toBe(corrected);
  });
});
