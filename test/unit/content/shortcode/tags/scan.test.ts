import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { scan } from '../../../../../src/content/shortcode/tags/scan.ts';
import type { Token } from '../../../../../src/content/shortcode/tags/tag.ts';

const options = { math: false, isVerbatim: () => false };

function tagsOf(text: string): string[] {
  return scan(text, options).flatMap((token) => (token.kind === 'tag' ? [token.tag.name] : []));
}

function placeOf(text: string): unknown {
  const tag = scan(text, options).find((token) => token.kind === 'tag');
  return tag?.kind === 'tag' ? tag.place : undefined;
}

describe('scan', () => {
  test('cuts text and tags in order', () => {
    const tokens = scan('a {{< b >}} {{ c\n\n{{</* d */>}}', options);
    const kinds = tokens.map((token) => [token.kind, rangeOf(token).from, rangeOf(token).to]);
    expect(kinds).toEqual([
      ['text', 0, 2],
      ['tag', 2, 11],
      ['text', 11, 12],
      ['stray', 12, 14],
      ['text', 14, 18],
      ['literal', 18, 31],
    ]);
  });

  test.each([
    ['a line', '{{< a >}}', { startsLine: true, endsLine: true, prefix: '' }],
    ['the end of a line', 'b {{< a >}}  \nc', { startsLine: false, endsLine: true }],
    ['the start of a line', '{{< a >}} b', { startsLine: true, endsLine: false }],
    ['a list item', '- {{< a >}}', { startsLine: true, afterMarker: true, prefix: '  ' }],
    ['a quotation', '> {{< a >}}', { startsLine: true, afterMarker: false, prefix: '> ' }],
    ['an attribute', '<a b="{{< a >}}">', { within: 'attribute' }],
    ['an attribute behind a quote', `<a b="it's" c='{{< a >}}'>`, { within: 'attribute' }],
    ['the text of an element', '<a b="c">{{< a >}}</a>', { within: 'prose' }],
    ['an address', '[b](c/{{< a >}})', { within: 'attribute' }],
    ['the address of a definition', '[b]: {{< a >}}', { within: 'attribute' }],
    ['the text behind an address', '[b](c) {{< a >}}', { within: 'prose' }],
    [
      'a line in an element that is not closed',
      'a <b c\n{{< a >}}',
      { startsLine: true, within: 'prose' },
    ],
  ])('knows that a tag stands in %s', (_name, text, place) => {
    expect(placeOf(text)).toMatchObject(place);
  });

  test.each([
    ['behind a code span that another paragraph closes', '` a\n\n{{< b >}} `', ['b']],
    ['behind a fence that a list item ends', '- ```\n  {{< a >}}\n\n{{< b >}}', ['b']],
    ['behind an escaped backtick', '\\` {{< b >}} `', ['b']],
    ['behind `<code>` without an end', '<code> {{< b >}}', ['b']],
    ['in an attribute that holds quotes', '<a b="{{ c(d="e") }}" {{ f() }}>', ['c', 'f']],
    ['in the text of a link', '[{{< b >}}](c)', ['b']],
    ['in a row of a table', '| {{< a >}} | {{< b >}} |', ['a', 'b']],
    ['in a heading', '# {{< a >}}', ['a']],
    ['behind escaped braces', '\\{{< a >}} {{< b >}}', ['b']],
  ])('finds tags %s', (_name, text, names) => {
    expect(tagsOf(text)).toEqual(names);
  });

  test('covers a text without indented tags wholly and in order', () => {
    const piece = fc.constantFrom(
      '{{',
      '}}',
      '{%',
      '%}',
      '{{< a >}}',
      '`',
      '```',
      '\n',
      'a',
      '- ',
      '> ',
      '<!--',
      '-->',
      '"',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        let at = 0;
        for (const token of scan(text, options)) {
          const { from, to } = rangeOf(token);
          if (from !== at || to <= from) return false;
          at = to;
        }
        return at === text.length;
      }),
    );
  });
});

function rangeOf(token: Token): { from: number; to: number } {
  return token.kind === 'tag' ? token.tag : token;
}
