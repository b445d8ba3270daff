import { describe, expect, test } from 'vitest';
import { hashText } from '../../../../src/content/text/hash.ts';

describe('hashText', () => {
  test.each([
    ['', 10],
    ['rust', 10],
    ['日本語', 5],
  ])('names %j with %d characters', (text, length) => {
    expect(hashText(text, length)).toMatch(new RegExp(`^[0-9a-z]{${length}}$`));
    expect(hashText(text, length)).toBe(hashText(text, length));
  });

  test('gives 100,000 like texts as many names', () => {
    const names = new Set(Array.from({ length: 100_000 }, (_, n) => hashText(`post-${n}`)));
    expect(names.size).toBe(100_000);
  });

  test('spreads short names evenly', () => {
    const names = new Set(Array.from({ length: 1000 }, (_, n) => hashText(`post-${n}`, 5)));
    expect(names.size).toBeGreaterThan(995);
  });
});
