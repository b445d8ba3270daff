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
    [{ latex: true }, true],
    [{ usemath: 'no' }, false],
    [{ enablemathjax: true }, true],
    [{ extra: { katex_enable: true } }, true],
    [{ math: { enable: true, engine: 'katex' } }, true],
    [{ libraries: ['mermaid', 'katex'] }, true],
    [{ libraries: ['chart'] }, undefined],
    [{}, undefined],
  ])('reads %j', (values, math) => {
    expect(readMath(createFields(values))).toBe(math);
  });
});
