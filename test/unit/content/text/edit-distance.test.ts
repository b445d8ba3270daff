import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance, findNearest } from '../../../../src/content/text/edit-distance.ts';

describe('editDistance', () => {
  test.each([
    ['title', 'title', 0],
    ['tittle', 'title', 1],
    ['tilte', 'title', 1],
    ['flase', 'false', 1],
    ['fasle', 'false', 1],
    ['', 'ab', 2],
    ['abcd', 'badc', 2],
    ['kitten', 'sitting', 3],
  ])('measures %j and %j', (a, b, distance) => {
    expect(editDistance(a, b, 5)).toBe(distance);
    expect(editDistance(b, a, 5)).toBe(distance);
  });

  test('stops at the limit', () => {
    expect(editDistance('kitten', 'sitting', 2)).toBe(3);
    expect(editDistance('a', 'abcdefgh', 2)).toBe(3);
    expect(editDistance('abcdef', 'uvwxyz', 2)).toBe(3);
  });

  test('is symmetric, and the limit cuts it off and changes it no further', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });
    fc.assert(
      fc.property(word, word, fc.nat(7), (a, b, limit) => {
        const distance = editDistance(a, b, 7);
        expect(editDistance(b, a, 7)).toBe(distance);
        expect(distance === 0).toBe(a === b);
        expect(editDistance(a, b, limit)).toBe(Math.min(distance, limit + 1));
      }),
    );
  });
});

describe('findNearest', () => {
  test.each([
    ['tittle', 'title'],
    ['lanugage', 'language'],
    ['xyzzy', undefined],
    ['ab', undefined],
  ])('finds what %s was to be', (name, nearest) => {
    expect(findNearest(name, ['title', 'language', 'url'], 3)).toBe(nearest);
  });
});
