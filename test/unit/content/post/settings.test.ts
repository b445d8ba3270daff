import { describe, expect, test } from 'vitest';
import { createFields } from '../../../../src/content/front-matter/fields.ts';
import {
  readAuthor,
  readImage,
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
    ['Markdown', { author: '[Ann *B.*](https://b.example/) & `c_d`' }, 'Ann B. & c_d'],
    ['Markdown in a list', { authors: ['**Ann**', '![](a.png)'] }, 'Ann'],
    ['signs that are no Markdown', { author: 'a_b_c <a@b.example>' }, 'a_b_c <a@b.example>'],
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
