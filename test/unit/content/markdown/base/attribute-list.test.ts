import { describe, expect, test } from 'vitest';

import {
  addAttributes,
  formatAttributes,
  parseAttributeList,
} from '../../../../../src/content/markdown/base/attribute-list.ts';
import { renderText } from '../../../../support/render-text.ts';

const none = { id: undefined, classes: [], named: [], words: [] };

describe('parseAttributeList', () => {
  test.each([
    ['#a .b .c', { id: 'a', classes: ['b', 'c'] }],
    ['.b#a', { id: 'a', classes: ['b'] }],
    [
      'title="a b" lang=\'c\' width=3',
      {
        named: [
          { name: 'title', value: 'a b' },
          { name: 'lang', value: 'c' },
          { name: 'width', value: '3' },
        ],
      },
    ],
    ['id=x class="a b"', { id: 'x', classes: ['a', 'b'] }],
    ['toc', { words: ['toc'] }],
    ['', {}],
    ['"=!', {}],
  ])('reads %j', (text, list) => {
    expect(parseAttributeList(text)).toEqual({ ...none, ...list });
  });
});

describe('formatAttributes', () => {
  test('escapes values', () => {
    expect(formatAttributes(parseAttributeList('#a .b title="<c>"'))).toBe(
      ' id="a" class="b" title="&lt;c&gt;"',
    );
  });
});

describe('addAttributes', () => {
  test('adds to the first tag and joins its classes', () => {
    expect(addAttributes('<p class="a">b</p>', parseAttributeList('.c #d'))).toBe(
      '<p id="d" class="a c">b</p>',
    );
    expect(addAttributes('text', parseAttributeList('.c'))).toBe('text');
  });
});

describe('headings', () => {
  test.each([
    ['# A {#x}', 'x'],
    ['# A {#x .lead}', 'x'],
    ['# A { #x }', 'x'],
    ['# A {: #x}', 'x'],
    ['# A {id="x"}', 'x'],
    ['A {#x}\n===', 'x'],
    ['# *A* {#x}', 'x'],
  ])('take the id of %j', async (source, id) => {
    const { headings } = await renderText(source);
    expect(headings).toEqual([{ level: 2, id, text: 'A' }]);
  });

  test.each([
    ['# A {x}', 'A {x}'],
    ['# A {#x} b', 'A {#x} b'],
    ['# A `{#x}`', 'A {#x}'],
    ['# f(x) {}', 'f(x) {}'],
  ])('keep the words of %j', async (source, text) => {
    const { headings } = await renderText(source);
    expect(headings[0]?.text).toBe(text);
  });

  test('stay out of the contents when asked to', async () => {
    const { headings, html } = await renderText('# A {: .no_toc}\n\n## B\n{:.no_toc}\n\n## C');
    expect(headings.map(({ text }) => text)).toEqual(['C']);
    expect(html).toContain('id="a"');
  });
});
