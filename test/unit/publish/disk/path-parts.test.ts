import { expect, test } from 'vitest';

import { nameOf, parentOf } from '../../../../src/publish/disk/path-parts.ts';

test.each([
  ['a/b/c.md', 'a/b', 'c.md'],
  ['/a/b', '/a', 'b'],
  ['/a', '', 'a'],
  ['a', '', 'a'],
  ['', '', ''],
])('splits %j', (path, parent, name) => {
  expect([parentOf(path), nameOf(path)]).toEqual([parent, name]);
});
