// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { asUntrustedHtml } from '../../../../src/content/model/html.ts';
import { createSanitize } from '../../../../src/library/post/sanitize.ts';

const policy =
  "default-src 'none'; img-src 'self' data: https://pictures.example https://*.cdn.example; media-src 'self'; " +
  'frame-src https://player.vimeo.com';

async function clean(html: string): Promise<string> {
  const { content } = (await createSanitize(window)(asUntrustedHtml(html))).html;
  return content instanceof HTMLElement ? content.innerHTML : '';
}

/** The page's head has a policy for as long as the test runs. */
function setPolicy(content: string): void {
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = content;
  document.head.replaceChildren(meta);
}

const trace = (href: string, host: string): string =>
  `<a href="${href}" rel="noopener">Embedded content: ${host}</a>`;

describe('createLoadGuard', () => {
  beforeEach(() => setPolicy(policy));
  afterEach(() => document.head.replaceChildren());

  test.each([
    [
      'a player of a host that no post had',
      '<iframe src="https://www.youtube.com/embed/x"></iframe>',
      trace('https://www.youtube-nocookie.com/embed/x', 'www.youtube-nocookie.com'),
    ],
    ['a picture', '<img src="https://x.example/a">', trace('https://x.example/a', 'x.example')],
    [
      'a film',
      '<video src="https://x.example/a"></video>',
      trace('https://x.example/a', 'x.example'),
    ],
    [
      'sound',
      '<audio src="https://x.example/a"></audio>',
      trace('https://x.example/a', 'x.example'),
    ],
  ])('puts a link in place of %s', async (_, html, kept) => {
    expect(await clean(html)).toBe(kept);
  });

  test.each([
    ['a player of a known host', '<iframe src="https://player.vimeo.com/video/1"></iframe>'],
    ['a picture of a known host', '<img src="https://pictures.example/a">'],
    ['a picture of a host below a known one', '<img src="https://a.cdn.example/a">'],
    ['a picture of the blog', '<img src="/a.png">'],
    ['a picture in its address', '<img src="data:image/gif;base64,AA==">'],
  ])('keeps %s', async (_, html) => {
    expect(await clean(html)).toMatch(/^<(?:iframe|img) /);
  });

  test('keeps pictures of all hosts where the policy does', async () => {
    setPolicy("img-src 'self' data: https:");
    expect(await clean('<img src="https://x.example/a">')).toMatch(/^<img /);
  });

  test('keeps all on a page without a policy', async () => {
    document.head.replaceChildren();
    expect(await clean('<img src="https://x.example/a">')).toMatch(/^<img /);
  });
});
