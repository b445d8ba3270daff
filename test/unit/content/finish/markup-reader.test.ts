import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { MarkupReader } from '../../../../src/content/finish/markup-reader.ts';

/** The pieces of `html` in short: text as it is, tags and elements in brackets. */
function read(html: string, isDrawing = false): readonly string[] {
  return Array.from(
    new MarkupReader(html.length).read(html, () => isDrawing),
    (piece) => {
      if (piece.kind === 'text') return piece.text;
      const name = `${piece.tag.isClosing ? '/' : ''}${piece.tag.name}`;
      return piece.kind === 'tag' ? `[${name}]` : `[${name}: ${piece.content}]`;
    },
  );
}

const letters = (text: string): string => text.replaceAll(/[^a ]/g, '');

describe('MarkupReader', () => {
  test.each([
    ['text and tags', 'a <b>c</b>', ['a ', '[b]', 'c', '[/b]']],
    ['a comment', 'a<!-- b > c -->d', ['a', 'd']],
    ['a script whose end has attributes', '<script>a</script b>c', ['[script: a]', 'c']],
    ['a script whose end has a slash', '<script>a</script/>c', ['[script: a]', 'c']],
    [
      'a script with the end of another',
      '<script>a</scripts></script>c',
      ['[script: a</scripts>]', 'c'],
    ],
    ['an empty comment', 'a<!--->b', ['a', 'b']],
    ['a comment that does not end', 'a<!--b', ['a', '&lt;', '!--b']],
    ['a sign', 'a < b', ['a ', '&lt;', ' b']],
    ['an unknown tag', 'a <leader>', ['a ', '&lt;', 'leader>']],
    ['a type in capitals', '<U>', ['&lt;', 'U>']],
    ['an element in capitals', '<U>a</u>', ['[u]', 'a', '[/u]']],
    ['a paragraph in capitals that stays open', '<P>a', ['[p]', 'a']],
    ['an element that is taken as a whole', '<script>a < b</script>c', ['[script: a < b]', 'c']],
    ['such an element that is not closed', '<script>a', ['&lt;', 'script>a']],
    ['an embed that closes itself', '<iframe src="a"/>b', ['[iframe: ]', 'b']],
    ['the title of no drawing', '<title>a</title>', ['&lt;', 'title>a', '&lt;', '/title>']],
  ])('reads %s', (_, html, pieces) => {
    expect(read(html)).toEqual(pieces);
  });

  test.each([
    ['takes it as a whole', '<title>a</title>b', ['[title: a]', 'b']],
    ['drops its tag when it is not closed', '<title>a', ['a']],
    ['drops its closing tag alone', 'a</title>b', ['a', 'b']],
  ])('of the title of a drawing %s', (_, html, pieces) => {
    expect(read(html, true)).toEqual(pieces);
  });

  test('loses no text outside of comments', () => {
    const part = fc.constantFrom('a', ' ', '<', '<b>', '</b>', '<x', '>', '"', '<U>', '</u>');
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const html = parts.join('').replaceAll(/<[^>a ]*[a ]+[^>]*>/g, '');
        expect(
          letters(
            read(html)
              .filter((piece) => !piece.startsWith('['))
              .join(''),
          ),
        ).toBe(letters(html));
      }),
    );
  });
});
