import { describe, expect, test } from 'vitest';

import { findNoteKind } from '../../../../../src/content/markdown/constructs/alert.ts';
import { htmlOf } from '../../../../support/render-text.ts';

const note = (kind: string, title: string, html: string): string =>
  `<div class="note" data-kind="${kind}" role="note"><p class="note-title">${title}</p>${html}</div>`;

describe('findAlert', () => {
  test.each([
    ['a note', '> [!NOTE]\n> a', note('note', 'Note', '<p>a</p>')],
    ['a title', '> [!tip]- *Do* it\n> a', note('tip', '*Do* it', '<p>a</p>')],
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
    ['an unknown word', '> [!CAT]\n> a', '<blockquote><p>[!CAT]\na</p></blockquote>'],
    ['a mark that is not first', '> a [!NOTE]', '<blockquote><p>a [!NOTE]</p></blockquote>'],
    ['a quote', '> a', '<blockquote><p>a</p></blockquote>'],
  ])('leaves %s a quote', async (_name, source, html) => {
    expect(await htmlOf(source)).toBe(html);
  });
});

describe('findNoteKind', () => {
  test('knows words in any case and no names of objects', () => {
    expect(findNoteKind('Hint')).toBe('tip');
    expect(findNoteKind('constructor')).toBeUndefined();
  });
});
