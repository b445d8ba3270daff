import { describe, expect, test } from 'vitest';

import { formatTag, valueOf, without } from '../../../../src/content/html/format-tag.ts';

const attributes = [
  { name: 'a', value: '"<&>\'' },
  { name: 'b', value: undefined },
  { name: 'a', value: 'second' },
];

describe('formatTag', () => {
  test('escapes values and writes each attribute once', () => {
    expect(formatTag('p', attributes)).toBe('<p a="&quot;&lt;&amp;&gt;&#39;" b>');
  });

  test('closes what closes itself, but not void elements', () => {
    expect(formatTag('path', [], true)).toBe('<path/>');
    expect(formatTag('br', [], true)).toBe('<br>');
  });
});

describe('valueOf', () => {
  test('finds the first value', () => {
    expect(valueOf(attributes, 'a')).toBe('"<&>\'');
    expect(valueOf(attributes, 'b')).toBeUndefined();
    expect(valueOf(attributes, 'c')).toBeUndefined();
  });
});

describe('without', () => {
  test('leaves all of that name out', () => {
    expect(without(attributes, 'a').map(({ name }) => name)).toEqual(['b']);
  });
});
