import { describe, expect, test } from 'vitest';
import { makeAbsolute } from '../../../../src/publish/feeds/absolute-html.ts';

const url = 'https://blog.example/repo/posts/x/';

describe('makeAbsolute', () => {
  test.each([
    ['a path', '<a href="/repo/about/">x</a>', '<a href="https://blog.example/repo/about/">x</a>'],
    ['a relative path', '<img src="a.png" alt="">', `<img src="${url}a.png" alt="">`],
    ['a hash', '<a href="#note-1">1</a>', `<a href="${url}#note-1">1</a>`],
    ['a whole address', '<a href="https://x.example/?a=1&amp;b=2">x</a>', undefined],
    ['mail', '<a href="mailto:a@b.example">x</a>', undefined],
    ['what is no address', '<a href="http://[">x</a>', undefined],
    ['text that looks like a tag', '&lt;a href="/x"&gt;', undefined],
    ['a bracket in a value', '<img alt="a > b" src="https://x.example/">', undefined],
    ['an attribute without a value', '<details open><summary>x</summary></details>', undefined],
    ['a void element', '<source src="/a.mp4"/>', '<source src="https://blog.example/a.mp4"/>'],
    ['a poster', '<video poster="a.png"></video>', `<video poster="${url}a.png"></video>`],
    ['a source of a quotation', '<q cite="/x">y</q>', '<q cite="https://blog.example/x">y</q>'],
    [
      'a picture that waits on our pages',
      '<a class="remote" href="https://x.example/a">Show</a><img alt="" data-src="https://x.example/a">',
      '<img alt="" src="https://x.example/a">',
    ],
    ['text outside of tags', 'href="/x" src="/y"', undefined],
  ])('reads %s', (_name, html, expected) => {
    expect(makeAbsolute(html, url)).toBe(expected ?? html);
  });

  test.each([
    ['/a.png 1x, b.png 2x', `https://blog.example/a.png 1x, ${url}b.png 2x`],
    ['/a.png 1x,b.png 2x', `https://blog.example/a.png 1x, ${url}b.png 2x`],
    ['data:image/gif;base64,R0lG 1x', 'data:image/gif;base64,R0lG 1x'],
  ])('resolves every address of the srcset %s and keeps its sizes', (set, expected) => {
    expect(makeAbsolute(`<img srcset="${set}">`, url)).toBe(`<img srcset="${expected}">`);
  });

  test('leaves out what only our pages need', () => {
    const html =
      '<h2 id="a"><a class="anchor" href="#a" aria-label="Link to this section">¶</a>A</h2>' +
      '<figure class="code" data-language="rust"><header><span>rust</span></header><pre dir="ltr"><code><span class="hl-k">fn</span></code></pre></figure>' +
      '<img src="/a.png" loading="lazy" decoding="async" width="3">';
    expect(makeAbsolute(html, url)).toBe(
      '<h2 id="a">A</h2><figure><pre dir="ltr"><code><span>fn</span></code></pre></figure>' +
        '<img src="https://blog.example/a.png" width="3">',
    );
  });

  test('comes to an end on tags that never end', () => {
    const html = '<a x="1" '.repeat(50_000) + '<figure class="code"'.repeat(20_000);
    expect(makeAbsolute(html, url)).toBe(html);
  });
});
