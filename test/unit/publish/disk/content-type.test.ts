import { describe, expect, test } from 'vitest';

import { contentTypeOf, isCompressible } from '../../../../src/publish/disk/content-type.ts';

describe('contentTypeOf', () => {
  test.each([
    ['index.html', 'text/html; charset=utf-8'],
    ['posts/x/A.PNG', 'image/png'],
    ['post.json', 'application/json; charset=utf-8'],
    ['a.md', 'text/markdown; charset=utf-8'],
    ['a.tar.xyz', 'application/octet-stream'],
    ['LICENSE', 'application/octet-stream'],
    ['a.constructor', 'application/octet-stream'],
  ])('%s', (fileName, type) => {
    expect(contentTypeOf(fileName)).toBe(type);
  });
});

describe('isCompressible', () => {
  test.each([
    ['text/html; charset=utf-8', true],
    ['application/javascript; charset=utf-8', true],
    ['application/atom+xml; charset=utf-8', true],
    ['image/svg+xml', true],
    ['application/json; charset=utf-8', true],
    ['image/png', false],
    ['font/woff2', false],
    ['application/octet-stream', false],
  ])('%s: %s', (type, expected) => {
    expect(isCompressible(type)).toBe(expected);
  });
});
