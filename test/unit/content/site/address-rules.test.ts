import { describe, expect, test } from 'vitest';

import {
  createAddressRules,
  findCommonPattern,
  findSectionPattern,
} from '../../../../src/content/site/address-rules.ts';
import { parsePostPath } from '../../../../src/content/site/post-path.ts';
import type { Site } from '../../../../src/content/site/site.ts';
import { testSite } from '../../../support/create-meta.ts';

const patterns = {
  posts: '/a/:slug/',
  'posts/deep': '/b/:slug/',
  recipes: '/c/:slug/',
};

function rules(changes: Partial<Site>): ReturnType<typeof createAddressRules> {
  return createAddressRules({ ...testSite, permalinks: patterns, ...changes }, 'posts');
}

describe('findSectionPattern', () => {
  test.each([
    ['the folder of posts below content', { posts: 'content/posts' }, 'x.md', '/a/:slug/'],
    ['the innermost section', { posts: 'content/posts' }, 'deep/er/x.md', '/b/:slug/'],
    ['a folder', { posts: 'content' }, 'posts/x.md', '/a/:slug/'],
    ['a collection', { posts: '.' }, '_recipes/soups/x.md', '/c/:slug/'],
    ['a collection below other folders', { posts: '.' }, 'a/_recipes/x.md', '/c/:slug/'],
    ['the folder of posts of Jekyll', { posts: '../blog/_posts/' }, 'x.md', '/a/:slug/'],
    ['the folder of posts anywhere', { posts: 'posts' }, 'notes/x.md', '/a/:slug/'],
    ['none', { posts: 'content' }, 'notes/x.md', undefined],
    ['none of a property’s name', { posts: 'content' }, 'constructor/x.md', undefined],
  ])('finds that of %s', (_, changes, path, pattern) => {
    expect(findSectionPattern(rules(changes), parsePostPath(path))).toBe(pattern);
  });
});

describe('findCommonPattern', () => {
  test.each([
    ['posts', { permalink: 'pretty' }, '_posts/2020-01-02-x.md', 'pretty'],
    ['a collection', { permalink: 'pretty' }, '_teas/x.md', '/:collection/:path/'],
    ['one of pages by name', { permalink: 'date' }, '_teas/x.md', '/:collection/:path:output_ext'],
    ['a folder that only looks like one', {}, '_teas/x.md', '/posts/:slug/'],
  ])('finds that of %s', (_, changes, path, pattern) => {
    expect(findCommonPattern(rules(changes), parsePostPath(path))).toBe(pattern);
  });
});
