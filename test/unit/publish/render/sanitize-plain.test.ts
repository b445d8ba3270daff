import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { asUntrustedHtml } from '../../../../src/content/model/html.ts';
import { createSanitize } from '../../../../src/publish/render/sanitize.ts';
import { sanitizePlain as sanitizeWith } from '../../../../src/publish/render/sanitize-plain.ts';
import { policyWords } from '../../../support/body-words.ts';
import { htmlPieces } from '../../../support/html-pieces.ts';
import { seeded, textOf } from '../../content/random-text.ts';
import { renderText } from '../../../support/render-text.ts';
import { xssVectors } from '../../../support/xss-vectors.ts';

const sanitizePlain = (html: string): string | undefined => sanitizeWith(html, policyWords);
const purify = createSanitize();

/** Fails unless `html` is either left to DOMPurify or comes out as DOMPurify gives it, with nothing taken away. */
function compare(html: string): void {
  const plain = sanitizePlain(html);
  if (plain === undefined) return;
  const { html: whole, removed } = purify(asUntrustedHtml(html));
  expect({ html, plain, removed: [] as readonly string[] }).toEqual({
    html,
    plain: whole.content,
    removed,
  });
}

describe('sanitizePlain', () => {
  test.each(xssVectors)('gives what DOMPurify gives, or leaves it to it: $name', ({ html }) => {
    compare(html);
  });

  test('gives what DOMPurify gives for any HTML', () => {
    fc.assert(fc.property(textOf(htmlPieces, 14), compare), seeded);
  });

  test('gives what DOMPurify gives for nested elements', () => {
    const tags = [
      'p',
      'div',
      'b',
      'a',
      'table',
      'tr',
      'td',
      'ul',
      'li',
      'math',
      'mrow',
      'h2',
      'pre',
      'dl',
      'dd',
    ];
    const nested = fc.array(fc.constantFrom(...tags), { maxLength: 8 }).map(
      (path) =>
        path.map((tag) => `<${tag}>x`).join('') +
        path
          .toReversed()
          .map((tag) => `</${tag}>y`)
          .join(''),
    );
    fc.assert(fc.property(nested, compare), seeded);
  });

  test.each([
    ['no markup', 'a & b'],
    ['prose', '<p>a <em>b</em> &amp; <a href="/c/">c</a></p>\n<ul><li>d</li></ul>'],
    [
      'code',
      '<figure class="code"><pre><code><span class="line">&lt;b&gt;</span></code></pre></figure>',
    ],
    ['a formula', '<p><math><mfrac><mn>1</mn><mi>x</mi></mfrac></math></p>'],
    [
      'a box of a list',
      '<li class="task"><input type="checkbox" disabled="" aria-label="Done"> a</li>',
    ],
  ])('knows %s', (_what, html) => {
    expect(sanitizePlain(html)).toBeDefined();
    compare(html);
  });

  test('puts links and pictures in order as the policy wants', () => {
    expect(sanitizePlain('<a href="https://a.example" rel="me x">a</a><img src="a.png">')).toBe(
      '<a href="https://a.example" rel="me noopener">a</a><img src="a.png" alt="" loading="lazy" decoding="async">',
    );
  });

  test('knows what the renderer makes of a post', async () => {
    const body =
      '# A\n\n## B\n\nText, `code` and [a link](https://a.example).\n\n| a |\n|---|\n| b |\n\n- [x] c\n';
    const { html } = await renderText(body);
    expect(sanitizePlain(html)).toBeDefined();
    compare(html);
  });

  test.each([
    ['an element that goes', '<p>a<script>1</script></p>'],
    ['an attribute that goes', '<p onclick="a()">a</p>'],
    ['a value that is put right', '<p class="note x">a</p>'],
    ['a comment', '<p>a<!-- b --></p>'],
    ['a picture in the text', '<svg><path d="M0 0"></path></svg>'],
    ['an embed', '<iframe src="https://player.vimeo.com/video/1"></iframe>'],
    ['HTML within a formula', '<math><mtext><b>a</b></mtext></math>'],
    ['an attribute of the frame', '<body class="a"><p>b</p>'],
    ['text after the body', '<p>a</p></body><!-- b -->'],
  ])('leaves %s to DOMPurify', (_what, html) => {
    expect(sanitizePlain(html)).toBeUndefined();
  });
});
