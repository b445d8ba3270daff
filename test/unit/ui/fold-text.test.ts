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
    ['two words', ['two', 'words'], []],
    ['"a phrase" -not', ['a', 'phrase'], ['not']],
    ['one -"two words" three-four', ['one', 'three', 'four'], ['two', 'words']],
    ['c++ and C#', ['c++', 'and', 'c#'], []],
    ['same Same', ['same'], []],
    ['  …!? - ', [], []],
  ])('splits %s', (text, wanted, excluded) => {
    expect(splitWords(text)).toEqual({ wanted, excluded });
  });

  test('keeps a bounded number of words', () => {
    const text = Array.from({ length: 2000 }, (_value, at) => `w${at}`).join(' ');
    expect(splitWords(text).wanted).toHaveLength(32);
  });
});

describe('isWordStart', () => {
  test('begins after what is no letter, and anywhere in Han', () => {
    expect(isWordStart('a word', 2)).toBe(true);
    expect(isWordStart('sword', 1)).toBe(false);
    expect(isWordStart('東京都', 1)).toBe(true);
  });
});
