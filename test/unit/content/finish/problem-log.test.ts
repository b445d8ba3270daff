import { describe, expect, test } from 'vitest';

import { createProblemLog } from '../../../../src/content/finish/problem-log.ts';

const block = { html: '', offset: 4, line: 2, source: 'a\nb c\n', isHtml: false };
const problem = { kind: 'html', severity: 'info', subject: '<a>', message: 'M' } as const;

describe('createProblemLog', () => {
  test('finds the line of the file by the text at the place', () => {
    const log = createProblemLog({
      file: 'posts/a.md',
      lines: [5, 6, 10, 11],
      prose: () => 'c\n\n\na\nb c\n',
    });
    log.enter(block);
    log.report({ ...problem, needle: 'c' });
    log.report({ ...problem, subject: '<b>', needle: 'gone' });
    expect(log.list().map(({ line }) => line)).toEqual([11, 10]);
  });

  test('lists each fault once and no more than a hundred', () => {
    const log = createProblemLog({ file: 'posts/a.md', lines: [1], prose: () => '' });
    log.report(problem);
    log.report({ ...problem, message: 'The same in other words' });
    expect(log.list()).toHaveLength(1);
    for (let index = 0; index < 500; index++) {
      log.report({ ...problem, subject: String(index) });
    }
    expect(log.list()).toHaveLength(101);
    expect(log.list().at(-1)?.message).toBe(
      'There are more than 100 problems; the others are not listed.',
    );
  });
});
