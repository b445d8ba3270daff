import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { cleanMdx } from '../../../../src/content/mdx/clean-mdx.ts';
import type { CleanedMdx } from '../../../../src/content/mdx/clean-mdx.ts';
import { seeded, textOf } from '../random-text.ts';

function clean(body: string, values: Readonly<Record<string, unknown>> = {}): CleanedMdx {
  return cleanMdx({ body, bodyLine: 5, file: 'posts/a.mdx', values });
}

describe('cleanMdx', () => {
  test.each([
    ['plain Markdown', '# A\n\n- *b* [c](d.md)\n', '# A\n\n- *b* [c](d.md)\n'],
    ['an import', 'import A from "./A.astro"\n\nText.', '\n\nText.'],
    [
      'imports over lines',
      "import {\n  A,\n  B,\n} from 'x';\nimport 'y'\n\nText.",
      '\n\n\n\n\n\nText.',
    ],
    ['an import in the middle', 'a\n\nimport A from "a"\n\nb', 'a\n\n\n\nb'],
    [
      'an export with blank lines in it',
      'export const f = () => {\n  const a = 1;\n\n  return `}`;\n};\n\nText.',
      '\n\n\n\n\n\nText.',
    ],
    [
      'a word that is none',
      'a\nimport duties rise.\n\nexport markets',
      'a\nimport duties rise.\n\nexport markets',
    ],
    ['a component', 'a <Chart data={x} /> b', 'a  b'],
    ['a component over lines', '<Chart\n  data={[1, 2]}\n  on\n/>\n\nb', '\n\n\n\n\nb'],
    ['a component of a module', '<Tabs.Panel>b</Tabs.Panel>', 'b'],
    ['text in components', '<Box>\n\n**b**\n\n</Box>', '\n\n**b**\n\n'],
    [
      'indented text in components',
      '<A>\n  <B>\n    - b\n      - c\n  </B>\n</A>',
      '\n\n- b\n  - c\n\n',
    ],
    [
      'indented code in components',
      '<A>\n    ```js\n    if (a) {\n      b\n    }\n    ```\n</A>',
      '\n```js\nif (a) {\n  b\n}\n```\n',
    ],
    ['the title of a component', '<Card title="Mo*re">\nb\n</Card>', '**Mo\\*re**\nb\n'],
    ['a card that is a link', '<LinkCard title="T&C" href="/a?b" />', '<a href="/a?b">T&C</a>'],
    ['a fragment', '<>a</>', 'a'],
    ['a note by its name', '<callout-info>\nb\n</callout-info>', '{{< info >}}\nb\n{{< /info >}}'],
    ['an element of its own', '<my-box>b</my-box>', 'b'],
    [
      'a note',
      '<Aside type="tip" title="T">\nb\n</Aside>',
      '{{< callout type="tip" title="T" >}}\nb\n{{< /callout >}}',
    ],
    ['a film', '<YouTube id="dQw4w9WgXcQ" />', '{{< youtube id="dQw4w9WgXcQ" >}}'],
    [
      'tabs',
      '<Tabs>\n<TabItem label="A">b</TabItem>\n</Tabs>',
      '{{< tabs >}}\n{{< tab title="A" >}}b{{< /tab >}}\n{{< /tabs >}}',
    ],
    [
      'a picture by an import',
      'import cup from "../cup.png";\n\n<Image src={cup} alt="A &quot;cup" width={300} />',
      '\n\n<img src="../cup.png" alt="A &quot;cup" width="300">',
    ],
    ['a picture by its path', '<Image src="@assets/a.png" alt="" />', '<img src="@assets/a.png">'],
    [
      'a picture of a component of any name',
      'import a from "/src/a.webp"\n\n<BlogImage src={a} alt="b" />',
      '\n\n<img src="/src/a.webp" alt="b">',
    ],
    [
      'a picture with its caption',
      '<Zoom image="a.png" caption="C" />',
      '<figure><img src="a.png"><figcaption>C</figcaption></figure>',
    ],
    [
      'an element with an import',
      "import cup from './cup.png'\n\n<img src={cup.src} className='wide' style={{ a: 1 }} />",
      '\n\n<img src="./cup.png" class="wide" />',
    ],
    [
      'an element that JSX ends by a stroke',
      '<video controls={true} loop={false}\n  src="a.mp4"\n/>\n\n<iframe src="b" />',
      '<video controls src="a.mp4"></video>\n\n\n\n<iframe src="b"></iframe>',
    ],
    [
      'an attribute of any name',
      '<p constructor="a" className="b">c</p>',
      '<p constructor="a" class="b">c</p>',
    ],
    ['HTML', '<a href="x">b</a> <br /> <kbd>c</kbd>', '<a href="x">b</a> <br /> <kbd>c</kbd>'],
    [
      'Markdown in HTML',
      '<div className="x">\n  **b**\n</div>',
      '<div class="x" markdown="1">\n**b**\n</div>',
    ],
    ['a string', 'a {"b"}{\' \'}{`c`} {12}', 'a b c 12'],
    ['the end of the opening', 'a\n\n{/* truncate */}\n\nb', 'a\n\n<!-- more -->\n\nb'],
    ['a remark', 'a {/* {b} */} c', 'a  c'],
    ['exported values', 'export const a = 12.5;\nexport const b = "c"\n\n{a} {b}', '\n\n\n12.5 c'],
    ['another expression', 'a {items.map((i) => <li>{i}</li>)} b', 'a  b'],
    ['an expression over lines', '{\n  a\n}\n\nb', '\n\n\n\nb'],
    [
      'code',
      '`{a}` `` <B> ` `` and\n\n```\nimport a\n{b} <C>\n```\n',
      '`{a}` `` <B> ` `` and\n\n```\nimport a\n{b} <C>\n```\n',
    ],
    [
      'a formula',
      '$x_{1} < \\frac{a}{b}$ and $$\nx^{2}\n$$',
      '$x_{1} < \\frac{a}{b}$ and $$\nx^{2}\n$$',
    ],
    ['the id of a heading', '## A {#b}', '## A {#b}'],
    ['escaped signs', '\\{a\\} \\<B>', '\\{a\\} \\<B>'],
    ['signs that begin nothing', 'a < b, {c', 'a < b, {c'],
    ['an address between signs', '<https://example.org>', '<https://example.org>'],
    ['an apostrophe in an expression', "{x ? 'it' : y}don't", "don't"],
  ])('reads %s', (_, body, expected) => {
    expect(clean(body).body).toBe(expected);
  });

  test('reads values of the front matter', () => {
    const body = 'By {frontmatter.author}, {frontmatter.constructor}';
    expect(clean(body, { author: 'Ada' }).body).toBe('By Ada, ');
  });

  test('names what is left out, each thing once, with its place', () => {
    const { problems } = clean('import A from "a"\n\n<A />\n\n<B>b</B> <B>c</B>\n\n{d} {d}\n');
    expect(
      problems.map(({ severity, line, column, message }) => [severity, line, column, message]),
    ).toEqual([
      ['info', 5, 1, '`import` is code of MDX, which is left out.'],
      ['warning', 7, 1, '`<A />` is a component of MDX, which is left out.'],
      [
        'info',
        9,
        1,
        '`<B>` is a component of MDX: its text stays, the component is left out, 2 times.',
      ],
      ['warning', 11, 1, '`{d}` is code of MDX, which is left out, 2 times.'],
    ]);
    expect(problems[1]?.frame).toBe('<A />\n^');
    const silent = '{/* a */} {" "} <Image src="a.png" /> <Fragment>b</Fragment> <>c</>';
    expect(clean(silent).problems).toEqual([]);
  });

  test('keeps the number of lines, whatever the text', () => {
    const pieces = [
      '<A',
      '>',
      '</A>',
      '/>',
      '{',
      '}',
      '`',
      '```\n',
      '\n',
      '"',
      "'",
      '$',
      '\\',
      'import a from "b"',
      ' a={b}',
      '/*',
      '  ',
    ];
    fc.assert(
      fc.property(textOf(pieces), (body) => {
        expect(clean(body).body.split('\n')).toHaveLength(body.split('\n').length);
      }),
      seeded,
    );
  });

  test.each([
    '{',
    '<A ',
    '`',
    '<A b={',
    '$x',
    'export {\n',
    '```\n',
    '{"',
    '<A>',
    '<A>\n',
    '</B>',
    '<A />',
    '{a}',
    '$a ',
  ])('comes to an end with very many %j', (piece) => {
    const text = piece.repeat(60_000);
    expect(clean(text).body.split('\n')).toHaveLength(text.split('\n').length);
  });
});
