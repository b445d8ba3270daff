import { describe, expect, test } from 'vitest';

import { formatValue } from '../../../../../src/content/shortcode/base/format-value.ts';

describe('formatValue', () => {
  test.each<[unknown, string]>([
    [undefined, ''],
    [null, ''],
    [['a', 1], 'a1'],
    [{ a: 1 }, '{"a":1}'],
    [false, 'false'],
  ])('writes %j as %j', (value, text) => {
    expect(formatValue(value)).toBe(text);
  });
});
