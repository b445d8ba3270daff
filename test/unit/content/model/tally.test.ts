import { expect, test } from 'vitest';

import { tally } from '../../../../src/content/model/tally.ts';

test('tally counts each item, in the order in which they come first', () => {
  expect([...tally(['b', 'a', 'b'])]).toEqual([
    ['b', 2],
    ['a', 1],
  ]);
  expect(tally([]).size).toBe(0);
});
