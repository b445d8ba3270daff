/** Bodies that keep within a bound and are as heavy as it allows. */

const fill = (piece: string, length: number): string =>
  piece.repeat(Math.floor(length / piece.length));
const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

/** Length of the longest file that is read, less its head. */
const longest = 1024 * 1024 - 1000;

const code = (language: string, length: number): string =>
  `\`\`\`${language}\n${fill('const a = [1, "b", /c/]; // d\n', length)}\`\`\`\n\n`;

/** For each bound the worst post that it allows, by the name of the bound. */
export const worstPosts: Readonly<Record<string, string>> = {
  'length: paragraphs': fill('Words of a paragraph that goes on for a while.\n\n', longest),
  'length: one paragraph': fill('words that go on ', longest),
  'length: emphasis': fill('*a **b ', longest),
  'length: brackets': fill('[a](', longest),
  'length: links': fill('[a](/b) ', longest),
  'length: rules': fill('---\n', longest),
  'length: list': fill('- a\n', longest),
  'length: backticks': fill('` `` ', longest),
  'length: HTML': fill('<b>a</b>', longest),
  'length: entities': fill('&amp;', longest),
  'length: code': code('', longest - 100),
  'length: coloured code': fill(code('js', 119_000), longest),
  'length: small coloured code': fill(code('js', 60), longest),
  'length: formulas': fill('$x^2$ ', longest),
  'length: shortcodes': fill('{{ x }} ', longest),
  'length: definitions': lines(longest / 16, (index) => `[a${index}]: /b`),
  'length: marks': fill('a\u0301', longest / 3),
  'quotes in quotes': fill(`${'> '.repeat(23)}a\n\n`, longest),
  'lists in lists': fill(`${lines(23, (depth) => `${' '.repeat(2 * depth)}- a`)}\n\n`, longest),
  'cells of tables': fill(`|${'a|'.repeat(100)}\n|${'-|'.repeat(100)}\n${`|${'a|'.repeat(100)}\n`.repeat(190)}\n`, longest),
  headings: lines(500, (index) => `## ${'a '.repeat(100)}${index}\n\ntext\n`),
  'headings beyond those listed': fill('## a\n\n', longest),
  attributes: fill(`<p ${lines(64, (index) => `title${index}="a"`).replaceAll('\n', ' ')}>a</p>\n\n`, longest),
  'levels of HTML': fill(`${'<div>'.repeat(199)}a${'</div>'.repeat(199)}\n\n`, longest),
  notes: lines(20_000, (index) => `a[^${index}]\n\n[^${index}]: b\n`),
  pictures: fill('![a](/b.png)\n\n', longest),
  formula: fill(`$$\n${fill('\\frac{a}{b} ', 19_900)}\n$$\n\n`, longest),
  'rounds of loops': fill('{% for a in (1..1000) %}*b* {% endfor %}\n\n', longest),
  drawing: `<svg viewBox="0 0 9 9">${'<path d="M0 0h9v9z"/>'.repeat(19_900)}</svg>`,
}; // prettier-ignore
