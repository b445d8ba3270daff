import { describe, expect, test } from 'vitest';

import { htmlOf } from '../../../../support/render-text.ts';

describe('attachAttributes', () => {
  test.each([
    ['a block above', 'a\n{: #x .lead}', '<p id="x" class="lead">a</p>'],
    ['a block below', '{: #x}\n\na', '<p id="x">a</p>'],
    ['Hugo’s form', 'a\n{.lead}', '<p class="lead">a</p>'],
    ['a list', '- a\n- b\n{: #x}', '<ul id="x"><li>a</li><li>b</li></ul>'],
    [
      'a quote',
      '> a\n\n{: #x}\n\n> b',
      '<blockquote><p>a</p></blockquote><blockquote id="x"><p>b</p></blockquote>',
    ],
    [
      'code',
      '```\na\n```\n{: #x}',
      '<figure id="x" class="code"><header><span></span></header><pre dir="ltr"><code>a</code></pre></figure>',
    ],
    ['a span', '*a*{: .small} b', '<p><em class="small">a</em> b</p>'],
    [
      'an image',
      '![a](https://b.example/c.png){: width="9" height="3"}',
      '<p><img width="9" height="3" src="https://b.example/c.png" alt="a" fetchpriority="high"></p>',
    ],
    [
      'a link that has two lists',
      '[B](https://b.example/){:target="_blank"}{: .small} c',
      '<p><a class="small" href="https://b.example/" rel="noopener">B</a> c</p>',
    ],
    [
      'an image whose list is broken over a line',
      '![a](https://b.example/c.png){:\nwidth="9" height="3"}\nd',
      '<p><img width="9" height="3" src="https://b.example/c.png" alt="a" fetchpriority="high">\nd</p>',
    ],
    [
      'a block whose list is broken over a line',
      'a\n{: #x\n.lead}\n\nb',
      '<p id="x" class="lead">a</p><p>b</p>',
    ],
    [
      'an image, in Pandoc’s form',
      '![a](https://b.example/c.png){ width=9 height=3 } d',
      '<p><img width="9" height="3" src="https://b.example/c.png" alt="a" fetchpriority="high"> d</p>',
    ],
    [
      'a link, in Python-Markdown’s form',
      '[B](https://b.example/){ .small }',
      '<p><a class="small" href="https://b.example/" rel="noopener">B</a></p>',
    ],
    ['two lists', 'a\n{: #x}\n{: .lead}', '<p id="x" class="lead">a</p>'],
    [
      'contents',
      '* TOC\n{:toc}\n\n# A',
      '<nav class="contents" aria-label="Contents"><ol><li><a href="#a">A</a></li></ol></nav><h2 id="a"><a class="anchor" href="#a" aria-label="Link to this section">¶</a>A</h2>',
    ],
    ['a comment', '{::comment}\na\n{:/comment}\n\nb', '<p>b</p>'],
    ['options', '{::options parse_block_html="true" /}\n\na', '<p>a</p>'],
    ['nothing', '{: .x}', ''],
  ])('puts attributes on %s', async (_name, source, html) => {
    expect(await htmlOf(source)).toBe(html);
  });

  test('takes an item’s own attributes away: classes on items have no rule', async () => {
    expect(await htmlOf('- {:.x} a')).toBe('<ul><li>a</li></ul>');
  });

  test('leaves braces in code and prose', async () => {
    expect(await htmlOf('`a`{b} `{: .x}` {a: 1} [a](https://b.example/){b} *a*{.x}')).toBe(
      '<p><code>a</code>{b} <code>{: .x}</code> {a: 1} <a href="https://b.example/" rel="noopener">a</a>{b} <em>a</em>{.x}</p>',
    );
  });

  test('lets no handler through', async () => {
    expect(await htmlOf('a\n{: onclick="x()" style="y"}')).toBe('<p>a</p>');
  });
});
