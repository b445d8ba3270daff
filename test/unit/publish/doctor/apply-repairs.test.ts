import { describe, expect, test } from 'vitest';

import type { Finding } from '../../../../src/publish/advice/finding.ts';
import { formatDifference, repairText } from '../../../../src/publish/doctor/apply-repairs.ts';

const finding = (line: number, column: number, from: string, to: string): Finding => ({
  rule: 'no-scheme',
  kind: 'link',
  severity: 'warning',
  file: 'posts/a.md',
  line,
  column,
  message: '',
  repair: { from, to },
});

describe('repairText', () => {
  test('makes several repairs of a line and keeps the ends of lines', () => {
    const { text, made } = repairText('a b a\r\nc\r\n', [
      finding(1, 1, 'a', 'xyz'),
      finding(1, 5, 'a', 'q'),
      finding(2, 1, 'c', 'd'),
    ]);
    expect([text, made.length]).toEqual(['xyz b q\r\nd\r\n', 3]);
  });

  test('leaves a text alone that has changed since', () => {
    const { text, made } = repairText('changed', [
      finding(1, 1, 'a', 'b'),
      finding(9, 1, 'a', 'b'),
    ]);
    expect([text, made]).toEqual(['changed', []]);
  });
});

describe('formatDifference', () => {
  test('shows the old line above the new one', () => {
    expect(formatDifference('posts/a.md', 'x\nold\n', 'x\nnew\n')).toBe(
      '--- posts/a.md\n+++ posts/a.md\n@@ line 2 @@\n-old\n+new',
    );
  });
});
