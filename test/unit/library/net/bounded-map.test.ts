import { describe, expect, test } from 'vitest';
import { createBoundedMap } from '../../../../src/library/net/bounded-map.ts';

describe('createBoundedMap', () => {
  test('forgets what was used longest ago', () => {
    const map = createBoundedMap<number>(2);
    map.set('a', 1);
    map.set('b', 2);
    map.get('a');
    map.set('c', 3);
    expect([map.get('a'), map.get('b'), map.get('c')]).toEqual([1, undefined, 3]);
    expect([...map.values()]).toEqual([1, 3]);
  });

  test('replaces, deletes and clears', () => {
    const map = createBoundedMap<number>(2);
    map.set('a', 1);
    map.set('a', 2);
    map.set('b', 3);
    map.delete('b');
    expect([...map.values()]).toEqual([2]);
    map.clear();
    expect([...map.values()]).toEqual([]);
  });
});
