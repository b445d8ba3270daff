import { describe, expect, test } from 'vitest';
import { decodeEntities } from '../../../../src/content/html/entity-names.ts';
import { dropEmptyReferences } from '../../../../src/content/html/entity.ts';

describe('decodeEntities', () => {
  test.each([
    ['named', '&ldquo;a &amp; b&rdquo;', '“a & b”'],
    ['decimal', 'a &#8211; b', 'a – b'],
    ['with capitals and digits', '&Uuml;ber &eacute;t&eacute; &frac12; &AElig;', 'Über été ½ Æ'],
    ['Greek', '&Alpha;&Omega; &alpha;&sigmaf;&sigma;&omega;', 'ΑΩ αςσω'],
    ['hexadecimal', '&#x1F389;', '🎉'],
    ['unknown', '&foo; &constructor;', '&foo; &constructor;'],
    ['not a character', '&#0; &#xd800; &#x110000;', '&#0; &#xd800; &#x110000;'],
    ['a control character', '&#127;&#x81;', '&#127;&#x81;'],
    ['a number of Windows-1252', '&#147;a&#x94;', '“a”'],
    ['none', 'R&D', 'R&D'],
  ])('decodes or keeps %s', (_, text, decoded) => {
    expect(decodeEntities(text)).toBe(decoded);
  });
});

describe('dropEmptyReferences', () => {
  test.each([
    ['in decimal', 'a&#1;b', 'ab'],
    ['in hexadecimal', 'a&#x1B;b', 'ab'],
    ['with zeros', '&#00000;&#x000007;', ''],
    ['without an end', '&#1 a', ' a'],
    ['that Windows-1252 does not know', '&#129;&#x9D;', ''],
    ['DEL', '&#127;', ''],
    ['of half a character', '&#xD800;', ''],
    ['beyond all characters', '&#x110000;', ''],
  ])('takes away one %s', (_, html, clean) => {
    expect(dropEmptyReferences(html)).toBe(clean);
  });

  test.each([
    ['tabs and ends of lines', '&#9;&#10;&#xD;'],
    ['an ampersand', '&#38;#1;'],
    ['one without an end before a letter', '&#8217d'],
    ['letters', '&#65;&#x41;&#1234;&#x1F4A9;'],
    ['those of Windows-1252', '&#150;&#x80;'],
    ['what is no reference', '&amp;#1; &# &#x; #1;'],
  ])('keeps %s', (_, html) => {
    expect(dropEmptyReferences(html)).toBe(html);
  });
});
