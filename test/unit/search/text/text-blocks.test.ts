import { describe, expect, test } from 'vitest';

import { extractBlocks } from '../../../../src/search/text/text-blocks.ts';

const show = (body: string): string[] =>
  extractBlocks(body).map(
    ({ kind, text, id }) => `${kind}${id === undefined ? '' : `#${id}`}: ${text}`,
  );

describe('extractBlocks', () => {
  test.each([
    ['paragraphs', 'One\nline.\n\nTwo.', ['text: One line.', 'text: Two.']],
    ['Windows line ends', 'One\r\nline.\r\n\r\nTwo.', ['text: One line.', 'text: Two.']],
    [
      'headings of both kinds',
      '# One #\nText\n\nTwo\n---\n',
      ['heading: One', 'text: Text', 'heading: Two'],
    ],
    [
      'heading ids',
      '## One { #own .wide }\n## Two {#two}',
      ['heading#own: One', 'heading#two: Two'],
    ],
    [
      'fenced code',
      '```rust,linenos\nlet a;\n\nlet b;\n```\nText',
      ['code: let a;\n\nlet b;', 'text: Text'],
    ],
    ['a fence within a longer fence', '````\n```\na\n````\nb', ['code: ```\na', 'text: b']],
    ['a fence that is not closed', '~~~\na\nb', ['code: a\nb']],
    [
      'list items one by one',
      '- One\n  goes on\n- [x] Two\n1. Three',
      ['text: One goes on', 'text: Two', 'text: Three'],
    ],
    ['quotes and alerts', '> [!NOTE]\n> Quoted\n> text', ['text: Quoted text']],
    ['callouts', '> [!goal|wide]- *Run*\n> Quoted', ['text: Run Quoted']],
    ['table cells', '| a | b |\n| - | - |\n| c | d |', ['text: a b', 'text: c d']],
    [
      'links and images by their words',
      '[Link](/x "t"), ![alt](a.png), [ref][1], [bare]',
      ['text: Link, alt, [ref][1], [bare]'],
    ],
    [
      'addresses with template tags',
      '[a]({{ site.url }}/x) [b]({% link x.md %}) c',
      ['text: a b c'],
    ],
    ['an image within a link', '[![alt](a.png)](/x)', ['text: alt']],
    ['addresses with brackets', '[a](/x_(y)) b', ['text: a b']],
    ['definitions left out', '[1]: https://example.org\n*[HTML]: Hyper\nText', ['text: Text']],
    ['footnotes', 'Text[^1].\n\n[^1]: The note.', ['text: Text.', 'text: The note.']],
    ['signs as they are shown', '2 * 3 * 4 and ==this==', ['text: 2 * 3 * 4 and ==this==']],
    ['definitions', 'Apple\n: Red fruit', ['text: Apple Red fruit']],
    [
      'code of Liquid, of Hugo and of HTML',
      '{% highlight sh %}\n# a\n{% endhighlight %}\n{{< highlight sh >}}\n# b\n{{< /highlight >}}\n<pre>\n# &lt;c&gt;\n</pre>',
      ['code: # a', 'code: # b', 'code: # <c>'],
    ],
    ['a comment of many lines', 'a\n\n<!--\n# no\n\n```\n-->\n\nb', ['text: a', 'text: b']],
    ['emphasis', '**bold** *em* ~~old~~ __two__ _one_', ['text: bold em old two one']],
    ['underscores within words', 'snake_case_name', ['text: snake_case_name']],
    ['code spans as written', 'A `Vec<T>` and ``a`b``', ['text: A Vec<T> and a`b']],
    ['tags left out', '<div class="x">In <b>bold</b></div><br>next', ['text: In bold next']],
    ['generic types in prose', 'A Vec<T> of <leader>', ['text: A Vec<T> of <leader>']],
    [
      'comments, scripts and styles',
      'a<!-- no\nno -->b<script>no()</script>c<style>no{}</style>d',
      ['text: abcd'],
    ],
    ['entities and escapes', 'a &amp; b &#8212; c &#x41; \\*d\\*', ['text: a & b — c A *d*']],
    ['named letters', '&eacute;t&eacute; &Uuml;ber &frac12;', ['text: été Über ½']],
    [
      'shortcodes',
      'a {{ x(y="z") }} b {% note() %} c {% end %} d {{< x >}} e',
      ['text: a b c d e'],
    ],
    ['kramdown attributes', '{:.lead}\nText {: .x}', ['text: Text']],
    ['containers', ':::note Title\nInside\n:::', ['text: Inside']],
    ['the summary mark', 'a\n\n<!-- more -->\n\nb', ['text: a', 'text: b']],
    ['rules', 'a\n\n***\n\nb', ['text: a', 'text: b']],
    ['nothing', '\n \n', []],
  ])('reads %s', (_, body, blocks) => {
    expect(show(body)).toEqual(blocks);
  });

  test.each([
    ['['], ['`'], ['<a '], ['{{'], ['{% '], ['![a]('], ['> '], ['<!--'], ['*_'], ['(('], ['&a'], ['[a]: '], ['<script'],
    ['[a]({{ x }}'], ['- - '],
  ])('adds nothing to 200,000 characters of %s', (piece) => {
    const source = piece.repeat(200_000 / piece.length);
    const length = extractBlocks(source).reduce((sum, block) => sum + block.text.length, 0);
    expect(length).toBeLessThanOrEqual(source.length);
  }); // prettier-ignore
});
