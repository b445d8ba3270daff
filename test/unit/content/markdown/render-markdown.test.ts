import { describe, expect, test } from 'vitest';

import { bodyWords } from '../../../support/body-words.ts';
import { renderMarkdown } from '../../../../src/content/markdown/render-markdown.ts';
import { placeTokenProblems } from '../../../../src/content/markdown/token-place.ts';

const settings = { math: false, smartPunctuation: false, words: bodyWords };

describe('renderMarkdown', () => {
  test('tells on which line each block starts', async () => {
    const text = '# A\n\nb\nc\n\n- d\n\n  e\n\n```\nf\n```\n> g\n\n| h |\n|-|\n\n<p>\ni\n</p>\n\nj';
    const { blocks } = await renderMarkdown(text, settings);
    expect(blocks.map(({ line, source }) => [line, source.trim().split('\n')[0]])).toEqual([
      [0, '# A'],
      [2, 'b'],
      [5, '- d'],
      [9, '```'],
      [12, '> g'],
      [14, '| h |'],
      [17, '<p>'],
      [21, 'j'],
    ]);
    expect(blocks.map(({ isHtml }) => isHtml)).toEqual([
      false,
      false,
      false,
      false,
      false,
      false,
      true,
      false,
    ]);
  });

  test('tells the line of a fault it finds itself', async () => {
    const { lexed } = await renderMarkdown('a\n\nb\n\n:::note\n\nc', settings);
    expect(placeTokenProblems(lexed)).toMatchObject([{ kind: 'markdown', line: 4 }]);
  });

  test.each([
    ['prose', 'a', []],
    ['a fence without a language', '```\na\n```', []],
    ['a fence', '```rust\na\n```', ['code', 'grammar']],
    ['a fence in a language that is not coloured', '```text\na\n```', ['code']],
    ['a formula', '$a$', ['math', 'formulas']],
    ['what is no formula', '5 $', ['math']],
    ['an emoji by name', ':cat:', ['emoji']],
    ['a note', ':::tip\na\n:::', ['dialect']],
  ])('tells what it took: %s', async (_, text, needs) => {
    expect((await renderMarkdown(text, { ...settings, math: true })).needs).toEqual(needs);
  });

  test('loses no line of source between the blocks', async () => {
    const text = 'a\n\n\nb\n***\n[x]: /y\n\nc\n\n    d\n\n\n    e\n\nf';
    const { blocks } = await renderMarkdown(text, settings);
    expect(blocks.at(-1)).toMatchObject({ line: 14, source: 'f' });
  });
});
