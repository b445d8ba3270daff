import { describe, expect, test } from 'vitest';
import { createFields } from '../../../../src/content/front-matter/fields.ts';
import {
  readAuthor,
  isAddress,
  readCanonical,
  readImage,
  readIndexing,
  readMove,
  readPin,
  readSeries,
  readToc,
} from '../../../../src/content/post/settings.ts';

describe('readAuthor', () => {
  test.each([
    ['text', { author: 'Ann' }, 'Ann'],
    ['a list', { authors: ['Ann', 'Bob'] }, 'Ann, Bob'],
    ['a table', { author: { name: 'Ann', email: 'x' } }, 'Ann'],
    ['tables', { authors: [{ name: 'Ann' }, { name: 'Bob' }] }, 'Ann, Bob'],
    ['a taxonomy', { taxonomies: { authors: ['Ann'] } }, 'Ann'],
    ['`extra`', { extra: { author: 'Ann' } }, 'Ann'],
    ['none', { author: null }, undefined],
  ])('reads %s', (_, values, author) => {
    expect(readAuthor(createFields(values))).toBe(author);
  });
});

describe('readImage', () => {
  test.each([
    ['image', { image: '/a.png' }, '/a.png'],
    ['images', { images: ['a.png', 'b.png'] }, 'a.png'],
    ['Minimal Mistakes', { header: { overlay_image: '/a.jpg' } }, '/a.jpg'],
    ['a nested name with dashes', { header: { 'overlay-image': '/a.jpg' } }, '/a.jpg'],
    ['a nested name in `extra`', { extra: { header: { overlay_image: 'a.png' } } }, 'a.png'],
    ['cover as text', { cover: 'a.png' }, 'a.png'],
    ['cover as a table', { cover: { image: 'a.png', alt: 'x' } }, 'a.png'],
    ['image as a table', { image: { src: 'a.png' } }, 'a.png'],
    ['featured_image', { featured_image: 'a.png' }, 'a.png'],
    ['featuredImage', { featuredimage: 'a.png' }, 'a.png'],
    ['header.teaser', { header: { teaser: 'a.png' } }, 'a.png'],
    ['thumbnail', { thumbnail: 'a.png' }, 'a.png'],
    ['extra.image', { extra: { image: 'a.png' } }, 'a.png'],
    ['tables in a list', { images: [{ src: 'a.png' }] }, 'a.png'],
    ['an empty image before another', { image: null, banner: 'a.png' }, 'a.png'],
    ['heroImage of Astro', { heroimage: '../../assets/a.png' }, '../../assets/a.png'],
    ['ogImage with its size', { ogimage: { src: '@assets/a.png', width: 3 } }, '@assets/a.png'],
    ['a switch', { hero: false, image: true }, undefined],
    ['a switch in quotes', { featured: 'true' }, undefined],
    ['none', {}, undefined],
  ])('reads %s', (_, values, image) => {
    expect(readImage(createFields(values))).toBe(image);
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

describe('readSeries', () => {
  test.each([
    ['text', { series: 'S' }, { name: 'S', order: undefined }],
    ['a list', { series: ['S', 'T'] }, { name: 'S', order: undefined }],
    ['a taxonomy', { taxonomies: { series: ['S'] } }, { name: 'S', order: undefined }],
    ['a table', { series: { name: 'S', order: 2 } }, { name: 'S', order: 2 }],
    ['a place beside', { series: 'S', series_order: 3 }, { name: 'S', order: 3 }],
    ['a place as text', { series: 'S', series_weight: '1.5' }, { name: 'S', order: 1.5 }],
    ['a weight', { series: 'S', weight: 4 }, { name: 'S', order: 4 }],
    ['a part', { series: 'S', part: 1 }, { name: 'S', order: 1 }],
    ['a place in words', { series: 'S', part: 'one' }, { name: 'S', order: undefined }],
    ['a switch', { series: true }, undefined],
    ['none', { part: 1 }, undefined],
  ])('reads %s', (_, values, series) => {
    expect(readSeries(createFields(values))).toEqual(series);
  });
});

describe('readToc', () => {
  test.each([
    [{ toc: true }, true],
    [{ toc: 'false' }, false],
    [{ toc: { enable: false } }, false],
    [{ showtoc: true }, true],
    [{ table_of_contents: true }, true],
    [{ hidetoc: true }, false],
    [{ disable_toc: false }, true],
    [{}, undefined],
  ])('reads %j', (values, toc) => {
    expect(readToc(createFields(values))).toBe(toc);
  });
});
