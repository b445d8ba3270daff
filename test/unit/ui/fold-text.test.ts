import { assert, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText, isWordStart, splitWords } from '../../../src/ui/fold-text.ts';

describe('foldText', () => {
  test('drops case and accents and knows where each part came from', () => {
    const { text, starts } = foldText('Ünï 🎉x');
    expect(text).toBe('uni 🎉x');
    expect(starts).toEqual([0, 1, 2, 3, 4, 4, 6]);
  });

  test('gives a place for every unit of any text', () => {
    assert(
      property(string({ unit: 'binary' }), (given) => {
        const { text, starts } = foldText(given);
        expect(starts).toHaveLength(text.length);
        for (const start of starts) expect(start).toBeLessThan(given.length);
      }),
    );
  });
});

describe('splitWords', () => {
  test.each([
    ['two words', ['two', 'words']],
    ['"a phrase" -not', ['a', 'phrase', 'not']],
    ['c++ and C#', ['c++', 'and', 'c#']],
    ['  …!? ', []],
  ])('splits %s', (text, words) => {
    expect(splitWords(text)).toEqual(words);
  });
});

describe('isWordStart', () => {
  test('begins after what is no letter, and anywhere in Han', () => {
    expect(isWordStart('a word', 2)).toBe(true);
    expect(isWordStart('sword', 1)).toBe(false);
    expect(isWordStart('東京都', 1)).toBe(true);
  });
});
