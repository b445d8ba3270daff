import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import {
  cleanPermalink,
  decodePath,
  hrefToPermalink,
  isPlainPath,
  pageFile,
  permalinkToHref,
  recordFile,
} from '../../../../src/content/site/permalink.ts';

describe('cleanPermalink', () => {
  test.each([
    ['//a///b', '/a/b/'],
    ['../../etc/./passwd', '/etc/passwd/'],
    ['a\\b\u0000?c#d', '/abcd/'],
    ['/a/index.html', '/a/'],
    ['/a/b.HTML', '/a/b.HTML'],
    ['a/b.html ', '/a/b.html'],
    ['/a/b.html/', '/a/b.html/'],
    ['/a.html/index.html', '/a.html/'],
    ['/a/.html', '/a/'],
    ['/ a / b /', '/a/b/'],
    ['', '/'],
    ['/', '/'],
    ['cafe\u0301', '/café/'],
    ['/\ud800x/', '/x/'],
  ])('cleans %j', (path, permalink) => {
    expect(cleanPermalink(path)).toBe(permalink);
  });
});

describe('pageFile and recordFile', () => {
  test.each([
    ['/', 'index.html', 'post.json'],
    ['/posts/x/', 'posts/x/index.html', 'posts/x/post.json'],
    ['/2019/x.html', '2019/x.html', '2019/x.html.post.json'],
  ])('name those of %s', (permalink, page, record) => {
    expect([pageFile(permalink), recordFile(permalink)]).toEqual([page, record]);
  });
});

describe('permalinkToHref', () => {
  test.each([
    ['/posts/カ%/', '/', '/posts/%E3%82%AB%25/'],
    ['/a@b/c++/,;=&$:/', '/repo/', '/repo/a@b/c++/,;=&$:/'],
    ['/it\'s?#"<>/', '/', '/it%27s%3F%23%22%3C%3E/'],
    ['/', '/repo/', '/repo/'],
    ['/été/', '/mine own/', '/mine%20own/%C3%A9t%C3%A9/'],
    ['/🎉/', '/', '/%F0%9F%8E%89/'],
    ['/\ud800/', '/', '/%EF%BF%BD/'],
  ])('encodes %s under %s', (permalink, base, href) => {
    expect(permalinkToHref(permalink, base)).toBe(href);
  });
});

describe('hrefToPermalink', () => {
  test.each([
    ['/repo', '/repo/', '/'],
    ['/repo/', '/repo/', '/'],
    ['/repo/posts/x', '/repo/', '/posts/x/'],
    ['/posts/x/index.html', '/', '/posts/x/'],
    ['/2019/x.html', '/', '/2019/x.html'],
    ['/%E3%82%AB/', '/', '/カ/'],
    ['/cafe%CC%81/', '/', '/café/'],
    ['/a%20b/%C3%A9/posts/x/', '/a b/é/', '/posts/x/'],
    ['/a b/é/posts/x/', '/a b/é/', '/posts/x/'],
    ['/a%20b', '/a b/', '/'],
  ])('decodes %s under %s', (pathname, base, permalink) => {
    expect(hrefToPermalink(pathname, base)).toBe(permalink);
  });

  test.each([
    ['outside of the base', '/x/', '/repo/'],
    ['beside the base', '/repository/', '/repo/'],
    ['malformed', '/repo/%', '/repo/'],
    ['cut UTF-8', '/posts/%E0%A4%A', '/'],
    ['an encoded slash', '/a%2Fb/', '/'],
    ['an encoded NUL', '/a%00/', '/'],
    ['that names another host', '//x.example/', '/'],
    ['that names another host under the base', '/repo//x.example/', '/repo/'],
    ['an empty part', '/a//b/', '/'],
  ])('rejects a path %s', (_, pathname, base) => {
    expect(hrefToPermalink(pathname, base)).toBeUndefined();
  });

  test('undoes permalinkToHref, also as a URL normalizes it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('/', '/repo/', '/a b/é/'),
        (text, base) => {
          const permalink = cleanPermalink(text);
          const href = permalinkToHref(permalink, base);
          const { pathname } = new URL(href, 'https://example.org');
          expect(hrefToPermalink(href, base)).toBe(permalink);
          expect(hrefToPermalink(pathname, base)).toBe(permalink);
        },
      ),
    );
  });
});

describe('decodePath', () => {
  test('gives nothing for a malformed text', () => {
    expect(decodePath('a%20b')).toBe('a b');
    expect(decodePath('100%')).toBeUndefined();
  });
});

describe('isPlainPath', () => {
  test.each([
    ['/', true],
    ['/notes/', true],
    ['/%C3%A9/a%20b/', true],
    ['/100%/', false],
    ['/a%2Fb/', false],
    ['/a%5cb/', false],
    ['/a%00b/', false],
    ['/100%25/', false],
    ['/%E3%82/', false],
  ])('judges %s', (path, isPlain) => {
    expect(isPlainPath(path)).toBe(isPlain);
  });
});
