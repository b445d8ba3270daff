import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { attributeOf, createReadBudget, readTag } from '../../../../src/content/html/html-tags.ts';
import type { HtmlTag } from '../../../../src/content/html/html-tags.ts';

const read = (html: string): HtmlTag | undefined => readTag(html, 0, createReadBudget(html.length));

describe('readTag', () => {
  test.each([
    ['<b>', 'b', []],
    ['<IMG Src="a">', 'img', [['src', 'a']]],
    ['<a href=\'b "c"\'>', 'a', [['href', 'b "c"']]],
    ['<a href=b/c>', 'a', [['href', 'b/c']]],
    ['<a href = "b">', 'a', [['href', 'b']]],
    [
      '<a hidden\nid=x>',
      'a',
      [
        ['hidden', undefined],
        ['id', 'x'],
      ],
    ],
    ['<a title="a > b">', 'a', [['title', 'a > b']]],
    ['<a title="&lt;&amp;&#65;">', 'a', [['title', '<&A']]],
    ['<a =b>', 'a', [['=b', undefined]]],
    ['<svg:a>', 'svg:a', []],
    ['<x-a_b.c>', 'x-a_b.c', []],
  ])('reads %s', (html, name, attributes) => {
    const tag = read(html);
    expect(tag).toMatchObject({ name, isClosing: false, end: html.length });
    expect(tag?.attributes.map((attribute) => [attribute.name, attribute.value])).toEqual(
      attributes,
    );
  });

  test('tells closing and self-closing tags', () => {
    expect(read('</B >')).toMatchObject({ name: 'b', writtenName: 'B', isClosing: true });
    expect(read('<br/>')).toMatchObject({ name: 'br', isSelfClosing: true });
    expect(read('<br / >')).toMatchObject({ isSelfClosing: false });
  });

  test.each(['<', '< a>', '<1>', '<a', '<a b="c>', '</', '</ a>', '<!a>', '<?a>'])(
    'reads no tag in %j',
    (html) => {
      expect(read(html)).toBeUndefined();
    },
  );

  test('gives up when its budget is used up', () => {
    const budget = createReadBudget(0);
    budget.left = 5;
    expect(readTag('<a b="12345', 0, budget)).toBeUndefined();
    expect(budget.left).toBeLessThan(0);
    expect(readTag('<b>', 0, budget)).toBeUndefined();
  });

  test('never throws and always moves on', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'<>/="\' ab&;#') }), (text) => {
        const tag = read(`<${text}`);
        if (tag !== undefined) expect(tag.end).toBeGreaterThan(1);
      }),
    );
  });
});

describe('attributeOf', () => {
  test('tells absent, empty and given values', () => {
    const tag = read('<a hidden id="x">');
    if (tag === undefined) throw new TypeError('There is no tag.');
    expect(attributeOf(tag, 'id')).toBe('x');
    expect(attributeOf(tag, 'hidden')).toBe('');
    expect(attributeOf(tag, 'title')).toBeUndefined();
  });
});
