import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  ClosingMarks,
  closingPattern,
} from '../../../../../src/content/shortcode/tags/closing-marks.ts';
import type { Dialect, Tag } from '../../../../../src/content/shortcode/tags/tag.ts';

describe('ClosingMarks', () => {
  test('finds what indexOf finds, in whatever order it is asked', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '`'), maxLength: 60 });
    fc.assert(
      fc.property(text, fc.array(fc.nat(60), { maxLength: 20 }), (source, offsets) => {
        const closings = new ClosingMarks(source);
        return offsets.every(
          (from) =>
            closings.find('ab', from) === source.indexOf('ab', from) &&
            (closings.findPattern(/b+/g, from)?.to ?? -1) === indexOfMatch(source, from),
        );
      }),
    );
  });

  test('finds runs of backticks of one length', () => {
    const closings = new ClosingMarks('a `` b ``` c ` d ``');
    expect([1, 2, 3, 4].map((length) => closings.findBackticks(5, length))).toEqual([
      13, 17, 7, -1,
    ]);
  });
});

describe('closingPattern', () => {
  test.each<[Dialect, string, string]>([
    ['zola', 'a', '{%- end -%}'],
    ['hugo', 'a.b', '{{< / a.b >}}'],
    ['hugo', 'a', '{{% /a %}}'],
    ['liquid', 'a', '{% enda %}'],
    ['liquid', 'a', '{%~ end_a %}'],
  ])('of %s and %s matches %s', (dialect, name, closing) => {
    expect(closing.match(closingPattern(makeTag(dialect, name)))).toEqual([closing]);
  });

  test('takes a name as it is', () => {
    expect('{{< /axb >}}'.match(closingPattern(makeTag('hugo', 'a.b')))).toBeNull();
  });
});

function makeTag(dialect: Dialect, name: string): Tag {
  return { dialect, role: 'open', name, args: '', from: 0, to: 0 };
}

function indexOfMatch(source: string, from: number): number {
  const at = source.slice(from).search(/b+/);
  return at === -1 ? -1 : from + at;
}
