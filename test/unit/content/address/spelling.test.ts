import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { findSpelling, slugifyAsZola } from '../../../../src/content/address/spelling.ts';

describe('findSpelling', () => {
  test.each([
    ['Code_Syntax', 'code-syntax', 'code-syntax', 'code_syntax', 'code-syntax'],
    ['it’s', 'its', 'its', 'its', 'it-s'],
    ["it's", 'its', 'it-s', 'its', 'it-s'],
    ['a & b', 'a-and-b', 'a-b', 'a-b', 'a-b'],
    ['a - b', 'a-b', 'a-b', 'a-b', 'a-b'],
    ['a -- b', 'a-b', 'a-b', 'a--b', 'a-b'],
    ['C++', 'c-plus-plus', 'c', 'c++', 'c'],
    ['v1.2', 'v1-2', 'v1-2', 'v1.2', 'v1-2'],
    ['Été', 'ete', 'ete', 'été', 'été'],
    ['目录', '目录', '目录', '目录', '目录'],
    ['!!!', 'u21-u21-u21', 'u21-u21-u21', 'u21-u21-u21', 'u21-u21-u21'],
  ])('spells %s', (text, own, zola, hugo, jekyll) => {
    const spelled = ([undefined, 'zola', 'hugo', 'jekyll'] as const).map((generator) =>
      findSpelling(generator).slug(text),
    );
    expect(spelled).toEqual([own, zola, hugo, jekyll]);
  });

  test.each([
    ['Hand Made_Paper', 'hand-made_paper', 'Hand Made_Paper', 'Hand-Made_Paper'],
    ['v1.2 & more?', 'v12--more', 'v1.2 & more?', 'v1.2--and--more'],
    ['Été 目录', 'été-目录', 'Été 目录', 'Été-目录'],
  ])('spells %s as programs of JavaScript do', (text, astro, eleventy, quartz) => {
    const spelled = (['astro', 'eleventy', 'quartz'] as const).map((generator) =>
      findSpelling(generator).slug(text),
    );
    expect(spelled).toEqual([astro, eleventy, quartz]);
  });

  test.each([
    ['HFDP-Notes1', 'HFDP-Notes1'],
    ['a_b v1.2', 'a_b-v1.2'],
    ['Été ~ x', 'Été-~-x'],
    ['-x-', 'x'],
  ])('spells Jekyll’s title %s', (text, name) => {
    expect(findSpelling('jekyll').casedName(text)).toBe(name);
  });

  test('cuts long titles, which names of files could not hold', () => {
    const title = 'word '.repeat(200);
    for (const generator of ['zola', 'hugo', 'jekyll', undefined] as const) {
      expect(findSpelling(generator).title(title).length).toBeLessThanOrEqual(120);
    }
  });

  test('never gives an empty name for letters, nor one with a slash', () => {
    const letters = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => /\p{L}/u.test(text));
    fc.assert(
      fc.property(letters, (text) => {
        for (const generator of ['zola', 'hugo', 'jekyll', undefined] as const) {
          const { slug } = findSpelling(generator);
          expect(slug(text)).toMatch(/^[^/]+$/);
        }
      }),
    );
  });
});

describe('slugifyAsZola', () => {
  test('has nothing but small letters, digits and single hyphens between them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const slug = slugifyAsZola(text, (given) => given.replace(/[^\p{ASCII}]/gu, 'x '));
        expect(slug).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/);
      }),
    );
  });
});
