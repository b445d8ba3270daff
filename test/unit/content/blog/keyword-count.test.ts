import { describe, expect, test } from 'vitest';
import { buildCatalog } from '../../../../src/content/blog/catalog.ts';
import { formatProblem } from '../../../../src/content/model/problem.ts';
import { findCompanions } from '../../../../src/content/blog/keyword-count.ts';
import { createMeta, testSite } from '../../../support/create-meta.ts';

function problemsOf(...keywords: readonly string[]): readonly string[] {
  const metas = keywords.map((name, n) => createMeta({ path: `${n}.md`, keywords: [name] }));
  return buildCatalog(metas, testSite).problems.map(formatProblem);
}

/** The slug that each keyword of the catalog gets, by name. Each post has one keyword, oldest first. */
function slugsOf(...keywords: readonly string[]): Readonly<Record<string, string>> {
  const metas = keywords.map((name, n) =>
    createMeta({ path: `${n}.md`, day: `2020-01-${n + 10}`, keywords: [name] }),
  );
  const { keywords: counts } = buildCatalog(metas, testSite);
  return Object.fromEntries(counts.map(({ name, slug }) => [name, slug]));
}

describe('nameKeywords', () => {
  test.each<[string, readonly string[], Readonly<Record<string, string>>]>([
    ['accents', ['año', 'ano'], { año: 'ano', ano: 'ano-2' }],
    ['composition only', ['caf\u00e9', 'cafe\u0301'], { café: 'cafe' }],
    ['hyphens', ['a b', 'a-b'], { 'a b': 'a-b', 'a-b': 'a-b-2' }],
    ['dots', ['node js', 'node.js'], { 'node js': 'node-js', 'node.js': 'node-js-2' }],
    ['signs', ['C plus plus', 'C++'], { 'C plus plus': 'c-plus-plus', 'C++': 'c-plus-plus-2' }],
    ['two signs', ['a b', 'a-b', 'a.b'], { 'a b': 'a-b', 'a-b': 'a-b-2', 'a.b': 'a-b-3' }],
    ['a number', ['é', 'e', 'e 2'], { é: 'e', e: 'e-3', 'e 2': 'e-2' }],
    ['case only', ['Rust', 'rust', 'RUST'], { Rust: 'rust' }],
  ])('gives addresses to keywords that differ by %s', (_, names, expected) => {
    expect(slugsOf(...names)).toEqual(expected);
  });

  test('keeps a post under both of two keywords that share an address', () => {
    const meta = createMeta({ path: 'a.md', keywords: ['cafe', 'café'] });
    const [entry] = buildCatalog([meta], testSite).entries;
    expect(entry?.card.keywords).toEqual([
      { name: 'cafe', slug: 'cafe' },
      { name: 'café', slug: 'cafe-2' },
    ]);
  });

  test('prefers the oldest spelling of equals', () => {
    const metas = [
      createMeta({ path: 'new.md', day: '2021-01-01', keywords: ['RUST'] }),
      createMeta({ path: 'old.md', day: '2020-01-01', keywords: ['Rust'] }),
    ];
    expect(buildCatalog(metas, testSite).keywords[0]?.name).toBe('Rust');
  });
});

describe('findCompanions', () => {
  test('names the eight that go with a keyword most often, however rare elsewhere', () => {
    const counts = Array.from({ length: 12 }, (_, n) => ({
      name: `K${n}`,
      slug: `k${n}`,
      count: 20 - n,
    }));
    expect(findCompanions(counts, 'k3').map(({ slug }) => slug)).toEqual([
      'k0',
      'k1',
      'k2',
      'k4',
      'k5',
      'k6',
      'k7',
      'k8',
    ]);
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
    ['signs as words', ['C++', 'C plus plus']],
    ['letters that fold', ['Straße', 'Strasse']],
    ['a dot as a word', ['.net', 'dot net']],
  ])('reports %s', (_, names) => {
    expect(problemsOf(...names)).toHaveLength(names.length - 1);
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
