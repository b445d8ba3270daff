import { describe, expect, test } from 'vitest';

import { createFields } from '../../../../src/content/front-matter/fields.ts';
import { hasDisplayMath, readMath } from '../../../../src/content/post/math-setting.ts';

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

describe('hasDisplayMath', () => {
  test.each([
    ['a block', 'a\n\n$$\nx\n$$\n'],
    ['a formula in its line', 'a $$x^2$$ b'],
    ['a block in a quote', '> $$\n> x\n> $$'],
    ['an environment', '\\begin{align*}\nx\n\\end{align*}'],
    ['one below code', '```\n$$\n```\n\n$$x$$'],
  ])('finds %s', (_, body) => {
    expect(hasDisplayMath(body)).toBe(true);
  });

  test.each([
    ['money', 'a $5 and $6'],
    ['the shell’s own number', 'kill $$ now'],
    ['code', '```sh\necho $$ $$\n```'],
    ['code in a list', '- ~~~\n  $$ $$\n  ~~~'],
    ['a code span', '`$$` and `$$`'],
    ['indented code', '    $$\n    $$'],
  ])('leaves %s', (_, body) => {
    expect(hasDisplayMath(body)).toBe(false);
  });
});
