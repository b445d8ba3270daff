import { describe, expect, test } from 'vitest';

import { htmlOf } from '../../../support/render-text.ts';

describe('htmlMarkdownSyntax', () => {
  test.each([
    [
      'blocks',
      '<div markdown="1">\n*a*\n\n- b\n</div>',
      '<div><p><em>a</em></p><ul><li>b</li></ul></div>',
    ],
    [
      'attributes beside it',
      '<section id="x" markdown=1 lang="fr">\na\n</section>',
      '<section id="x" lang="fr"><p>a</p></section>',
    ],
    ['a line', '<p markdown="1">*a*</p>', '<p><em>a</em></p>'],
    ['spans', '<div markdown="span">*a*</div>', '<div><em>a</em></div>'],
    [
      'indented text',
      '<div markdown="block">\n    *a*\n\n    b\n</div>',
      '<div><p><em>a</em></p><p>b</p></div>',
    ],
    [
      'elements of its name inside',
      '<div markdown="1">\n<div>a</div>\n\n*b*\n</div>\n\nc',
      '<div><div>a</div><p><em>b</em></p></div><p>c</p>',
    ],
    [
      'one inside the other',
      '<div markdown="1">\n<div markdown="1">\n*a*\n</div>\n</div>',
      '<div><div><p><em>a</em></p></div></div>',
    ],
    [
      'details',
      '<details markdown="1"><summary>s</summary>\n\n*a*\n</details>',
      '<details><summary>s</summary><p><em>a</em></p></details>',
    ],
  ])('reads %s', async (_name, source, html) => {
    expect(await htmlOf(source)).toBe(html);
  });

  test('leaves other HTML as it is', async () => {
    expect(await htmlOf('<div>\n*a*\n</div>')).toBe('<div>\n*a*\n</div>');
    expect(await htmlOf('<div markdown="0">\n*a*\n</div>')).toBe('<div>\n*a*\n</div>');
  });

  test('reads on when the element is not closed', async () => {
    expect(await htmlOf('<div markdown="1">\na\n\n*b*')).toBe('<div>\na<p><em>b</em></p>');
  });
});
