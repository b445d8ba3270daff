import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closeDirections } from '../../../../src/content/post/directions.ts';

describe('closeDirections', () => {
  test.each([
    ['plain text', 'a — ب', 'a — ب'],
    ['an override', '\u202egnp.x', '\u202egnp.x\u202c'],
    ['an isolate', '\u2067a', '\u2067a\u2069'],
    ['turns in each other', '\u202ea\u2066b', '\u202ea\u2066b\u2069\u202c'],
    ['what is ended', '\u202ba\u202cb', '\u202ba\u202cb'],
    ['ends of nothing', 'a\u202c\u2069b', 'ab'],
    [
      'an isolate that ends with a turn open',
      '\u2066a\u202eb\u2069c',
      '\u2066a\u202eb\u202c\u2069c',
    ],
  ])('closes %s', (_, text, closed) => {
    expect(closeDirections(text)).toBe(closed);
  });

  test('gives balanced text and keeps all other characters', () => {
    const sign = fc.constantFrom(
      'a',
      'ب',
      '\u202a',
      '\u202e',
      '\u202c',
      '\u2066',
      '\u2068',
      '\u2069',
    );
    fc.assert(
      fc.property(fc.array(sign), (signs) => {
        const text = signs.join('');
        const closed = closeDirections(text);
        expect(closeDirections(closed)).toBe(closed);
        expect(closed.replaceAll(/[\u202a-\u2069]/g, '')).toBe(
          text.replaceAll(/[\u202a-\u2069]/g, ''),
        );
      }),
      { seed: 19 },
    );
  });
});
