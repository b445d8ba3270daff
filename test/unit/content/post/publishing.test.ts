import { describe, expect, test } from 'vitest';

import { createFields } from '../../../../src/content/front-matter/fields.ts';
import {
  hasDisplayMath,
  isAddress,
  readCanonical,
  readIndexing,
  readMove,
  readPin,
  readPublishing,
} from '../../../../src/content/post/publishing.ts';
import { parsePostPath } from '../../../../src/content/site/post-path.ts';

describe('readPublishing', () => {
  test('takes a file of the folder of pages for that of a theme only where it has no text', () => {
    const path = 'archives.md';
    const facts = {
      fields: createFields({ layout: 'archives' }),
      path,
      place: parsePostPath(path),
    };
    expect(
      readPublishing({ ...facts, collection: 'pages', isDated: false, hasText: true }),
    ).toEqual({ hidden: undefined, meta: {}, faults: [] });
    expect(
      readPublishing({ ...facts, collection: 'pages', isDated: false, hasText: false }),
    ).toEqual({
      hidden: { kind: 'theme', layout: 'archives', to: '/archive/' },
      meta: {},
      faults: [],
    });
  });
});

describe('readCanonical', () => {
  test.each([
    [{ canonicalurl: 'https://a.example/b' }],
    [{ canonical: 'https://a.example/b' }],
    [{ canonical_url: 'https://a.example/b' }],
    [{ params: { canonicalurl: 'https://a.example/b' } }],
  ])('reads %o', (values) => {
    expect(readCanonical(createFields(values))).toBe('https://a.example/b');
  });
});

describe('readMove', () => {
  test.each([
    [{ redirect_to: '/new/' }, '/new/'],
    [{ redirect_to: ['https://a.example/'] }, 'https://a.example/'],
    [{ redirect_from: '/old/' }, undefined],
  ])('reads %o', (values, to) => {
    expect(readMove(createFields(values))).toBe(to);
  });
});

describe('isAddress', () => {
  test.each(['https://a.example', 'http://a.example/b?c', '/a/', '/a.html'])('takes %s', (text) => {
    expect(isAddress(text)).toBe(true);
  });

  test.each(['a/', '//a.example', 'javascript:alert(1)', 'https://', 'https:///a', '/a b', 'a b'])(
    'rejects %s',
    (text) => {
      expect(isAddress(text)).toBe(false);
    },
  );
});

describe('readIndexing', () => {
  test.each([
    ['noindex', { noindex: true }, { isUnindexed: true }],
    ['PaperMod', { robotsnoindex: true }, { isUnindexed: true }],
    ['robots in words', { robots: 'noindex, nofollow' }, { isUnindexed: true }],
    ['robots: none', { robots: 'none' }, { isUnindexed: true }],
    ['seo', { seo: { noindex: true } }, { isUnindexed: true }],
    ['jekyll-sitemap', { sitemap: false }, { isOffSitemap: true }],
    ['Hugo', { sitemap: { disable: true } }, { isOffSitemap: true }],
    ['both', { sitemap: false, noindex: 'yes' }, { isUnindexed: true, isOffSitemap: true }],
    ['a place in the sitemap', { sitemap: { priority: 0.5 } }, {}],
    ['a wish to be found', { noindex: false, robots: 'index, follow', sitemap: true }, {}],
  ])('reads %s', (_, values, wishes) => {
    expect(readIndexing(createFields(values))).toEqual(wishes);
  });
});

describe('readPin', () => {
  test.each([
    ['pin', { pin: true }, { pin: 0 }],
    ['pinned', { pinned: 'yes' }, { pin: 0 }],
    ['featured of AstroPaper', { featured: true }, { pin: 0 }],
    ['sticky of Hexo', { sticky: 100 }, { pin: -100 }],
    ['top by number', { top: 3 }, { pin: -3 }],
    ['weight of Hugo', { weight: 2 }, { weight: 2 }],
    ['no weight', { weight: 0 }, {}],
    ['a picture', { featured: 'a.png' }, {}],
    ['a picture beside a pin', { featured: 'a.png', pin: true }, { pin: 0 }],
    ['no', { pin: false, sticky: 0, featured: 'no' }, {}],
    ['a weight of something else', { weight: '3 kg' }, {}],
  ])('reads %s', (_, values, place) => {
    expect(readPin(createFields(values))).toEqual(place);
  });
});

describe('hasDisplayMath', () => {
  test.each([
    ['a block', 'a\n\n$$\nx\n$$\n'],
    ['a formula in its line', 'a $$x^2$$ b'],
    ['a block in a quote', '> $$\n> x\n> $$'],
    ['an environment', '\\begin{align*}\nx\n\\end{align*}'],
    ['one below code', '```\n$$\n```\n\n$$x$$'],
  ])('finds %s', (_, body) => {
    expect(hasDisplayMath(body)).toBe(true);
  });

  test.each([
    ['money', 'a $5 and $6'],
    ['the shell’s own number', 'kill $$ now'],
    ['code', '```sh\necho $$ $$\n```'],
    ['code in a list', '- ~~~\n  $$ $$\n  ~~~'],
    ['a code span', '`$$` and `$$`'],
    ['indented code', '    $$\n    $$'],
  ])('leaves %s', (_, body) => {
    expect(hasDisplayMath(body)).toBe(false);
  });
});
