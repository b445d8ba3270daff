import { describe, expect, test } from 'vitest';

import { htmlOf } from '../../../../support/render-text.ts';

describe('definitionListSyntax', () => {
  test.each([
    ['a term', 'a\n: b', '<dl><dt>a</dt><dd>b</dd></dl>'],
    ['spans', '*a*\n:   `b`', '<dl><dt><em>a</em></dt><dd><code>b</code></dd></dl>'],
    [
      'two terms and two definitions',
      'a\nb\n: c\n: d',
      '<dl><dt>a</dt><dt>b</dt><dd>c</dd><dd>d</dd></dl>',
    ],
    ['two groups', 'a\n: b\n\nc\n: d', '<dl><dt>a</dt><dd>b</dd><dt>c</dt><dd>d</dd></dl>'],
    ['a loose definition', 'a\n\n: b', '<dl><dt>a</dt><dd><p>b</p></dd></dl>'],
    [
      'several blocks',
      'a\n: b\n\n    c\n\n    - d',
      '<dl><dt>a</dt><dd><p>b</p><p>c</p><ul><li>d</li></ul></dd></dl>',
    ],
    ['lines that go on', 'a\n: b\nc', '<dl><dt>a</dt><dd>b\nc</dd></dl>'],
    ['text after it', 'a\n: b\n\nc', '<dl><dt>a</dt><dd>b</dd></dl><p>c</p>'],
    [
      'a second definition that is empty',
      'a\n:   b\n:   \n\nc',
      '<dl><dt>a</dt><dd>b</dd></dl><p>c</p>',
    ],
    ['a list in a quote', '> a\n> : b', '<blockquote><dl><dt>a</dt><dd>b</dd></dl></blockquote>'],
  ])('reads %s', async (_name, source, html) => {
    expect(await htmlOf(source)).toBe(html);
  });

  test.each([
    [': a', '<p>: a</p>'],
    ['a\n: ', '<p>a\n: </p>'],
    ['a\n:b', '<p>a\n:b</p>'],
    ['a\n\nb\n\nc', '<p>a</p><p>b</p><p>c</p>'],
  ])('leaves %j', async (source, html) => {
    expect(await htmlOf(source)).toBe(html);
  });
});
