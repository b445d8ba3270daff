import { assert, integer, property, record, string, uniqueArray } from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatHomeState,
  listRequest,
  parseHomeState,
  parsePageNumber,
  sameItems,
  toggleKeyword,
  trimQuery,
} from '../../../../src/ui/frame/home-state.ts';

const words = string({ unit: 'grapheme', minLength: 1, maxLength: 12 });

describe('parseHomeState', () => {
  test.each([
    { name: 'nothing', search: '', state: { text: '', keywords: [], pageNumber: 1 } },
    { name: 'an empty search', search: '?q=', state: { text: '', keywords: [], pageNumber: 1 } },
    {
      name: 'words with spaces around them',
      search: '?q=+two++words++',
      state: { text: 'two  words ', keywords: [], pageNumber: 1 },
    },
    {
      name: 'spaces alone',
      search: '?q=++',
      state: { text: '', keywords: [], pageNumber: 1 },
    },
    {
      name: 'keywords in their order, once each',
      search: '?keyword=wasm&keyword=rust&keyword=wasm&keyword=',
      state: { text: '', keywords: ['wasm', 'rust'], pageNumber: 1 },
    },
    {
      name: 'everything',
      search: '?q=a&keyword=c%2B%2B&page=3',
      state: { text: 'a', keywords: ['c++'], pageNumber: 3 },
    },
    {
      name: 'the order of a search',
      search: '?q=a&order=newest',
      state: { text: 'a', keywords: [], pageNumber: 1, order: 'newest' },
    },
    {
      name: 'an order there is not',
      search: '?q=a&order=oldest',
      state: { text: 'a', keywords: [], pageNumber: 1 },
    },
    {
      name: 'an escape that is none',
      search: '?q=%E0%A4%A&keyword=%',
      state: { text: '\ufffd%A', keywords: ['%'], pageNumber: 1 },
    },
  ])('reads $name', ({ search, state }) => {
    expect(parseHomeState(search)).toEqual(state);
  });

  test('takes the page from the path', () => {
    expect(parseHomeState('', '4').pageNumber).toBe(4);
  });
});

describe('formatHomeState', () => {
  test.each([
    { path: '/', state: { text: '', keywords: [], pageNumber: 1 } },
    { path: '/page/2/', state: { text: '', keywords: [], pageNumber: 2 } },
    { path: '/?keyword=a&keyword=b', state: { text: '', keywords: ['a', 'b'], pageNumber: 1 } },
    { path: '/?q=x&keyword=a&page=2', state: { text: 'x', keywords: ['a'], pageNumber: 2 } },
  ])('writes $path', ({ path, state }) => {
    expect(formatHomeState(state)).toBe(path);
  });

  test('is undone by parseHomeState', () => {
    const states = record({
      text: words.map(trimQuery),
      keywords: uniqueArray(words, { maxLength: 5 }),
      pageNumber: integer({ min: 1, max: 99 }),
    });
    assert(
      property(states, (state) => {
        const url = new URL(formatHomeState(state), 'https://blog.example');
        const page = /^\/page\/(\d+)\/$/.exec(url.pathname)?.[1];
        expect(parseHomeState(url.search, page)).toEqual(state);
      }),
    );
  });
});

describe('toggleKeyword', () => {
  test('adds at the end, takes away, and goes back to the first page', () => {
    const state = { text: 'x', keywords: ['a'], pageNumber: 3 };
    expect(toggleKeyword(state, 'b')).toEqual({ text: 'x', keywords: ['a', 'b'], pageNumber: 1 });
    expect(toggleKeyword(state, 'a')).toEqual({ text: 'x', keywords: [], pageNumber: 1 });
  });
});

describe('listRequest', () => {
  test('asks for all posts, or for those of a selection', () => {
    expect(listRequest([], 2)).toEqual({ kind: 'all', pageNumber: 2 });
    expect(listRequest(['a'], 1, 'all')).toEqual({
      kind: 'selection',
      keywords: ['a'],
      pageNumber: 1,
      counts: 'all',
    });
  });
});

describe('parsePageNumber', () => {
  test.each([
    ['2', 2],
    ['0', 1],
    ['-1', 1],
    ['2.5', 1],
    ['x', 1],
    ['99999999', 1],
    [undefined, 1],
    [null, 1],
  ])('reads %s as %d', (text, page) => {
    expect(parsePageNumber(text)).toBe(page);
  });
});

describe('sameItems', () => {
  test('compares order and length', () => {
    expect(sameItems(['a', 'b'], ['a', 'b'])).toBe(true);
    expect(sameItems(['a', 'b'], ['b', 'a'])).toBe(false);
    expect(sameItems(['a'], ['a', 'b'])).toBe(false);
  });
});
