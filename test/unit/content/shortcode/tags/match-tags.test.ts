import { describe, expect, test } from 'vitest';

import { matchTags, maximumDepth } from '../../../../../src/content/shortcode/tags/match-tags.ts';
import type { Node } from '../../../../../src/content/shortcode/tags/match-tags.ts';
import { scan } from '../../../../../src/content/shortcode/tags/scan.ts';

function match(text: string): ReturnType<typeof matchTags> {
  return matchTags(scan(text, { math: false, isVerbatim: (tag) => tag.name === 'raw' }));
}

/** The tree in short: tags with a body as `name(…)`. */
function draw(nodes: readonly Node[]): string {
  const names = nodes.flatMap((node) => {
    if (node.kind !== 'tag') return [];
    if (node.verbatim !== undefined)
      return [`${node.tag.name}"${node.verbatim.to - node.verbatim.from}"`];
    return [node.body === undefined ? node.tag.name : `${node.tag.name}(${draw(node.body)})`];
  });
  return names.join(' ');
}

describe('matchTags', () => {
  test.each([
    ['tags that stand alone', '{{< a >}}{{ b() }}{% c %}', 'a b c'],
    ['a body', '{{< a >}}x{{< b >}}{{< /a >}}', 'a(b)'],
    ['a tag within one of its name', '{{< a >}}{{< a >}}{{< /a >}}{{< /a >}}', 'a(a())'],
    ['mixed brackets of Hugo', '{{< a >}}{{% /a %}}', 'a()'],
    ['Zola in Hugo', '{{< a >}}{% b() %}{% end %}{{< /a >}}', 'a(b())'],
    ['the named end of Nunjucks', '{% a() %}{% enda %}', 'a()'],
    ['an end that skips tags without a body', '{{< a >}}{{< b >}}{{< c >}}{{< /a >}}', 'a(b c)'],
    ['a body as it is written', '{% raw %}{{< a >}}{% endraw %}', 'raw"9"'],
    ['branches', '{% if a %}{% else %}{% endif %}', 'if(else)'],
  ])('pairs %s', (_name, text, tree) => {
    const { nodes, misfits } = match(text);
    expect(draw(nodes)).toBe(tree);
    expect(misfits).toEqual([]);
  });

  test.each([
    ['an end too many', '{{< /a >}}', '', ['unopened /a']],
    ['a Zola tag without end', '{% a() %}{{< b >}}', 'a b', ['unclosed a']],
    ['a Liquid block without end', '{% if x %}{% c %}', 'if c', ['unclosed if']],
    ['crossed tags', '{{< a >}}{% b() %}{{< /a >}}{% end %}', 'a(b)', ['unclosed b', 'unopened /']],
  ])('reports %s', (_name, text, tree, reasons) => {
    const { nodes, misfits } = match(text);
    expect(draw(nodes)).toBe(tree);
    expect(
      misfits.map(({ reason, tag }) => `${reason} ${tag.role === 'close' ? '/' : ''}${tag.name}`),
    ).toEqual(reasons);
  });

  test('flattens what is nested too deep', () => {
    const count = maximumDepth + 5;
    const { nodes, misfits } = match('{% a() %}'.repeat(count) + '{% end %}'.repeat(count));
    expect(draw(nodes).split('(')).toHaveLength(maximumDepth + 1);
    expect(misfits.map(({ reason }) => reason)).toEqual(
      Array.from({ length: 5 }, () => 'too-deep'),
    );
  });
});
