import { describe, expect, test } from 'vitest';

import { renderText } from '../../../support/render-text.ts';

const table = '| a | b |\n| - | - |\n';

/** The problems of `body` as `line message`. */
async function problemsOf(body: string, math = false): Promise<readonly string[]> {
  const { problems } = await renderText(body, { math });
  return problems.map(({ line, message }) => `${line ?? '-'} ${message}`);
}

describe('findLeftovers', () => {
  test.each([
    [
      'a surplus cell',
      `a\n\n${table}| p | q | *r* s |`,
      '5 A row has more cells than the 2 columns of its table; `*r* s` is not shown.',
    ],
    [
      'a surplus cell in a quote',
      `> ${table.replaceAll('\n', '\n> ')}| c | d |\n> | p | q | r |`,
      '4 A row has more cells than the 2 columns of its table; `r` is not shown.',
    ],
    [
      'a fence that is not closed',
      'a\n\n```js\nb\n\nc',
      '3 The code that begins here is not closed; the rest of the post is code.',
    ],
    [
      'a fence in a list that is not closed',
      '- a\n\n  ~~~\n  b\n\nc',
      '3 The code that begins here is not closed; the rest of its block is code.',
    ],
    [
      'a footnote that nothing refers to',
      'a[^1]\n\n[^1]: b\n\n[^two]: *c* d',
      '5 Nothing refers to the footnote `[^two]`; its text is not shown.',
    ],
    [
      'a link that is none',
      'a\nb [c](see below) d',
      '2 `](see below)` is shown as it is written: it makes no link.',
    ],
    [
      'a link in a list',
      '- a\n- [c](/d e)',
      '2 `](/d e)` is shown as it is written: it makes no link.',
    ],
    [
      'an alert that is none',
      'z [!note] y',
      '1 `[!note]` is shown as it is written: it opens no note.',
    ],
    ['a comment of a vault', 'a %%b c%% d', '1 `%%b c%%` is shown to readers and found by search.'],
    [
      'an attribute list',
      'a b{: .c} d',
      '1 `{: .c}` is shown as it is written: it stands behind nothing it could belong to.',
    ],
    [
      'a reference without a footnote',
      'a\n\nb[^c]',
      '3 `[^c]` is shown as it is written: there is no such footnote.',
    ],
    [
      'a fence within HTML',
      '<div>a\n```js\nb\n```\n</div>',
      '2 `´´´js` is shown as it is written: it stands within HTML.',
    ],
    [
      'a link within HTML',
      '<div>\n[a](https://b.example/)\n</div>',
      '2 `](https://b.example/)` is shown as it is written: it makes no link.',
    ],
    [
      'a footnote that is there twice',
      'a[^1]\n\n[^1]: b\n\n[^1]: c',
      '5 The footnote `[^1]` is defined again; only the first text is shown.',
    ],
    [
      'a list within HTML',
      '<div>\n- a\n- a</div>',
      '2 `- a` is shown as it is written: it stands within HTML.',
    ],
    [
      'bold words within HTML',
      '<div>a **b c**</div>',
      '1 `**b c**` is shown as it is written: it stands within HTML.',
    ],
    [
      'a table that is none',
      'a\n\n| b | c |\n|--|\n| d |',
      '4 `|--|` is shown as it is written: it makes no table.',
    ],
    [
      'a definition that is none',
      'a\n\n[b]: /c d',
      '3 `[b]:` is shown as it is written: it defines no link.',
    ],
    [
      'the end of a link that is code',
      'a\n\n[b ` c](/u) and `d`',
      '3 `](/u)` is shown as code, which a backtick in the label before it opens; it makes no link.',
    ],
    [
      'the second of two',
      '[a](https://b.example/)\n\n[c](d e)',
      '3 `](d e)` is shown as it is written: it makes no link.',
    ],
  ])('names %s', async (_, body, problem) => {
    expect(await problemsOf(body)).toEqual([problem]);
  });

  test.each([
    ['links and footnotes', '[a](https://b.example/)[^1]\n\n[^1]: b'],
    ['escapes', '\\[a](b c) \\[^1] a{\\: .c} \\%%b%%'],
    [
      'code',
      '`[a](b)` `](a b)` `[^1]` `{: .x}`\n\n```\n[^1] ](a b) %%c%% {: .c}\n```\n\n    [!x] [^1]',
    ],
    ['HTML that shows code', '<pre>[^1] ](a b)</pre>\n\n<code>{: .x}</code>'],
    ['tags before a sign', '<div>\n<b>*</b> a\n<i>x</i> - b</div>'],
    ['what a comment holds', '<!-- [a](b c) -->'],
    ['percent signs', 'from 5%% to 10%% of 100 %'],
    ['attributes of headings', '# a {: #b .c}\n\n## d {#e}'],
    ['full rows', `${table}| p | q |\n| \`a|b\` | q |\n| a \\| b | c |`],
    ['indented code', '    ```\n    b'],
    ['closed fences', '```\na\n```\n\n~~~\nb\n~~~~\n\n> ```\n> c\n> ```'],
  ])('says nothing about %s', async (_, body) => {
    expect(await problemsOf(body)).toEqual([]);
  });

  test('names a formula that is none, where a post asks for formulas', async () => {
    expect(await problemsOf('a\nb $ \\frac{x}{y} $ c', true)).toEqual([
      '2 `$ \\frac{x}{y} $` is shown as it is written: it is no formula.',
    ]);
    expect(await problemsOf('a $ \\frac{x}{y} $ c')).toEqual([]);
    expect(await problemsOf('from $5 to $10, $x$ and `$ \\frac $`', true)).toEqual([]);
  });

  test('names each thing once', async () => {
    expect(await problemsOf('a[^b]\n\nc[^b]\n\nd[^e]')).toHaveLength(2);
  });

  test('takes time in proportion to the text', async () => {
    for (const piece of ['](a ', '[^a] ', '%%a', '{: ', '[!a] ', '| a | b\n'])
      expect((await renderText(piece.repeat(20_000))).problems.length).toBeLessThan(300);
  });
});
