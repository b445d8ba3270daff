import { describe, expect, test } from 'vitest';
import { createToUrl } from '../../../../src/content/site/absolute-url.ts';

describe('createToUrl', () => {
  test.each([
    ['the root', 'https://a.example/', '/', '/posts/x/', 'https://a.example/posts/x/'],
    ['a path', 'https://a.example/repo/', '/repo/', '/x/', 'https://a.example/repo/x/'],
    ['another base than the path', 'https://a.example/repo/', '/', '/x/', 'https://a.example/x/'],
    [
      'other scripts',
      'https://a.example/',
      '/é/',
      '/カ%/',
      'https://a.example/%C3%A9/%E3%82%AB%25/',
    ],
  ])('gives whole addresses under %s', (_name, url, base, path, expected) => {
    expect(createToUrl(url, base)(path)).toBe(expected);
  });
});
