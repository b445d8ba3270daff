import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { seeded, textOf } from './random-text.ts';
import { htmlOf, renderText } from '../../support/render-text.ts';

const anchor = (id: string): string =>
  `<a class="anchor" href="#${id}" aria-label="Link to this section">¶</a>`;

describe('renderBody', () => {
  test.each([
    [
      'emphasis',
      'a *b* **c** ~~d~~ `e`',
      '<p>a <em>b</em> <strong>c</strong> <del>d</del> <code>e</code></p>',
    ],
    ['a list', '- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
    ['an ordered list from 3', '3. a\n4. b', '<ol start="3"><li>a</li><li>b</li></ol>'],
    ['a quote', '> a', '<blockquote><p>a</p></blockquote>'],
    ['a rule', '***', '<hr>'],
    [
      'an external link',
      '[a](https://b.example/ "T")',
      '<p><a href="https://b.example/" title="T" rel="noopener">a</a></p>',
    ],
    [
      'a bare address',
      'See https://b.example/c?d=1&e=2.',
      '<p>See <a href="https://b.example/c?d=1&amp;e=2" rel="noopener">https://b.example/c?d=1&amp;e=2</a>.</p>',
    ],
    [
      'a host of emoji or letters of other scripts',
      '[a](https://👀.example/ü) <https://日本.example>',
      '<p><a href="https://👀.example/%C3%BC" rel="noopener">a</a> <a href="https://日本.example" rel="noopener">https://日本.example</a></p>',
    ],
    [
      'a lone backtick in a label',
      '[a ` b](https://b.example/)',
      '<p><a href="https://b.example/" rel="noopener">a ` b</a></p>',
    ],
    ['three braces', '({{{ and }}})', '<p>({{{ and }}})</p>'],
    ['a mail address', '<a@b.example>', '<p><a href="mailto:a@b.example">a@b.example</a></p>'],
    ['a character reference', '&mdash; &copy; &unknown;', '<p>&mdash; &copy; &unknown;</p>'],
    ['HTML inside a line', 'a <kbd>b</kbd> <mark>c</mark>', '<p>a <kbd>b</kbd> <mark>c</mark></p>'],
    ['a block of HTML', '<section>\n\n*a*\n\n</section>', '<section><p><em>a</em></p></section>'],
    ['nothing', '', ''],
    ['only a comment', '<!-- more -->', ''],
    ['comments within', 'a<!-- b -->c <!-->d', '<p>ac d</p>'],
  ])('renders %s', async (_name, source, html) => {
    expect(await htmlOf(source)).toBe(html);
  });

  test('gives headings an id, a link to themselves and levels from 2', async () => {
    const { headings } = await renderText('# A *b*\n\n### C & d\n\n# A b\n');
    expect(headings).toEqual([
      { level: 2, id: 'a-b', text: 'A b' },
      { level: 3, id: 'c--d', text: 'C & d' },
      { level: 2, id: 'a-b-1', text: 'A b' },
    ]);
    expect(await htmlOf('# A *b*')).toBe(`<h2 id="a-b">${anchor('a-b')}A <em>b</em></h2>`);
  });

  test('leaves out a first heading that repeats the title', async () => {
    expect(await htmlOf('# tea\n\nText', { title: 'Tea' })).toBe('<p>Text</p>');
    expect((await renderText('Text\n\n# Tea', { title: 'Tea' })).headings).toHaveLength(1);
    expect((await renderText('## Tea', { title: 'Tea' })).headings).toHaveLength(1);
  });

  test('resolves internal links and remembers what they resolved to', async () => {
    const targets = { '@/b.md': '/posts/b/', 'c d.md': '/posts/ç d/', 'e.png': '/posts/a/e.png' };
    const body = await renderText('[b](@/b.md#X) [c](<c d.md>) ![e](e.png)', {
      targets,
      base: '/repo/',
    });
    expect(body.html).toContain('<a href="/repo/posts/b/#X">b</a>');
    expect(body.html).toContain('<a href="/repo/posts/%C3%A7%20d/">c</a>');
    expect(body.html).toContain('<img src="/repo/posts/a/e.png"');
    expect(body.references).toEqual(targets);
    expect(body.problems).toEqual([]);
  });

  test.each([
    'github.com/someone',
    'wiki.example.org/page#x',
    'www.example.org',
    'example.com',
    'müller.example/a',
  ])('says that %s lacks its scheme', async (address) => {
    const { problems } = await renderText(`a\n\n[b](${address})`);
    expect(problems).toMatchObject([
      {
        line: 3,
        message: `\`${address}\` leads to nothing in this blog: it looks like an address of the web without its scheme.`,
        remedy: 'Write `https://` before it.',
      },
    ]);
  });

  test.each(['notes.md', 'a.html', 'a/b.com/', '../x.org/', 'v1.2/notes', 'a.md/b', 'talk.pdf'])(
    'says nothing of a scheme for %s',
    async (address) => {
      const { problems } = await renderText(`[b](${address})`);
      expect(problems.map(({ remedy }) => remedy)).toEqual([
        'Correct the address, or remove the link.',
      ]);
    },
  );

  test('reads the text right below a picture that a tag writes', async () => {
    const image = '{% image "https://b.example/c.png" "d" %}';
    expect(await htmlOf(`${image}\n*e*\n`)).toMatch(/^<img [^>]+><p><em>e<\/em><\/p>$/);
    expect(await htmlOf(`a\n${image}\n*e*\n`)).toMatch(/^<p>a\n<img [^>]+><em>e<\/em><\/p>$/);
  });

  test('reports what leads nowhere with its line in the file', async () => {
    const { problems } = await renderText('One\n\n- a\n- [b](@/gone.md)\n\n![c](gone.png)', {
      bodyLine: 6,
    });
    expect(problems).toMatchObject([
      {
        kind: 'link',
        severity: 'warning',
        line: 9,
        message: '`@/gone.md` leads to nothing in this blog.',
      },
      {
        kind: 'asset',
        severity: 'warning',
        line: 11,
        message: 'The file `gone.png` is not there.',
      },
    ]);
    expect(problems[0]?.file).toMatch(/^posts\//);
  });

  test('sizes each file that a picture may show', async () => {
    const { html, images } = await renderText(
      '<picture><source srcset="b.png 1x, https://r.example/r.png 2x" media="(max-width: 40rem)"><img src="a.png"></picture>',
      {
        targets: { 'a.png': '/posts/a/a.png', 'b.png': '/posts/a/b.png' },
        sizes: {
          '/posts/a/a.png': { width: 800, height: 600 },
          '/posts/a/b.png': { width: 300, height: 100 },
        },
      },
    );
    expect(html).toContain('media="(max-width: 40rem)" width="300" height="100">');
    expect(images).toHaveProperty(['/posts/a/b.png'], { width: 300, height: 100 });
  });

  test('sizes local images, loads the first ones at once and boxes those of unknown size', async () => {
    const options = {
      targets: { 'a.png': '/posts/a/a.png' },
      sizes: { '/posts/a/a.png': { width: 800, height: 600 } },
    };
    const body = await renderText(
      '![A](a.png)\n\nb\n\nc\n\n![A](a.png)\n\n![R](https://r.example/r.png)',
      options,
    );
    const images = body.html.match(/<img[^>]*>/g);
    expect(images).toEqual([
      '<img src="/posts/a/a.png" alt="A" width="800" height="600" fetchpriority="high">',
      '<img src="/posts/a/a.png" alt="A" width="800" height="600" loading="lazy" decoding="async">',
      '<img src="https://r.example/r.png" alt="R" class="unsized" loading="lazy" decoding="async">',
    ]);
    expect(body.images).toEqual(options.sizes);
  });

  test('makes a lone image with a title a figure', async () => {
    const html = await htmlOf('x\n\nx\n\nx\n\n![A](https://r.example/a.png "Cap *x*")');
    expect(html).toContain('<figure><img src="https://r.example/a.png" alt="A"');
    expect(html).toContain('<figcaption>Cap *x*</figcaption></figure>');
    expect(await htmlOf('a ![A](https://r.example/a.png "T")')).toContain('title="T"');
  });

  test('wraps tables and names the scope of their heads', async () => {
    expect(await htmlOf('| a | |\n|:-:|-|\n| b | c |')).toBe(
      '<div class="scroll"><table><thead><tr><th scope="col" align="center">a</th><td></td></tr></thead>' +
        '<tbody><tr><td align="center">b</td><td>c</td></tr></tbody></table></div>',
    );
    expect(
      await htmlOf('<table><tr><td><table><tr><td>x</td></tr></table></td></tr></table>'),
    ).toMatch(/^<div class="scroll"><table>.*<\/table><\/div>$/);
  });

  test('shows code with its language and no styles', async () => {
    const html = await htmlOf('```rust\nfn a() {}\n```');
    expect(html).toBe(
      '<figure class="code" data-language="rust"><header><span>rust</span></header><pre dir="ltr"><code>' +
        '<span class="tok-keyword">fn</span> <span class="tok-func">a</span>() {}</code></pre></figure>',
    );
  });

  test('gives each outermost block a direction of its own', async () => {
    const { html } = await renderText('a\n\n- b\n\n> c\n\n# d');
    expect(html.match(/<\w+[^>]* dir="auto"/g)).toHaveLength(4);
  });

  test.each([
    ['a tag that is none', 'the <leader> of', '<p>the &lt;leader> of</p>'],
    ['a tag alone on its line', '<leader>\n*b*', '<p>&lt;leader><em>b</em></p>'],
    ['generics', 'Vec<T> and Option<u64>', '<p>Vec&lt;T> and Option&lt;u64></p>'],
    [
      'generics named as elements',
      'Vec<U>, Box<Input>, <Option>',
      '<p>Vec&lt;U>, Box&lt;Input>, &lt;Option></p>',
    ],
    ['a gap to fill in', '/home/<your-name>/', '<p>/home/&lt;your-name>/</p>'],
    [
      'elements of the page',
      'the <title> and <body> tags',
      '<p>the &lt;title> and &lt;body> tags</p>',
    ],
    ['an unclosed script', 'use <script> here', '<p>use &lt;script> here</p>'],
    ['PHP', '<?php echo 1 ?>', '<p>&lt;?php echo 1 ?></p>'],
    ['less than', '1 < 2 <- 3', '<p>1 &lt; 2 &lt;- 3</p>'],
  ])('shows as text: %s', async (_name, source, html) => {
    expect(await htmlOf(source)).toBe(html);
  });

  test('ends bold that a paragraph leaves open with the paragraph', async () => {
    expect(await htmlOf('a <b>b\n\nc')).toBe('<p>a <b>b</b></p><p>c</p>');
    expect(await htmlOf('<small>\n\nb\n\n</small>')).toBe('<small><p>b</p></small>');
  });

  test.each([
    ['a script', '<script>x()</script>', '', '`<script>` was removed with what is in it.'],
    ['a style sheet', '<style>a{}</style>', '', '`<style>` was removed with what is in it.'],
    ['a handler', '<b onclick="x()">a</b>', '<p><b>a</b></p>', '`onclick` on `<b>` was removed.'],
    ['a style', '<b style="color:red">a</b>', '<p><b>a</b></p>', '`style` on `<b>` was removed.'],
    [
      'a form',
      '<form><b>a</b></form>',
      '<b>a</b>',
      'The tag `<form>` was removed; what is in it stays.',
    ],
    [
      'a script address',
      '[a](javascript:x)',
      '<p><a>a</a></p>',
      '`javascript:x` in `href` of `<a>` is no address a post may use; it was removed.',
    ],
    [
      'a page of another host',
      '<iframe src="https://x.example/y"></iframe>',
      '<a href="https://x.example/y" rel="noopener">Embedded content: x.example</a>',
      'Content of `x.example` is not embedded; a link takes its place.',
    ],
  ])('takes away and reports %s', async (_name, source, html, message) => {
    const body = await renderText(`a\n\n${source}`);
    expect(await htmlOf(source)).toBe(html);
    expect(body.problems.map((problem) => problem.message)).toEqual([message]);
    expect(body.problems[0]?.line).toBe(3);
  });

  test.each([
    [
      'a video player',
      '<iframe width="560" src="https://www.youtube.com/embed/a?autoplay=1"></iframe>',
      '<iframe src="https://www.youtube-nocookie.com/embed/a" width="560"></iframe>',
    ],
    [
      'a gist',
      '<script src="https://gist.github.com/u/0af1.js"></script>',
      '<a href="https://gist.github.com/u/0af1" rel="noopener">Embedded content: gist.github.com</a>',
    ],
    [
      'an old player',
      '<object><param name="movie" value="http://v.example/1"></object>',
      '<p><a href="http://v.example/1" rel="noopener">Embedded content: v.example</a></p>',
    ],
    [
      'an object that is a picture',
      '<object data="https://v.example/1.svg" type="image/svg+xml"></object>',
      '<p><img src="https://v.example/1.svg" class="unsized" alt="" fetchpriority="high"></p>',
    ],
    ['a text field', '<textarea>a &lt; b</textarea>', '<pre dir="ltr"><code>a &lt; b</code></pre>'],
    ['an anchor of old', '<a name="x"></a>', '<p><a id="x"></a></p>'],
    [
      'a drawing without a name',
      '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>',
      '<p><svg viewbox="0 0 1 1" aria-hidden="true"><path d="M0 0"/></svg></p>',
    ],
    [
      'a drawing with words',
      '<svg viewBox="0 0 1 1"><text>A</text></svg>',
      '<p><svg viewbox="0 0 1 1"><text>A</text></svg></p>',
    ],
    [
      'a drawing with a title',
      '<svg viewBox="0 0 1 1" role="img"><title>A &amp; <b>b</b></title><path d="M0 0"/></svg>',
      '<p><svg viewbox="0 0 1 1" role="img" aria-label="A &amp; b"><path d="M0 0"/></svg></p>',
    ],
    ['an aside', '<aside>a</aside>', '<div>a</div>'],
    [
      'an aligned cell',
      '<table><tr><td style="text-align: right">1</td></tr></table>',
      '<div class="scroll"><table><tr><td align="right">1</td></tr></table></div>',
    ],
  ])('keeps what it can of %s', async (_name, source, html) => {
    expect(await htmlOf(source)).toBe(html);
  });

  test('puts right a fragment that another generator spelled differently', async () => {
    const { html, problems } = await renderText(
      '## What? *Why*\n\n[a](#what-why) [b](#What--Why) [c](#no)',
    );
    expect(html.match(/href="#[^"]*"/g)).toEqual([
      'href="#what-why"',
      'href="#what-why"',
      'href="#what-why"',
      'href="#no"',
    ]);
    expect(problems.map(({ message }) => message)).toEqual(['`#no` names no place in this post.']);
  });

  test('uses an id once', async () => {
    const { html } = await renderText('<b id="x">a</b> <b id="x">b</b>\n\n# x');
    expect(html.match(/ id="[^"]*"/g)).toEqual([' id="x"', ' id="x-1"']);
  });

  test('keeps ids of the page from a post', async () => {
    const { html, headings } = await renderText('# Main\n\n[up](#main)');
    expect(headings[0]?.id).toBe('post-main');
    expect(html).toContain('<a href="#post-main">up</a>');
  });

  test('writes a table of contents where the post asks for it', async () => {
    expect(await htmlOf('[toc]\n\n# A\n\n## B')).toContain(
      '<nav class="contents" aria-label="Contents"><ol><li><a href="#a">A</a><ol><li><a href="#b">B</a></li></ol></li></ol></nav>',
    );
  });

  test('shows a NUL as CommonMark says, as browsers would drop it', async () => {
    expect(await htmlOf('a\0b `c\0d`')).toBe('<p>a\uFFFDb <code>c\uFFFDd</code></p>');
  });

  const bad = '$\\frac{$';
  test.each([
    ['a formula below code', `\`\`\`\n${bad}\n\`\`\`\nHere ${bad}`, 8],
    ['a formula below code in its paragraph', `See \`${bad}\`\nand ${bad}`, 6],
    ['a formula in a list', `- a\n\n      ${bad}\n\n- b\n  c ${bad}`, 10],
    ['a formula in a quote', `> \`${bad}\`\n> b\n>\n> > c ${bad}`, 8],
    ['a formula in a table', `| \`${bad}\` | b |\n|---|---|\n| c | d |\n| e | ${bad} |`, 8],
    ['a formula in a note', `\`${bad}\` a[^1]\n\n[^1]: b\n    c ${bad}`, 8],
    ['a mark that closes nothing', '```\n:::\n```\n\n:::\n', 9],
    ['a block that is not closed', ':::tip\na\n:::\n\n```\n:::note\n```\n\n:::note\nb', 13],
    ['a script', '- a\n  ```\n  <script>\n  ```\n- b <script>x</script>', 9],
    ['a link', '- `[x](gone.md)`, gone.md\n- [x](gone.md)', 6],
    ['a link in a note', '`[x](gone.md)` a[^1]\n\n[^1]: [x](gone.md)', 7],
  ])('names the line of %s, not of code that says the same', async (_name, source, line) => {
    const { problems } = await renderText(source, { bodyLine: 5, site: { math: true } });
    expect(problems.map((problem) => problem.line)).toEqual([line]);
  });

  test('counts lines alike for all line breaks', async () => {
    const { problems } = await renderText('a\r\n\r\n[b](gone)', { bodyLine: 4 });
    expect(problems[0]?.line).toBe(6);
  });

  test('makes no control character of a reference, wherever Markdown reads one', async () => {
    const source =
      'a&#1;b **c&#x2;d** [e&#3;](/f&#4; "g&#5;h") ![i&#6;](/j&#7;.png "k&#8;l")\n\n# m&#14;n\n\n- o&#15;\n\n| p&#16; |\n| - |\n| q&#17; |\n\n<b title="r&#18;s">t&#19;</b>\n\n[u]\n\n[u]: /v&#20;\n\n~~w&#21;~~ `x&#22;`';
    const { html, headings, problems } = await renderText(source);
    // oxlint-disable-next-line no-control-regex
    const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;
    expect(html).not.toMatch(control);
    expect(html).not.toMatch(/&#\d/);
    expect(JSON.stringify(headings)).not.toMatch(/\\u00|&#/);
    expect(html).toContain('<p dir="auto">ab <strong>cd</strong>');
    expect(problems.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^References to control characters/),
    );
  });

  test('is the same each time', async () => {
    const source = '# A\n\n[^1] $x$ :tea:\n\n[^1]: b\n\n```js\n1\n```';
    expect((await renderText(source)).html).toBe((await renderText(source)).html);
  });

  test('renders any text', async () => {
    const marks =
      '# ## - * + 1. > | --- ** __ ~~ `` ``` ~~~ ![ ]( [^ ]: [a] ) <b> </b> <div> </div> <!-- --> <script> <svg> <math> <table> &amp; {{< >}} {% %} {{ }} if for end raw {: } ::: \\n $ $$ \\( \\) : | = === :tea: http://a.b a@b.c';
    await fc.assert(
      fc.asyncProperty(textOf([...marks.split(' '), ' ', '\n', '\n\n', '    ']), async (text) => {
        const { html } = await renderText(`first\n\n${text}\n\n`, { math: true });
        expect(html).toContain('first</p>');
      }),
      seeded,
    );
  });
});
