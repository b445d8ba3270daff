import { describe, expect, test } from 'vitest';

import {
  fragmentToHref,
  resolveAddress,
  targetToHref,
} from '../../../../src/content/finish/link.ts';
import { makeBody } from '../../../support/expand-body.ts';

const targets = {
  '@/b.md': '/posts/b/',
  'a b.png': '/posts/a/a b.png',
  'c.png?raw=true': '/posts/c.png',
  'd.png': '/posts/d.png',
  'ref:x': '/posts/x/',
  '/posts/b/': '/posts/b/',
  '日本.md': '/posts/日本/',
};
const { context } = makeBody('', { targets, url: 'https://me.example/blog/' });
const repo = { ...context, base: '/repo/' };

describe('resolveAddress', () => {
  test.each([
    [
      'another site',
      'https://x.example/a?b#c',
      { kind: 'external', href: 'https://x.example/a?b#c' },
    ],
    ['another site without a scheme', '//x.example/a', { kind: 'external', href: '//x.example/a' }],
    [
      'letters beyond ASCII',
      'https://x.example/é',
      { kind: 'external', href: 'https://x.example/%C3%A9' },
    ],
    [
      'what is encoded already',
      'https://x.example/%C3%A9%20',
      { kind: 'external', href: 'https://x.example/%C3%A9%20' },
    ],
    [
      'a lone percent sign',
      'https://x.example/5%',
      { kind: 'external', href: 'https://x.example/5%25' },
    ],
    [
      'half a character',
      'https://x.example/\ud800',
      { kind: 'external', href: 'https://x.example/%EF%BF%BD' },
    ],
    [
      'a page with a query',
      '/posts/b/?keyword=a b#c',
      {
        kind: 'internal',
        href: '/repo/posts/b/?keyword=a%20b#c',
        reference: '/posts/b/?keyword=a b',
        target: '/posts/b/',
      },
    ],
    ['mail', 'mailto:a@b.example', { kind: 'external', href: 'mailto:a@b.example' }],
    ['a place in the post', '#a%20b', { kind: 'fragment', id: 'a b' }],
    ['a place the page has taken', '#main', { kind: 'fragment', id: 'post-main' }],
    ['a place that does not decode', '#50%', { kind: 'fragment', id: '50%' }],
    [
      'a post',
      '@/b.md',
      { kind: 'internal', href: '/repo/posts/b/', reference: '@/b.md', target: '/posts/b/' },
    ],
    [
      'a place in a post',
      '@/b.md#main',
      {
        kind: 'internal',
        href: '/repo/posts/b/#post-main',
        reference: '@/b.md',
        target: '/posts/b/',
      },
    ],
    [
      'a name with spaces',
      'a b.png',
      {
        kind: 'internal',
        href: '/repo/posts/a/a%20b.png',
        reference: 'a b.png',
        target: '/posts/a/a b.png',
      },
    ],
    [
      'a query that belongs to the name',
      'c.png?raw=true',
      {
        kind: 'internal',
        href: '/repo/posts/c.png',
        reference: 'c.png?raw=true',
        target: '/posts/c.png',
      },
    ],
    [
      'a query that does not',
      'd.png?raw=true',
      {
        kind: 'internal',
        href: '/repo/posts/d.png',
        reference: 'd.png?raw=true',
        target: '/posts/d.png',
      },
    ],
    [
      'a reference by name',
      'ref:x',
      { kind: 'internal', href: '/repo/posts/x/', reference: 'ref:x', target: '/posts/x/' },
    ],
    [
      'the blog by its full address',
      'https://me.example/blog/posts/b/',
      { kind: 'internal', href: '/repo/posts/b/', reference: '/posts/b/', target: '/posts/b/' },
    ],
    [
      'something gone from the blog by its full address',
      'https://me.example/blog/gone/',
      { kind: 'external', href: 'https://me.example/blog/gone/' },
    ],
    [
      'letters of other scripts',
      '日本.md',
      {
        kind: 'internal',
        href: '/repo/posts/%E6%97%A5%E6%9C%AC/',
        reference: '日本.md',
        target: '/posts/日本/',
      },
    ],
    [
      'nothing that is there',
      'gone.md#x',
      { kind: 'broken', href: 'gone.md#x', reference: 'gone.md' },
    ],
    ['nothing at the root', '/gone/', { kind: 'broken', href: '/repo/gone/', reference: '/gone/' }],
  ])('finds %s', (_name, written, address) => {
    expect(resolveAddress(written, repo)).toEqual(address);
  });
});

describe('resolveAddress below a base', () => {
  const encoded = { ...context, base: '/mine own/' };

  test.each([
    ['/repo/posts/b/#c', repo, '/repo/posts/b/#c'],
    ['/posts/b/', repo, '/repo/posts/b/'],
    ['/mine%20own/posts/b/', encoded, '/mine%20own/posts/b/'],
    ['/mine own/posts/b/', encoded, '/mine%20own/posts/b/'],
  ])('finds %s, whether it names the base or not', (written, within, href) => {
    expect(resolveAddress(written, within)).toEqual({
      kind: 'internal',
      href,
      reference: '/posts/b/',
      target: '/posts/b/',
    });
  });

  test('keeps what leads nowhere inside the blog', () => {
    for (const written of ['/posts/none/', '/repo/posts/none/']) {
      expect(resolveAddress(written, repo)).toMatchObject({ href: '/repo/posts/none/' });
    }
  });
});

describe('targetToHref', () => {
  test('encodes the base too', () => {
    expect(targetToHref('/posts/b/', '/mine own/')).toBe('/mine%20own/posts/b/');
  });

  test('encodes what a path cannot hold and nothing else', () => {
    expect(targetToHref("/posts/a b?c#d%/x@y+z,'(1)/", '/')).toBe(
      "/posts/a%20b%3Fc%23d%25/x@y+z,'(1)/",
    );
  });
});

describe('fragmentToHref', () => {
  test.each([
    ['a-b', '#a-b'],
    ['日本', '#日本'],
    ['a "b" <c>', '#a%20%22b%22%20%3Cc%3E'],
    ['50%', '#50%25'],
  ])('writes %s', (id, href) => {
    expect(fragmentToHref(id)).toBe(href);
  });
});
