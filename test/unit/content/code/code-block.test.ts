import { describe, expect, test } from 'vitest';

import { createHighlighter } from '../../../../src/content/code/highlight.ts';
import { formatCodeBlock } from '../../../../src/content/code/code-block.ts';

const highlighter = await createHighlighter(['js', 'console', 'diff']);
const format = (code: string, info: string): string =>
  formatCodeBlock(code, info, highlighter).trim();

describe('formatCodeBlock', () => {
  test('shows plain code without a label', () => {
    expect(format('a < b', '')).toBe(
      '<figure class="code"><header><span></span></header><pre dir="ltr"><code>a &lt; b</code></pre></figure>',
    );
    expect(format('a', 'text')).toContain('<header><span></span></header>');
  });

  test('names the file when it is given', () => {
    expect(format('1', 'js title="<a>.js"')).toContain(
      '<header><span>&lt;a&gt;.js</span></header>',
    );
  });

  test('numbers and marks lines by attributes, so that copying the code leaves them out', () => {
    const html = format('a\nb\nc', 'text,linenos,linenostart=5,hl_lines=2');
    expect(html).toContain('<pre data-numbered dir="ltr">');
    expect(html).toContain(
      '<span class="line" data-line="5">a\n</span><span class="line" data-line="6" data-marked>b\n</span><span class="line" data-line="7">c\n</span>',
    );
  });

  test('marks no line the code does not have', () => {
    expect(format('a', 'text {1-999999}').match(/data-marked/g)).toHaveLength(1);
  });

  test('sets prompts of a console apart', () => {
    expect(format('$ abc\na', 'console')).toContain('<span data-prompt>$ </span>abc\na');
  });

  test('shows what a diff adds and takes away', () => {
    const html = format('-a\n+b', 'diff');
    expect(html).toContain('<span class="tok-deleted">-a</span>');
    expect(html).toContain('<span class="tok-inserted">+b</span>');
  });

  test.each(['mermaid', 'plantuml', 'dot'])('labels the source of a %s diagram', (name) => {
    expect(format('a --> b', name)).toContain(`<span>${name} source</span>`);
    expect(format('a --> b', name)).toContain('<code>a --&gt; b</code>');
  });

  test('leaves an unknown language plain but named', () => {
    expect(format('a', 'klingon')).toBe(
      '<figure class="code"><header><span>klingon</span></header><pre dir="ltr"><code>a</code></pre></figure>',
    );
  });
});
