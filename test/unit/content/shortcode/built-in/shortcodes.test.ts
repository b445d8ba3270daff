import { describe, expect, test } from 'vitest';

import {
  findShortcode,
  shortcodes as builtIn,
} from '../../../../../src/content/shortcode/built-in/shortcodes.ts';
import { expandBody } from '../../../../support/expand-body.ts';

/** The expanded body in one line. */
function expand(body: string, options?: Parameters<typeof expandBody>[1]): string {
  return expandBody(body, options).text.trim().replace(/\n+/g, ' ');
}

/** A note as it is expanded, in one line. */
function note(kind: string, title: string, text = 'b'): string {
  return `<div class="note" role="note" data-kind="${kind}"> <p class="note-title">${title}</p> ${text} </div>`;
}

describe('mediaShortcodes', () => {
  test.each([
    [
      'a figure',
      '{{< figure src="a.png" alt="A" >}}',
      '<figure> <img src="a.png" alt="A"> </figure>',
    ],
    [
      'a figure with all that Hugo knows',
      '{{< figure src="a.png" alt="A" caption="*C*" title="T" width="300px" height=200 link="/b/" attr="D" attrlink="https://d.example" >}}',
      '<figure> <a href="/b/"><img src="a.png" alt="A" width="300" height="200"></a> <figcaption> **T** *C* [D](<https://d.example>) </figcaption> </figure>',
    ],
    [
      'a figure of Zola',
      '{{ figure(src="a.png", caption="C") }}',
      '<figure> <img src="a.png" alt="C"> <figcaption> C </figcaption> </figure>',
    ],
    [
      'a figure with its caption as body',
      '{% figure(src="a.png") %}*C*{% end %}',
      '<figure> <img src="a.png" alt=""> <figcaption> *C* </figcaption> </figure>',
    ],
    [
      'a figure in a line',
      'a {{< figure src="a.png" caption="C" >}}',
      'a <img src="a.png" alt="C">',
    ],
    [
      'a figure of Jekyll',
      '{% include figure image_path="/a.png" alt="A" %}',
      '<figure> <img src="/a.png" alt="A"> </figure>',
    ],
    ['an image', '{% image "/a.png" "A" %}', '<img src="/a.png" alt="A">'],
    [
      'an image with a class',
      '{% image_with_class "/a.png" "c" "A" %}',
      '<img src="/a.png" alt="A">',
    ],
    [
      'a resized image of Zola',
      '{{ resize_image(path="/a.png", width=300, op="fit_width") }}',
      '<img src="/a.png" alt="" width="300">',
    ],
    ['a linked image', '[{% image "/a.png" "A" %}](/b/)', '[<img src="/a.png" alt="A">](/b/)'],
    [
      'a width in percent',
      '{{< img src="/a.png" width="50%" >}}',
      '<img src="/a.png" alt="" width="50%">',
    ],
    ['a width that is none', '{{< img src="/a.png" width="10em" >}}', '<img src="/a.png" alt="">'],
    [
      'a film',
      '{{< video src="/a.mp4" poster="/a.png" loop=true >}}',
      '<video controls src="/a.mp4" poster="/a.png" loop></video>',
    ],
    ['sound', '{{ audio(src="/a.mp3") }}', '<audio controls src="/a.mp3"></audio>'],
    [
      'sound with a caption',
      '{{< audio src="/a.mp3" caption="C" >}}',
      '<figure> <audio controls src="/a.mp3"></audio> <figcaption> C </figcaption> </figure>',
    ],
  ])('show %s', (_name, body, text) => {
    const expanded = expandBody(body);
    expect(expand(body)).toBe(text);
    expect(expanded.problems).toEqual([]);
  });

  test('find a picture from the root where there is none beside the post', () => {
    const body = '{% image "assets/a.png" "A" %}';
    expect(expand(body)).toContain('src="assets/a.png"');
    const expanded = expandBody(body, { targets: { '/assets/a.png': '/assets/a.png' } });
    expect(expanded.text).toContain('src="/assets/a.png"');
    expect(expanded.references).toEqual({ '/assets/a.png': '/assets/a.png' });
  });
});

describe('embedShortcodes', () => {
  const video = 'dQw4w9WgXcQ';
  const player = `https://www.youtube-nocookie.com/embed/${video}`;

  test.each([
    [
      'an id that is an address',
      `{{< youtube https://www.youtube.com/watch?v=${video}&t=3 >}}`,
      `<iframe src="${player}" title="YouTube video"></iframe>`,
    ],
    [
      'a short address',
      `{% youtube https://youtu.be/${video} %}`,
      `<iframe src="${player}" title="YouTube video"></iframe>`,
    ],
    [
      'a start and a title',
      `{{< youtube id="${video}" start=30 title="T" >}}`,
      `<iframe src="${player}?start=30" title="T"></iframe>`,
    ],
    [
      'a playlist',
      `{{ youtube(id="${video}", playlist="PL1") }}`,
      `<iframe src="${player}?list=PL1" title="YouTube video"></iframe>`,
    ],
    [
      'a video in a line',
      `a {{< youtube ${video} >}}`,
      `a <a href="https://www.youtube.com/watch?v=${video}">YouTube video</a>`,
    ],
    [
      'Vimeo',
      '{{< vimeo 146022717 >}}',
      '<iframe src="https://player.vimeo.com/video/146022717" title="Vimeo video"></iframe>',
    ],
    [
      'Bilibili',
      '{{< bilibili BV1xx411c7mD >}}',
      '<iframe src="https://player.bilibili.com/player.html?bvid=BV1xx411c7mD" title="Bilibili video"></iframe>',
    ],
    [
      'a gist',
      '{{< gist jmooring 50a7482715eac222e230d1e64dd9a89b >}}',
      '<a href="https://gist.github.com/jmooring/50a7482715eac222e230d1e64dd9a89b">Gist jmooring/50a7482715eac222e230d1e64dd9a89b</a>',
    ],
    [
      'a gist of Jekyll',
      '{% gist parkr/c08ee0f2726fd0e3909d test.md %}',
      '<a href="https://gist.github.com/parkr/c08ee0f2726fd0e3909d">Gist parkr/c08ee0f2726fd0e3909d</a>',
    ],
    [
      'a gist by its address',
      '{{ gist(url="https://gist.github.com/a/c08ee0f") }}',
      '<a href="https://gist.github.com/a/c08ee0f">Gist a/c08ee0f</a>',
    ],
    [
      'a post on X',
      '{{< x user="SanDiegoZoo" id="1453110110599868418" >}}',
      '<a href="https://x.com/SanDiegoZoo/status/1453110110599868418">Post by @SanDiegoZoo on X</a>',
    ],
    [
      'a tweet by its number',
      '{{< tweet 1453110110599868418 >}}',
      '<a href="https://x.com/i/web/status/1453110110599868418">Post 1453110110599868418 on X</a>',
    ],
    [
      'a tweet by its address',
      '{% twitter https://twitter.com/jekyllrb/status/1453110110599868418 %}',
      '<a href="https://x.com/jekyllrb/status/1453110110599868418">Post by @jekyllrb on X</a>',
    ],
    [
      'Instagram',
      '{{< instagram CxOWiQNP2MO >}}',
      '<a href="https://www.instagram.com/p/CxOWiQNP2MO">Instagram post CxOWiQNP2MO</a>',
    ],
  ])('show %s', (_name, body, text) => {
    expect(expand(body)).toBe(text);
    expect(expandBody(body).problems).toEqual([]);
  });

  test.each([
    '{{< youtube "a b" >}}',
    '{{< vimeo x >}}',
    '{{< gist >}}',
    '{{< tweet me >}}',
    '{{< instagram "<x>" >}}',
  ])('report %s and leave a note', (body) => {
    expect(expand(body)).toMatch(/^<span class="shortcode"/);
    expect(expandBody(body).problems).toHaveLength(1);
  });
});

describe('linkShortcodes', () => {
  const targets = {
    'ref:tea.md': '/posts/tea/',
    'ref:ünder (x)': '/posts/ünder (x)/',
    'ref:2020-01-02-tea': '/posts/tea/',
    '_posts/tea.md': '/posts/tea/',
    'ref:100%': '/posts/100%/',
  };

  test.each([
    ['[a]({{< ref "tea.md" >}})', '[a](/posts/tea/)'],
    ['[a]({{< relref "tea.md#x" >}})', '[a](/posts/tea/#x)'],
    ['[a]({{% ref path="tea.md" lang="en" %}})', '[a](/posts/tea/)'],
    ['[a]({% post_url 2020-01-02-tea %})', '[a](/posts/tea/)'],
    ['[a]({% link _posts/tea.md %})', '[a](/posts/tea/)'],
    ['[a]({{< ref "#x" >}})', '[a](#x)'],
    ['[a]({{< ref "ünder (x)" >}})', '[a](/posts/%C3%BCnder%20%28x%29/)'],
    ['[a]({{< ref "100%" >}})', '[a](/posts/100%25/)'],
    ['[a]({{ get_url(path="@/tea.md") }})', '[a](@/tea.md)'],
    ['[a]({% asset_path a b.png %})', '[a](a)'],
    ['![a]({{ "a b.png" | asset_path }})', '![a](a b.png)'],
  ])('turn %s into %s', (body, text) => {
    const expanded = expandBody(body, { targets });
    expect(expanded.text).toBe(text);
    expect(expanded.problems).toEqual([]);
  });

  test('note what was asked for', () => {
    expect(expandBody('{{< ref "tea.md" >}}', { targets }).references).toEqual({
      'ref:tea.md': '/posts/tea/',
    });
  });

  test('keep the address of what is not there, and report it', () => {
    const { text, problems } = expandBody('[a]({{< ref "gone.md#x" >}})', { targets });
    expect(text).toBe('[a](gone.md#x)');
    expect(problems).toHaveLength(1);
  });

  test('print fields of the front matter', () => {
    const frontMatter = { author: { name: 'Ada' }, Color: 'red' };
    expect(expand('{{< param "author.name" >}} {{% param color %}}', { frontMatter })).toBe(
      'Ada red',
    );
    expect(expandBody('{{< param "gone" >}}', { frontMatter }).problems).toHaveLength(1);
  });
});

describe('blockShortcodes', () => {
  test.each([
    ['a kind of note', '{% danger() %}b{% end %}', note('caution', 'Danger')],
    [
      'a title',
      '{{% warning "Careful <now>" %}}b{{% /warning %}}',
      note('warning', 'Careful &lt;now&gt;'),
    ],
    ['a note of one argument', '{{< note "b" >}}', note('note', 'Note')],
    ['a notice of Hugo', '{{% notice tip "T" %}}b{{% /notice %}}', note('tip', 'T')],
    ['a notice without a kind', '{{% notice %}}b{{% /notice %}}', note('note', 'Note')],
    [
      'an alert of Docsy',
      '{{% alert title="T" color="warning" %}}b{{% /alert %}}',
      note('warning', 'T'),
    ],
    [
      'an admonition of Zola',
      '{% admonition(type="tip", title="T") %}b{% end %}',
      note('tip', 'T'),
    ],
    [
      'code in a summary',
      '{{< details summary="my `c < d`" >}}b{{< /details >}}',
      '<details> <summary>my <code>c &lt; d</code></summary> b </details>',
    ],
    [
      'code in the title of a note',
      '{% note(title="The `a` and a `") %}b{% end %}',
      note('note', 'The <code>a</code> and a `', 'b'),
    ],
    [
      'details',
      '{{< details summary="S & s" open=true >}}b{{< /details >}}',
      '<details open> <summary>S &amp; s</summary> b </details>',
    ],
    [
      'a quotation',
      '{% quote(author="Ada") %}b{% end %}',
      '<blockquote> b <p>— <cite>Ada</cite></p> </blockquote>',
    ],
    [
      'a quotation with a source',
      '{% quote(author="Ada", source="https://a.example") %}b{% end %}',
      '<blockquote> b <p>— <cite><a href="https://a.example">Ada</a></cite></p> </blockquote>',
    ],
    [
      'a quotation of Octopress',
      '{% blockquote Ada %}\nb\n{% endblockquote %}',
      '<blockquote> b <p>— <cite>Ada</cite></p> </blockquote>',
    ],
    [
      'tabs',
      '{{< tabs >}}\n{{< tab "A" >}}\nb\n{{< /tab >}}\n{{< /tabs >}}',
      '<div> <div> <p><strong>A</strong></p> b </div> </div>',
    ],
    ['layout', '{{< center >}}b{{< /center >}}', '<div> b </div>'],
    ['raw HTML', '{{< rawhtml >}}\n<p>b</p>\n{{< /rawhtml >}}', '<div> <p>b</p> </div>'],
    ['the contents', '{{< toc >}}', '[toc]'],
    ['a word', 'a {{ kbd(text="Ctrl") }}', 'a <kbd>Ctrl</kbd>'],
  ])('show %s', (_name, body, text) => {
    expect(expand(body)).toBe(text);
    expect(expandBody(body).problems).toEqual([]);
  });

  test('report a note without text', () => {
    expect(expandBody('{{< note >}}').problems[0]?.message).toBe(
      '`note` has no closing tag and no text.',
    );
  });
});

describe('codeShortcodes', () => {
  test.each([
    [
      'Hugo',
      '{{< highlight go "linenos=table,hl_lines=8 15-17,linenostart=199" >}}\nx := 1\n{{< /highlight >}}',
      '```go,linenos,hl_lines=8 15-17,linenostart=199 x := 1 ```',
    ],
    [
      'Hugo with a list',
      '{{< highlight go "hl_lines=[2,\\"4-6\\"]" >}}\nx\n{{< /highlight >}}',
      '```go,hl_lines=2 4-6 x ```',
    ],
    [
      'Hugo with names',
      '{{< highlight lang=go options="linenos=inline" >}}\nx\n{{< /highlight >}}',
      '```go,linenos x ```',
    ],
    [
      'Jekyll',
      '{% highlight ruby linenos %}\nputs "{{ x }}"\n{% endhighlight %}',
      '```ruby,linenos puts "{{ x }}" ```',
    ],
    [
      'Jekyll with marks',
      '{% highlight ruby mark_lines="1 2" %}\nx\n{% endhighlight %}',
      '```ruby,hl_lines=1 2 x ```',
    ],
    [
      'Octopress',
      '{% codeblock lang:js title:a.js %}\nx\n{% endcodeblock %}',
      '```js,name="a.js" x ```',
    ],
    ['Zola', '{% highlight(lang="rust", linenos=true) %}\nx\n{% end %}', '```rust,linenos x ```'],
    ['a diagram', '{{< mermaid >}}\ngraph TD\n{{< /mermaid >}}', '```mermaid graph TD ```'],
    [
      'backticks in the code',
      '{% highlight md %}\n```\nx\n```\n{% endhighlight %}',
      '````md ``` x ``` ````',
    ],
    ['code in a line', 'a {% highlight js %}x(`y`){% endhighlight %}', 'a `` x(`y`) ``'],
    ['a formula, without math', '{{< katex >}}x^2{{< /katex >}}', '```latex x^2 ```'],
  ])('show %s', (_name, body, text) => {
    expect(expand(body)).toBe(text);
    expect(expandBody(body).problems).toEqual([]);
  });

  test('keep code in its list item', () => {
    const { text } = expandBody('- a\n\n  {% highlight js %}\n  x\n    y\n  {% endhighlight %}\n');
    expect(text).toContain('\n  ```js\n  x\n    y\n  ```\n');
  });

  test('show a formula where the post asks for math', () => {
    expect(expand('{{< katex >}}x^2{{< /katex >}}', { math: true })).toBe('$$ x^2 $$');
    expect(expand('a {{< math >}}x{{< /math >}}', { math: true })).toBe('a $x$');
  });

  test('drop remarks', () => {
    expect(expand('a{% comment %}{{ x }}{% endcomment %}b{% # c %}')).toBe('ab');
    expect(expand('a{{% comment %}}x{{% /comment %}}')).toBe('a');
  });
});

describe('findShortcode', () => {
  test.each(['youtube', 'YouTube', 'media/youtube', 'lite-youtube', 'table-of-contents'])(
    'finds %s',
    (name) => {
      expect(findShortcode(name)).toBeDefined();
    },
  );

  test.each(['constructor', 'nope', ''])('finds no %j', (name) => {
    expect(findShortcode(name)).toBeUndefined();
  });

  test.each([...builtIn.keys()].filter((name) => name !== '#'))(
    '%s takes no arguments and any without failing',
    (name) => {
      for (const args of [
        '',
        '"a"',
        'a="b" c',
        'src="x" id="y" title=`p"q`',
        '[1, 2]',
        '"" "" ""',
      ]) {
        for (const body of [
          `{{< ${name} ${args} >}}`,
          `{{< ${name} ${args} >}}\nb\n{{< /${name} >}}`,
          `x {{< ${name} ${args} >}}b{{< /${name} >}}`,
        ]) {
          const { text, lines } = expandBody(body);
          expect(lines).toHaveLength(text.split('\n').length);
          expect(text).not.toMatch(/="[^"<>]*p"q/);
        }
      }
    },
  );
});

describe('own shortcodes', () => {
  test('take the place of built-in ones', () => {
    expect(expand('{{< youtube a >}}', { shortcodes: { youtube: '<b>{{0}}</b>' } })).toBe(
      '<b>a</b>',
    );
    expect(
      expand('{{< highlight a >}}**b**{{< /highlight >}}', {
        shortcodes: { highlight: '<div>{{body}}</div>' },
      }),
    ).toBe('<div> **b** </div>');
  });

  test('are found below folders and as includes', () => {
    const shortcodes = { card: '<p>{{title}}</p>' };
    expect(expand('{{< blocks/card title="a" >}}', { shortcodes })).toBe('<p>a</p>');
    expect(expand('{% include card.html title="a" %}', { shortcodes })).toBe('<p>a</p>');
  });

  test('read fields of the post and the blog', () => {
    const shortcodes = {
      a: '<p>{{page.title}} {{page.tags}} {{site.title}} {{site.constructor}}</p>',
    };
    expect(expand('{{ a() }}', { shortcodes, frontMatter: { tags: ['x', 'y'] } })).toBe(
      '<p>Tea x, y Kettle </p>',
    );
  });

  test('stay in their line where they are not a block', () => {
    const shortcodes = { a: '<abbr\n title="{{0}}">\n{{body}}</abbr>', b: '<b>{{0}}</b>' };
    expect(expand('x {{< a T >}}*y*{{< /a >}} z', { shortcodes })).toBe(
      'x <abbr title="T">*y*</abbr> z',
    );
    expect(expandBody('x\n{{< b T >}}\ny', { shortcodes }).text).toBe('x\n<b>T</b>\ny');
  });

  test('take a body of paragraphs even in a line', () => {
    expect(
      expandBody('x {{< a >}}y\n\nz{{< /a >}}', { shortcodes: { a: '<div>{{body}}</div>' } }).text,
    ).toContain('<div>\n\ny\n\nz\n\n</div>');
  });

  test('report a fault of the template where it is used', () => {
    const { text, problems } = expandBody('a\n\n{% x() %}b{% end %}', {
      shortcodes: { x: '<p>\n{{#y}}' },
    });
    expect(text).toContain('<div data-shortcode="x">\n\nb\n\n</div>');
    expect(problems).toMatchObject([
      {
        line: 3,
        message: 'The template of `x` does not work: shortcodes/x.html:2  `{{#y}}` is not closed.',
      },
    ]);
  });
});
