import { describe, expect, test } from 'vitest';
import { readInline } from '../../../../src/content/plain/inline-text.ts';

describe('readInline', () => {
  test.each([
    ['plain text', 'Hello', 'Hello'],
    ['emphasis', 'a **bold *and* _soft_** ~~old~~ ==new==', 'a bold and soft old ==new=='],
    [
      'signs that are no emphasis',
      '5 * 3, snake_case_name, 2 ** 3 and ~5',
      '5 * 3, snake_case_name, 2 ** 3 and ~5',
    ],
    ['links', '[a](/x) and [b *c*](<y> "t") and [d](x(1).html)', 'a and b c and d'],
    ['reference links without definitions', 'a [b][c] and [d][]', 'a [b][c] and [d][]'],
    ['a shortcut link without a definition', 'he [sic] wrote', 'he [sic] wrote'],
    ['images before and after a sentence', '![a](x.png) One. ![b](y.png) ![c](z.png)', 'One.'],
    ['images that are words of a sentence', 'Press ![A](a.png) and ![B](b.png).', 'Press A and B.'],
    [
      'images without words in a sentence',
      'See ![](a.png) and ![](b.png) here',
      'See … and … here',
    ],
    ['images behind a sentence', 'Hello ![](a.png)\nyou ![](b.png).', 'Hello you .'],
    ['images on lines of their own', 'One,\n![a](x.png)\nTwo', 'One, Two'],
    ['an image with a blank in its address', '![a](my plot.png =9x9 "t") b', 'b'],
    ['an image with a size', '![a](p.png =9x) b', 'b'],
    [
      'links with blanks',
      '[a](mailto:b@c?d=e f) [g](my (1) h.pdf) [i](see below)',
      'a g [i](see below)',
    ],
    ['lists of attributes behind images', '![a](x.png){width=50%} b ![](y){:\nwidth="9"}', 'b'],
    ['lists of attributes behind links', '[B](/x){:target="_blank"}{: .btn} c', 'B c'],
    ['a lone backtick in a label', '[a ` b](/u) c', 'a ` b c'],
    ['inline formulas and braces in prose', 'a {b=c} $x_1$ and $y_1$', 'a {b=c} $x_1$ and $y_1$'],
    ['an image in a link', '[![alt](x.png)](/y) text', 'text'],
    ['code', 'use `a *b* <T>` and ``c ` d``', 'use a *b* <T> and c ` d'],
    ['escapes', '\\*not\\* \\[x\\]', '*not* [x]'],
    ['footnotes', 'a[^1] b[^note]', 'a b'],
    ['autolinks', '<https://example.org/a_b_c>', 'https://example.org/a_b_c'],
    ['tags', 'a <b class="x">b</b><br/>c <span>d</span>', 'a b c d'],
    ['what only looks like a tag', 'Vec<T> and a < b', 'Vec<T> and a < b'],
    ['comments', 'a <!-- b --> c', 'a c'],
    ['embedded things', 'a <figure><figcaption>x</figcaption></figure> b <script>c', 'a b'],
    ['shortcodes', '{{ a(b="c") }} x {% d %} y {{< e >}} z {{% f %}}', 'x y z'],
    ['attributes', 'Title {#id .x} and {: .y}', 'Title and'],
    ['character references', 'a &amp; b &#8211; &ldquo;c&rdquo;', 'a & b – “c”'],
    ['line breaks', 'a\n  b\r\n\tc', 'a b c'],
    ['Japanese beside emphasis', 'これは**強調**です', 'これは強調です'],
    ['nothing', '', ''],
  ])('reads %s', (_, markdown, text) => {
    expect(readInline(markdown)).toBe(text);
  });

  test('takes a shortcut link with a definition for a link', () => {
    expect(
      readInline('see [The SDK] and [sic]', { isDefined: (label) => label === 'The SDK' }),
    ).toBe('see The SDK and [sic]');
  });

  test.each([
    '[',
    '(',
    '![',
    '*',
    '_',
    '`',
    '` ',
    '<',
    '<a ',
    '<!--',
    '{{',
    '\\',
    '&#',
    '~~',
    '<svg>',
    '[](',
    '**a',
    '](a ',
    '](http://',
    '![a](b',
  ])('adds nothing to any number of %s', (piece) => {
    expect(readInline(piece.repeat(50_000)).length).toBeLessThanOrEqual(piece.length * 50_000);
  });
});
