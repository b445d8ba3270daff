import { describe, expect, test } from 'vitest';

import {
  countProblems,
  formatProblems,
  listProblems,
} from '../../../../src/publish/report/format-problems.ts';
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

  test('says once what is wrong again and again', () => {
    const many = Array.from({ length: 1259 }, (_, index) =>
      makeProblem({
        file: `posts/${index % 40}.md`,
        line: index + 1,
        message: `\`/${index}/\` leads to nothing.`,
      }),
    );
    const text = formatProblems([...many, makeProblem()], {
      ...plain,
      findCause: (problems) => `There are ${problems.length}.`,
      listFile: 'cache/problems.txt',
    });
    expect(text).toBe(
      [
        'posts/job.md',
        '  warning 3:8  `date` is `2019-13-04`: month 13 does not exist. Write year-month-day.',
        '',
        '1,259 warnings `…` leads to nothing.',
        '  posts/0.md:1:8  `/0/` leads to nothing.',
        '  posts/1.md:2:8  `/1/` leads to nothing.',
        '  posts/2.md:3:8  `/2/` leads to nothing.',
        '  … and 1,256 more',
        '  Likely cause: There are 1259.',
        '  Write year-month-day.',
        '',
        'All of them, by file: cache/problems.txt',
        '',
        '1260 warnings in 41 files',
        '',
      ].join('\n'),
    );
  });

  test('names places alone where a sentence is the same', () => {
    const many = Array.from({ length: 7 }, (_, index) => makeProblem({ line: index + 1 }));
    const text = formatProblems(many, plain);
    expect(text.match(/month 13/g)).toHaveLength(1);
    expect(text).toContain('\n  posts/job.md:1:8\n');
  });

  test('names no list when all is printed', () => {
    expect(formatProblems([makeProblem()], { ...plain, listFile: 'x.txt' })).not.toContain('x.txt');
  });

  test('counts what is no group and has no room', () => {
    const many = Array.from({ length: 300 }, (_, index) =>
      makeProblem({ file: `posts/${index}.md`, message: 'x'.repeat(index + 1) }),
    );
    const text = formatProblems([...many, makeProblem({ severity: 'error' })], plain);
    expect(text).toContain('… and 200 more');
    expect(text).toContain('error 3:8');
  });
});

describe('listProblems', () => {
  test('lists all by file', () => {
    const many = Array.from({ length: 30 }, (_, index) => makeProblem({ line: index + 1 }));
    expect(listProblems(many).match(/month 13/g)).toHaveLength(30);
    expect(listProblems(many).match(/posts\/job\.md/g)).toHaveLength(1);
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
