// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';

import { noLoadSettings } from '../../../../src/content/html/html-policy.ts';
import { asUntrustedHtml } from '../../../../src/content/model/html.ts';
import { createSanitize } from '../../../../src/library/post/sanitize.ts';
import { sanitize as sanitizeAtBuild } from '../../../../src/publish/render/sanitize.ts';

const settings = { ...noLoadSettings, url: 'https://blog.example/', remote: 'ask' } as const;
const sanitizeInBrowser = createSanitize(window, settings);

async function clean(html: string): Promise<string> {
  const { content } = (await sanitizeInBrowser(asUntrustedHtml(html))).html;
  const inBrowser = content instanceof HTMLElement ? content.innerHTML : '';
  expect(sanitizeAtBuild(asUntrustedHtml(html), settings).html.content).toBe(inBrowser);
  return inBrowser;
}

const link = (href: string, host = 'x.example'): string =>
  `<a class="remote" href="${href}" rel="noopener">Show content of ${host}</a>`;

describe('waitingLoads.hold', () => {
  test.each([
    [
      'a picture',
      '<p><img src="https://x.example/a" alt="b" fetchpriority="high"></p>',
      `<p>${link('https://x.example/a')}<img alt="b" fetchpriority="high" data-src="https://x.example/a"></p>`,
    ],
    [
      'a row of pictures behind one link',
      '<p><img src="//x.example/a" alt="" fetchpriority="high"><img src="//y.example/b" alt="" fetchpriority="high"></p>',
      `<p>${link('//x.example/a')}<img alt="" fetchpriority="high" data-src="//x.example/a"><img alt="" fetchpriority="high" data-src="//y.example/b"></p>`,
    ],
    [
      'a picture in a link, which no link may hold',
      '<p><a href="/z"><b><img src="https://x.example/a" alt="" fetchpriority="high"></b></a></p>',
      `<p>${link('https://x.example/a')}<a href="/z"><b><img alt="" fetchpriority="high" data-src="https://x.example/a"></b></a></p>`,
    ],
    [
      'a set of sizes, with the first address of another site',
      '<img src="/a.png" srcset="/b.png 1x, https://x.example/c 2x" alt="" fetchpriority="high">',
      `${link('https://x.example/c')}<img src="/a.png" alt="" fetchpriority="high" data-srcset="/b.png 1x, https://x.example/c 2x">`,
    ],
    [
      'a film and its still',
      '<video src="https://x.example/a" poster="https://y.example/b"></video>',
      `${link('https://x.example/a')}<video controls="" data-src="https://x.example/a" data-poster="https://y.example/b"></video>`,
    ],
    [
      'the sources of a film behind a link before it',
      '<div><video><source src="https://x.example/a"><track src="https://x.example/b"></video></div>',
      `<div>${link('https://x.example/a')}<video controls=""><source data-src="https://x.example/a"><track data-src="https://x.example/b"></video></div>`,
    ],
  ])('has %s wait', async (_, html, kept) => {
    expect(await clean(html)).toBe(kept);
  });

  test('has a player wait', async () => {
    const html = await clean('<iframe src="https://www.youtube.com/embed/a" title="b"></iframe>');
    expect(html).toMatch(/^<a class="remote" href="https:\/\/www.youtube-nocookie.com\/embed\/a"/);
    expect(html).toMatch(
      /<iframe (?=.* sandbox="allow-scripts")(?=.* data-sandbox="allow)(?=.* data-src="https:\/\/www.youtube-nocookie)(?!.* src=)/,
    );
  });

  test.each([
    ['a picture of the blog', '<img src="/a.png" alt="" fetchpriority="high">'],
    ['one by its whole address', '<img src="https://blog.example/a" alt="" fetchpriority="high">'],
    ['one in its address', '<img src="data:image/gif;base64,AA==" alt="" fetchpriority="high">'],
    ['a link to another site', '<a href="https://x.example/" rel="noopener">a</a>'],
  ])('lets %s be', async (_, html) => {
    expect(await clean(html)).toBe(html);
  });

  test('lets all be where the settings do not have it wait', () => {
    const html = '<img src="https://x.example/a" alt="" fetchpriority="high">';
    expect(sanitizeAtBuild(asUntrustedHtml(html), noLoadSettings).html.content).toBe(html);
  });
});

describe('waitingLoads.resume', () => {
  test('has a body of a page wait in the same way once more', async () => {
    const page = await clean(
      '<p><img src="https://x.example/a" alt=""></p><iframe src="https://codepen.io/a"></iframe>',
    );
    const again = (await sanitizeInBrowser(asUntrustedHtml(page))).html.content as HTMLElement;
    expect([...again.querySelectorAll('.remote')].map(({ textContent }) => textContent)).toEqual([
      'Show content of x.example',
      'Show content of codepen.io',
    ]);
    expect(again.querySelectorAll('[data-src]')).toHaveLength(2);
    expect(again.querySelectorAll('[src]')).toHaveLength(0);
  });

  test('lets no address through that no post may have', async () => {
    expect(await clean('<img data-src="javascript:x" alt="">')).not.toContain('javascript');
    expect(await clean('<iframe data-src="https://evil.example/"></iframe>')).toBe(
      '<a href="https://evil.example/" rel="noopener">Embedded content: evil.example</a>',
    );
  });
});
