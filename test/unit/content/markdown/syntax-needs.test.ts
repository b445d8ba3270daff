import * as fc from 'fast-check';
import type { Token } from 'marked';
import { describe, expect, test } from 'vitest';

import { createState } from '../../../../src/content/markdown/base/state.ts';
import { lexMarkdown } from '../../../../src/content/markdown/render-markdown.ts';
import { findSyntaxNeeds } from '../../../../src/content/markdown/syntax-needs.ts';
import type { SyntaxParts } from '../../../../src/content/markdown/syntax-needs.ts';
import { createSyntax } from '../../../../src/content/markdown/syntax.ts';
import { bodyWords } from '../../../support/body-words.ts';
import { seeded, textOf } from '../random-text.ts';
import { propertyRuns } from '../../../support/property-runs.ts';
import { syntaxParts } from '../../../support/syntax-parts.ts';

const settings = { math: true, smartPunctuation: false, words: bodyWords };

/** Plain texts, and the beginnings and ends of all constructs. */
const pieces = [
  'a',
  'b',
  ' ',
  '  ',
  '\n',
  '\n\n',
  '    ',
  '> ',
  '- ',
  '1. ',
  '# ',
  '*',
  '`',
  '```\n',
  '|',
  '\\',
  ']',
  '{:',
  '{.',
  '{#',
  '}',
  '.x',
  'y=z',
  ':',
  ': ',
  '::: note',
  ':::',
  '!!! note',
  '[^1]',
  '[^1]: ',
  '*[a]: ',
  '[!TIP]',
  '[toc]',
  '<!-- toc -->',
  '## Table of contents',
  'toc',
  '- [/] ',
  '[-] ',
  '<div markdown="1">',
  '</div>',
  '$',
  '$$',
  '\\(',
  '\\)',
  '{ ',
  '= ',
  '| a | b |\n| - | - |\n',
  '![x](c',
  'd.png)',
  ' =9x9)',
  '<div>\n',
  '</summary>\n',
  '~~~\n',
];

function lex(text: string, parts: SyntaxParts): Token[] {
  const state = createState(settings, text.length);
  return lexMarkdown(text, createSyntax(state, parts), { state, parts });
}

describe('findSyntaxNeeds', () => {
  test.each([
    ['a footnote', 'a[^1]\n\n[^1]: b'],
    ['a list below a block', 'a\n{: .note}'],
    ['a list behind a span', '*a*{:.b}'],
    ['a list of Hugo', 'a\n{.b}'],
    ['a list on a heading', '# a { #b }'],
    ['a named attribute on a heading', '# a {data-x=b}'],
    ['an abbreviation', '*[a]: b'],
    ['a mark for a table of contents', '[[_TOC_]]'],
    ['a comment for a table of contents', '<!-- toc -->'],
    ['a heading for a table of contents', '## Table of contents\n\n# a'],
    ['a task with a sign', '> 1. [/] a'],
    ['a container', ':::note\na\n:::'],
    ['an admonition', '!!! note\n    a'],
    ['an admonition that folds', '??? note\n    a'],
    ['a definition', 'a\n: b'],
    ['a definition in a quote', '> a\n>  : b'],
    ['a note', '- > [!TIP]\n  > a'],
    ['Markdown in HTML', '<div markdown="1">\n*a*\n</div>'],
  ])('finds %s', (_, text) => {
    expect(findSyntaxNeeds(text, settings)).toEqual(['dialect']);
  });

  test.each([
    ['a bar in code', '| `a|b` |'],
    ['a blank in an address', '![a](b c.png)'],
    ['a size of an image', '![a](b(1).png =9x9)'],
    ['a fence below a tag', '<summary>a</summary>\n```\nb\n```'],
  ])('finds %s, which GFM would lose', (_, text) => {
    expect(findSyntaxNeeds(text, settings)).toEqual(['leniency']);
  });

  test.each([['&eacute;'], ['<b>&Omega;</b>'], ['| &frac12; |']])('finds %s', (text) => {
    expect(findSyntaxNeeds(text, settings)).toEqual(['entities']);
  });

  test.each([['$a$'], ['\\(a\\)'], ['\\[a\\]'], ['\\begin{align}a\\end{align}']])(
    'finds %s',
    (text) => {
      expect(findSyntaxNeeds(text, settings)).toEqual(['math']);
      expect(findSyntaxNeeds(text, { ...settings, math: false })).toEqual([]);
    },
  );

  test.each([
    ['prose', 'A word: another. (1) 12:30! What? [A](b) ![c](d) <b>e</b>'],
    ['GFM', '# a\n\n- [x] b\n\n| a | b |\n| :- | -: |\n| c | d |\n\n~~e~~ https://f.example'],
    ['a badge', '[![a](b)](c)'],
    ['references that every text may have', '&amp; &lt; &gt; &quot; &nbsp; &#233; R&D; a && b'],
    ['code', '```rust\nlet a: u8 = b[0];\n```'],
  ])('finds nothing in %s', (_, text) => {
    expect(findSyntaxNeeds(text, settings)).toEqual([]);
  });

  test('says yes wherever the whole syntax finds a construct', () => {
    fc.assert(
      fc.property(textOf(pieces, 10), (text) => {
        const needs = findSyntaxNeeds(text, settings);
        const parts = {
          dialect: needs.includes('dialect') ? syntaxParts.dialect : undefined,
          leniency: needs.includes('leniency') ? syntaxParts.leniency : undefined,
          math: needs.includes('math') ? syntaxParts.math : undefined,
        };
        expect(JSON.stringify(lex(text, parts))).toBe(JSON.stringify(lex(text, syntaxParts)));
      }),
      { ...seeded, numRuns: propertyRuns(2000) },
    );
  });

  test('takes time in proportion to the text', () => {
    const texts = [
      '{ '.repeat(50_000),
      '{a'.repeat(50_000),
      '\n> '.repeat(50_000),
      '<!-- '.repeat(50_000),
      '`'.repeat(100_000),
      ']('.repeat(50_000),
      '](a'.repeat(50_000),
      '>\n>'.repeat(50_000),
    ];
    for (const text of texts) expect(findSyntaxNeeds(text, settings)).toEqual([]);
  });
});
