import { describe, expect, test } from 'vitest';
import { nameSavedCache } from '../../../src/content/files/offline-marks.ts';
import {
  chooseKind,
  isNewer,
  isOldCache,
  isReload,
  keyOf,
  mayKeep,
  nameCache,
  savedKeyOf,
} from '../../../src/worker/cache-rules.ts';
import type { Answer, AskedFile } from '../../../src/worker/cache-rules.ts';

const scope = 'https://a.example/repo/';

function ask(path: string, more: Partial<AskedFile> = {}): ReturnType<typeof chooseKind> {
  const url = new URL(path, scope).href;
  const asked = {
    method: 'GET',
    mode: 'cors',
    destination: '',
    isPart: false,
    cache: 'default',
    ...more,
  };
  return chooseKind({ url, ...asked }, scope);
}

describe('chooseKind', () => {
  test.each([
    ['', 'page'],
    ['posts/a/', 'page'],
    ['?q=rust', 'page'],
    ['posts/a/post.json', 'fresh'],
    ['posts/a.md', 'fresh'],
    ['data/v1/root.json?v=b1', 'stamped'],
    ['data/v1/s/r.bin?v=b1', 'stamped'],
    ['data/v1/root.json', 'fresh'],
    ['assets/app-B1a_2-cD.js', 'hashed'],
    ['assets/brygada-latin-Xy12Ab34.woff2', 'hashed'],
    ['assets/logo.js', 'fresh'],
    ['atom.xml', undefined],
    ['keywords/rust/atom.xml', undefined],
    ['sitemap-2.xml', undefined],
    ['service-worker.js', undefined],
    ['/other/a/', undefined],
    ['https://b.example/repo/a/', undefined],
  ])('takes %s as %s', (path, kind) => {
    expect(ask(path)).toBe(kind);
  });

  test.each([
    ['a page that the browser opens', 'old', { mode: 'navigate', destination: 'document' }, 'page'],
    ['a picture beside a post', 'posts/a/b.png', { destination: 'image' }, 'image'],
    ['a film', 'posts/a/b.mp4', { destination: 'video' }, undefined],
    ['a part of a file', 'posts/a/b.mp4', { isPart: true }, undefined],
    ['a head', 'posts/a/', { method: 'HEAD' }, undefined],
    ['what is brought to be saved', 'posts/a/', { cache: 'no-store' }, undefined],
    [
      'a page that is loaded past all copies',
      'posts/a/',
      { cache: 'no-store', mode: 'navigate' },
      'page',
    ],
    ['what is sent', 'posts/a/', { method: 'POST' }, undefined],
  ])('tells %s', (_, path, more, kind) => {
    expect(ask(path, more)).toBe(kind);
  });
});

describe('savedKeyOf', () => {
  test('finds the one copy of a file by any of its addresses', () => {
    expect(savedKeyOf(`${scope}data/v1/root.json?v=b1#x`)).toBe(`${scope}data/v1/root.json`);
  });
});

describe('keyOf', () => {
  test('keeps one copy of a page, whatever is searched for on it', () => {
    expect(keyOf('page', `${scope}?q=a#b`)).toBe(scope);
  });

  test('keeps a list by its stamp', () => {
    const url = `${scope}data/v1/root.json?v=b1`;
    expect(keyOf('stamped', url)).toBe(url);
  });
});

describe('isReload', () => {
  test.each([
    ['reload', true],
    ['no-cache', true],
    ['no-store', true],
    ['default', false],
    ['force-cache', false],
  ])('%s: %s', (mode, expected) => {
    expect(isReload(mode)).toBe(expected);
  });
});

describe('mayKeep', () => {
  const good: Answer = {
    status: 200,
    type: 'basic',
    redirected: false,
    contentType: 'application/json',
  };

  test('keeps a file, and a page in the place of one', () => {
    expect(mayKeep('fresh', good)).toBe(true);
    expect(mayKeep('page', { ...good, contentType: 'text/html; charset=utf-8' })).toBe(true);
    expect(mayKeep('hashed', { ...good, contentType: null })).toBe(true);
  });

  test.each([
    ['an error', 'fresh', { status: 500 }],
    ['a missing page', 'page', { status: 404, contentType: 'text/html' }],
    ['a part', 'fresh', { status: 206 }],
    ['a page in place of data', 'stamped', { contentType: 'text/html' }],
    ['a page in place of a script', 'hashed', { contentType: ' Text/HTML' }],
    ['data in place of a page', 'page', {}],
    ['what was redirected', 'page', { redirected: true, contentType: 'text/html' }],
    ['what came from elsewhere', 'image', { type: 'opaque', status: 0 }],
  ] as const)('does not keep %s', (_, kind, more) => {
    expect(mayKeep(kind, { ...good, ...more })).toBe(false);
  });
});

describe('isNewer', () => {
  test.each([
    ['the same', { etag: '"a"' }, { etag: '"a"' }, false],
    ['another tag', { etag: '"a"' }, { etag: '"b"' }, true],
    ['another length', { 'content-length': '1' }, { 'content-length': '2' }, true],
    ['nothing to tell by', {}, { etag: '"b"' }, false],
  ])('%s', (_, before, after, expected) => {
    const [old, now] = [new Headers(), new Headers()];
    for (const [name, value] of Object.entries(before)) old.set(name, value);
    for (const [name, value] of Object.entries(after)) now.set(name, value);
    expect(isNewer(old, now)).toBe(expected);
  });
});

describe('isOldCache', () => {
  test('leaves what is in use, and what other blogs and programs have', () => {
    expect(isOldCache(nameCache('page', scope), scope)).toBe(false);
    expect(isOldCache(nameCache('page', 'https://a.example/'), scope)).toBe(false);
    expect(isOldCache(nameSavedCache(scope), scope)).toBe(false);
    expect(isOldCache('theirs', scope)).toBe(false);
    expect(isOldCache(`${nameCache('page', scope)}-before`, scope)).toBe(true);
  });
});
