import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mapSrcset, parseSrcset } from '../../../../src/content/html/srcset.ts';

/** Candidates as `url|descriptor`. */
function split(value: string): string[] {
  return parseSrcset(value).map(({ url, descriptor }) => `${url}|${descriptor}`);
}

describe('parseSrcset', () => {
  test.each([
    ['one address', 'a.png', ['a.png|']],
    ['two with a space after the comma', 'a.png 1x, b.png 2x', ['a.png|1x', 'b.png|2x']],
    ['two without one', 'a.png 1x,b.png 2x', ['a.png|1x', 'b.png|2x']],
    ['a space before the comma', 'a.png 1x , b.png', ['a.png|1x', 'b.png|']],
    ['an address without descriptor first', 'a.png, b.png 2x', ['a.png|', 'b.png|2x']],
    ['a comma within an address', 'a,b.png 1x,c.png 2x', ['a,b.png|1x', 'c.png|2x']],
    ['addresses that only a comma joins', 'a.png,b.png', ['a.png,b.png|']],
    [
      'a picture in the address',
      'data:image/gif;base64,R0lG 1x,b.png 2x',
      ['data:image/gif;base64,R0lG|1x', 'b.png|2x'],
    ],
    ['commas around', ' ,, a.png 1x,, ', ['a.png|1x']],
    ['an address that ends with commas', 'a.png,, b.png', ['a.png|', 'b.png|']],
    ['several descriptors', 'a.png  640w\n480h,b.png', ['a.png|640w 480h', 'b.png|']],
    ['a comma in parentheses', 'a.png f(1, 2) 2x,b.png', ['a.png|f(1, 2) 2x', 'b.png|']],
    ['parentheses that stay open', 'a.png (1x, b.png', ['a.png|(1x, b.png']],
    ['nothing', '', []],
    ['nothing but commas', ' , ,', []],
  ])('reads %s', (_name, value, expected) => {
    expect(split(value)).toEqual(expected);
  });

  test('comes to an end on what never ends', () => {
    for (const piece of [',', ' ', '(', 'a (', 'a ,', 'a,']) {
      expect(parseSrcset(piece.repeat(100_000)).length).toBeLessThanOrEqual(100_000);
    }
  });
});

describe('mapSrcset', () => {
  test('puts new addresses before the descriptors', () => {
    expect(mapSrcset('a.png 1x,b.png 2x', (url) => `/x/${url}`)).toBe('/x/a.png 1x, /x/b.png 2x');
  });

  test('writes what is read back the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'a, (x)\n') }), (value) => {
        const closed = value.replace(/\([^)]*$/, '');
        expect(parseSrcset(mapSrcset(closed, (url) => url))).toEqual(parseSrcset(closed));
      }),
    );
  });
});
