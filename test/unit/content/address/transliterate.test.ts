import { describe, expect, test } from 'vitest';

import { slugifyAsZola } from '../../../../src/content/address/spelling.ts';
import {
  loadTransliterate,
  loadTransliterateFor,
} from '../../../../src/content/address/transliterate.ts';

describe('loadTransliterate', () => {
  test.each([
    ['accents', 'Muito Mágico?', 'muito-magico'],
    ['Chinese', '目录', 'mu-lu'],
    ['Japanese', 'げんまい茶', 'genmaicha'],
    ['Cyrillic', 'Подъезд и щи', 'podezd-i-shchi'],
    ['Bulgarian', 'Списък', 'spisk'],
    ['Greek', 'Ελληνικά', 'ellenika'],
    ['ligatures', 'Æneid, ß, ø', 'aeneid-ss-o'],
    ['an emoji', 'Pests 🦀', 'pests-crab'],
    ['an emoji with a colour', '👍🏽 up', '1-up'],
    ['typographic signs', 'It’s — so', 'it-s-so'],
    ['a sign of no table', 'a \u{1ffff} b', 'a-b'],
  ])('gives Zola’s slug of %s', async (_, text, slug) => {
    expect(slugifyAsZola(text, await loadTransliterate())).toBe(slug);
  });
});

describe('loadTransliterateFor', () => {
  test.each([
    [{ generator: 'zola', permalink: '/posts/:slug/', posts: 'x' }, true],
    [{ generator: undefined, permalink: '/:path/', posts: 'content' }, true],
    [{ generator: 'hugo', permalink: '/:path/', posts: 'content' }, false],
    [{ generator: undefined, permalink: '/posts/:slug/', posts: 'x' }, false],
  ] as const)('judges %j', async (site, isLoaded) => {
    expect((await loadTransliterateFor(site)) !== undefined).toBe(isLoaded);
  });
});
