import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { joinRows } from '../../../../../src/content/shortcode/base/join-rows.ts';

describe('joinRows', () => {
  test.each([
    ['one line', ' a b ', ' a b '],
    ['line breaks with spaces around them', 'a \n\t b\r\nc', 'a b c'],
    ['spaces at the ends', ' a\nb ', ' a b '],
  ])('joins %s', (_name, text, joined) => {
    expect(joinRows(text)).toBe(joined);
  });

  test('does what the plain expression does where no line is blank', () => {
    const row = fc
      .string({ unit: fc.constantFrom('a', ' '), maxLength: 6 })
      .map((text) => `${text}b`);
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const text = rows.join('\n');
        return joinRows(text) === text.replace(/\s*\n\s*/g, ' ');
      }),
    );
  });
});
