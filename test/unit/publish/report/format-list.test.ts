import { describe, expect, test } from 'vitest';

import { formatList } from '../../../../src/publish/report/format-list.ts';

describe('formatList', () => {
  test('names all', () => {
    expect(formatList(['a', 'b/'])).toBe('`a`, `b/`');
  });

  test('counts what is too much to name', () => {
    const names = Array.from({ length: 33 }, (_, n) => `x${n}`);
    expect(formatList(names)).toMatch(/^`x0`, .*`x29` and 3 more$/);
  });
});
