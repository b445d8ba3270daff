// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { createSanitize } from '../../../src/library/sanitize.ts';
import { asUntrustedHtml } from '../../../src/content/html.ts';
import type { SafeHtml } from '../../../src/content/html.ts';
import { findBody } from '../../../src/ui/body-nodes.ts';

const sanitize = createSanitize(window);

function makeHtml(html: string): SafeHtml {
  return sanitize(asUntrustedHtml(html)).html;
}

describe('findBody', () => {
  test('puts the blocks of a post where the prerendered page has them, in no box of their own', () => {
    const { shown, body } = findBody(makeHtml('<p>a</p>\n<p>b</p>'));
    expect(shown.outerHTML).toBe('<div class="prose"><p>a</p>\n<p>b</p></div>');
    expect(body).toBe(shown);
  });

  test('gives the same node for the same content', () => {
    const html = makeHtml('<p>a</p>');
    const { shown } = findBody(html);
    expect(findBody(html).shown).toBe(shown);
    expect(shown.textContent).toBe('a');
  });
});
