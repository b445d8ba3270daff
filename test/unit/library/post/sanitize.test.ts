// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';

import { noLoadSettings } from '../../../../src/content/html/html-policy.ts';
import { createSanitize as createBuildSanitize } from '../../../../src/publish/render/sanitize.ts';
import { asUntrustedHtml } from '../../../../src/content/model/html.ts';
import { createSanitize, findSanitize } from '../../../../src/library/post/sanitize.ts';
import { isHarmless, xssVectors } from '../../../support/xss-vectors.ts';

const run = createSanitize(window);
const runAtBuild = createBuildSanitize();

function clean(html: string): string {
  const { content } = run(asUntrustedHtml(html)).html;
  if (!(content instanceof HTMLElement)) throw new TypeError('The sanitizer gave no element.');
  return content.innerHTML;
}

describe('createSanitize', () => {
  test.each(xssVectors)('disarms: $name', ({ html, kept }) => {
    const result = clean(html);
    expect(isHarmless(result)).toBe(true);
    if (kept !== undefined) expect(result).toBe(kept);
  });

  test.each(xssVectors)('agrees with the build: $name', ({ html }) => {
    const atBuild = runAtBuild(asUntrustedHtml(html));
    expect(clean(html)).toBe(atBuild.html.content);
    expect(run(asUntrustedHtml(html)).removed).toEqual(atBuild.removed);
  });

  test('gives an element that is on no page', () => {
    const { content } = run(asUntrustedHtml('<p>a</p>')).html;
    expect(content).toBeInstanceOf(HTMLDivElement);
    expect((content as HTMLElement).isConnected).toBe(false);
  });

  test('loads no picture before its post is shown', () => {
    const { content } = run(asUntrustedHtml('<p><img src="/x.png" alt=""></p>')).html;
    expect((content as HTMLElement).ownerDocument.defaultView).toBeNull();
  });

  test('makes the one sanitizer of the page at first use', async () => {
    expect(
      (
        (await findSanitize(noLoadSettings))(asUntrustedHtml('<b>x</b>')).html
          .content as HTMLElement
      ).innerHTML,
    ).toBe('<b>x</b>');
  });

  test('throws when DOMPurify works silently in vain', () => {
    const broken = { ...window, document: document.implementation.createHTMLDocument('') };
    Object.defineProperty(broken, 'DOMParser', { value: undefined });
    expect(() => createSanitize(broken as unknown as typeof window)).toThrow();
  });
});
