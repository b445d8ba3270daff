import { describe, expect, test } from 'vitest';

import { createProblemLog } from '../../../../src/content/finish/problem-log.ts';
import { createTagGate } from '../../../../src/content/finish/tag-gate.ts';
import { createReadBudget, readTag } from '../../../../src/content/html/html-tags.ts';

function judge(...tags: readonly string[]): { admitted: readonly boolean[]; subjects: unknown[] } {
  const log = createProblemLog();
  const gate = createTagGate(log);
  const admitted = tags.map((html) => {
    const tag = readTag(html, 0, createReadBudget(html.length));
    if (tag === undefined) throw new Error(`${html} is no tag`);
    return tag.isClosing ? gate.admitsClosing(tag.name) : gate.admits(tag.name, tag);
  });
  return { admitted, subjects: log.list().map(({ subject }) => subject) };
}

describe('createTagGate', () => {
  test.each([
    ['lets markup pass', ['<p>', '</p>'], [true, true], []],
    ['drops what only gave a look', ['<font color="red">', '</font>'], [false, false], []],
    ['drops tags of a word processor', ['<o:p>', '</o:p>'], [false, false], []],
    ['reports what a post may not have', ['<form>', '</form>'], [false, false], ['<form>']],
    ['lets the box of a task pass', ['<input type="checkbox">'], [true], []],
    ['reports other fields', ['<input type="text">'], [false], ['<input>']],
  ])('%s', (_, tags, admitted, subjects) => {
    expect(judge(...tags)).toEqual({ admitted, subjects });
  });

  test('reports nesting beyond the bound, and admits again when tags are closed', () => {
    const open = Array.from({ length: 201 }, () => '<b>');
    const { admitted, subjects } = judge(...open, '</b>', '<b>');
    expect(admitted.slice(199)).toEqual([true, false, true, true]);
    expect(subjects).toEqual(['depth']);
  });
});
