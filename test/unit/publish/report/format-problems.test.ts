import { describe, expect, test } from 'vitest';

import { countProblems, formatProblems } from '../../../../src/publish/report/format-problems.ts';
import type { Problem } from '../../../../src/content/model/problem.ts';

function makeProblem(changes: Partial<Problem> = {}): Problem {
  return {
    kind: 'date',
    severity: 'warning',
    file: 'posts/job.md',
    line: 3,
    column: 8,
    message: '`date` is `2019-13-04`: month 13 does not exist.',
    remedy: 'Write year-month-day.',
    ...changes,
  };
}

const plain = { hasColour: false };

describe('formatProblems', () => {
  test('groups by file and counts', () => {
    const text = formatProblems(
      [
        makeProblem({ line: 9, message: 'Second.', remedy: undefined }),
        makeProblem({ frame: 'date = 1\n       ^' }),
        makeProblem({ file: 'pages/a.md', severity: 'info', line: undefined, message: 'Note.' }),
      ],
      plain,
    );
    expect(text).toBe(
      [
        'pages/a.md',
        '  note Note. Write year-month-day.',
        '',
        'posts/job.md',
        '  warning 3:8  `date` is `2019-13-04`: month 13 does not exist. Write year-month-day.',
        '      date = 1',
        '             ^',
        '  warning 9:8  Second.',
        '',
        '2 warnings, 1 note in 2 files',
        '',
      ].join('\n'),
    );
  });

  test('is empty without problems', () => {
    expect(formatProblems([], plain)).toBe('');
  });

  test('colours only when asked', () => {
    expect(formatProblems([makeProblem()], plain)).not.toContain('\u001B');
    expect(formatProblems([makeProblem()], { hasColour: true })).toContain('\u001B[33mwarning');
  });

  test('does not let a post steer the terminal', () => {
    const text = formatProblems([makeProblem({ message: 'a\u001B[2Jb\u202Ec' })], plain);
    expect(text).toContain('a\uFFFD[2Jb\uFFFDc');
  });

  test('cuts a long run of one kind', () => {
    const many = Array.from({ length: 30 }, (_, index) => makeProblem({ line: index + 1 }));
    const text = formatProblems(many, plain);
    expect(text.match(/month 13/g)).toHaveLength(10);
    expect(text).toContain('… and 20 more about date');
    expect(text).toContain('30 warnings in 1 file');
  });
});

describe('countProblems', () => {
  test('says so when there are none', () => {
    expect(countProblems([])).toBe('no problems');
  });

  test('counts each severity', () => {
    expect(countProblems([makeProblem(), makeProblem({ severity: 'error' })])).toBe(
      '1 error, 1 warning in 1 file',
    );
  });
});
