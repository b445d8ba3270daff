import { describe, expect, test } from 'vitest';

import { htmlOf } from '../../../support/render-text.ts';

const code = (text: string): string =>
  `<figure class="code"><header><span></span></header><pre dir="ltr"><code>${text}</code></pre></figure>`;

describe('htmlFenceSyntax', () => {
  test.each([
    [
      'right after a summary, with a blank line in it',
      '<details><summary>A</summary>\n```\nb\n\nc\n```\n</details>\n\n*d*',
      `<details><summary>A</summary>\n${code('b\n\nc')}</details><p><em>d</em></p>`,
    ],
    [
      'right after a summary, without one',
      '<details>\n<summary>A</summary>\n```\nb\n```\n</details>\n\n*d*',
      `<details><summary>A</summary>\n${code('b')}</details><p><em>d</em></p>`,
    ],
    [
      'of tildes, in a list',
      '- <details><summary>A</summary>\n  ~~~\n  b\n\n  c\n  ~~~\n  </details>\n- d',
      `<ul><li><details><summary>A</summary>\n${code('b\n\nc')}</details></li><li>d</li></ul>`,
    ],
    [
      'in another element, with a blank line in it',
      '<div>\n```\nb\n\nc\n```\n</div>\n\n*d*',
      `<div>\n${code('b\n\nc')}</div><p><em>d</em></p>`,
    ],
  ])('reads a fence %s', async (_, source, html) => {
    expect((await htmlOf(source)).replaceAll('>\n<', '><')).toBe(html.replaceAll('>\n<', '><'));
  });

  test('leaves what CommonMark calls HTML, and preformatted text', async () => {
    expect(await htmlOf('<div></div>\n``` c\nx\n```')).toContain('``` c\nx\n```');
    expect(await htmlOf('<pre>\n```\nb\n</pre>')).toContain('```');
  });
});
