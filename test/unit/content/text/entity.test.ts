import { describe, expect, test } from 'vitest';
import { decodeEntities } from '../../../../src/content/text/entity.ts';

describe('decodeEntities', () => {
  test.each([
    ['named', '&ldquo;a &amp; b&rdquo;', '“a & b”'],
    ['decimal', 'a &#8211; b', 'a – b'],
    ['hexadecimal', '&#x1F389;', '🎉'],
    ['unknown', '&foo; &constructor;', '&foo; &constructor;'],
    ['not a character', '&#0; &#xd800; &#x110000;', '&#0; &#xd800; &#x110000;'],
    ['none', 'R&D', 'R&D'],
  ])('decodes or keeps %s', (_, text, decoded) => {
    expect(decodeEntities(text)).toBe(decoded);
  });
});
