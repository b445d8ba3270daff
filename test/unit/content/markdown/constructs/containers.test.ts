import { describe, expect, test } from 'vitest';

import { htmlOf, renderText } from '../../../../support/render-text.ts';

const note = (kind: string, title: string, html: string): string =>
  `<div class="note" data-kind="${kind}" role="note"><p class="note-title">${title}</p>${html}</div>`;

describe('containerSyntax', () => {
  test.each([
    ['Docusaurus', ':::note\n\na\n\n:::', note('note', 'Note', '<p>a</p>')],
    ['Docusaurus with a title', ':::tip[Do *it*]\na\n:::', note('tip', 'Do *it*', '<p>a</p>')],
    [
      'Docusaurus with attributes',
      ':::warning{title="T"}\na\n:::',
      note('warning', 'T', '<p>a</p>'),
    ],
    ['VuePress', '::: danger STOP\na\n:::', note('caution', 'STOP', '<p>a</p>')],
    ['Pandoc', '::: {.note}\na\n:::', note('note', 'Note', '<p>a</p>')],
    ['Quarto', '::: {.callout-tip title="T"}\na\n:::', note('tip', 'T', '<p>a</p>')],
    ['one line', ':::note a *b* :::', note('note', 'Note', '<p>a <em>b</em></p>')],
    [
      'nesting by count',
      '::::note\n:::tip\na\n:::\n::::',
      note('note', 'Note', note('tip', 'Tip', '<p>a</p>')),
    ],
    [
      'nesting alike',
      ':::note\n:::tip\na\n:::\nb\n:::',
      note('note', 'Note', `${note('tip', 'Tip', '<p>a</p>')}<p>b</p>`),
    ],
    [
      'marks inside code',
      ':::note\n```\n:::\n```\n:::',
      note(
        'note',
        'Note',
        '<figure class="code"><header><span></span></header><pre dir="ltr"><code>:::</code></pre></figure>',
      ),
    ],
    [
      'details',
      ':::details Click "me"\na\n:::',
      '<details><summary>Click &quot;me&quot;</summary><p>a</p></details>',
    ],
    [
      'another name',
      ':::columns\na\n:::',
      '<div class="shortcode" data-kind="columns"><p>a</p></div>',
    ],
    [
      'after a paragraph',
      'a\n:::note\nb\n:::\nc',
      `<p>a</p>${note('note', 'Note', '<p>b</p>')}<p>c</p>`,
    ],
    [
      'Python-Markdown',
      '!!! warning "T"\n    a\n\n    b\n\nc',
      `${note('warning', 'T', '<p>a</p><p>b</p>')}<p>c</p>`,
    ],
    ['Python-Markdown that folds', '??? note\n    a', note('note', 'Note', '<p>a</p>')],
  ])('reads %s', async (_name, source, html) => {
    expect(await htmlOf(source)).toBe(html);
  });

  test.each([
    ['!!! wow, great', '<p>!!! wow, great</p>'],
    ['!!! note this', '<p>!!! note this</p>'],
    ['a ::: b', '<p>a ::: b</p>'],
    ['`:::note`', '<p><code>:::note</code></p>'],
  ])('leaves %j', async (source, html) => {
    expect(await htmlOf(source)).toBe(html);
  });

  test('ends an unclosed container with the text, and says so', async () => {
    const { problems } = await renderText('a\n\n:::note\nb');
    expect(problems).toMatchObject([
      { line: 3, message: '`:::note` is not closed; it goes on to the end.' },
    ]);
  });

  test('leaves out an end without a beginning, and says so', async () => {
    expect(await htmlOf('a\n\n:::\n\nb')).toBe('<p>a</p><p>b</p>');
    expect((await renderText('a\n\n:::')).problems).toMatchObject([{ line: 3, kind: 'markdown' }]);
  });
});
