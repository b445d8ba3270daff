import { describe, expect, test } from 'vitest';
import { parseDraftReport } from '../../../../src/content/files/draft-report.ts';

const problem = { severity: 'warning', file: 'posts/a.md', line: 3, column: 2, message: 'No.' };

describe('parseDraftReport', () => {
  test('gives back what the worker says', () => {
    const report = { problems: [problem], hidden: 'Left out: it is a draft.', aliases: ['/old/'] };
    expect(parseDraftReport(report)).toMatchObject(report);
    expect(parseDraftReport({ problems: [], aliases: [] }).hidden).toBeUndefined();
  });

  test.each([
    [undefined, 'The data is missing'],
    [{ problems: {}, aliases: [] }, '`problems` is an object; an array was expected'],
    [{ problems: [{ ...problem, severity: 'loud' }], aliases: [] }, '`severity` is `loud`'],
    [{ problems: [{ ...problem, line: -1 }], aliases: [] }, '`line` is `-1`'],
    [{ problems: [], aliases: [1] }, '`aliases` is an array of 1'],
  ])('rejects %j', (report, message) => {
    expect(() => parseDraftReport(report)).toThrow(message);
  });
});
