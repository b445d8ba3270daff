import { describe, expect, test } from 'vitest';
import { summarize } from '../../../../src/content/plain/summary.ts';
import { maximumSummaryLength } from '../../../../src/content/text/cut-text.ts';

describe('summarize', () => {
  test.each([
    ['the first paragraph', 'One.\nStill one.\n\nTwo.', 'One. Still one.'],
    ['up to a mark', 'One.\n\nTwo.\n\n<!-- more -->\n\nThree.', 'One. Two.'],
    ['up to a mark of Hugo', 'One.\n\nTwo.\n<!--more-->\nThree.', 'One. Two.'],
    ['up to other marks', 'One.\n\nTwo.\n\n<!-- excerpt -->\nThree', 'One. Two.'],
    ['a mark inside of a line', 'One. <!-- more --> Two.', 'One.'],
    ['text after a mark that has none before', '![x](y)\n\n<!--more-->\n\nText.', 'Text.'],
    ['no heading', '# Title\n\n## More\n\nText.', 'Text.'],
    ['no underlined heading', 'Title\n=====\n\nMore\n---\n\nText.', 'Text.'],
    ['no image', '![alt text](x.png)\n\nText.', 'Text.'],
    [
      'no figure',
      '<figure>\n\n![x](y)\n\n<figcaption>No.</figcaption>\n</figure>\n\nText.',
      'Text.',
    ],
    ['no frame', '<iframe src="x" title="y">\n</iframe>\n\nText.', 'Text.'],
    ['no code', '```rust\nfn main() {}\n\nlet x;\n```\n\nText.', 'Text.'],
    ['no code with longer fences', '````\n```\nno\n````\n\nText.', 'Text.'],
    [
      'no code of Liquid',
      '{% highlight ruby %}\nputs 1\n\nputs 2\n{% endhighlight %}\n\nText.',
      'Text.',
    ],
    ['no code of Hugo', '{{< highlight go >}}\nx\n{{< /highlight >}}\n\nText.', 'Text.'],
    ['no indented code', '    code\n\nText.', 'Text.'],
    ['no table', '| a | b |\n|---|---|\n| 1 | 2 |\n\nText.', 'Text.'],
    ['no table without outer pipes', 'a | b\n--|--\n1 | 2\n\nText.', 'Text.'],
    ['no comment', '<!--\na long\n\nnote -->\n\nText.', 'Text.'],
    ['no shortcode', '{{ youtube(id="x") }}\n\n{% include x %}\n\nText.', 'Text.'],
    ['what a block shortcode holds', '{% note() %}\nText inside.\n{% end %}', 'Text inside.'],
    ['no definition', '[a]: https://example.org\n[^1]: note\n\nText.', 'Text.'],
    ['no rule, contents or container', '---\n\n[toc]\n\n{:toc}\n\n:::note\n\nText.', 'Text.'],
    ['no math', '$$\n\nText.', 'Text.'],
    ['a paragraph before a list', 'Text:\n\n- item', 'Text:'],
    ['a list where there is nothing else', '- one **two**\n- three', 'one two'],
    ['a quote where there is nothing else', '> one\n> two', 'one two'],
    ['a paragraph after a list', '- item\n\nText.', 'Text.'],
    ['an HTML paragraph', '<p class="x">Text <em>here</em>.</p>', 'Text here.'],
    ['a link with a definition', 'See [The SDK].\n\n[the sdk]: /x', 'See The SDK.'],
    ['a definition', 'Apple\n: Red fruit', 'Apple Red fruit'],
    ['a task without its box', '- [ ] do it', 'do it'],
    [
      'signs as they are shown',
      '2 * 3 * 4 and ==this==, see [x][y]',
      '2 * 3 * 4 and ==this==, see [x][y]',
    ],
    ['references of all kinds', '&Uuml;ber &frac12; &eacute;t&eacute;', 'Über ½ été'],
    ['Japanese', '日本語の記事です。\n\n続き。', '日本語の記事です。'],
    ['CRLF', 'One.\r\n\r\nTwo.', 'One.'],
    ['nothing', '', ''],
    ['an image alone', '![x](y)', ''],
  ])('gives %s', (_, body, summary) => {
    expect(summarize(body)).toBe(summary);
  });

  test('cuts a long paragraph after a word', () => {
    const summary = summarize('word '.repeat(100));
    expect(summary).toMatch(/word…$/);
    expect(summary.length).toBeLessThanOrEqual(maximumSummaryLength);
  });

  test.each([
    '<!--\n',
    '<table>\n',
    '```\n',
    '[a]\n',
    '- a\n',
    '> ',
    '# \n',
    '[x]: y\n',
    '{% raw %}\n',
    '![](\n\n',
    'a\n---\n',
  ])('comes to an end on any number of %j', (piece) => {
    // Quadratic work on this much would outlast the runner's time limit by far.
    expect(summarize(piece.repeat(100_000)).length).toBeLessThanOrEqual(160);
  });
});
