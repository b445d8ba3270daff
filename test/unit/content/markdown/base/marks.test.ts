import { describe, expect, test } from 'vitest';

import { htmlOf } from '../../../../support/render-text.ts';

const contents =
  '<nav class="contents" aria-label="Contents"><ol><li><a href="#a">A</a></li></ol></nav>';

describe('tocSyntax', () => {
  test.each(['[toc]', '[TOC]', '[[toc]]', '[[_TOC_]]', '<!-- toc -->', '@[toc]'])(
    'reads %s',
    async (mark) => {
      expect(await htmlOf(`${mark}\n\n# A`)).toContain(contents);
    },
  );

  test.each(['a [toc]', '`[toc]`', '[tock]'])('leaves %s', async (source) => {
    expect(await htmlOf(`${source}\n\n# A`)).not.toContain('<nav');
  });

  test('leaves contents that a tool has filled in', async () => {
    expect(await htmlOf('<!-- toc -->\n\n- [A](#a)\n\n<!-- tocstop -->\n\n# A')).not.toContain(
      '<nav',
    );
  });
});

describe('fillContents', () => {
  test.each(['## Table of contents', '## Table of Contents ##', '# TOC'])(
    'fills the empty section %s',
    async (heading) => {
      expect(await htmlOf(`${heading}\n\n## A`)).toContain('href="#a"');
      expect(await htmlOf(`${heading}\n## A`)).toContain('<nav class="contents"');
    },
  );

  test.each([
    ['what its author filled', '## Table of contents\n\n- [A](#a)\n\n## A'],
    ['another heading', '## A table of contents\n\n## A'],
    ['a section at the end', '## A\n\n## Table of contents\n'],
    ['a heading with a line below', 'Table of contents\n---\n\n## A'],
  ])('leaves %s', async (_, source) => {
    expect(await htmlOf(source)).not.toContain('<nav');
  });
});

describe('abbreviationSyntax', () => {
  test('marks short forms where they are words', async () => {
    expect(await htmlOf('HTML, XHTML and C++ (HTML5).\n\n*[HTML]: Hyper "Text"\n*[C++]: See')).toBe(
      '<p><abbr title="Hyper &quot;Text&quot;">HTML</abbr>, XHTML and <abbr title="See">C++</abbr> (HTML5).</p>',
    );
  });

  test('leaves code alone and takes the longest form', async () => {
    expect(await htmlOf('`A B` A B\n\n*[A]: 1\n*[A B]: 2')).toBe(
      '<p><code>A B</code> <abbr title="2">A B</abbr></p>',
    );
  });

  test('needs a meaning', async () => {
    expect(await htmlOf('A\n\n*[A]:')).toBe('<p>A</p>');
  });
});
