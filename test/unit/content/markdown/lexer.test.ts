import { describe, expect, test } from 'vitest';

import { htmlOf, renderText } from '../../../support/render-text.ts';

/** How often a piece is repeated. That the time grows no faster than the text is seen by `npm run bench -- hostile`. */
const n = 10_000;

const repeat = (piece: string, count = n): string => piece.repeat(count);
const lines = (line: (index: number) => string, count = n / 10): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

const hostile: Readonly<Record<string, string>> = {
  'quotes in quotes': repeat('> ', 1200),
  'more quotes in quotes': repeat('>'),
  'bullets in bullets': repeat('- ', 1000),
  'numbers in numbers': repeat('1. ', 1000),
  'quotes in bullets': repeat('- > ', 3000),
  'quotes of changing depth with lazy lines': lines(
    (i) => `${repeat('> ', (i % 30) + 1)}a\nb`,
    300,
  ),
  'lists by indentation': lines((i) => `${' '.repeat(i * 2)}- a`, 200),
  'opening brackets': repeat('['),
  'brackets that never are links': repeat('[a]('),
  'links that end at the end': `${repeat('[a](b')})`,
  'opening image marks': repeat('!['),
  'brackets around brackets': `${repeat('[', 500)}a${repeat('](b)', 500)}`,
  'opening stars': repeat('*a '),
  'stars in stars': `${repeat('*a **b ', n / 2)}${repeat('b** a*', n / 2)}`,
  'stars between letters': repeat('a**b'),
  strikes: repeat('~~a '),
  'backticks of growing length': lines((i) => `${'`'.repeat(i + 1)}a`, 500),
  'less-than signs': repeat('<'),
  'heads of tables in a table': repeat('a|\n|-\n', 30 * n),
  'tables that are too large': repeat(`a|\n|-\n${repeat('b|\n')}\n`, 40),
  'scripts without an end': repeat('<script>\n\n', 3 * n),
  'unclosed tags': repeat('<a '),
  'unclosed quotes': repeat('<a b="'),
  'unclosed comments': repeat('<!--'),
  'unclosed comments on lines': repeat('<!--\n\n', n / 4),
  'unclosed scripts': repeat('<script>\n\n', n / 4),
  'unclosed divisions': repeat('<div>\n\n', n / 4),
  'unclosed bold': repeat('<b>'),
  attributes: `<a ${lines((i) => `a${i}=1`, n).replaceAll('\n', ' ')}>x</a>`,
  'elements of Markdown': repeat('<div markdown="1">\n', n / 4),
  'a wide table': `|${repeat('a|', 1000)}\n|${repeat('-|', 1000)}\n${repeat('x\n', 2000)}`,
  'many heads of tables': repeat('a\n|-\n', n / 4),
  'footnotes that name each other': `${lines((i) => `[^a${i}]: x[^a${i + 1}]`)}\n\n[^a0]`,
  'a footnote that names itself': `[^a]: ${repeat('[^a]')}\n\n[^a]`,
  'unclosed containers': repeat(':::note\n', n / 4),
  'stray ends of containers': repeat(':::\n', n / 4),
  definitions: repeat('a\n: b\n', n / 4),
  'terms without definitions': repeat('a\n'),
  'attribute lists': repeat('{: .x}\n', n / 4),
  'unclosed attribute lists': repeat('{:\n', n / 4),
  'almost headings': `${repeat('a\n')}=`,
  dollars: repeat('$'),
  'unclosed formulas': repeat('$$ a\n', n / 4),
  'unclosed environments': repeat('\\begin{align}\n', n / 10),
  'a formula in braces': `$$${repeat('\\frac{', 2000)}$$`,
  'a formula that defines itself': '$\\def\\a{\\a\\a}\\a$',
  abbreviations: `${lines((i) => `*[A${i}]: x`)}\n\n${repeat('A1 A2 ', n / 4)}`,
  colons: repeat(':a'),
  'quotation marks': repeat('"'),
  'combining marks': `a${repeat('\u0301')}`,
  'blank lines': repeat('\n'),
  spaces: repeat(' '),
  ampersands: repeat('&'),
  backslashes: repeat('\\'),
  addresses: repeat('http://a.b/', n / 4),
  'an address of question marks': `http://a.b${repeat('?')}`,
  'almost mail addresses': repeat('a@b.'),
  'one long word': repeat('a', n * 10),
  fences: repeat('```\n', n / 4),
  'links in Markdown as code': `\`\`\`md\n${repeat('[a](', n / 4)}\n\`\`\``,
  'options of a fence': `\`\`\`${repeat('a=b,', n / 4)}\nx\n\`\`\``,
  notes: repeat('> [!NOTE]\n> ', n / 4),
  'tables of contents': repeat('# a\n\n[toc]\n\n', 400),
  'links to themselves': repeat('<a href="#x">', n / 8),
};

describe('PostLexer', () => {
  test.each(Object.entries(hostile))('comes to an end on %s', async (_name, source) => {
    const { html } = await renderText(source, { math: true, site: { smartPunctuation: true } });
    expect(html.length).toBeLessThan(source.length * 60 + 60_000);
  });

  test('shows what is nested too deep as text, and says so', async () => {
    const { html, problems } = await renderText(`${repeat('> ', 40)}end`);
    expect(html.match(/<blockquote/g)).toHaveLength(24);
    expect(html).toContain('&gt; end');
    expect(problems).toMatchObject([{ kind: 'limit', severity: 'warning' }]);
    expect(problems[0]?.message).toContain('more than 24 deep');
  });

  test('shows a table beyond bounds as text, and says so', async () => {
    const { html, problems } = await renderText(
      `a\n\n|${repeat('a|', 300)}\n|${repeat('-|', 300)}\n${repeat('x\n', 100)}`,
    );
    expect(html).not.toContain('<table');
    expect(problems).toMatchObject([{ kind: 'limit', line: 3 }]);
  });

  test('takes no heading over a long text for a table beyond bounds', async () => {
    const { html, problems } = await renderText(`Title\n---\n${repeat('line\n', 20_001)}`);
    expect(html).toContain('<h2');
    expect(problems).toEqual([]);
  });

  test('reads a very long paragraph to its end', async () => {
    const html = await htmlOf(repeat('**word** ', 3000));
    expect(html.match(/<strong>word<\/strong>/g)).toHaveLength(3000);
    expect(html).not.toContain('**');
  });

  test('does not cut a character of a long run in two', async () => {
    const html = await htmlOf(`a${repeat('𝄞', 12_000)}`);
    expect(html).toBe(`<p>a${repeat('𝄞', 12_000)}</p>`);
  });
});
