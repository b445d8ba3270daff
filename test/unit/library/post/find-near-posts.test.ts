import { describe, expect, test } from 'vitest';
import { buildCatalog } from '../../../../src/content/blog/catalog.ts';
import { listNearPosts, wordsOf } from '../../../../src/library/post/find-near-posts.ts';
import { createMeta, testSite } from '../../../support/create-meta.ts';

const names = ['bye-bye-automattic-hello-wasmer', 'hello', 'hallo', 'help', 'hull', 'other'];
const cards = buildCatalog(
  names.map((name) => createMeta({ path: `${name}.md` })),
  testSite,
).entries.map(({ card }) => card);

describe('listNearPosts', () => {
  test.each([
    [
      'a letter left out',
      '/posts/bye-by-automattic-hello-wasmer/',
      ['bye-bye-automattic-hello-wasmer'],
    ],
    ['the end left out', '/posts/bye-by-automattic/', ['bye-bye-automattic-hello-wasmer']],
    ['another folder and case', '/blog/HELLO/', ['hello', 'hallo', 'help']],
    ['three at most, nearest first', '/posts/hell/', ['hello', 'help', 'hull']],
    ['nothing near', '/posts/quite-something-else/', []],
    ['no slug at all', '/', []],
  ])('finds %s', (_, permalink, expected) => {
    expect(listNearPosts(permalink, cards).map(({ title }) => title)).toEqual(expected);
  });

  test('copes with an address of great length', () => {
    expect(listNearPosts(`/${'x'.repeat(100_000)}/`, cards)).toEqual([]);
  });
});

describe('wordsOf', () => {
  test('gives the words of the slug', () => {
    expect(wordsOf('/posts/bye_by-automattic/')).toBe('bye by automattic');
    expect(wordsOf('/')).toBe('');
  });
});
