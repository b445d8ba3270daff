import { describe, expect, test } from 'vitest';

import { createFields } from '../../../../src/content/front-matter/fields.ts';
import { readMath } from '../../../../src/content/post/math-setting.ts';

describe('readMath', () => {
  test.each([
    [{ math: true }, true],
    [{ katex: 'true' }, true],
    [{ mathjax: false }, false],
    [{ math: 'katex' }, true],
    [{ use_math: true }, true],
    [{ extra: { math: true } }, true],
    [{ params: { math: 'false' } }, false],
    [{}, undefined],
  ])('reads %j', (values, math) => {
    expect(readMath(createFields(values))).toBe(math);
  });
});
