import { describe, expect, test } from 'vitest';
import { findCover } from '../../../../src/content/finish/cover.ts';

const targets: Readonly<Record<string, string>> = {
  'cat.png': '/posts/cat.png',
  'who?.png': '/posts/who?.png',
  '/img/x.png': '/img/x.png',
  '/img/100%.png': '/img/100%.png',
  '/about': '/about/',
  '/': '/',
};

describe('findCover', () => {
  test.each([
    ['a file beside the post', 'cat.png', '/posts/cat.png'],
    ['a file with a query', 'cat.png?v=1', '/posts/cat.png'],
    ['a file with a fragment', 'cat.png#center', '/posts/cat.png'],
    ['a file with a question in its name', 'who?.png', '/posts/who?.png'],
    ['a path', '/img/x.png', '/img/x.png'],
    ['a path with a query', '/img/x.png?v=1', '/img/x.png'],
    ['a path without a slash at the start', 'img/x.png', '/img/x.png'],
    ['another site', 'https://a.example/x.png?v=1', 'https://a.example/x.png?v=1'],
    ['another site, without a scheme', '//cdn.example/x.png', 'https://cdn.example/x.png'],
    ['nothing there', 'dog.png', undefined],
    ['a page', 'about', undefined],
    ['a query alone', '?v=1', undefined],
    ['no web address', 'javascript:alert(1)', undefined],
    ['empty', '', undefined],
    ['none', undefined, undefined],
  ])('resolves one that is %s', (_what, written, expected) => {
    expect(findCover(written, (reference) => targets[reference])).toBe(expected);
  });
});
