import { describe, expect, test } from 'vitest';

import {
  allowedAttributes,
  allowedClasses,
  allowedTags,
  checkAttribute,
  droppedWithContent,
  hostOf,
  isExternal,
  isSafeLink,
  isSafeSource,
  linkSchemes,
  safeId,
  schemeOf,
} from '../../../../src/content/html/html-policy.ts';

describe('the lists', () => {
  test('name each thing once, in lower case', () => {
    for (const list of [
      allowedTags,
      allowedAttributes,
      allowedClasses,
      droppedWithContent,
      linkSchemes,
    ]) {
      expect(new Set(list).size).toBe(list.length);
      for (const name of list) expect(name).toBe(name.toLowerCase());
    }
  });

  test.each([
    'script',
    'style',
    'form',
    'object',
    'embed',
    'template',
    'base',
    'meta',
    'link',
    'use',
    'h1',
  ])('do not allow <%s>', (name) => {
    expect(allowedTags).not.toContain(name);
  });

  test.each([
    'style',
    'name',
    'target',
    'srcdoc',
    'onclick',
    'xlink:href',
    'state',
    'replace',
    'noscroll',
    'preload',
    'link',
    'is',
    'tabindex',
    'action',
  ])('do not allow %s', (name) => {
    expect(allowedAttributes).not.toContain(name);
  });
});

describe('safeId', () => {
  test.each([
    ['a-b', 'a-b'],
    ['location', 'location'],
    ['日本', '日本'],
    ['main', 'post-main'],
    ['Main', 'post-Main'],
    ['_$HY', 'post-_$HY'],
    ['getElementById', 'post-getElementById'],
    ['constructor', 'post-constructor'],
    ['post-main', 'post-main'],
  ])('makes of %s', (id, safe) => {
    expect(safeId(id)).toBe(safe);
    expect(safeId(safe)).toBe(safe);
  });
});

describe('schemeOf', () => {
  test.each([
    ['https://a', 'https'],
    ['JavaScript:x', 'javascript'],
    [' \u0001java\tscript:x', 'javascript'],
    ['a/b:c', undefined],
    ['#a:b', undefined],
    ['/a', undefined],
    ['', undefined],
  ])('reads %j', (url, scheme) => {
    expect(schemeOf(url)).toBe(scheme);
  });
});

describe('isSafeLink', () => {
  test.each([
    'https://a.example/',
    '/a',
    'a b',
    '#a',
    '?a',
    'mailto:a@b',
    'tel:+1',
    '//a.example',
    '/%E3%81%82',
    '',
  ])('allows %j', (url) => {
    expect(isSafeLink(url)).toBe(true);
  });

  test.each([
    'javascript:x',
    'data:text/html,x',
    'blob:x',
    'feed:https://a.example/',
    'feed:javascript:x',
    'view-source:https://a.example/',
    'jar:https://a.example/a.jar!/',
    'filesystem:https://a.example/',
    'https://',
    'https://a b',
    'https://a%20b/',
    '//a|b',
    '/#%',
    '/%E0%A4%A',
    'http://[::1',
  ])('refuses %j', (url) => {
    expect(isSafeLink(url)).toBe(false);
  });

  test('leaves encodings of other sites to them', () => {
    expect(isSafeLink('https://a.example/%E4')).toBe(true);
  });
});

describe('isSafeSource', () => {
  test.each([
    'a.png',
    'https://a.example/a.png',
    'data:image/png;base64,AA',
    ' data:image/svg+xml,x',
  ])('allows %j', (url) => {
    expect(isSafeSource(url)).toBe(true);
  });

  test.each(['data:text/html,x', 'data:image/x', 'mailto:a', 'ftp://a/b.png', 'javascript:x'])(
    'refuses %j',
    (url) => {
      expect(isSafeSource(url)).toBe(false);
    },
  );
});

describe('isExternal', () => {
  test.each([
    ['https://a', true],
    ['//a', true],
    ['\\\\a', true],
    ['/a', false],
    ['mailto:a', false],
  ])('tells of %s', (url, external) => {
    expect(isExternal(url)).toBe(external);
  });
});

describe('hostOf', () => {
  test.each([
    ['https://a.example/b', 'a.example'],
    ['//a.example', 'a.example'],
    ['b.html', undefined],
    ['javascript:x', undefined],
    ['https://', undefined],
  ])('reads %s', (src, host) => {
    expect(hostOf(src)).toBe(host);
  });
});

describe('checkAttribute', () => {
  test.each([
    ['p', 'class', 'site note  tok-x tml-y', 'note tok-x tml-y'],
    ['p', 'class', 'site', undefined],
    ['p', 'id', ' main ', 'post-main'],
    ['p', 'id', ' ', undefined],
    ['td', 'headers', 'a main', 'a post-main'],
    ['p', 'role', 'note', 'note'],
    ['p', 'role', 'alert', undefined],
    ['a', 'href', '/x', '/x'],
    ['math', 'href', '/x', undefined],
    ['img', 'src', 'a.png', 'a.png'],
    ['img', 'srcset', 'a.png 1x, b.png 2x', 'a.png 1x, b.png 2x'],
    ['img', 'srcset', 'a.png 1x, javascript:x 2x', undefined],
    ['img', 'srcset', 'a.png 1x,javascript:x 2x', undefined],
    ['img', 'width', '50%', '50%'],
    ['img', 'width', 'expression(x)', undefined],
    ['img', 'src', ' HTTP://x.example/a.png', 'https://x.example/a.png'],
    ['video', 'poster', 'http://x.example/a.png', 'https://x.example/a.png'],
    ['a', 'href', 'http://x.example/', 'http://x.example/'],
    [
      'img',
      'srcset',
      'http://x.example/a.png 1x,/b.png 2x',
      'https://x.example/a.png 1x, /b.png 2x',
    ],
    ['svg', 'xmlns', 'http://www.w3.org/2000/svg', 'http://www.w3.org/2000/svg'],
    ['svg', 'xmlns', 'http://evil.example/', undefined],
    ['rect', 'fill', 'url( "#a" )', 'url( "#a" )'],
    ['rect', 'fill', 'url(https://evil.example/a)', undefined],
    ['rect', 'fill', 'red', 'red'],
    ['img', 'alt', 'url(x)', 'url(x)'],
  ])('on <%s> decides %s="%s"', (tag, name, value, kept) => {
    expect(checkAttribute(tag, name, value)).toBe(kept);
  });
});
