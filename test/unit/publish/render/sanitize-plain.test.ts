import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { asUntrustedHtml } from '../../../../src/content/model/html.ts';
import { createSanitize } from '../../../../src/publish/render/sanitize.ts';
import { sanitizePlain as sanitizeWith } from '../../../../src/publish/render/sanitize-plain.ts';
import { policyWords } from '../../../support/body-words.ts';
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

/** Tags and attributes, kept and not, whole and in pieces, that parsers put elsewhere or read in a way of their own. */
const pieces = [
  '<p> </p> <b> </b> <i> </i> <a_href="/x"> <a_href="https://a.example"> </a> <p_lang=en_dir=auto> <br> <hr/>',
  '<table> <tr> <td> </td> </table> <caption> <colgroup><col> <li> <ul> </ul> <td_rowspan=2_align=center>',
  '<math> <mi> </mi> <mtext> </math> <mglyph> <svg> </svg> <style> </style> <noscript> <remove> </remove>',
  '<img_src=x> <img_src="http://a.example/b.png"_alt="&lt;b>"> <pre>\n\n </pre> <ruby><rt> <time_datetime=2020>',
  '<details_open> <summary> <input_type=checkbox_checked> <input> <video_src=a.webm> </video> <form> </form>',
  '<h1> <h2_id="a"> </h2> <div_class="note_x"> <div_class="note"> </div> <b_is=x> <p_title="a-->b">',
  '<body_class=a> </body> </html> <head> <title> <!--_c_--> <!-- --> <![CDATA[ ]]> <q_cite="_javascript:1">',
  '<a_rel="me_x"_href="mailto:a@b.example"> &amp; &lt; &nbsp; & < > " text _ \n \r\n \0',
].flatMap((line) => line.split(' ').map((piece) => piece.replaceAll('_', ' ')));

describe('sanitizePlain', () => {
  test.each(xssVectors)('gives what DOMPurify gives, or leaves it to it: $name', ({ html }) => {
    compare(html);
  });

  test('gives what DOMPurify gives for any HTML', () => {
    fc.assert(fc.property(textOf(pieces, 14), compare), seeded);
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
