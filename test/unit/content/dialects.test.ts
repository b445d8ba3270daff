/**
 * One test for each row of `docs/dialects.md`, named as the row is. The last two tests compare the names, so that
 * a row without a test, or a test without a row, fails.
 *
 * Over 250 lines because it is one table.
 */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

import type { PostMeta } from '../../../src/content/model/post.ts';
import { parsePost } from '../../../src/content/post/parse-post.ts';
import { readPublishing } from '../../../src/content/post/publishing.ts';
import { renderBody } from '../../../src/content/render-body.ts';
import { makeBody } from '../../support/expand-body.ts';
import type { BodyOptions } from '../../support/expand-body.ts';
import { site } from '../../support/virtual-site.ts';
import { renderNote, vaultCases, vaultFileCases } from './vault/vault-rows.ts';

const video = 'dQw4w9WgXcQ';
const targets = {
  'ref:tea.md': '/posts/tea/',
  'ref:2020-01-02-tea': '/posts/tea/',
  '@/tea.md': '/posts/tea/',
  '../tea.md': '/posts/tea/',
  'cup.png': '/posts/a/cup.png',
  'my cup.png': '/posts/a/my cup.png',
  '_posts/tea.md': '/posts/tea/',
  '@assets/cup.png': '/media/assets/cup.png',
};

/** Row, MDX, and what its HTML must hold, as in a {@link BodyCase}. */
const mdxCases: readonly (readonly [row: string, body: string, html: readonly string[]])[] = [
  [
    '`import` and `export`',
    'import A from "a"\nexport const b = "c"\n\n*{b}*',
    ['<em>c</em>', '!import', '!export'],
  ],
  [
    '`Image`, `Aside`, `Tabs`, `YouTube` …',
    '<Image src="cup.png" alt="A" />\n\n<Aside type="tip">\n*b*\n</Aside>\n\n<YouTube id="dQw4w9WgXcQ" />',
    ['src="/posts/a/cup.png"', 'data-kind="tip"', '<em>b</em>', 'embed/dQw4w9WgXcQ'],
  ],
  [
    'Other components',
    '<Box title="T">\n    *b*\n</Box>\n\n<Chart />',
    ['<strong>T</strong>', '<em>b</em>', '!<pre', '!Chart'],
  ],
  ['Expressions `{…}`', '{"a"} {frontmatter.title} {f(x)} b', ['a T ', '!{', '!f(x)']],
  [
    'JSX in HTML (`className`, `{…}`)',
    '<p className="lead" onClick={f}>b</p>',
    ['<p class="lead"', '>b</p>', '!className', '!onClick'],
  ],
];

/** Row, source, and what its HTML must hold; with `!` in front what it must not hold. */
type BodyCase = readonly [
  row: string,
  body: string,
  html: readonly string[],
  options?: BodyOptions,
];

const bodyCases: readonly BodyCase[] = [
  // Shortcodes and tags
  [
    'Zola call `{{ name(args) }}`',
    `{{ youtube(id="${video}") }}`,
    [`youtube-nocookie.com/embed/${video}`],
  ],
  [
    'Zola block `{% name(args) %} … {% end %}`',
    '{% note(title="T") %}\n*b*\n{% end %}',
    ['<p class="note-title">T</p>', '<em>b</em>'],
  ],
  ['Hugo `{{< name args >}}`', `{{< youtube ${video} >}}`, [`embed/${video}`]],
  [
    'Hugo `{{% name %}} … {{% /name %}}`',
    '{{% note %}}\n*b*\n{{% /note %}}',
    ['class="note"', '<em>b</em>'],
  ],
  ['Hugo self-closing `{{< name />}}`', `{{< youtube id="${video}" />}} b`, [video]],
  [
    'Hugo raw strings in backticks',
    '{{< figure src="a.png" alt=`a "b"` >}}',
    ['alt="a &quot;b&quot;"'],
  ],
  ['Liquid tag `{% name args %}`', `{% youtube ${video} %}`, [`embed/${video}`]],
  ['Liquid output `{{ value | filter }}`', '{{ page.title | upcase }}', ['TEA']],
  [
    'Liquid `if`, `unless`, `case`, `for`',
    '{% if page.n > 2 %}yes{% else %}no{% endif %} {% for i in (1..3) %}{{ i }}{% endfor %}',
    ['yes 123'],
    { frontMatter: { n: 3 } },
  ],
  ['Liquid `assign`, `capture`', '{% assign a = "b" %}{{ a }}', ['b', '!{%']],
  [
    'Liquid `include`, `render`',
    '{% include card.html title="x" %}',
    ['>x</p>'],
    { shortcodes: { card: '<p>{{title}}</p>' } },
  ],
  [
    'Liquid loops over the site (`site.posts`, `site.data`)',
    'a{% for p in site.posts %}b{% endfor %}',
    ['>a</p>', '!b'],
  ],
  [
    'Liquid `tablerow`, `cycle`, `increment`',
    'a {% increment x %}',
    ['data-shortcode="increment"'],
  ],
  ['White space control `{%- -%}`', `a\n\n{%- youtube ${video} -%}`, [video]],
  [
    'Nested blocks',
    '{% note() %}\n{{< details "S" >}}\n*b*\n{{< /details >}}\n{% end %}',
    ['class="note"', '<summary>S</summary>', '<em>b</em>'],
  ],
  [
    'Blocks in lists and quotations',
    '- a\n  {% note() %}\n  b\n  {% end %}\n\n> {{% tip %}}\n> c\n> {{% /tip %}}',
    ['<li>', 'data-kind="tip"', '!{%', '!{{'],
  ],
  [
    'Escaped tags',
    '`{{</* x */>}}` {{%/* y */%}} {{/* z() */}} {% raw %}{{ w }}{% endraw %}',
    ['{{&lt; x &gt;}}', '{{% y %}}', '{{ z() }}', '{{ w }}'],
  ],
  ['Tags in code', '`{{ x }}`\n\n```\n{% y %}\n```', ['{{ x }}', '{% y %}']],
  [
    'Unknown tag with a body',
    '{{< wrap >}}*b*{{< /wrap >}}',
    ['data-shortcode="wrap"', '<em>b</em>', '!{{'],
  ],
  ['Unknown tag without a body', 'a {{ wrap() }} b', ['class="shortcode"', '!{{']],
  ['Braces that are no tag', 'Vue has {{ and }', ['{{ and }']],
  [
    'Own shortcodes',
    '{% card(title="x") %}*b*{% end %}',
    ['<p>x</p>', '<em>b</em>', '!{%'],
    { shortcodes: { card: '<div><p>{{title}}</p>{{body}}</div>' } },
  ],
  // Built-in shortcodes
  [
    '`youtube`, `vimeo`, `dailymotion`, `bilibili`',
    '{{< vimeo 146022717 >}}',
    ['player.vimeo.com/video/146022717'],
  ],
  [
    '`figure`, `img`, `image`',
    '{{< figure src="cup.png" alt="A" caption="*C*" >}}',
    ['<figure', 'src="/posts/a/cup.png"', '<em>C</em>'],
    { targets },
  ],
  ['`audio`, `video`', '{{< video src="a.mp4" >}}', ['<video', 'controls']],
  [
    '`gist`, `tweet`, `x`, `instagram`',
    '{{< x user="ada" id="1453110110599868418" >}}',
    ['<a href="https://x.com/ada/status/1453110110599868418"', '!<script'],
  ],
  [
    '`highlight`, `codeblock`',
    '{% highlight js linenos %}\nlet a;\n{% endhighlight %}',
    ['data-numbered', 'data-language="javascript"'],
  ],
  ['`ref`, `relref`', '[a]({{< ref "tea.md#x" >}})', ['href="/posts/tea/#x"'], { targets }],
  [
    '`post_url`, `link`',
    '[a]({% post_url 2020-01-02-tea %}) [b]({% link _posts/tea.md %})',
    ['href="/posts/tea/"', '!{%'],
    { targets },
  ],
  ['`get_url`', '[a]({{ get_url(path="@/tea.md") }})', ['href="/posts/tea/"'], { targets }],
  [
    '`resize_image`',
    '{{ resize_image(path="a.png", width=300, op="fit_width") }}',
    ['<img', 'width="300"'],
  ],
  ['`gallery`, `load_data`, `get_page`', '{{ gallery() }}', ['data-shortcode="gallery"']],
  [
    '`param`, `page.*`, `site.*`',
    '{{< param "n" >}} {{ page.title }} {{ site.title }}',
    ['3 Tea Kettle'],
    { frontMatter: { n: 3 } },
  ],
  [
    '`site.url`, `site.baseurl`, `relative_url`',
    '[a]({{ site.baseurl }}/b/) [c]({{ "/d/" | relative_url }})',
    ['href="/b/"', 'href="/d/"'],
  ],
  [
    '`asset_path`, `asset_url`',
    '![a]({% asset_path cup.png %})',
    ['src="/posts/a/cup.png"'],
    { targets },
  ],
  [
    '`raw`, `verbatim`, `comment`',
    '{% raw %}*a*{% endraw %}{% comment %}b{% endcomment %}',
    ['<em>a</em>', '!b'],
  ],
  [
    '`note`, `info`, `tip`, `warning`, `danger` …',
    '{% warning() %}b{% end %}',
    ['data-kind="warning"', '>Warning<'],
  ],
  [
    '`notice`, `alert`, `admonition`, `callout`',
    '{{% notice tip "T" %}}b{{% /notice %}}',
    ['data-kind="tip"', '>T<'],
  ],
  [
    '`details`, `expand`, `spoiler`',
    '{{< expand "S" >}}*b*{{< /expand >}}',
    ['<summary>S</summary>', '<em>b</em>'],
  ],
  [
    '`quote`, `blockquote`',
    '{% quote(author="Ada") %}b{% end %}',
    ['<blockquote', '<cite>Ada</cite>'],
  ],
  [
    '`tabs`, `tab`',
    '{{< tabs >}}{{< tab "A" >}}b{{< /tab >}}{{< /tabs >}}',
    ['<strong>A</strong>', 'b'],
  ],
  [
    '`mermaid`, `plantuml` and other diagrams',
    '{{< mermaid >}}\ngraph TD\n{{< /mermaid >}}',
    ['mermaid source', 'graph TD', '!<script'],
  ],
  ['`katex`, `math`', '{{< katex >}}x^2{{< /katex >}}', ['<math'], { math: true }],
  ['`toc`', '{{< toc >}}\n\n## A\n\n## B\n\n## C', ['href="#a"']],
  [
    '`qr`, `chart` and other pictures made by scripts',
    'a {{< qr text="x" />}}',
    ['data-shortcode="qr"'],
  ],
  // Code
  ['Fences with a language', '```rust\nlet a = 1;\n```', ['data-language="rust"', 'class="tok-']],
  ['Unknown languages', '```nope\na\n```', ['<pre', 'nope']],
  [
    'Zola fence options `rust,linenos,hl_lines=1`',
    '```rust,linenos,hl_lines=1\na\nb\n```',
    ['data-numbered', 'data-marked'],
  ],
  [
    'Hugo fence options `{linenos=true,hl_lines=[1]}`',
    '```go {linenos=true,hl_lines=[1]}\na\n```',
    ['data-numbered', 'data-marked'],
  ],
  [
    'Docusaurus fence options `js {1} title="x"`',
    '```js {1} title="a.js"\na\n```',
    ['a.js', 'data-marked'],
  ],
  ['Indented code', '    a', ['<pre', 'a']],
  // Blocks of Markdown
  ['CommonMark', '# A\n\n1. b\n   > c', ['<h2', '<ol', '<blockquote']],
  [
    'Tables, strikethrough, task lists, autolinks',
    '| a |\n| - |\n| ~~b~~ |\n\n- [x] c\n\nhttps://d.example',
    ['<table', '<del>b</del>', 'type="checkbox"', 'href="https://d.example"'],
  ],
  ['Footnotes', 'a[^1]\n\n[^1]: *b*', ['Note 1', '<em>b</em>']],
  ['Heading attributes `{#id .class}`', '## A {#b .wide}', ['id="b"', '!{#']],
  ['kramdown `{: .class #id}`', 'a\n{: .lead #b}', ['class="lead"', 'id="b"', '!{:']],
  ['kramdown `{:toc}`', '* toc\n{:toc}\n\n## A\n\n## B\n\n## C', ['href="#a"', '!{:']],
  [
    'An empty section _Table of contents_',
    '## Table of contents\n\n## A',
    ['<nav class="contents"'],
  ],
  ['`[toc]`, `<!-- toc -->`', '[toc]\n\n## A\n\n## B\n\n## C', ['href="#a"', '![toc]']],
  ['`<!-- more -->`', 'a\n\n<!-- more -->\n\nb', ['<p', '!more']],
  ['GitHub alerts `> [!NOTE]`', '> [!TIP]\n> b', ['data-kind="tip"', '![!']],
  [
    'Containers `:::note … :::`',
    ':::warning T\n*b*\n:::',
    ['data-kind="warning"', '<em>b</em>', '!:::'],
  ],
  ['Admonitions `!!! note "T"`', '!!! note "T"\n    b', ['data-kind="note"', '>T<', '!!!!']],
  ['Definition lists', 'A\n: b', ['<dl', '<dd']],
  [
    'Abbreviations `*[HTML]: …`',
    'HTML\n\n*[HTML]: HyperText',
    ['<abbr title="HyperText">HTML</abbr>'],
  ],
  ['Emoji `:name:`', ':smile: and ::before', ['😄', '::before']],
  ['Math `$…$`, `$$…$$`, `\\(…\\)`, `\\[…\\]`', 'a $x^2$\n\n$$\ny\n$$', ['<math'], { math: true }],
  ['Math where nobody asked for it', 'It costs $5 and $6', ['It costs $5 and $6']],
  ['Diagrams in fences', '```mermaid\ngraph TD\n```', ['mermaid source', 'graph TD']],
  ['Tasks with signs `- [/]`', '- [/] a', ['aria-label="In progress"', '◐ a', '![/]']],
  ['Wiki links `[[page]]`', 'a [[Feature #1]]', ['[[Feature #1]]']],
  ['Bars in code within tables', '| a |\n| - |\n| `b|c` |', ['<code>b|c</code>']],
  [
    'Fences right below HTML',
    '<details><summary>a</summary>\n```\nb\n\nc\n```\n</details>\n\nd',
    ['<code>b\n\nc</code>', '</details>', '!```'],
  ],
  ['Blanks in addresses', '![a](my cup.png)', ['src="/posts/a/my%20cup.png"'], { targets }],
  ['Sizes of images', '![a](cup.png =9x8)', ['width="9"', 'height="8"', '!=9']],
  [
    'Lists of attributes in a line',
    '[a](https://b.example){: .small}{:\n.lead} c',
    ['class="small lead"', '!{:'],
  ],
  [
    'Bare addresses in text without blanks',
    '見るhttps://b.example/c（d）',
    ['href="https://b.example/c"', '</a>（d）'],
  ],
  ['Emphasis beside CJK', '**日本。**語', ['<strong>日本。</strong>語']],
  // HTML
  [
    '`figure`, `picture`, `video`, `audio`',
    '<figure>\n<picture><source srcset="a.avif"><img src="b.png" alt="c"></picture>\n<figcaption>d</figcaption>\n</figure>',
    ['<picture>', '<figcaption>d'],
  ],
  [
    '`details`, `kbd`, `ruby`, `abbr`, `cite`',
    '<details><summary>a</summary>b</details>\n\n<kbd>c</kbd> <ruby>d<rt>e</rt></ruby>',
    ['<details', '<kbd>c</kbd>', '<ruby>d<rt>e</rt></ruby>'],
  ],
  [
    'Inline SVG and MathML',
    '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>\n\n<math><mi>x</mi></math>',
    ['<svg', '<path', '<mi>x</mi>'],
  ],
  [
    'Markdown in HTML (`markdown="1"`)',
    '<div markdown="1">\n*a*\n</div>',
    ['<em>a</em>', '!markdown='],
  ],
  [
    '`iframe` of listed hosts',
    `<iframe src="https://www.youtube.com/embed/${video}"></iframe>`,
    ['<iframe', 'youtube-nocookie.com'],
  ],
  [
    '`iframe` of other hosts',
    '<iframe src="https://a.example/b"></iframe>',
    ['<a', 'a.example', '!<iframe'],
  ],
  [
    'The tweet widget',
    '<blockquote class="twitter-tweet">a</blockquote>\n<script async src="https://platform.twitter.com/widgets.js"></script>',
    ['<blockquote', 'a', '!<script'],
  ],
  [
    '`script`, `style`, `form`, `object`',
    'a\n\n<script>b</script>\n\n<form><input></form>',
    ['a', '!<script', '!<form'],
  ],
  [
    '`style` and event attributes',
    '<p style="color:red" onclick="a()">b</p>',
    ['b', '!style', '!onclick'],
  ],
  ['Unknown tags in prose', 'a Vec<u64> and <leader>', ['&lt;u64', '&lt;leader']],
  // Addresses
  ['Zola `@/file.md`', '[a](@/tea.md#b)', ['href="/posts/tea/#b"'], { targets }],
  ['Relative `.md` links', '[a](../tea.md)', ['href="/posts/tea/"'], { targets }],
  ['Images beside the post', '![a](cup.png)', ['src="/posts/a/cup.png"'], { targets }],
  [
    'Pictures by alias (`@assets/cup.png`)',
    '![](@assets/cup.png)',
    ['src="/media/assets/cup.png"'],
    { targets },
  ],
  ['Root-relative addresses', '[a](/b/)', ['href="/b/"']],
];

/** Row, path, file, and what is known of the post. */
type FileCase = readonly [row: string, path: string, file: string, meta: Partial<PostMeta>];

const keyword = (name: string): { name: string; slug: string } => ({
  name,
  slug: name.toLowerCase(),
});

const fileCases: readonly FileCase[] = [
  [
    '`+++` TOML',
    'a.md',
    '+++\ntitle = "T"\ndate = 2020-01-02\n+++\nb',
    { title: 'T', date: { day: '2020-01-02', instant: undefined } },
  ],
  [
    '`---` YAML',
    'a.md',
    '---\ntitle: T\ndate: 2020-01-02\n---\nb',
    { title: 'T', date: { day: '2020-01-02', instant: undefined } },
  ],
  ['`{` JSON', 'a.md', '{\n"title": "T"\n}\n\nb', { title: 'T' }],
  [
    'Header lines of Pelican',
    'a.md',
    'Title: T\nDate: 2020-01-02\n\nb',
    { title: 'T', date: { day: '2020-01-02', instant: undefined } },
  ],
  ['No front matter', 'tea-cup.md', '# T\n\nb', { title: 'T', date: undefined }],
  [
    'YAML that strict parsers refuse',
    'a.md',
    '---\ntitle: A: b\ndate: 2020-01-02\n---\nb',
    { title: 'A: b' },
  ],
  [
    'Date in the file name',
    '2020-01-02-tea.md',
    'b',
    { date: { day: '2020-01-02', instant: undefined } },
  ],
  [
    '`taxonomies.tags`, `tags`, `categories`, `keywords`',
    'a.md',
    '+++\n[taxonomies]\ntags = ["X"]\nkeywords = ["Y"]\n+++\nb',
    { keywords: [keyword('Y'), keyword('X')] },
  ],
  [
    'Keywords in one string',
    'a.md',
    '---\ntags: X, Y\n---\nb',
    { keywords: [keyword('X'), keyword('Y')] },
  ],
  [
    'Keywords in one string without commas',
    '2020-01-02-a.md',
    '---\ntags: X Y\n---\nb',
    { keywords: [keyword('X'), keyword('Y')] },
  ],
  [
    '`draft`, `published: false`',
    'a.md',
    '---\npublished: "false"\n---\nb',
    { hidden: { kind: 'unpublished', setting: 'published', value: 'false' } },
  ],
  [
    'Dates in the future, `expirydate`',
    'a.md',
    '---\ndate: 2027-01-02\n---\nb',
    { hidden: { kind: 'future', day: '2027-01-02' } },
  ],
  ['`slug`', 'a.md', '---\nslug: tea-cup\n---\nb', { permalink: '/posts/tea-cup/' }],
  ['Zola `path`', 'a.md', '+++\npath = "x/tea"\n+++\nb', { permalink: '/x/tea/' }],
  ['Hugo `url`', 'a.md', '---\nurl: /x/tea/\n---\nb', { permalink: '/x/tea/' }],
  [
    'Jekyll `permalink`',
    '2020-01-02-tea.md',
    '---\npermalink: /:year/:title/\n---\nb',
    { permalink: '/2020/tea/' },
  ],
  [
    '`aliases`, `redirect_from`',
    'a.md',
    '---\nredirect_from: /old/\n---\nb',
    { aliases: ['/old/'] },
  ],
  [
    'Page bundles (`tea/index.md`)',
    'tea/index.md',
    '---\ntitle: T\n---\nb',
    { permalink: '/posts/tea/' },
  ],
  ['Language suffix (`tea.fr.md`)', 'tea.fr.md', '---\ntitle: T\n---\nb', { language: 'fr' }],
  ['Language folder (`fr/tea.md`)', 'fr/tea.md', '---\ntitle: T\n---\nb', { language: 'fr' }],
  [
    'Addresses in `.html`',
    '2020-01-02-tea.md',
    '---\npermalink: /:year/:title.html\n---\nb',
    { permalink: '/2020/tea.html' },
  ],
  [
    'Names in capitals',
    '2020-01-02-Green-Tea.md',
    '---\npermalink: /:title/\n---\nb',
    { permalink: '/Green-Tea/' },
  ],
  [
    'Words of `categories`',
    '2020-01-02-tea.md',
    '---\ncategories: hot drinks\npermalink: /:categories/:title/\n---\nb',
    { permalink: '/hot/drinks/tea/' },
  ],
  [
    'Folders above `_posts`',
    'drinks/_posts/2020-01-02-tea.md',
    '---\npermalink: pretty\n---\nb',
    { permalink: '/drinks/2020/01/02/tea/' },
  ],
  ['`series`', 'a.md', '---\nseries: S\n---\nb', { series: { name: 'S', order: undefined } }],
  [
    '`description`, `summary`, `excerpt`',
    'a.md',
    '---\ndescription: D\n---\nb',
    { description: 'D' },
  ],
  ['`image`, `cover`', 'a.md', '---\nimage: a.png\n---\nb', { image: 'a.png' }],
  [
    '`private: true`',
    'a.md',
    '---\nprivate: true\n---\nb',
    { hidden: { kind: 'unpublished', setting: 'private', value: 'true' } },
  ],
  [
    '`render`, `headless`, `build.render`, `permalink: false`',
    'a.md',
    '---\nbuild:\n  render: never\n---\nb',
    { hidden: { kind: 'unpublished', setting: 'build.render', value: 'never' } },
  ],
  ['Names that begin with `_`', '_a.md', 'b', { hidden: { kind: 'name', part: '_a.md' } }],
  ['`heroImage`, `ogImage`', 'a.md', '---\nheroImage: ../a.png\n---\nb', { image: '../a.png' }],
  [
    '`canonical`, `canonicalURL`',
    'a.md',
    '---\ncanonicalURL: https://a.example/\n---\nb',
    { canonical: 'https://a.example/' },
  ],
  [
    '`noindex`, `robots`, `sitemap: false`',
    'a.md',
    '---\nrobots: noindex\nsitemap: false\n---\nb',
    { isUnindexed: true, isOffSitemap: true },
  ],
  ['`toc`, `ShowToc`', 'a.md', '---\nShowToc: false\n---\nb', { toc: false }],
  ['`pin`, `featured`, `sticky`', 'a.md', '---\nfeatured: true\n---\nb', { pin: 0 }],
  ['Hugo `weight`', 'a.md', '---\nweight: 2\n---\nb', { weight: 2 }],
  [
    '`redirect_to`',
    'a.md',
    '---\nredirect_to: /b/\n---\nb',
    { hidden: { kind: 'moved', to: '/b/' } },
  ],
  [
    '`layout: page`, `about.md`',
    'about.md',
    '---\nlayout: page\n---\nb',
    { isPage: true, permalink: '/about/' },
  ],
  [
    '`layout: archives`, `search`, `tags`',
    'archives.md',
    '---\nlayout: archives\n---\n',
    { hidden: { kind: 'theme', layout: 'archives', to: '/archive/' } },
  ],
  [
    '`math`, `mathjax`, `katex`, `extra.math`',
    'a.md',
    '+++\n[extra]\nmath = true\n+++\nb',
    { math: true },
  ],
];

describe('dialects', () => {
  // Loops, because `test.each` would take the optional last part of a case for missing.
  for (const [row, body, html, options] of bodyCases) {
    test(row, async () => {
      const { post, context } = makeBody(body, options);
      const rendered = await renderBody(post, context);
      expectParts(rendered.html, html);
    });
  }

  for (const [row, body, html] of mdxCases) {
    test(row, async () => {
      const { post } = await parsePost(`---\ntitle: T\n---\n${body}\n`, 'a.mdx', {
        site,
        collection: 'posts',
        today: '2026-01-01',
      });
      const rendered = await renderBody(post, makeBody('', { targets }).context);
      expectParts(rendered.html, html);
    });
  }

  for (const [row, note, html, options] of vaultCases) {
    test(row, async () => {
      const shown = await renderNote(note, options);
      for (const part of html) {
        if (part.startsWith('!')) expect(shown).not.toContain(part.slice(1));
        else expect(shown).toContain(part);
      }
    });
  }

  const files = [
    ...fileCases.map((fileCase) => ({ fileCase, site })),
    ...vaultFileCases.map((fileCase) => ({ fileCase, site: { ...site, vault: true } })),
  ];
  for (const { fileCase, ...options } of files) {
    const [row, path, file, meta] = fileCase;
    test(row, async () => {
      const { post } = await parsePost(file, path, {
        ...options,
        collection: 'posts',
        today: '2026-01-01',
        readPublishing,
      });
      expect(post.meta).toMatchObject(meta);
    });
  }
});

function expectParts(html: string, parts: readonly string[]): void {
  for (const part of parts) {
    const isAbsent = part.startsWith('!') && part.length > 1;
    if (isAbsent) expect(html).not.toContain(part.slice(1));
    else expect(html).toContain(part);
  }
}

describe('docs/dialects.md', () => {
  const tests = [...bodyCases, ...vaultCases, ...mdxCases, ...fileCases, ...vaultFileCases].map(
    ([row]) => row,
  );
  const rows = readRows();

  test('has a test for each row', () => {
    expect(rows.filter((row) => !tests.includes(row))).toEqual([]);
  });

  test('has a row for each test', () => {
    expect(tests.filter((row) => !rows.includes(row))).toEqual([]);
    expect(new Set(tests).size).toBe(tests.length);
  });
});

/** The first cells of all tables of constructs. */
function readRows(): string[] {
  const text = readFileSync(new URL('../../../docs/dialects.md', import.meta.url), 'utf8');
  const [constructs = ''] = text.split('## Addresses by generator');
  return constructs
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (?:Construct|-)/.test(line))
    .map((line) =>
      (line.split(/(?<!\\) \| ?/)[0] ?? '').replace(/^\| /, '').replaceAll('\\|', '|').trim(),
    );
}
