import { describe, expect, test } from 'vitest';

import { htmlOf, renderText } from '../../../../support/render-text.ts';

const targets = {
  'my plot.png': '/posts/a/my plot.png',
  'my (1) plot.png': '/posts/a/my (1) plot.png',
  'my notes.pdf': '/posts/a/my notes.pdf',
  'p.png': '/posts/a/p.png',
};
const sizes = { '/posts/a/p.png': { width: 400, height: 200 } };
const late = 'fetchpriority="high"';

describe('spacedLinkSyntax', () => {
  test.each([
    [
      'an image with a blank in its address',
      '![x](my plot.png)',
      `<p><img src="/posts/a/my%20plot.png" alt="x" class="unsized" ${late}></p>`,
    ],
    [
      'brackets in it',
      '![x](my (1) plot.png)',
      `<p><img src="/posts/a/my%20(1)%20plot.png" alt="x" class="unsized" ${late}></p>`,
    ],
    [
      'a title behind it',
      'a ![x](my plot.png "T")',
      `<p>a <img src="/posts/a/my%20plot.png" alt="x" title="T" class="unsized" ${late}></p>`,
    ],
    [
      'a size',
      '![x](p.png =100x80)',
      `<p><img src="/posts/a/p.png" alt="x" width="100" height="80" ${late}></p>`,
    ],
    [
      'a width alone',
      '![x](p.png =100x)',
      `<p><img src="/posts/a/p.png" alt="x" width="100" height="50" ${late}></p>`,
    ],
    [
      'a width without a sign behind it',
      '![x](p.png =100)',
      `<p><img src="/posts/a/p.png" alt="x" width="100" height="50" ${late}></p>`,
    ],
    [
      'a size behind a title',
      'a ![x](p.png "T" =100x80)',
      `<p>a <img src="/posts/a/p.png" alt="x" title="T" width="100" height="80" ${late}></p>`,
    ],
    [
      'a share of the column',
      '![x](p.png){width=50%}',
      `<p><img src="/posts/a/p.png" alt="x" class="w-50" width="400" height="200" ${late}></p>`,
    ],
    [
      'an image with a size in a link',
      '[![x](p.png =100x80)](https://b.example)',
      `<p><a href="https://b.example" rel="noopener"><img src="/posts/a/p.png" alt="x" width="100" height="80" ${late}></a></p>`,
    ],
    [
      'a letter with a subject',
      '[x](mailto:a@b.example?subject=This is)',
      '<p><a href="mailto:a@b.example?subject=This%20is">x</a></p>',
    ],
    [
      'an address of the web',
      '[x *y*](https://b.example/a b)',
      '<p><a href="https://b.example/a%20b" rel="noopener">x <em>y</em></a></p>',
    ],
    ['a file', '[x](my notes.pdf)', '<p><a href="/posts/a/my%20notes.pdf">x</a></p>'],
  ])('reads %s', async (_, source, html) => {
    expect(await htmlOf(source, { targets, sizes })).toBe(html);
    expect((await renderText(source, { targets, sizes })).problems).toEqual([]);
  });

  test('reports an image that is not there', async () => {
    const { problems } = await renderText('a\n\n![x](no plot.png)');
    expect(problems).toMatchObject([
      { kind: 'asset', line: 3, message: 'The file `no plot.png` is not there.' },
    ]);
  });

  test.each([['[x](see below)'], ['[x] (my plot.png)'], ['`![x](my plot.png)`'], ['[1](a "b" c)']])(
    'leaves %s',
    async (source) => {
      const html = await htmlOf(source);
      expect(html).not.toContain('<a ');
      expect(html).not.toContain('<img');
    },
  );
});
