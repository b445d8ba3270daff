import { describe, expect, test } from 'vitest';

import { htmlOf } from '../../../../support/render-text.ts';

const note = (kind: string, title: string, html: string): string =>
  `<div class="note" data-kind="${kind}" role="note"><p class="note-title">${title}</p>${html}</div>`;

const folded = (kind: string, title: string, html: string, open = ''): string =>
  `<details class="note" data-kind="${kind}"${open}><summary class="note-title">${title}</summary>${html}</details>`;

describe('findAlert', () => {
  test.each([
    ['a note', '> [!NOTE]\n> a', note('note', 'Note', '<p>a</p>')],
    ['a title', '> [!tip] *Do* `it`\n> a', note('tip', '<em>Do</em> <code>it</code>', '<p>a</p>')],
    ['an own word', '> [!goal] Run\n> a', note('goal', 'Run', '<p>a</p>')],
    ['own words', '> [!Big goal]\n> a', note('big-goal', 'Big goal', '<p>a</p>')],
    ['what a theme of Obsidian takes', '> [!info|wide]\n> a', note('note', 'Info', '<p>a</p>')],
    ['a closed note', '> [!faq]- *Why*?\n> a', folded('important', '<em>Why</em>?', '<p>a</p>')],
    ['an open note', '> [!todo]+\n> a', folded('note', 'Todo', '<p>a</p>', ' open')],
    [
      'a folded note in a note',
      '> [!goal]\n> > [!tip]- T\n> > a',
      note('goal', 'Goal', folded('tip', 'T', '<p>a</p>')),
    ],
    ['other words for it', '> [!DANGER]\n> a', note('caution', 'Danger', '<p>a</p>')],
    [
      'several blocks',
      '> [!NOTE]\n> a\n>\n> - b',
      note('note', 'Note', '<p>a</p><ul><li>b</li></ul>'),
    ],
    ['nothing but the mark', '> [!NOTE]', note('note', 'Note', '')],
    [
      'a note in a note',
      '> [!NOTE]\n> > [!TIP]\n> > a',
      note('note', 'Note', note('tip', 'Tip', '<p>a</p>')),
    ],
    [
      'a note in a list',
      '- > [!NOTE]\n  > a',
      `<ul><li>${note('note', 'Note', '<p>a</p>')}</li></ul>`,
    ],
  ])('reads %s', async (_name, source, html) => {
    expect(await htmlOf(source)).toBe(html);
  });

  test.each([
    ['a link', '> [!CAT](/a)', '<blockquote><p><a href="/a">!CAT</a></p></blockquote>'],
    ['no word', '> [!]\n> a', '<blockquote><p>[!]\na</p></blockquote>'],
    ['a mark that is not first', '> a [!NOTE]', '<blockquote><p>a [!NOTE]</p></blockquote>'],
    ['a quote', '> a', '<blockquote><p>a</p></blockquote>'],
  ])('leaves %s a quote', async (_name, source, html) => {
    expect(await htmlOf(source)).toBe(html);
  });
});
