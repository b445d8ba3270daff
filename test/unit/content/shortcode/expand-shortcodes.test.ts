import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { formatProblem } from '../../../../src/content/model/problem.ts';
import { expandShortcodes } from '../../../../src/content/shortcode/expand-shortcodes.ts';
import { expandBody, makeBody } from '../../../support/expand-body.ts';

const video = 'dQw4w9WgXcQ';
const frame = `<iframe src="https://www.youtube-nocookie.com/embed/${video}" title="YouTube video"></iframe>`;

/** Lines of the expanded text without blank ones, trimmed. */
function linesOf(body: string, options?: Parameters<typeof expandBody>[1]): string[] {
  const { text } = expandBody(body, options);
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== '>');
}

describe('expandShortcodes', () => {
  test.each([
    ['no tag', '`a` {b}', ['settings', 'shortcodes']],
    ['a shortcode of Zola', '{{ youtube(id="a") }}', ['settings', 'shortcodes']],
    ['a shortcode of Hugo', '{{< youtube a >}}', ['settings', 'shortcodes']],
    ['an expression of Liquid', '{{ page.title }}', ['settings', 'shortcodes', 'liquid']],
    ['a tag of Liquid', '{% include a.html %}', ['settings', 'shortcodes', 'liquid']],
  ])('takes Liquid only where it is: %s', async (_, body, needs) => {
    const { post, context } = makeBody(body);
    const { needs: taken, text } = await expandShortcodes(post, context);
    expect(taken).toEqual(needs);
    expect(text).toBe(expandBody(body).text);
  });

  test.each([
    ['a Zola call', `{{ youtube(id="${video}") }}`],
    ['a Zola call over several lines', `{{ youtube(\n  id="${video}",\n  autoplay=true\n) }}`],
    ['a Hugo shortcode', `{{< youtube ${video} >}}`],
    ['a named Hugo argument', `{{< youtube id="${video}" >}}`],
    ['a self-closing Hugo shortcode', `{{< youtube ${video} />}}`],
    ['a Hugo shortcode for Markdown', `{{% youtube ${video} %}}`],
    ['a Liquid tag', `{% youtube ${video} %}`],
    ['a Liquid tag that trims spaces', `{%- youtube ${video} -%}`],
    ['a Liquid include', `{% include youtube.html id="${video}" %}`],
  ])('expands %s', (_name, body) => {
    const expanded = expandBody(body);
    expect(expanded.text.trim()).toBe(frame);
    expect(expanded.problems).toEqual([]);
  });

  test.each([
    ['a fence', '```\n{{ x() }} {% y %}\n```'],
    ['a tilde fence', '~~~~\n~~~\n{{ x() }}\n~~~~'],
    ['a fence in a list', '- a\n\n  ```\n  {{ x() }}\n  ```'],
    ['a fence in a quotation', '> ```\n> {{< x >}}\n> ```'],
    ['a fence in a list in a quotation', '> 1. a\n>    ```\n>    {{< x >}}\n>    ```'],
    ['a fence that is not closed', 'a\n\n```\n{{ x() }}\n\n{{< y >}}'],
    ['indented code', 'a\n\n    {{ x() }}\n\n    {% y %}'],
    ['indented code behind a tab', 'a\n\n\t{{ x() }}'],
    ['a code span', 'a `{{ x() }}` b'],
    ['a code span with two backticks', 'a ``{{ x }} ` {% y %}`` b'],
    ['a code span over two lines', 'a `{{ x() }}\n{% y %}` b'],
    ['a `pre` element', '<pre>\n{{ x() }}\n\n{% y %}\n</pre>'],
    ['a `code` element', 'a <code>{{ x }}</code> b'],
    ['a comment', '<!-- {{ x() }}\n\n{% y %} -->'],
    ['a script', '<script>\nlet a = {{ x }};\n</script>'],
  ])('leaves %s alone', (_name, body) => {
    const expanded = expandBody(`${body}\n`);
    expect(expanded.text).toBe(`${body}\n`);
    expect(expanded.problems).toEqual([]);
  });

  test.each([
    ['a formula in a line', 'a $e^{{x}}$ b'],
    ['a formula by itself', '$$\n\\frac{{a}}{{b}}\n$$'],
    ['a formula in brackets', 'a \\(e^{{x}}\\) b'],
    ['an environment', '\\begin{align}\na^{{x}}\n\\end{align}'],
  ])('leaves %s alone where the post asks for math', (_name, body) => {
    expect(expandBody(body, { math: true }).text).toBe(body);
    expect(expandBody(body).text).not.toBe(body);
  });

  test.each([
    ['a tag after an unmatched backtick', 'a ` b {{ x.y }}'],
    ['a tag between two paragraphs with a backtick each', 'a ` b\n\n{{ x.y }} ` c'],
    ['a tag in a continued paragraph, indented', 'a\n    {{ x.y }}'],
    ['a tag in money, where math is on', 'costs $5 and {{ x.y }} or $6'],
  ])('reads %s', (_name, body) => {
    expect(expandBody(body, { math: true }).text).toContain('data-shortcode="x.y"');
  });

  test.each([
    ['Hugo', '{{</* x a="b" */>}}', '{{< x a="b" >}}'],
    ['Hugo for Markdown', '{{%/* x */%}}', '{{% x %}}'],
    ['Zola', '{{/* x(a=1) */}}', '{{ x(a=1) }}'],
    ['Zola with a body', '{%/* x() */%}', '{% x() %}'],
    ['Liquid', '{% raw %}{{ x }}{% endraw %}', '{{ x }}'],
    ['Liquid, raw in raw', '{% raw %}{% raw %}{% endraw %}', '{% raw %}'],
  ])('prints an escaped tag of %s as written, in text and in code', (_name, body, printed) => {
    expect(expandBody(`a ${body} b`).text).toBe(`a ${printed} b`);
    expect(expandBody(`a \`${body}\` b`).text).toBe(`a \`${printed}\` b`);
    expect(expandBody(`\`\`\`\n${body}\n\`\`\``).text).toBe(`\`\`\`\n${printed}\n\`\`\``);
    expect(expandBody(`a ${body} b`).problems).toEqual([]);
  });

  test('keeps a fence between raw marks and the tags in it', () => {
    const fence = '```yaml\nkey: ${{ secrets.KEY }}\n```';
    expect(expandBody(`{% raw %}\n${fence}\n{% endraw %}\n`).text.trim()).toBe(fence);
    const inside = expandBody('```\n{% raw %}\n{{ a }}\n{% endraw %}\n```').text;
    expect(inside).toBe('```\n\n{{ a }}\n\n```');
  });

  test('keeps a raw mark in code that is not closed there', () => {
    const body = '```\n{% raw %}\n```\n\ntext\n';
    expect(expandBody(body).text).toBe(body);
  });

  test.each([
    ['Zola', '{% note() %}\nInner *text*\n{% end %}'],
    ['Hugo', '{{< note >}}\nInner *text*\n{{< /note >}}'],
    ['Hugo for Markdown', '{{% note %}}Inner *text*{{% /note %}}'],
    ['Nunjucks', '{% note %}\nInner *text*\n{% endnote %}'],
  ])('sets the body of a block apart so that Markdown reads it, in %s', (_name, body) => {
    expect(expandBody(`a\n${body}\nb`).text).toContain('</p>\n\nInner *text*\n\n</div>\n');
    expect(linesOf(`a\n${body}\nb`)).toEqual([
      'a',
      '<div class="note" role="note" data-kind="note">',
      '<p class="note-title">Note</p>',
      'Inner *text*',
      '</div>',
      'b',
    ]);
  });

  test('nests blocks of all dialects', () => {
    const body =
      '{% details(summary="A") %}\n{{< note >}}\n{% tip %}\nx\n{% endtip %}\n{{< /note >}}\n{% end %}';
    expect(
      linesOf(body).filter((line) => /^<(?:div|details)|^x|^<\/(?:div|details)/.test(line)),
    ).toEqual([
      '<details>',
      '<div class="note" role="note" data-kind="note">',
      '<div class="note" role="note" data-kind="tip">',
      'x',
      '</div>',
      '</div>',
      '</details>',
    ]);
  });

  test('keeps blocks in their list item and their quotation', () => {
    expect(expandBody('- a\n  {{% note %}}\n  b\n  {{% /note %}}\n- c').text).toMatch(
      /^- a\n {2}\n {2}<div .*\n {2}<p .*\n\n {2}b\n\n {2}<\/div>\n\n- c$/,
    );
    expect(expandBody('> a\n>\n> {{% note %}}\n> b\n> {{% /note %}}').text).toMatch(
      /^> a\n>\n> <div .*\n> <p .*\n>\n> b\n>\n> <\/div>\n>$/,
    );
    expect(expandBody('1. {{% note %}}\n   b\n   {{% /note %}}').text).toMatch(
      /^1\. <div .*\n {3}<p/,
    );
  });

  test('takes the indentation of a tag from its body, so that none of it becomes code', () => {
    const body =
      '{{< tabs >}}\n\n    {{< tab "A" >}}\n    one\n\n    two\n    {{< /tab >}}\n{{< /tabs >}}';
    expect(expandBody(body).text).toContain('\n\none\n\ntwo\n\n</div>');
  });

  test('keeps code in a body', () => {
    const body = '{% note() %}\n```\n{{ x() }}\n```\n{% end %}';
    expect(expandBody(body).text).toContain('\n```\n{{ x() }}\n```\n');
    expect(expandBody(body).problems).toEqual([]);
  });

  test('leaves a body in a line in its line', () => {
    expect(expandBody('a {{< kbd >}}Ctrl{{< /kbd >}} b').text).toBe('a <kbd>Ctrl</kbd> b');
    expect(expandBody('| {{< x >}}**a**{{< /x >}} | b |').text).toBe(
      '| <span data-shortcode="x">**a**</span> | b |',
    );
    expect(expandBody('| {{% note %}}a{{% /note %}} | b |').text).not.toContain('\n');
  });

  test('keeps the body of an unknown block in a neutral element', () => {
    const expanded = expandBody('{{< wrap class="x" >}}\nInner\n{{< /wrap >}}');
    expect(expanded.text.trim()).toBe('<div data-shortcode="wrap">\n\nInner\n\n</div>');
    expect(expanded.problems.map(formatProblem)).toEqual([
      'posts/a.md:1:1  `wrap` is no shortcode that is known here; only its text is shown. ' +
        'Write a template `shortcodes/wrap.html`, or remove it.',
    ]);
  });

  test('leaves a note for an unknown shortcode without a body', () => {
    const expanded = expandBody('a\nsee {{< wrap >}} b', { bodyLine: 10 });
    expect(expanded.text).toBe(
      'a\nsee <span class="shortcode" data-shortcode="wrap">&#91;wrap&#93;</span> b',
    );
    expect(expanded.problems).toMatchObject([
      {
        kind: 'shortcode',
        file: 'posts/a.md',
        line: 11,
        column: 5,
        frame: 'see {{< wrap >}} b\n    ^',
      },
    ]);
  });

  test('puts no element into an attribute or an address', () => {
    expect(expandBody('<img alt="{{ nope }}" src="{{< nope >}}">').text).toBe(
      '<img alt="" src="">',
    );
    expect(expandBody('[a]({{ nope }}) [b]').text).toBe('[a]() [b]');
    expect(expandBody('<img alt="{{ page.title }}">', { frontMatter: {} }).text).toBe(
      '<img alt="Tea">',
    );
  });

  test('escapes what a shortcode is given', () => {
    const expanded = expandBody('{{< figure src="a.png" alt="\\"><script>x</script>" >}}');
    expect(expanded.text).toContain('alt="&quot;&gt;&lt;script&gt;x&lt;/script&gt;"');
    expect(expandBody('{{< ab"c >}}').text).not.toContain('"c');
  });

  test('shows braces that are no tag, and says so', () => {
    const expanded = expandBody('Vue writes {{ and }} or {% for it.');
    expect(expanded.text).toContain('{% for it.');
    expect(expanded.problems).toMatchObject([{ column: 12 }, { column: 25, severity: 'info' }]);
  });

  test('names the line of each line it gives', () => {
    const body = 'a\n\n{% note() %}\nb\n\nc\n{% end %}\nd';
    const { text, lines } = expandBody(body, { bodyLine: 5 });
    const rows = text.split('\n');
    expect(lines).toHaveLength(rows.length);
    const lineOf = (row: string): number | undefined => lines[rows.indexOf(row)];
    expect(['a', 'b', 'c', 'd'].map(lineOf)).toEqual([5, 8, 10, 12]);
    expect(lines[rows.findIndex((row) => row.startsWith('<div'))]).toBe(7);
  });

  test('reads bodies with Windows line breaks', () => {
    const { text, problems } = expandBody(
      'a\r\n\r\n{% note() %}\r\nb\r\n{% end %}\r\n\r\n```\r\n{{ x }}\r\n```\r\n',
    );
    expect(text).toContain('\nb\n');
    expect(text).toContain('{{ x }}');
    expect(problems).toEqual([]);
  });
});

describe('expandShortcodes, given faults,', () => {
  test.each([
    [
      'an unclosed Zola block',
      'a\n\n{% note() %}\nb',
      '3:1  `{% note() %}` is not closed. Write `{% end %}` behind',
    ],
    [
      'an unclosed Liquid block',
      '{% if page.title %}\nb',
      '1:1  `{% if page.title %}` is not closed. Write `{% endif %}`',
    ],
    ['an unclosed highlight', '{% highlight js %}\nb', '1:1  `highlight` has no closing tag.'],
    ['an end without a beginning', 'a {% end %}', '1:3  `{% end %}` closes nothing.'],
    ['a Hugo end without a beginning', 'a {{< /x >}}', '1:3  `{{< /x >}}` closes nothing.'],
    [
      'crossed tags',
      '{{% tip %}}{{% note %}}b{{% /tip %}}{{% /note %}}',
      '1:37  `{{% /note %}}` closes nothing.',
    ],
    [
      'an unclosed quote',
      '{{< figure src="a >}} b',
      '1:16  In `figure`: The quote `"` is not closed.',
    ],
    [
      'an unclosed bracket',
      '{{ figure(src="a", b=[1, 2) }}',
      '1:22  In `figure`: The bracket `[` is not closed.',
    ],
    [
      'a video without a number',
      '{{ youtube(id="?") }}',
      '1:1  `youtube` is given `?`, which is no address',
    ],
    ['a picture without an address', '{{< figure alt="x" >}}', '1:1  `figure` names no picture.'],
    [
      'a link to nothing',
      '[a]({{< ref "gone.md" >}})',
      '1:5  `ref` names `gone.md`, and there is no such post',
    ],
    ['an expression that is none', '{{ a b ! }}', '1:1  `{{ a b ! }}` cannot be read.'],
    [
      'a filter that is not known',
      '{{ page.title | shout }}',
      '1:1  The filter `shout` is not known here',
    ],
    [
      'a loop over what is not known',
      '{% for p in site.posts %}x{% endfor %}',
      '1:1  The list of `p in site.posts` is not known',
    ],
  ])('reports %s with its place', (_name, body, message) => {
    const problems = expandBody(body).problems.map(formatProblem);
    expect(
      problems.some((problem) => problem.startsWith(`posts/a.md:${message}`)),
      problems.join('\n'),
    ).toBe(true);
  });

  test('keeps the rest of the post', () => {
    const { text } = expandBody('a\n\n{% note() %}\n\nb *c*\n\n{{< youtube dQw4w9WgXcQ >}}\n');
    expect(text).toContain('\nb *c*\n');
    expect(text).toContain(frame);
  });

  test('takes quotes and braces in arguments', () => {
    const { text, problems } = expandBody('{{< figure src="a.png" alt=`}} >}} {% "x" %}` >}}');
    expect(text).toContain('alt="}} &gt;}} {% &quot;x&quot; %}"');
    expect(problems).toEqual([]);
    expect(expandBody('{% image "a.png" "He said "no" twice" %}').text).toContain(
      'alt="He said &quot;no&quot; twice"',
    );
    expect(
      expandBody("{% include note.html content=It's %} and don't {{ page.title }}").text,
    ).toContain("and don't Tea");
  });

  test('stops at a template that names itself', () => {
    const { text, problems } = expandBody('a\n\n{{ self() }}\n\nb', {
      shortcodes: { self: 'x {{>self}}' },
    });
    expect(text).toMatch(/^a\n\n<span[^]*<\/span>\n\nb$/);
    expect(problems).toMatchObject([{ line: 3, column: 1 }]);
    expect(problems[0]?.message).toContain(
      '`self` does not work: shortcodes/self.html:1  It names itself',
    );
  });

  test('expands ten thousand shortcodes in one post', () => {
    const { text, problems } = expandBody(
      '{{< youtube dQw4w9WgXcQ >}}\n{{ nope() }}\n'.repeat(5000),
    );
    expect(text.split(frame)).toHaveLength(5001);
    expect(problems).toHaveLength(5000);
  });

  test.each([
    ['blocks within blocks', '{% note() %}\n'.repeat(5000) + 'x\n' + '{% end %}\n'.repeat(5000)],
    ['opening tags', '{% note() %}'.repeat(20_000)],
    ['opening braces', '{{'.repeat(100_000)],
    ['quotes', `{%'`.repeat(50_000) + '%}'],
    ['backticks', '` '.repeat(50_000) + '{{ x }}'],
    ['comments that do not end', '<!--'.repeat(50_000) + '{{ x }}'],
    ['quote marks', '>'.repeat(50_000) + '{{ x }}'],
    ['list items within list items', '- '.repeat(20_000) + '{{ x }}'],
    ['loops in loops', '{% for a in (1..1000) %}'.repeat(9) + '{% endfor %}'.repeat(9)],
    [
      'values that double',
      '{% assign a = "x" %}' + '{% assign a = a | append: a %}'.repeat(60) + '{{ a }}'.repeat(999),
    ],
  ])('comes to an end with very many %s', (_name, body) => {
    const { text, lines } = expandBody(body);
    expect(lines).toHaveLength(text.split('\n').length);
    expect(text.length).toBeLessThan(20 * body.length + 3_000_000);
  });

  test('never throws, and gives a line for each line', () => {
    const pieces =
      '{{ }} {% %} {{< >}} {{% %}} / " \' ` - > 1. note end endif if else raw endraw ( ) x= | [ ] ]( <!-- --> ' +
      '<pre> $ \\ /* */ page.title a \ud800';
    const breaks = [' ', '    ', '\n', '\n\n', '\r\n', '```\n', '- ', '> ', 'for a in b', '<a b="'];
    const piece = fc.constantFrom(...pieces.split(' '), ...breaks);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (chosen) => {
        const body = chosen.join('');
        const { text, lines } = expandBody(body, {
          bodyLine: 3,
          shortcodes: { a: '<p>{{body}}{{0}}</p>' },
        });
        const count = body.split('\n').length;
        return (
          lines.length === text.split('\n').length &&
          lines.every((line) => line >= 3 && line < 3 + count)
        );
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the templates of a blog of dialogues', () => {
  const shortcodes = Object.fromEntries(
    ['comte', 'factotum', 'procureur', 'figure_image'].map((name) => [
      name,
      readFileSync(new URL(`../../../fixtures/shortcodes/${name}.html`, import.meta.url), 'utf8'),
    ]),
  );

  test('set three voices apart with Markdown in them', () => {
    const body =
      '{% comte() %}\n\nWhy *this*?\n\n[a]: https://a.example\n\n{% end %}\n\nBecause.\n\n{% procureur(title="The <law>") %}\nRule [a].\n{% end %}\n';
    expect(expandBody(body, { shortcodes }).problems).toEqual([]);
    expect(linesOf(body, { shortcodes })).toEqual([
      '<aside class="dialogue" data-kind="comte">',
      '<p><strong>The count</strong></p>',
      'Why *this*?',
      '[a]: https://a.example',
      '</aside>',
      'Because.',
      '<aside class="dialogue" data-kind="procureur">',
      '<p><strong>The &lt;law&gt;</strong></p>',
      'Rule [a].',
      '</aside>',
    ]);
  });

  test('show a figure with its caption, or without one', () => {
    const body = '{% figure_image(file="./heap") %}\n\nA *heap*.\n\n{% end %}';
    expect(linesOf(body, { shortcodes })).toEqual([
      '<figure>',
      '<picture>',
      '<source srcset="./heap.avif" type="image/avif">',
      '<img src="./heap.avif" alt="">',
      '</picture>',
      '<figcaption>',
      'A *heap*.',
      '</figcaption>',
      '</figure>',
    ]);
    expect(
      linesOf('{{ figure_image(file="b", format="png") }}', { shortcodes }).join(''),
    ).not.toContain('figcaption');
  });
});
