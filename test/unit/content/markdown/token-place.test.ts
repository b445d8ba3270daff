import type { Token } from 'marked';
import { describe, expect, test } from 'vitest';

import { createState } from '../../../../src/content/markdown/base/state.ts';
import type { MarkdownState } from '../../../../src/content/markdown/base/state.ts';
import { lexMarkdown } from '../../../../src/content/markdown/render-markdown.ts';
import { createSyntax } from '../../../../src/content/markdown/syntax.ts';
import { bodyWords } from '../../../support/body-words.ts';
import { blankCode, findPlaces } from '../../../../src/content/markdown/token-place.ts';
import { syntaxParts as parts } from '../../../support/syntax-parts.ts';

const settings = { math: true, smartPunctuation: false, words: bodyWords };

function lex(text: string, state: MarkdownState): Token[] {
  return lexMarkdown(text, createSyntax(state, parts), { state, parts });
}

describe('blankCode', () => {
  test.each([
    ['a span', 'a `b` c', 'a     c'],
    ['a fence', 'a\n```\nb\n```\nc', 'a\n   \n \n   \nc'],
    ['a fence in a quote', '> ```\n> b\n> ```\n> c', '>    \n   \n     \n> c'],
    ['a note', 'a[^1]\n\n[^1]: `b` c', 'a[^1]\n\n[^1]:     c'],
    ['the second of two that read alike', 'b `b` b', 'b     b'],
    ['none', '*a*\n\n- b', '*a*\n\n- b'],
  ])('leaves spaces for %s', (_, text, prose) => {
    const state = createState(settings, text.length);
    const tokens = lex(text, state);
    expect(blankCode(tokens, text, state)).toBe(prose);
  });

  test('keeps the length of 100 kB of quotes in quotes', () => {
    const text = `${'> '.repeat(20)}\`a\`\n`.repeat(1500);
    const state = createState(settings, text.length);
    const tokens = lex(text, state);
    expect(blankCode(tokens, text, state)).toHaveLength(text.length);
  });
});

describe('findPlaces', () => {
  test('tells tokens that read alike apart', () => {
    const text = '- a\n- a\n';
    const state = createState(settings, text.length);
    const tokens = lex(text, state);
    const items = tokens.flatMap((token): Token[] => ('items' in token ? token.items : []));
    const leaves = items.flatMap((item) => ('tokens' in item ? (item.tokens ?? []) : []));
    const places = findPlaces(new Set(leaves), tokens, text, state);
    expect(leaves.map((leaf) => places.get(leaf))).toEqual([2, 6]);
  });
});
