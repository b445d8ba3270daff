import { describe, expect, test } from 'vitest';

import { buildCatalog } from '../../../../src/content/blog/catalog.ts';
import type { Problem } from '../../../../src/content/model/problem.ts';
import { createExaminer } from '../../../../src/publish/writing/examine-shown.ts';
import type { Examined } from '../../../../src/publish/writing/examine-shown.ts';
import { createMeta, testSite } from '../../../support/create-meta.ts';

function makeProblem(message: string): Problem {
  return { kind: 'markdown', severity: 'warning', file: 'posts/a.md', message };
}

/** A blog of `count` posts that each have a problem and a finding; `asked` is called before a post is loaded. */
function makeBlog(count: number, asked: () => void = () => undefined): Examined {
  const metas = Array.from({ length: count }, (_, at) => createMeta({ path: `${at}.md` }));
  const findings = [makeProblem('finding')];
  const catalog = buildCatalog(metas, testSite);
  const targets = { posts: [], files: [], aliases: {}, sections: {}, routes: [], folders: [] };
  // The few fields that are read.
  return {
    blog: { catalog, copies: [], world: { targets }, fileOf: () => '/a.md' },
    loadRecord: async () => {
      asked();
      return {
        problems: [makeProblem('problem')],
        facts: { findings, references: {}, images: {}, anchors: undefined },
      };
    },
  } as unknown as Examined;
}

describe('createExaminer', () => {
  test('tells the problems of all posts and what only the doctor sees', async () => {
    const told: (readonly Problem[])[] = [];
    const { examine } = createExaminer({
      site: testSite,
      base: '/',
      tell: (problems) => void told.push(problems),
    });
    await examine(makeBlog(2));
    expect(told.map((problems) => problems.map(({ message }) => message))).toEqual([
      ['problem', 'problem', 'finding', 'finding'],
    ]);
  });

  test('leaves a large blog to the command', async () => {
    let count = 0;
    const told: (readonly Problem[])[] = [];
    const tell = (problems: readonly Problem[]): void => void told.push(problems);
    await createExaminer({ site: testSite, base: '/', tell }).examine(makeBlog(501, () => count++));
    expect([count, told]).toEqual([0, [[]]]);
  });

  test('stops for a newer state, and when the server does', async () => {
    let count = 0;
    const told: (readonly Problem[])[] = [];
    const tell = (problems: readonly Problem[]): void => void told.push(problems);
    const examiner = createExaminer({ site: testSite, base: '/', tell });
    const first = examiner.examine(makeBlog(100, () => count++));
    await examiner.examine(makeBlog(1));
    await first;
    expect(told).toHaveLength(1);
    expect(count).toBeLessThan(100);
    const last = examiner.examine(makeBlog(100));
    examiner.stop();
    await last;
    expect(told).toHaveLength(1);
  });
});
