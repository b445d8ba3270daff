import { describe, expect, test } from 'vitest';
import { isReserved, isReservedForAliases } from '../../../../src/content/site/reserved-address.ts';

describe('isReserved', () => {
  test.each([
    '/',
    '/page/2/',
    '/archive/',
    '/archive/2019/',
    '/archive/2019/07/',
    '/archive/2019/page/2/',
    '/archive/2019/07/page/12/',
    '/archive/undated/',
    '/archive/undated/page/2/',
    '/Archive/2019/',
    '/keywords/',
    '/keywords/x/',
    '/keywords/x/page/2/',
    '/keywords/x/feed.json',
    '/data/v1/',
    '/data/v1/root.json',
    '/posts/',
    '/pages/',
    '/atom.xml',
    '/atom.xml/',
    '/sitemap-2.xml',
    '/llms.txt/x/',
    '/404.html',
    '/favicon.svg',
    '/icon-192.png',
    '/service-worker.js',
    '/manifest.webmanifest',
    '/posts/a/post.json',
  ])('keeps %s for the blog itself', (path) => {
    expect(isReserved(path)).toBe(true);
  });

  test.each(['/cname/'])('leaves %s to posts', (path) => {
    expect(isReserved(path)).toBe(false);
  });

  test.each([
    '/about/',
    '/archives/',
    '/archive/my-post/',
    '/archive/12/',
    '/archive/2019/13/',
    '/archive/2019/07/my-post/',
    '/archive/2019/page/0/',
    '/page/x/',
    '/data/',
    '/posts/x/',
    '/keyword/',
    '/blog/atom.xml',
    '/feed.xml',
    '/posts/post.json.md',
  ])('leaves %s to posts and aliases', (path) => {
    expect(isReserved(path)).toBe(false);
  });
});

describe('isReservedForAliases', () => {
  test.each([
    '/',
    '/page/2/',
    '/archive/2019/',
    '/keywords/',
    '/data/v1/root.json',
    '/atom.xml',
    '/CNAME',
    '/robots.txt/',
  ])('keeps %s for the blog itself', (path) => {
    expect(isReservedForAliases(path)).toBe(true);
  });

  test.each(['/posts/', '/pages/', '/keywords/old/', '/about/'])('leaves %s to aliases', (path) => {
    expect(isReservedForAliases(path)).toBe(false);
  });
});
