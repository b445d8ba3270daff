// @vitest-environment jsdom
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { noLoadSettings } from '../../../../src/content/html/html-policy.ts';
import { asUntrustedHtml } from '../../../../src/content/model/html.ts';
import { createPurify } from '../../../../src/library/post/purify.ts';
import { createPlainReader } from '../../../../src/library/post/read-plain.ts';
import { htmlPieces } from '../../../support/html-pieces.ts';
import { policyWords } from '../../../support/body-words.ts';
import { renderText } from '../../../support/render-text.ts';
import { xssVectors } from '../../../support/xss-vectors.ts';
import { seeded, textOf } from '../../content/random-text.ts';

const readWith = createPlainReader(window, undefined);
const read = (html: string): string | undefined =>
  readWith(asUntrustedHtml(html), policyWords)?.innerHTML;
const purify = createPurify({
  view: window,
  trust: undefined,
  words: policyWords,
  settings: noLoadSettings,
});

/** Fails unless `html` is either left to DOMPurify or comes out as DOMPurify gives it, with nothing taken away. */
function compare(html: string): void {
  const plain = read(html);
  if (plain === undefined) return;
  const { content, removed } = purify(asUntrustedHtml(html), policyWords);
  expect({ html, plain, removed: [] as readonly string[] }).toEqual({
    html,
    plain: content.innerHTML,
    removed,
  });
}

describe('createPlainReader', () => {
  test.each(xssVectors)('gives what DOMPurify gives, or leaves it to it: $name', ({ html }) => {
    compare(html);
  });

  test('gives what DOMPurify gives for any HTML', () => {
    fc.assert(fc.property(textOf(htmlPieces, 14), compare), seeded);
  });

  test('knows what the renderer makes of a post', async () => {
    const body =
      '# A\n\n## B\n\nText, `code`, $x^2$ and [a link](https://a.example).\n\n| a |\n|---|\n| b |\n\n- [x] c\n\n```rust\nfn\n```\n\n> [!NOTE]\n> d[^1]\n\n[^1]: e\n';
    const { html } = await renderText(body);
    expect(read(html)).toBeDefined();
    compare(html);
  });

  test('puts links and pictures in order as the policy wants', () => {
    expect(read('<a href="https://a.example" rel="me x">a</a><img src="a.png">')).toBe(
      '<a href="https://a.example" rel="me noopener">a</a><img src="a.png" alt="" loading="lazy" decoding="async">',
    );
  });

  test.each([
    ['an element that goes', '<p>a<script>1</script></p>'],
    ['an attribute that goes', '<p onclick="a()">a</p>'],
    ['an address that goes', '<a href="javascript:a()">a</a>'],
    ['a value that is put right', '<p class="note x">a</p>'],
    ['a comment', '<p>a<!-- b --></p>'],
    ['a drawing', '<svg><path d="M0 0"></path></svg>'],
    ['an embed', '<iframe src="https://player.vimeo.com/video/1"></iframe>'],
    ['HTML within a formula', '<math><mtext><b>a</b></mtext></math>'],
    [
      'an element that is named as what reads it',
      '<form name="body"><input name="localName"></form>',
    ],
    ['a picture in place of the body', '<img name="body" src="a.png" alt="">'],
    ['frames in place of a body', '<frameset><frame src="https://a.example"></frameset>'],
    ['what a template hides', '<template><script>1</script></template>'],
    ['an attribute of the frame', '<body class="a"><p>b</p>'],
    ['text after the body', '<p>a</p></body><!-- b -->'],
  ])('leaves %s to DOMPurify', (_what, html) => {
    expect(read(html)).toBeUndefined();
  });
});
