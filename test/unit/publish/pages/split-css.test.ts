import { describe, expect, test } from 'vitest';

import { splitCss } from '../../../../src/publish/pages/split-css.ts';

describe('splitCss', () => {
  test('takes a sheet apart', () => {
    expect(splitCss('@layer a;@media (x){p{a:b;c:d}}@font-face{src:url(a;b)}')).toMatchObject([
      { kind: 'statement', text: '@layer a;' },
      {
        kind: 'group',
        prelude: '@media (x)',
        nodes: [{ kind: 'rule', prelude: 'p', declarations: ['a:b', 'c:d'] }],
      },
      { kind: 'block', prelude: '@font-face', text: '@font-face{src:url(a;b)}' },
    ]);
  });

  test('keeps declarations apart from nested rules', () => {
    expect(splitCss('p{a:b;& i{c:d}}')).toMatchObject([
      { declarations: ['a:b'], nodes: [{ prelude: '& i', declarations: ['c:d'] }] },
    ]);
  });

  test.each([
    ['an empty sheet', ''],
    ['only a comment', '/* p{a:b} */'],
    ['an unclosed comment', '/* p{a:b}'],
  ])('finds nothing in %s', (_what, css) => {
    expect(splitCss(css)).toEqual([]);
  });

  test('takes time in proportion to the length', () => {
    expect(splitCss('p{a:b}'.repeat(20_000))).toHaveLength(20_000);
  });
});
