import { describe, expect, test } from 'vitest';

import {
  isBlockHtml,
  Output,
  trimFragment,
} from '../../../../../src/content/shortcode/base/output.ts';
import type { Place } from '../../../../../src/content/shortcode/tags/tag.ts';

const alone: Place = {
  prefix: '',
  startsLine: true,
  endsLine: true,
  afterMarker: false,
  within: 'prose',
};
const makeOutput = (): Output => new Output(1, { left: 1000 });

describe('Output', () => {
  test('counts lines of copied text on, and keeps those of made text', () => {
    const output = makeOutput();
    output.copy('a\nb', 1);
    output.generate('c\nd', 2);
    output.copy('\ne', 2);
    expect(output.fragment()).toEqual({ text: 'a\nbc\nd\ne', lines: [1, 2, 2, 3] });
  });

  test.each([
    ['nothing', '', alone, '<div>\n\nx\n'],
    ['a paragraph', 'a\n', alone, 'a\n\n<div>\n\nx\n'],
    ['a blank line', 'a\n\n', alone, 'a\n\n<div>\n\nx\n'],
    ['text on its line', 'a ', { ...alone, startsLine: false }, 'a \n\n<div>\n\nx\n'],
    ['a quotation', '> a\n> ', { ...alone, prefix: '> ' }, '> a\n> \n> <div>\n>\n> x\n>'],
    ['a list marker', '- ', { ...alone, prefix: '  ', afterMarker: true }, '- <div>\n\n  x\n'],
  ])('sets a block apart from %s', (_name, before, place, text) => {
    const output = makeOutput();
    output.copy(before, 1);
    const fragment = { text: 'x', lines: [2] };
    output.block(
      [
        { kind: 'html', html: '<div>' },
        { kind: 'markdown', fragment },
      ],
      place,
      place,
      2,
    );
    expect(output.fragment().text).toBe(text);
  });

  test.each([
    ['indented like code', '<div>\n\n    <b>\n\n    x</b>\n</div>', '<div>\n<b>\nx</b>\n</div>\n'],
    ['not a block', '</b>\n</div>', '<!-- --></b> </div>\n'],
    ['with code in it', '<div><pre>a\n\n  b</pre></div>', '<div><pre>a&#10;&#10;  b</pre></div>\n'],
  ])('makes one block of HTML %s', (_name, html, text) => {
    const output = makeOutput();
    output.block([{ kind: 'html', html }], alone, alone, 1);
    expect(output.fragment().text).toBe(text);
  });
});

describe('trimFragment', () => {
  test.each([
    ['blank lines around', '\n\na\nb\n\n', 'a\nb', [3, 4]],
    ['quote marks around', '\n>\n> a\n> ', '> a', [3]],
    ['text behind the tag', ' a\n> b', '> a\n> b', [1, 2]],
  ])('takes away %s', (_name, text, trimmed, lines) => {
    const fragment = { text, lines: text.split('\n').map((_line, index) => index + 1) };
    expect(trimFragment(fragment, '> ')).toEqual({ text: trimmed, lines });
  });

  test('gives nothing for nothing', () => {
    expect(trimFragment({ text: ' \n>\n', lines: [1, 2, 3] }, '')).toBeUndefined();
  });
});

describe('isBlockHtml', () => {
  test.each([
    ['<div>', true],
    ['</figure>', true],
    ['<h2 id="a">', true],
    ['<iframe src="a">', true],
    ['<span>', false],
    ['<divx>', false],
    ['a <div>', false],
  ])('says of %s: %s', (html, isBlock) => {
    expect(isBlockHtml(html)).toBe(isBlock);
  });
});
