import { describe, expect, test } from 'vitest';

import { isBlockMarkup, isMarkup } from '../../../../src/content/html/known-tags.ts';

const look = { isClosing: false, hasAttributes: false, before: ' ' };

describe('isMarkup', () => {
  test.each([
    ['an element', { writtenName: 'b' }, true],
    ['an element in capitals', { writtenName: 'BR' }, true],
    ['a placeholder', { writtenName: 'leader' }, false],
    ['a gap to fill in', { writtenName: 'your-name' }, false],
    ['a custom element', { writtenName: 'lite-youtube', hasAttributes: true }, true],
    ['a word processor’s tag', { writtenName: 'o:p' }, true],
    ['a path of Rust', { writtenName: 'ast::Node' }, false],
    ['a type named as an element', { writtenName: 'Option' }, false],
    ['a type after a word', { writtenName: 'U', before: 'c' }, false],
    ['an element in mixed case with attributes', { writtenName: 'Img', hasAttributes: true }, true],
    ['a bare anchor in capitals', { writtenName: 'A' }, false],
    ['the page', { writtenName: 'body' }, false],
    ['the page with attributes', { writtenName: 'body', hasAttributes: true }, true],
    ['an end', { writtenName: 'div', isClosing: true }, true],
    ['an end of nothing', { writtenName: 'leader', isClosing: true }, false],
  ])('tells of %s', (_name, tag, markup) => {
    expect(isMarkup({ ...look, ...tag })).toBe(markup);
  });
});

describe('isBlockMarkup', () => {
  test('goes by the name alone', () => {
    expect(isBlockMarkup('div')).toBe(true);
    expect(isBlockMarkup('leader')).toBe(false);
  });
});
