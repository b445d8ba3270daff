import { describe, expect, test } from 'vitest';

import type { Problem } from '../../../../src/content/model/problem.ts';
import { groupProblems } from '../../../../src/publish/report/group-problems.ts';

function makeLink(file: string, written: string, changes: Partial<Problem> = {}): Problem {
  return {
    kind: 'link',
    severity: 'warning',
    file,
    line: 2,
    subject: written,
    message: `\`${written}\` leads to nothing in this blog.`,
    remedy: 'Correct the address, or remove the link.',
    ...changes,
  };
}

function makeLinks(count: number, name = 'x'): readonly Problem[] {
  return Array.from({ length: count }, (_, index) =>
    makeLink(`posts/${index}.md`, `/${name}${index}/`),
  );
}

describe('groupProblems', () => {
  test('puts together what is said again and again', () => {
    const problems = makeLinks(7);
    const { groups, rest } = groupProblems(problems);
    expect(groups).toEqual([
      { severity: 'warning', message: '`…` leads to nothing in this blog.', problems },
    ]);
    expect(rest).toEqual([]);
  });

  test('leaves what is said a few times', () => {
    const problems = makeLinks(6);
    expect(groupProblems(problems)).toEqual({ groups: [], rest: problems });
  });

  test('keeps apart what names the same thing again and again', () => {
    const same = Array.from({ length: 9 }, (_, index) =>
      makeLink(`posts/s${index}.md`, '#comments'),
    );
    const others = makeLinks(8);
    const { groups } = groupProblems([...same, ...others]);
    expect(groups.map(({ message, problems }) => [message, problems.length])).toEqual([
      ['`#comments` leads to nothing in this blog.', 9],
      ['`…` leads to nothing in this blog.', 8],
    ]);
  });

  test('keeps together what names several things again and again', () => {
    const problems = ['/a/', '/b/', '/c/'].flatMap((written) =>
      Array.from({ length: 9 }, (_, index) => makeLink(`posts/${index}.md`, written)),
    );
    expect(groupProblems(problems).groups.map(({ problems: { length } }) => length)).toEqual([27]);
  });

  test('keeps apart what weighs differently', () => {
    const notes = makeLinks(4).map((problem) => ({ ...problem, severity: 'info' as const }));
    expect(groupProblems([...makeLinks(4), ...notes]).groups).toEqual([]);
  });

  test('keeps values that are the same, and masks numbers that are not', () => {
    const problems = Array.from({ length: 7 }, (_, index) =>
      makeLink(`posts/${index}.md`, '', {
        message: `\`title\` has ${index + 300} characters; \`${index}\` is cut.`,
      }),
    );
    expect(groupProblems(problems).groups[0]?.message).toBe(
      '`title` has … characters; `…` is cut.',
    );
  });

  test('never hides an error', () => {
    const errors = makeLinks(20).map((problem) => ({ ...problem, severity: 'error' as const }));
    expect(groupProblems(errors)).toEqual({ groups: [], rest: errors });
  });

  test('puts the largest group first', () => {
    const hidden = Array.from({ length: 7 }, (_, index) =>
      makeLink(`posts/h${index}.md`, '', { message: 'Left out: it is a draft.' }),
    );
    const { groups } = groupProblems([...hidden, ...makeLinks(8)]);
    expect(groups.map(({ problems }) => problems.length)).toEqual([8, 7]);
  });
});
