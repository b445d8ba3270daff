import { describe, expect, test } from 'vitest';
import { buildCatalog } from '../../../src/content/catalog.ts';
import { formatProblem } from '../../../src/content/content-error.ts';
import { createMeta, testSite } from '../../support/create-meta.ts';

function problemsOf(...keywords: readonly string[]): readonly string[] {
  const metas = keywords.map((name, n) => createMeta({ path: `${n}.md`, keywords: [name] }));
  return buildCatalog(metas, testSite).problems.map(formatProblem);
}

describe('nameKeywords', () => {
  test('prefers the oldest spelling of equals', () => {
    const metas = [
      createMeta({ path: 'new.md', day: '2021-01-01', keywords: ['RUST'] }),
      createMeta({ path: 'old.md', day: '2020-01-01', keywords: ['Rust'] }),
    ];
    expect(buildCatalog(metas, testSite).keywords[0]?.name).toBe('Rust');
  });
});

describe('findNearDuplicates', () => {
  test('reports two spellings with their counts and merges nothing', () => {
    expect(problemsOf('webassembly', 'Web Assembly', 'webassembly')).toEqual([
      'posts/1.md  The keywords `Web Assembly` (1 post) and `webassembly` (2 posts) are almost the same. Write `webassembly` if they mean the same.',
    ]);
  });

  test.each([
    ['accents', ['café', 'cafe']],
    ['plural', ['compiler', 'compilers']],
    ['hyphens', ['open-source', 'open source', 'opensource']],
    ['dots', ['node.js', 'nodejs']],
  ])('reports %s', (_, names) => {
    expect(problemsOf(...names)).toHaveLength(
      new Set(names.map((name) => name.replaceAll(' ', '-'))).size - 1,
    );
  });

  test.each([
    ['C, C++ and C#', ['c', 'c++', 'c#']],
    ['.net and net', ['.net', 'net']],
    ['short words', ['ios', 'io', 'css', 'cs']],
    ['Japanese', ['猫', '犬']],
  ])('keeps %s apart', (_, names) => {
    expect(problemsOf(...names)).toEqual([]);
  });
});
