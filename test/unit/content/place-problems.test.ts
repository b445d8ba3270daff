import { describe, expect, test } from 'vitest';

import { placeProblems } from '../../../src/content/place-problems.ts';

const block = { html: '', offset: 4, line: 2, source: 'a\nb c\n', isHtml: false };
const problem = { kind: 'html', severity: 'info', subject: '<a>', message: 'M', block } as const;

describe('placeProblems', () => {
  test('finds the line of the file by the text at the place', () => {
    const found = [
      { ...problem, needle: 'c' },
      { ...problem, needle: 'gone' },
      { ...problem, block: undefined },
    ];
    const body = { file: 'posts/a.md', lines: [5, 6, 10, 11], prose: () => 'c\n\n\na\nb c\n' };
    expect(placeProblems(found, body).map(({ line }) => line)).toEqual([11, 10, 5]);
  });

  test('says after a hundred that there are more', () => {
    const found = Array.from({ length: 101 }, () => problem);
    const placed = placeProblems(found, { file: 'posts/a.md', lines: [1], prose: () => '' });
    expect(placed.at(-1)?.message).toBe(
      'There are more than 100 problems; the others are not listed.',
    );
  });
});
