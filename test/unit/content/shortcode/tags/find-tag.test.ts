import { describe, expect, test } from 'vitest';

import { ClosingMarks } from '../../../../../src/content/shortcode/tags/closing-marks.ts';
import { TagFinder } from '../../../../../src/content/shortcode/tags/find-tag.ts';

function find(text: string): string | undefined {
  const tag = new TagFinder(text, new ClosingMarks(text)).find(0);
  return tag && `${tag.dialect} ${tag.role} ${tag.name}|${tag.args}|${text.slice(tag.to)}`;
}

describe('TagFinder.find', () => {
  test.each([
    ['{{ a() }}b', 'zola single a||b'],
    ['{{a(b="c")}}', 'zola single a|b="c"|'],
    ['{{ a(b="}}") }}', 'zola single a|b="}}"|'],
    ['{{ a (b=1) }}', 'zola single a|b=1|'],
    ['{% a() %}', 'zola open a||'],
    ['{%- a(b=")") -%}', 'zola open a|b=")"|'],
    ['{% end %}', 'zola close ||'],
    ['{{< a >}}', 'hugo open a||'],
    ['{{<a b >}}', 'hugo open a| b|'],
    ['{{< a-b/c "d" >}}', 'hugo open a-b/c| "d"|'],
    ['{{< a.html >}}', 'hugo open a||'],
    ['{{< a "b" />}}', 'hugo single a| "b" |'],
    ['{{< a/>}}', 'hugo single a||'],
    ['{{< a https://b/ >}}', 'hugo open a| https://b/|'],
    ['{{< /a >}}', 'hugo close a||'],
    ['{{</ a >}}', 'hugo close a||'],
    ['{{% a `>}} "` %}}', 'hugo open a| `>}} "`|'],
    ['{{< a `b\n\nc` >}}', 'hugo open a| `b\n\nc`|'],
    ['{% a b %}', 'liquid open a|b|'],
    ['{% enda %}', 'liquid close a||'],
    ['{% else %}', 'liquid branch else||'],
    ['{% # remark %}', 'liquid single #||'],
    ['{{ a.b | c: "}}" }}', 'liquid output |a.b | c: "}}"|'],
    ["{% a it's %} b's %}", "liquid open a|it's| b's %}"],
    ['{% include {{ a }} %}', 'liquid open include|{{ a }}|'],
  ])('reads %s', (text, tag) => {
    expect(find(text)).toBe(tag);
  });

  test.each([
    ['nothing between the braces', '{{ }}'],
    ['braces that are not closed', '{{ a'],
    ['braces that are closed in another paragraph', '{{ a\n\nb }}'],
    ['a percent sign', '{% } b'],
    ['no name', '{{< "a" >}}'],
    ['a name that is none', '{% 100 %}'],
    ['braces closed very far away', `{{ ${'a '.repeat(5000)}}}`],
  ])('finds no tag in %s', (_name, text) => {
    expect(find(text)).toBeUndefined();
  });
});

describe('TagFinder.findEscaped', () => {
  test.each([
    ['{{</* a */>}}b', '{{< a >}}'],
    ['{{%/* a */%}}', '{{% a %}}'],
    ['{{/* a() */}}', '{{ a() }}'],
    ['{%/* a() */%}', '{% a() %}'],
    ['{{</* a */}}', undefined],
    ['{{< a >}}', undefined],
  ])('prints %s', (text, printed) => {
    expect(new TagFinder(text, new ClosingMarks(text)).findEscaped(0)?.text).toBe(printed);
  });
});
