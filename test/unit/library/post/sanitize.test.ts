// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';

import { noLoadSettings } from '../../../../src/content/html/html-policy.ts';
import { createSanitize as createBuildSanitize } from '../../../../src/publish/render/sanitize.ts';
import { asUntrustedHtml } from '../../../../src/content/model/html.ts';
import type { Sanitized } from '../../../../src/content/model/html.ts';
import { createSanitize, findSanitize } from '../../../../src/library/post/sanitize.ts';
import { isHarmless, xssVectors } from '../../../support/xss-vectors.ts';

const run = createSanitize(window);
const runAtBuild = createBuildSanitize();

async function clean(html: string): Promise<string> {
  return contentOf(await run(asUntrustedHtml(html))).innerHTML;
}

function contentOf({ html: { content } }: Sanitized): HTMLElement {
  if (!(content instanceof HTMLElement)) throw new TypeError('The sanitizer gave no element.');
  return content;
}

describe('createSanitize', () => {
  test.each(xssVectors)('disarms: $name', async ({ html, kept }) => {
    const result = await clean(html);
    expect(isHarmless(result)).toBe(true);
    if (kept !== undefined) expect(result).toBe(kept);
  });

  test.each(xssVectors)('agrees with the build: $name', async ({ html }) => {
    const atBuild = runAtBuild(asUntrustedHtml(html));
    expect(await clean(html)).toBe(atBuild.html.content);
    expect((await run(asUntrustedHtml(html))).removed).toEqual(atBuild.removed);
  });

  test('gives an element that is on no page', async () => {
    const content = contentOf(await run(asUntrustedHtml('<p>a</p>')));
    expect(content).toBeInstanceOf(HTMLDivElement);
    expect(content.isConnected).toBe(false);
  });

  test.each(['<p><img src="/x.png" alt=""></p>', '<p id="main"><img src="/x.png" alt=""></p>'])(
    'loads no picture before its post is shown: %s',
    async (html) => {
      const content = contentOf(await run(asUntrustedHtml(html)));
      expect(content.ownerDocument.defaultView).toBeNull();
    },
  );

  test('makes the one sanitizer of the page at first use', async () => {
    const sanitize = findSanitize(noLoadSettings);
    expect(findSanitize(noLoadSettings)).toBe(sanitize);
    expect(contentOf(await sanitize(asUntrustedHtml('<b>x</b>'))).innerHTML).toBe('<b>x</b>');
  });

  test('throws where nothing comes of HTML', () => {
    const broken = { ...window, document: document.implementation.createHTMLDocument('') };
    Object.defineProperty(broken, 'DOMParser', { value: undefined });
    expect(() => createSanitize(broken as unknown as typeof window)).toThrow();
  });
});
