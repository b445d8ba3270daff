import { describe, expect, test } from 'vitest';

import { bodyWords } from '../../../../support/body-words.ts';
import { createState, reportOnce } from '../../../../../src/content/markdown/base/state.ts';

describe('reportOnce', () => {
  test('keeps one fault of a kind and a subject, whatever the words', () => {
    const state = createState({ math: false, smartPunctuation: false, words: bodyWords }, 0);
    const problem = { kind: 'limit', severity: 'info', subject: 'table', message: 'M' } as const;
    reportOnce(state, problem);
    reportOnce(state, { ...problem, message: 'The same in other words' });
    reportOnce(state, { ...problem, subject: 'nesting' });
    reportOnce(state, { ...problem, kind: 'math' });
    expect(state.problems.map(({ kind, subject }) => `${kind} ${subject}`)).toEqual([
      'limit table',
      'limit nesting',
      'math table',
    ]);
  });
});
