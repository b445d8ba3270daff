import { describe, expect, test } from 'vitest';

import type { Problem } from '../../../../src/content/model/problem.ts';
import { addColumn } from '../../../../src/publish/render/add-column.ts';

const problem: Problem = {
  kind: 'asset',
  severity: 'warning',
  file: 'posts/a.md',
  line: 2,
  subject: 'cup.png',
  message: '',
};

describe('addColumn', () => {
  test.each<[string, Partial<Problem>, number | undefined]>([
    ['finds the subject in its line', {}, 6],
    ['keeps a column', { column: 1 }, 1],
    ['gives none where a shortcode wrote the subject', { subject: 'other.png' }, undefined],
    ['gives none without a line', { line: undefined }, undefined],
  ])('%s', (_, changes, column) => {
    const lines = ['cup.png', '![x](cup.png)'];
    expect(addColumn({ ...problem, ...changes }, lines).column).toBe(column);
  });
});
