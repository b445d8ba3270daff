import { describe, expect, test } from 'vitest';

import { positionAt } from '../../../../../src/content/model/problem.ts';
import { Reporter } from '../../../../../src/content/shortcode/base/reporter.ts';
import { makeBody } from '../../../../support/expand-body.ts';

describe('Reporter', () => {
  test('knows the line of every offset', () => {
    const body = 'a\n\nbc\r\nd\n';
    const reporter = new Reporter(makeBody(body, { bodyLine: 4 }).post);
    for (let offset = 0; offset <= body.length; offset++) {
      expect(reporter.lineOf(offset)).toBe(positionAt(body, offset).line + 3);
    }
  });

  test('gives problems in the order of the file, with a frame', () => {
    const reporter = new Reporter(makeBody('one\ntwo three', { bodyLine: 4 }).post);
    reporter.report({ offset: 8, message: 'B' });
    reporter.report({ offset: 0, message: 'A', severity: 'info', remedy: 'Do it.' });
    expect(reporter.problems()).toEqual([
      {
        kind: 'shortcode',
        severity: 'info',
        file: 'posts/a.md',
        line: 4,
        column: 1,
        message: 'A',
        remedy: 'Do it.',
        frame: 'one\n^',
      },
      {
        kind: 'shortcode',
        severity: 'warning',
        file: 'posts/a.md',
        line: 5,
        column: 5,
        message: 'B',
        remedy: undefined,
        frame: 'two three\n    ^',
      },
    ]);
  });

  test('cuts a long line around the place', () => {
    const reporter = new Reporter(makeBody(`${'a'.repeat(500)}!${'b'.repeat(500)}`).post);
    reporter.report({ offset: 500, message: 'A' });
    const [row = '', caret = ''] = reporter.problems()[0]?.frame?.split('\n') ?? [];
    expect(row.length).toBeLessThanOrEqual(100);
    expect(row[caret.length - 1]).toBe('!');
  });
});
