import { describe, expect, test } from 'vitest';

import { createProblemLog } from '../../../../src/content/finish/problem-log.ts';

const block = { html: '', offset: 4, line: 2, source: 'a\nb c\n', isHtml: false };
const problem = { kind: 'html', severity: 'info', subject: '<a>' } as const;

describe('createProblemLog', () => {
  test('keeps the block of each fault', () => {
    const log = createProblemLog();
    log.report(problem);
    log.enter(block);
    log.report({ ...problem, subject: '<b>' });
    expect(log.list().map((found) => found.block)).toEqual([undefined, block]);
  });

  test('lists each fault once and no more than a hundred and one', () => {
    const log = createProblemLog();
    log.report(problem);
    log.report({ ...problem, severity: 'warning' });
    expect(log.list()).toHaveLength(1);
    for (let index = 0; index < 500; index++) {
      log.report({ ...problem, subject: String(index) });
    }
    expect(log.list()).toHaveLength(101);
  });
});
