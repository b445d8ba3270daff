import { expect, test } from 'vitest';

import { createTitleMemory } from '../../../../src/library/lists/title-memory.ts';

const link = (name: string) => ({ permalink: `/${name}/`, title: name.toUpperCase() });

test('a title memory knows the posts of rows, and those that a post leads to', () => {
  const titles = createTitleMemory();
  const list = { rows: [{ ...link('a'), day: undefined, language: undefined }], total: 1 };
  expect(titles.rememberRows(list)).toBe(list);
  titles.rememberLinks({
    previous: link('b'),
    next: undefined,
    related: [{ ...link('c'), shared: [] }],
    backlinks: [link('d')],
    series: { name: 'S', parts: [link('e')], part: 1 },
  });
  const names = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => titles.find(`/${name}/`));
  expect(names).toEqual(['A', 'B', 'C', 'D', 'E', undefined]);
});
