import { describe, expect, test } from 'vitest';

import { findContentFolders, findGenerator } from '../../../../src/content/address/generator.ts';

const plain = { generator: undefined, permalink: '/posts/:slug/', posts: 'public/posts' };

describe('findGenerator', () => {
  test.each([
    ['the setting', { generator: 'zola', posts: '_posts' }, 'zola'],
    ['a folder of Jekyll', { posts: '../blog/_posts/' }, 'jekyll'],
    ['a pattern by name', { permalink: 'ordinal' }, 'jekyll'],
    ['categories', { permalink: '/:categories/:title/' }, 'jekyll'],
    ['an ending', { permalink: '/:title:output_ext' }, 'jekyll'],
    ['a section', { permalink: '/:section/:slug/' }, 'hugo'],
    ['sections', { permalink: '/:sections[1:]/:slug/' }, 'hugo'],
    ['a base name', { permalink: '/:contentbasename/' }, 'hugo'],
    ['a path alone', { permalink: '/:path/' }, 'zola'],
    ['a path below something', { permalink: '/blog/:path/' }, undefined],
    ['a date', { permalink: '/:year/:month/:slug/' }, undefined],
    ['nothing', {}, undefined],
  ] as const)('goes by %s', (_, signs, generator) => {
    expect(findGenerator({ ...plain, ...signs })).toBe(generator);
  });
});

describe('findContentFolders', () => {
  test.each([
    ['content', []],
    ['content/posts', ['posts']],
    ['../blog/content/en/posts/', ['en', 'posts']],
    ['C:\\blog\\content\\posts', ['posts']],
    ['/a/content/b/content/c', ['c']],
    ['contents/posts', []],
    ['_posts', []],
  ])('of %s are %j', (folder, folders) => {
    expect(findContentFolders(folder)).toEqual(folders);
  });
});
