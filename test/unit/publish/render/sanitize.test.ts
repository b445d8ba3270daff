import { describe, expect, test } from 'vitest';

import { createSanitize, sanitize } from '../../../../src/publish/render/sanitize.ts';
import { asUntrustedHtml } from '../../../../src/content/model/html.ts';
import { isHarmless, xssVectors } from '../../../support/xss-vectors.ts';

const run = createSanitize();
const clean = (html: string): string => String(run(asUntrustedHtml(html)).html.content);

describe('createSanitize', () => {
  test.each(xssVectors)('disarms: $name', ({ html, kept }) => {
    const result = clean(html);
    expect(isHarmless(result)).toBe(true);
    if (kept !== undefined) expect(result).toBe(kept);
  });

  test.each(xssVectors)('leaves nothing to do a second time: $name', ({ html }) => {
    const once = clean(html);
    expect(clean(once)).toBe(once);
  });

  test('says what it took away, in order', () => {
    const { removed } = run(
      asUntrustedHtml('<script>1</script><a href="/x" onclick="y()">a</a><form>b</form><p>c</p>'),
    );
    expect(removed).toEqual(['<script>', 'onclick on <a>', '<form>']);
    expect(run(asUntrustedHtml('<p>a</p>')).removed).toEqual([]);
  });

  test('sandboxes players of listed hosts', () => {
    expect(clean('<iframe src="https://www.youtube.com/embed/a" title="T"></iframe>')).toBe(
      '<iframe src="https://www.youtube-nocookie.com/embed/a" title="T" ' +
        'sandbox="allow-scripts allow-same-origin allow-popups allow-presentation" ' +
        'allow="fullscreen; picture-in-picture; encrypted-media" loading="lazy" ' +
        'referrerpolicy="strict-origin-when-cross-origin" class="embed"></iframe>',
    );
  });

  test.each([
    ['ruby', '<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>'],
    [
      'a figure',
      '<figure><img src="a.png" alt="a" loading="lazy" decoding="async"><figcaption>b</figcaption></figure>',
    ],
    ['an image that loads at once', '<img src="a.png" alt="a" fetchpriority="high">'],
    [
      'code',
      '<figure class="code" data-language="js"><header><span>js</span></header><pre data-numbered=""><code><span class="line" data-line="1" data-marked="">a\n</span></code></pre></figure>',
    ],
    ['a formula', '<math display="block"><mfrac><mn>1</mn><mi>x</mi></mfrac></math>'],
    [
      'a drawing',
      '<svg viewBox="0 0 9 9" role="img" aria-label="a"><path d="M0 0" stroke-width="2"></path></svg>',
    ],
    [
      'a footnote',
      '<sup class="fn-ref"><a id="fnref-1" href="#fn-1" aria-label="Note 1">1</a></sup>',
    ],
    [
      'a table',
      '<div class="scroll"><table><caption>c</caption><thead><tr><th scope="col" align="right">a</th></tr></thead></table></div>',
    ],
    ['details', '<details open=""><summary>a</summary><p>b</p></details>'],
    ['direction and language', '<p dir="rtl" lang="fa">a</p>'],
    [
      'abbreviations and keys',
      '<abbr title="b">a</abbr> <kbd>K</kbd> <time datetime="2020">2020</time>',
    ],
  ])('keeps %s as it is', (_name, html) => {
    expect(clean(html)).toBe(html);
  });

  test('is one for all callers', () => {
    expect(sanitize(asUntrustedHtml('<b>x</b>')).html.content).toBe('<b>x</b>');
  });
});
