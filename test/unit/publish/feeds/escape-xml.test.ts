import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { escapeXml, formatElement, joinXml } from '../../../../src/publish/feeds/escape-xml.ts';

describe('escapeXml', () => {
  test.each([
    ['markup', '<a href="x">&\'', '&lt;a href=&quot;x&quot;&gt;&amp;&#39;'],
    ['control characters', 'a\u0000b\u001bc\ud800d\uffff', 'abcd'],
    ['line breaks, tabs and emoji', 'a\n\tb 🎉', 'a\n\tb 🎉'],
  ])('writes %s', (_name, text, expected) => {
    expect(escapeXml(text)).toBe(expected);
  });
});

describe('formatElement', () => {
  test('writes text with attributes', () => {
    expect(formatElement('a', '1 < 2', ' b="c"')).toBe('<a b="c">1 &lt; 2</a>');
  });

  test('writes nothing for what is not there', () => {
    expect(formatElement('a', undefined)).toBe('');
  });
});

describe('joinXml', () => {
  test('gives a valid document without empty lines', () => {
    const xml = joinXml(['<a>', '', formatElement('b', ']]> & <'), '</a>']);
    expect(XMLValidator.validate(xml)).toBe(true);
    expect(xml.split('\n')).toHaveLength(5);
  });
});
